import { once } from 'node:events'
import { createServer } from 'node:http'
import { eq, sql } from 'drizzle-orm'
import express from 'express'
import { describe, expect, test } from 'vitest'
import { events, outbox } from '#db/schema/delivery.ts'
import { additionalEmails } from '#db/schema/clients.ts'
import { requestTemplates } from '#db/schema/communication.ts'
import { installLinks, linkRequests, members, teamMembers } from '#db/schema/firms.ts'
import { write } from '#db/write.ts'
import { addAdditionalEmail } from '#core/clients/add-additional-email.ts'
import { clientProfile } from '#core/clients/client-profile.ts'
import { editAdditionalEmail } from '#core/clients/edit-additional-email.ts'
import { editClient } from '#core/clients/edit-client.ts'
import { removeAdditionalEmail } from '#core/clients/remove-additional-email.ts'
import { createFirm } from '#core/firms/create-firm.ts'
import { editFirm } from '#core/firms/edit-firm.ts'
import { installChat } from '#core/firms/install-chat.ts'
import { makeInstallLink } from '#core/firms/make-install-link.ts'
import { findClients } from '#core/clients/find-clients.ts'
import { findMatters } from '#core/matters/find-matters.ts'
import { addMember } from '#core/members/add-member.ts'
import { askToBeLinked } from '#core/members/ask-to-be-linked.ts'
import { becomeFirstAdmin } from '#core/members/become-first-admin.ts'
import { changeRole } from '#core/members/change-role.ts'
import { chargeOf } from '#core/members/charge-of.ts'
import { decideLink } from '#core/members/decide-link.ts'
import { handOver } from '#core/members/hand-over.ts'
import { leaveFirm } from '#core/members/leave-firm.ts'
import { memberFromChat } from '#core/members/member-from-chat.ts'
import { setAbsence } from '#core/members/set-absence.ts'
import { wayIn, type ChatPerson } from '#core/members/way-in.ts'
import type { SystemActor } from '#core/members/actor.ts'
import type { Office } from '#core/office.ts'
import { removeTemplate } from '#core/requests/templates/remove-template.ts'
import { saveTemplate } from '#core/requests/templates/save-template.ts'
import { useTemplate } from '#core/requests/templates/use-template.ts'
import { startSlack } from '#bot/slack/start.ts'
import { askFor } from '../office/ask-for.ts'
import { mailComesIn, replyAddressOf } from '../office/incoming.ts'
import { lawFirm, tenant, type LawFirm } from '../office/law-firm.ts'
import { refusal } from '../office/refusal.ts'
import { testOffice } from '../office/test-office.ts'

/** Somebody of the firm's workspace, whose address Slack has confirmed. */
const inChat = (userId: string, email: string, name = 'Iván Vera'): ChatPerson => ({
  ...{ platform: 'slack', tenant, userId, name, email, locale: null },
})

/** A firm whose app was let in by Iván, by link, and in which nobody is yet. */
async function justInstalled(office: Office) {
  const wish = { name: 'Estudio Rojas', locale: 'es-CL', timeZone: 'America/Santiago' } as const
  const { firmId } = await createFirm(office, wish)
  const system: SystemActor = { kind: 'system', firmId }
  await makeInstallLink(office, { by: system })
  const [link] = await office.db.read.select().from(installLinks)
  await installChat(office, {
    ...{ platform: 'slack', tenant, enterprise: null, installedBy: 'UIVAN', linkId: link?.id ?? '' },
    tokens: { botToken: 'xoxb-1', refreshToken: null, expiresAt: null },
  })
  return { firmId, system }
}

/** Emilia, an admin whom the firm knows by e-mail alone. */
async function emiliaOnRecord(office: Office, { system }: LawFirm) {
  const wish = { name: 'Emilia Paz', email: 'emilia@estudio.example', role: 'admin' } as const
  return addMember(office, { by: system, ...wish })
}

async function requestOf(office: Office, userId: string): Promise<string> {
  const rows = await office.db.read.select().from(linkRequests)
  return rows.find((row) => row.userId === userId)?.id ?? ''
}

const emilia = inChat('UEMILIA', 'emilia@estudio.example', 'Emilia Paz')

describe('whoever let the app in', () => {
  test('and has left does not come back as an admin under another address', async () => {
    const office = await testOffice()
    const { system } = await justInstalled(office)
    await becomeFirstAdmin(office, { person: inChat('UIVAN', 'ivan@sistemas.example') })
    const paula = { name: 'Paula Soto', email: 'paula@estudio.example', role: 'admin' } as const
    const { memberId: successorId } = await addMember(office, { by: system, ...paula })
    const ivan = await memberFromChat(office, { platform: 'slack', tenant, userId: 'UIVAN' })
    await leaveFirm(office, { by: system, memberId: ivan.memberId, successorId })

    const again = inChat('UIVAN', 'otra@sistemas.example')
    expect(await wayIn(office.db.read, again)).toMatchObject({ kind: 'ask_admin' })
    expect(await refusal(becomeFirstAdmin(office, { person: again }))).toBe('not_allowed')
  })

  test('and was a lawyer is an admin with a trace of it', async () => {
    const office = await testOffice()
    const { system } = await justInstalled(office)
    const lawyer = { name: 'Iván Vera', email: 'ivan@estudio.example', role: 'lawyer' } as const
    const { memberId } = await addMember(office, { by: system, ...lawyer })
    await becomeFirstAdmin(office, { person: inChat('UIVAN', 'ivan@estudio.example') })
    const traces = await office.db.read.select().from(events)
    expect(traces.filter(({ kind }) => kind === 'memberRoleChanged')).toMatchObject([
      { subjectId: memberId, facts: { from: 'lawyer', to: 'admin' } },
    ])
  })
})

