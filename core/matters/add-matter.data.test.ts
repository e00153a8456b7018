import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clients } from '#db/schema/clients.ts'
import { chatTenants, memberIdentities } from '#db/schema/firms.ts'
import { matters } from '#db/schema/matters.ts'
import { write } from '#db/write.ts'
import { addClient } from '../clients/add-client.ts'
import { connectChat } from '../firms/connect-chat.ts'
import { createFirm } from '../firms/create-firm.ts'
import type { MemberActor } from '../members/actor.ts'
import { addMember } from '../members/add-member.ts'
import { keptTokens } from '../firms/chat-tokens.ts'
import { chatTenant } from '../members/chat-tenant.ts'
import { teamsOf } from '../members/teams-of.ts'
import { addMatter } from './add-matter.ts'
import { closeMatter } from './close-matter.ts'
import { communicationOf } from './communication.ts'
import { editMatter } from './edit-matter.ts'
import { matterDetails } from './matter-details.ts'
import { askFor } from '#test/office/ask-for.ts'
import { deliver } from '#test/office/deliveries.ts'
import { mailComesIn, replyAddressOf } from '#test/office/incoming.ts'
import { lawFirm, tenant } from '#test/office/law-firm.ts'
import { refusal, refusalOf } from '#test/office/refusal.ts'
import { testOffice } from '#test/office/test-office.ts'

test('a matter has a reference of its own that says nothing; a party stands on one side', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const both = { title: 'X', clients: [firm.rosaId], otherSide: [firm.rosaId] }
  expect(await refusal(firm.addMatter(both))).toBe('not_a_value')
  expect(await refusal(firm.addMatter({ title: 'X', clients: [], visibility: 'team' }))).toBe('not_a_value')
  expect(await refusal(firm.addMatter({ title: ' ', clients: [] }))).toBe('text_missing')
  await firm.addMatter({
    title: 'Dos veces',
    clients: [firm.rosaId, firm.rosaId],
    responsible: [firm.ana.memberId, firm.ana.memberId],
  })
  const rows = await office.db.read.select().from(matters)
  expect(rows).toHaveLength(2)
  expect(new Set(rows.map((row) => row.reference)).size).toBe(2)
  for (const { reference } of rows) expect(reference).toMatch(/^[A-Z0-9]{6}$/)
})

test('clients stand in the order in which they were named', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const names = ['Uno', 'Dos', 'Tres', 'Cuatro', 'Cinco']
  const ids = []
  for (const name of names) ids.push(await firm.addClient(name, `${name.toLowerCase()}@correo.example`))
  const matterId = await firm.addMatter({ title: 'Partición', clients: ids })
  expect((await communicationOf(office, { by: firm.ana, matterId })).matter.clients).toEqual(names)
})

test('a sensitive matter shows no court number in chat, and shows it again when it is sensitive no more', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const shown = async () =>
    (await communicationOf(office, { by: firm.camila, matterId: firm.matterId })).matter
  expect(await shown()).toMatchObject({ number: 'C-1234-2025', title: 'Fuentes con Inmobiliaria Los Aromos' })
  await editMatter(office, { by: firm.camila, matterId: firm.matterId, sensitive: true, alias: 'Lirio' })
  expect(await shown()).toMatchObject({ number: null, title: 'Lirio', reference: 'Lirio' })
  await editMatter(office, { by: firm.camila, matterId: firm.matterId, sensitive: false })
  expect(await shown()).toMatchObject({ number: 'C-1234-2025' })
})

test('a workspace speaks for one firm, and its token is nowhere to be read', async () => {
  const office = await testOffice()
  await lawFirm(office)
  const { firmId } = await createFirm(office, {
    name: 'Otro',
    locale: 'pt-BR',
    timeZone: 'America/Sao_Paulo',
  })
  const by = { kind: 'system' as const, firmId }
  const connect = (workspace: string, botToken: string | null) =>
    connectChat(office, { by, platform: 'slack', tenant: workspace, botToken })
  expect(await refusal(connect(tenant, 'xoxb-theirs'))).toBe('already_exists')
  await connect('T2', 'xoxb-one')
  await connect('T2', 'xoxb-two')
  const tokenOf = async (workspace: string) => {
    const found = await chatTenant(office, { platform: 'slack', tenant: workspace })
    return found && { firmId: found.firmId, botToken: keptTokens(office, found)?.botToken }
  }
  expect(await tokenOf('T2')).toEqual({ firmId, botToken: 'xoxb-two' })
  expect(await tokenOf(tenant)).toMatchObject({ botToken: 'xoxb-despacho' })
  expect(await chatTenant(office, { platform: 'teams', tenant: 'T2' })).toBeNull()
  expect(JSON.stringify(await office.db.read.select().from(chatTenants))).not.toContain('xoxb')
})

