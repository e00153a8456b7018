import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { additionalEmails, clients } from '#db/schema/clients.ts'
import { reminders } from '#db/schema/replies.ts'
import { editClient } from '../clients/edit-client.ts'
import { remindDue } from './remind-due.ts'
import { remindNow } from './remind-now.ts'
import { remindersPage } from './reminders-page.ts'
import { remindersToken } from './reminders-token.ts'
import { resumeByMember } from './resume-by-member.ts'
import { resumeRemindersByLink } from './resume-by-link.ts'
import { stopRemindersByLink } from './stop-by-link.ts'
import { askFor } from '#test/office/ask-for.ts'
import { deliver } from '#test/office/deliveries.ts'
import { mailComesIn, replyAddressOf } from '#test/office/incoming.ts'
import { lawFirm } from '#test/office/law-firm.ts'
import { refusal } from '#test/office/refusal.ts'
import { testOffice, type TestOffice } from '#test/office/test-office.ts'

const rosa = 'rosa@correo.example'
const accountant = 'contador@correo.example'
const son = 'hijo@correo.example'

/** Rosa, her accountant and her son were told of a request. */
async function asked() {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const requestId = await askFor(office, firm, 'Cédula', { dueOn: '2026-03-06' })
  await deliver(office)
  const rows = await office.db.read.select().from(additionalEmails)
  const additionalId = rows.find((row) => row.email === accountant)?.id ?? ''
  const write = async (from: string, text = 'No recordar') =>
    mailComesIn(office, { from, text, to: [await replyAddressOf(office, from, requestId)] })
  return { office, firm, requestId, additionalId, write }
}

/** Who gets a reminder within so many days. */
async function reminded(office: TestOffice, days: number): Promise<string[]> {
  const emails = new Set<string>()
  for (let hour = 0; hour < days * 24; hour += 3) {
    office.later({ hours: 3 })
    await remindDue(office)
    for (const letter of (await deliver(office)).letters)
      if (letter.kind === 'reminder') emails.add(letter.to.email)
  }
  return [...emails].sort()
}

describe('who asks from an additional address for no reminders', () => {
  test('stops them there alone, hears so in the same conversation, and the member reads which address it was', async () => {
    const { office, firm, requestId, additionalId, write } = await asked()
    const { state, wish } = await write(accountant)
    expect(state).toBe('filed')
    const { letters, notes } = await deliver(office)
    expect(letters).toMatchObject([
      {
        kind: 'remindersStopped',
        here: true,
        to: { email: accountant },
        thread: { inReplyTo: wish.mail.messageId },
        replyAddressId: await replyAddressOf(office, accountant, requestId),
        remindersUrl: expect.stringContaining(`/reminders/${firm.rosaId}-${additionalId}-`),
      },
    ])
    expect(notes).toMatchObject([
      {
        kind: 'remindersStopped',
        memberId: firm.camila.memberId,
        client: 'Rosa Fuentes',
        additional: { email: accountant },
        wrote: 'No recordar',
      },
    ])
    expect(await reminded(office, 8)).toEqual([son, rosa])
    const [client] = await office.db.read.select().from(clients)
    expect(client?.remindersStoppedAt).toBeNull()
    // Nor by hand: the client gets it.
    await remindNow(office, { by: firm.camila, requestId })
    expect((await deliver(office)).letters.map((letter) => letter.to.email).sort()).toEqual([son, rosa])
    await askFor(office, firm, 'Poder')
    const later = (await deliver(office)).letters.map((one) => [one.to.email, one.remindersStopped])
    expect(Object.fromEntries(later)).toEqual({ [rosa]: false, [son]: false, [accountant]: true })
  })

  test('by the link of a mail sent there stops them there alone, also one that waited to leave', async () => {
    const { office, firm, additionalId } = await asked()
    office.later({ days: 2, hours: 1 })
    await remindDue(office)
    const token = remindersToken(office, firm.rosaId, additionalId)
    expect(await remindersPage(office, token)).toMatchObject({
      reminders: { email: accountant, stopped: false },
    })
    await stopRemindersByLink(office, token)
    expect(await remindersPage(office, token)).toMatchObject({
      reminders: { email: accountant, stopped: true, mayResume: true },
    })
    expect(await remindersPage(office, remindersToken(office, firm.rosaId))).toMatchObject({
      reminders: { email: null, stopped: false },
    })
    const { letters, notes } = await deliver(office)
    expect(letters.map((letter) => letter.to.email).sort()).toEqual([son, rosa])
    expect(notes).toMatchObject([{ kind: 'remindersStopped', additional: { email: accountant } }])
  })

  test('carries that address in each link that is sent there, and the main one in the client’s', async () => {
    const { office, firm, additionalId } = await asked()
    office.later({ days: 2, hours: 1 })
    await remindDue(office)
    const links = (await deliver(office)).letters.map((one) => [one.to.email, one.remindersUrl])
    const of = Object.fromEntries(links) as Record<string, string>
    expect(of[accountant]).toContain(remindersToken(office, firm.rosaId, additionalId))
    expect(of[rosa]).toContain(remindersToken(office, firm.rosaId))
  })

  test('who asks again hears so once a day, and nobody else hears it again', async () => {
    const { office, write } = await asked()
    for (const text of ['No recordar', 'No recordar.', 'No más recordatorios']) await write(accountant, text)
    const first = await deliver(office)
    expect(first.letters).toHaveLength(1)
    expect(first.notes).toHaveLength(1)
    office.later({ days: 1 })
    await write(accountant, 'Sin recordatorios')
    const next = await deliver(office)
    expect(next.letters.map((letter) => letter.kind)).toEqual(['remindersStopped'])
    expect(next.notes).toEqual([])
  })
})