describe('somebody who says that they are an admin', () => {
  test('is nobody once that admin has left, whoever says yes to them afterwards', async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    const { memberId } = await emiliaOnRecord(office, firm)
    await askToBeLinked(office, { person: emilia, memberId })
    const requestId = await requestOf(office, 'UEMILIA')
    await leaveFirm(office, { by: firm.ana, memberId, successorId: null })
    expect(await refusal(decideLink(office, { by: firm.ana, requestId, decision: 'accepted' }))).toBe(
      'not_found',
    )
    await emiliaOnRecord(office, firm)
    const behind = memberFromChat(office, { platform: 'slack', tenant, userId: 'UEMILIA' })
    expect(await refusal(behind)).toBe('not_a_member')
  })

  test('and comes back after leaving may ask again', async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    const { memberId } = await emiliaOnRecord(office, firm)
    await askToBeLinked(office, { person: emilia, memberId })
    const requestId = await requestOf(office, 'UEMILIA')
    await decideLink(office, { by: firm.ana, requestId, decision: 'accepted' })
    await leaveFirm(office, { by: firm.ana, memberId, successorId: null })
    await emiliaOnRecord(office, firm)
    expect(await wayIn(office.db.read, emilia)).toMatchObject({ kind: 'admin_decides', asked: false })
    await askToBeLinked(office, { person: emilia, memberId })
    expect(await requestOf(office, 'UEMILIA')).not.toBe(requestId)
  })

  test('is not a second one beside who was taken for them first', async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    const { memberId } = await emiliaOnRecord(office, firm)
    await askToBeLinked(office, { person: { ...emilia, userId: 'UBEFORE' }, memberId })
    await askToBeLinked(office, { person: emilia, memberId })
    const decide = async (userId: string) =>
      decideLink(office, { by: firm.ana, requestId: await requestOf(office, userId), decision: 'accepted' })
    await decide('UEMILIA')
    expect(await refusal(decide('UBEFORE'))).toBe('already_exists')
  })
})

describe('a button or a form that names what is not one’s own', () => {
  const absence = { delegateId: null, from: '2026-03-03', until: null }
  const template = { name: 'Mía', title: 'Mía', details: '', items: 'Cédula', dueInDays: null }
  const further = { email: 'yo@correo.example', name: '', role: '', matterIds: null }

  /** What one firm has, by the ids that its forms carry. */
  async function idsOf(office: Office, { firmId, camila, rosaId, matterId }: LawFirm) {
    const read = office.db.read
    const [[kept], [address]] = [
      await read.select().from(requestTemplates).where(eq(requestTemplates.firmId, firmId)),
      await read.select().from(additionalEmails).where(eq(additionalEmails.firmId, firmId)),
    ]
    return {
      ...{ memberId: camila.memberId, clientId: rosaId, matterId },
      ...{ templateId: kept?.id ?? '', additionalId: address?.id ?? '' },
    }
  }

  test('of another firm does nothing, be one an admin at home', async () => {
    const office = await testOffice()
    const home = await lawFirm(office)
    const abroad = await lawFirm(office, 'T999')
    const { memberId, clientId, matterId, templateId, additionalId } = await idsOf(office, abroad)
    const admin = await emiliaOnRecord(office, abroad)
    await askToBeLinked(office, { person: { ...emilia, tenant: 'T999' }, memberId: admin.memberId })
    const requestId = await requestOf(office, 'UEMILIA')
    const { ana: by } = home
    const mine = { fromId: home.camila.memberId, toId: by.memberId }
    const before = await office.db.read.select().from(members).where(eq(members.firmId, abroad.firmId))
    for (const act of [
      () => changeRole(office, { by, memberId, role: 'admin' }),
      () => setAbsence(office, { by, memberId, absence }),
      () => setAbsence(office, { by, memberId: by.memberId, absence: { ...absence, delegateId: memberId } }),
      () => handOver(office, { by, ...mine, fromId: memberId, matterIds: null }),
      () => handOver(office, { by, ...mine, toId: memberId, matterIds: null }),
      () => handOver(office, { by, ...mine, matterIds: [matterId] }),
      () => leaveFirm(office, { by, memberId, successorId: by.memberId }),
      () => leaveFirm(office, { by, memberId: home.camila.memberId, successorId: memberId }),
      () => chargeOf(office, { by, memberId }),
      () => decideLink(office, { by, requestId, decision: 'accepted' }),
      () => saveTemplate(office, { by, templateId, ...template }),
      () => removeTemplate(office, { by, templateId }),
      () => useTemplate(office, { by, templateId, matterId: null }),
      () => clientProfile(office, { by, clientId }),
      () => editClient(office, { by, clientId, name: 'Mía' }),
      () => addAdditionalEmail(office, { by, clientId, ...further }),
      () => addAdditionalEmail(office, { by, clientId: home.rosaId, ...further, matterIds: [matterId] }),
      () => editAdditionalEmail(office, { by, additionalId, ...further }),
      () => removeAdditionalEmail(office, { by, additionalId }),
    ]) {
      expect(await refusal(act())).toBe('not_found')
    }
    const after = await office.db.read.select().from(members).where(eq(members.firmId, abroad.firmId))
    expect(after).toEqual(before)
    expect(await idsOf(office, abroad)).toMatchObject({ templateId, additionalId })
  })

  test('an admin’s or a lawyer’s does nothing for an assistant, who need only know the ids', async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    const by = await firm.addMember('Asunción Lira', 'assistant')
    const { memberId, templateId } = await idsOf(office, firm)
    const admin = await emiliaOnRecord(office, firm)
    await askToBeLinked(office, { person: emilia, memberId: admin.memberId })
    const requestId = await requestOf(office, 'UEMILIA')
    for (const act of [
      () => changeRole(office, { by, memberId: by.memberId, role: 'admin' }),
      () => addMember(office, { by, name: 'Yo', email: 'yo@estudio.example', role: 'admin' }),
      () => leaveFirm(office, { by, memberId, successorId: by.memberId }),
      () => setAbsence(office, { by, memberId, absence: { ...absence, delegateId: by.memberId } }),
      () => handOver(office, { by, fromId: memberId, toId: by.memberId, matterIds: null }),
      () => chargeOf(office, { by, memberId }),
      () => decideLink(office, { by, requestId, decision: 'accepted' }),
      () => editFirm(office, { by, name: 'Mía' }),
      () => saveTemplate(office, { by, templateId: null, ...template }),
      () => saveTemplate(office, { by, templateId, ...template }),
      () => removeTemplate(office, { by, templateId }),
    ]) {
      expect(await refusal(act())).toBe('not_allowed')
    }
  })
})