test('a chat user is one member, and an address one member of the firm', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const before = (await office.db.read.select().from(memberIdentities)).length
  const identity = { platform: 'slack' as const, tenant, userId: 'UCAMILA' }
  const wish = { by: firm.system, name: 'Otra', email: 'otra@estudio.example', role: 'lawyer' as const }
  expect(await refusal(addMember(office, { ...wish, identities: [identity] }))).toBe('already_exists')
  expect(await refusal(addMember(office, { ...wish, email: 'CAMILA@estudio.example' }))).toBe(
    'already_exists',
  )
  expect(await office.db.read.select().from(memberIdentities)).toHaveLength(before)
  await addMember(office, wish)
})

test('however matters are linked, none is its own ancestor, and a parent that is not theirs is refused', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const other = await lawFirm(office, 'T000000002')
  const ids = [firm.matterId]
  const relation = fc.constantFrom<('appeal' | 'offshoot' | 'attached')[]>('appeal', 'offshoot', 'attached')
  const parent = fc.option(fc.nat(), { freq: 5 })
  await fc.assert(
    fc.asyncProperty(parent, relation, async (index, how) => {
      const matterId = index === null ? other.matterId : (ids[index % ids.length] ?? '')
      const adding = firm.addMatter({ title: 'Recurso', clients: [], parent: { matterId, relation: how } })
      if (index === null) expect(await refusal(adding)).toBe('not_found')
      else ids.push(await adding)
    }),
    { numRuns: 100 },
  )
  const parents = new Map((await office.db.read.select().from(matters)).map((row) => [row.id, row.parentId]))
  for (const id of ids) {
    const above = new Set([id])
    for (let at = parents.get(id); at; at = parents.get(at)) {
      expect(above.has(at)).toBe(false)
      above.add(at)
    }
  }
})

test('one submission is one client and one matter, even when it comes twice at once', async () => {
  const office = await testOffice()
  const { camila: by, rosaId, firmId } = await lawFirm(office)
  const newClient = { by, name: 'Elisa Montt', email: 'elisa@correo.example', interaction: 'client-1' }
  const [one, same] = await Promise.all([addClient(office, newClient), addClient(office, newClient)])
  expect(same).toEqual(one)
  const newMatter = { by, title: 'Montt', number: 'C-9-2026', clients: [rosaId], interaction: 'matter-1' }
  const [matter, again] = await Promise.all([addMatter(office, newMatter), addMatter(office, newMatter)])
  expect(again).toEqual(matter)
  expect(await office.db.read.select().from(matters).where(eq(matters.firmId, firmId))).toHaveLength(2)
  expect(await office.db.read.select().from(clients).where(eq(clients.firmId, firmId))).toHaveLength(2)
})

test('a number is taken by an open matter that the member sees, and by no other', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const { camila: by, matterId, rosaId } = firm
  const add = (number: string) => addMatter(office, { by, title: 'X', number, clients: [rosaId] })
  expect(await refusalOf(add('c-1234-2025'))).toEqual({
    code: 'number_taken',
    facts: { field: 'number', number: 'c-1234-2025', matter: 'Fuentes con Inmobiliaria Los Aromos' },
  })
  const { matterId: other } = await add('C-2-2025')
  const edit = editMatter(office, { by, matterId: other, number: 'C-1234-2025' })
  expect(await refusal(edit)).toBe('number_taken')
  const parent = { matterId, relation: 'appeal' } as const
  await addMatter(office, { by, title: 'Recurso', number: 'C-1234-2025', clients: [], parent })
  await firm.addMatter({ title: 'Importada', number: 'C-2-2025', clients: [rosaId] })
  await firm.addMatter({ title: 'Ajena', number: 'C-3-2025', clients: [rosaId], visibility: 'private' })
  await add('C-3-2025')
  await add('C-4-2025')
  const [closing] = await office.db.read.select().from(matters).where(eq(matters.number, 'C-4-2025'))
  await closeMatter(office, { by, matterId: closing?.id ?? '' })
  await add('C-4-2025')
})