describe('who asks from the main address', () => {
  test('stops them for the client', async () => {
    const { office, write } = await asked()
    await write(rosa)
    expect((await deliver(office)).letters).toMatchObject([{ kind: 'remindersStopped', here: false }])
    expect(await reminded(office, 12)).toEqual([])
  })

  test('wants none at any address: from an additional one they cannot be had again', async () => {
    const { office, firm, additionalId, write } = await asked()
    await write(rosa)
    const token = remindersToken(office, firm.rosaId, additionalId)
    expect(await remindersPage(office, token)).toMatchObject({
      reminders: { stopped: true, mayResume: false },
    })
    await resumeRemindersByLink(office, token)
    expect(await reminded(office, 12)).toEqual([])
  })
})

describe('reminders that were stopped', () => {
  test('are had again by the page', async () => {
    const { office, firm, write } = await asked()
    await write(rosa)
    await deliver(office)
    const token = remindersToken(office, firm.rosaId)
    await resumeRemindersByLink(office, token)
    await resumeRemindersByLink(office, token)
    expect(await remindersPage(office, token)).toMatchObject({ reminders: { stopped: false } })
    expect((await deliver(office)).notes).toMatchObject([
      { kind: 'remindersStopped', stands: { messageId: expect.any(String) }, resumed: { by: null } },
    ])
    expect(await reminded(office, 8)).toEqual([accountant, son, rosa])
  })

  test('are had again by the member, whom the message names', async () => {
    const { office, firm, additionalId, write } = await asked()
    await write(accountant)
    await deliver(office)
    const wish = { by: firm.camila, clientId: firm.rosaId, additionalId, interaction: 'click-1' }
    await resumeByMember(office, wish)
    await resumeByMember(office, wish)
    await resumeByMember(office, { ...wish, interaction: 'click-2' })
    const { notes } = await deliver(office)
    expect(notes).toMatchObject([{ additional: { email: accountant }, resumed: { by: 'Camila Soto' } }])
    expect(await reminded(office, 8)).toEqual([accountant, son, rosa])
  })

  test('and are stopped for the second time are told of in a message of its own', async () => {
    const { office, firm, write } = await asked()
    await write(rosa)
    await deliver(office)
    await resumeByMember(office, { by: firm.camila, clientId: firm.rosaId, additionalId: null })
    await deliver(office)
    office.later({ hours: 1 })
    await write(rosa, 'No más recordatorios, por favor')
    await write(rosa, 'No más recordatorios')
    expect((await deliver(office)).notes).toMatchObject([{ stands: null, resumed: null }])
  })

  test('are not had again by a member of another firm, nor by a forged link', async () => {
    const { office, firm, additionalId } = await asked()
    const others = await lawFirm(office, 'T000000002')
    const wish = { by: others.ana, clientId: firm.rosaId, additionalId: null }
    expect(await refusal(resumeByMember(office, wish))).toBe('not_found')
    const token = remindersToken(office, firm.rosaId, additionalId)
    const main = remindersToken(office, firm.rosaId)
    for (const forged of [
      `${firm.rosaId}-${additionalId}-${main.split('-')[1]}`,
      `${firm.rosaId}-${token.split('-')[2]}`,
      token.replace(additionalId, firm.rosaId),
    ]) {
      expect(await remindersPage(office, forged)).toBeNull()
      expect(await refusal(stopRemindersByLink(office, forged))).toBe('not_found')
      expect(await refusal(resumeRemindersByLink(office, forged))).toBe('not_found')
    }
  })
})

test('a link of ours that stops nothing any more says whose it was, and no more', async () => {
  const { office, firm, additionalId } = await asked()
  await editClient(office, { by: firm.ana, clientId: firm.rosaId, additional: [son] })
  const gone = remindersToken(office, firm.rosaId, additionalId)
  const dead = { firm: { name: 'Estudio Rojas', supportContact: expect.any(String) }, reminders: null }
  expect(await remindersPage(office, gone)).toMatchObject(dead)
  expect(await refusal(stopRemindersByLink(office, gone))).toBe('not_found')
  await office.db.transaction((tx) =>
    tx.update(clients).set({ leftAt: office.now }).where(eq(clients.id, firm.rosaId)),
  )
  expect(await remindersPage(office, remindersToken(office, firm.rosaId))).toMatchObject(dead)
  expect(await office.db.read.select().from(reminders)).toHaveLength(1)
})