test('an admin who is one no more, in charge of a team’s matter and not in the team, leaves nothing untold', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const bruno = await firm.addMember('Bruno Paz', 'admin')
  const matterId = await firm.addMatter({
    ...{ title: 'Fusión', clients: [firm.rosaId], responsible: [bruno.memberId] },
    ...{ visibility: 'team', team: 'Fusiones' },
  })
  await write(office.db, (tx) => tx.delete(teamMembers))
  await changeRole(office, { by: firm.ana, memberId: bruno.memberId, role: 'lawyer' })
  const requestId = await askFor(office, firm, 'Cédula', { by: firm.ana, matterId })
  const to = [await replyAddressOf(office, 'rosa@correo.example', requestId)]
  await mailComesIn(office, { from: 'rosa@correo.example', to, attachments: [{ name: 'cedula.jpg' }] })
  const told = (await office.db.read.select().from(outbox)).filter(
    ({ noticeKind }) => noticeKind === 'answersArrived',
  )
  expect(told.map((row) => row.memberId)).toEqual([firm.ana.memberId])
})

test('a search of more words than anybody types finds what it finds, and fails nobody', async () => {
  const office = await testOffice()
  const { ana, camila } = await lawFirm(office)
  const words = Array.from({ length: 1500 }, (_, at) => `fu${at.toString(36)}`).join(' ')
  expect(await findMatters(office, { by: camila, words })).toEqual([])
  expect(await findClients(office, { by: ana, words })).toEqual([])
  const beginnings = ['fuentes', 'inmobiliaria', 'aromos'].flatMap((word) =>
    Array.from(word, (_, at) => word.slice(0, at + 1)),
  )
  expect(await findMatters(office, { by: camila, words: beginnings.join(' ') })).toHaveLength(1)
})

test('two who ask at once what the database cannot be asked are both told', async () => {
  const office = await testOffice()
  const ask = async () => office.db.read.select({ nothing: sql`nothing_of_that_name` }).from(installLinks)
  const ends = await Promise.allSettled([ask(), ask(), ask()])
  expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
})

test('an address that is none goes on to whoever answers next', async () => {
  const office = await testOffice({
    SLACK_SIGNING_SECRET: 'a-signing-secret-that-only-tests-know',
    SLACK_CLIENT_ID: '1111.2222',
    SLACK_CLIENT_SECRET: 'a-client-secret-that-only-tests-know',
    SLACK_API_URL: 'http://127.0.0.1:9/api/',
  })
  const door = startSlack(office)
  const server = createServer(
    express()
      .use(door.handler)
      .use((_, response) => void response.status(404).end('nobody')),
  ).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const answer = await fetch(`http://127.0.0.1:${port}//`)
  expect([answer.status, await answer.text()]).toEqual([404, 'nobody'])
  server.closeAllConnections()
  server.close()
  await door.close()
})