test('a lawyer comes to no client and into no team by naming them in a matter of their own', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const { camila: by, ana, rosaId } = firm
  const secretId = await firm.addClient('Zulema', 'zulema@correo.example')
  await firm.addMatter({ title: 'Nulidad', clients: [secretId], visibility: 'private' })
  expect(await refusal(addMatter(office, { by, title: 'X', clients: [secretId] }))).toBe('not_found')
  expect(await refusal(addMatter(office, { by, title: 'X', clients: [], otherSide: [secretId] }))).toBe(
    'not_found',
  )
  await firm.addMatter({ title: 'Fusión', clients: [rosaId], team: 'Fusiones', responsible: [ana.memberId] })
  const [team] = await teamsOf(office, { by: ana })
  expect(await teamsOf(office, { by })).toEqual([])
  const responsible = [by.memberId]
  for (const which of [{ teamId: team?.teamId ?? '' }, { team: 'Fusiones' }, { team: 'Otro' }]) {
    const wish = { by, title: 'X', clients: [rosaId], responsible, ...which }
    expect(await refusal(addMatter(office, wish))).toBe('not_found')
  }
  const { matterId } = await addMatter(office, {
    ...{ by: ana, title: 'Otra fusión', clients: [rosaId], responsible, teamId: team?.teamId },
  })
  expect(await teamsOf(office, { by })).toEqual([team])
  const pablo = await firm.addMember('Pablo Reyes', 'lawyer')
  const withPablo = { matterId, responsible: { added: [pablo.memberId], gone: [] } }
  expect(await refusal(editMatter(office, { by, ...withPablo }))).toBe('not_in_team')
  await editMatter(office, { by: ana, ...withPablo })
  expect(await teamsOf(office, { by: pablo })).toEqual([team])
})

test('whoever has left the firm becomes no party of a member’s matter; an import is believed', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const { camila: by, rosaId } = firm
  const goneId = await firm.addClient('Marta Parte', 'marta@correo.example')
  await write(office.db, (tx) => tx.update(clients).set({ leftAt: office.now }).where(eq(clients.id, goneId)))
  const left = (field: string) => ({ code: 'client_left', facts: { field } })
  expect(await refusalOf(addMatter(office, { by, title: 'X', clients: [rosaId, goneId] }))).toEqual(
    left('clients'),
  )
  const against = { by, title: 'X', clients: [rosaId], otherSide: [goneId] }
  expect(await refusalOf(addMatter(office, against))).toEqual(left('other-side'))
  await firm.addMatter({ title: 'Antigua', clients: [goneId] })
})

test('what waits for whoever lets go of a matter is told to who answers for it then', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const { camila: by, ana, matterId } = firm
  const pablo = await firm.addMember('Pablo Reyes', 'lawyer')
  const requestId = await askFor(office, firm, 'Cédula')
  await deliver(office)
  const to = [await replyAddressOf(office, 'rosa@correo.example', requestId)]
  await mailComesIn(office, { from: 'rosa@correo.example', to, attachments: [{ name: 'cedula.pdf' }] })
  await deliver(office)
  const change = (member: MemberActor, added: MemberActor[], gone: MemberActor[]) => {
    const responsible = { added: added.map((one) => one.memberId), gone: gone.map((one) => one.memberId) }
    return editMatter(office, { by: member, matterId, responsible })
  }
  expect(await refusal(change(pablo, [pablo], [by]))).toBe('not_allowed')
  expect(await refusal(change(by, [], [by]))).toBe('text_missing')
  await change(by, [pablo], [by])
  const { notes } = await deliver(office)
  expect(notes.map((note) => note.kind).sort()).toEqual(['answersArrived', 'mattersTaken'])
  await change(ana, [ana, by], [pablo])
  // Said once more, it is so already.
  await change(ana, [by], [pablo])
  expect((await matterDetails(office, { by, matterId })).responsible.map((one) => one.name)).toEqual([
    'Ana Rojas',
    'Camila Soto',
  ])
})
