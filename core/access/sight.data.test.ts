import { describe, expect, test } from 'vitest'
import { addEntry } from '../entries/add-entry.ts'
import { hideMatter } from '../matters/hide-matter.ts'
import { matterForClient } from '../matters/matter-for-client.ts'
import { mattersForClient } from '../matters/matters-for-client.ts'
import { openFile } from '../replies/files/open-file.ts'
import { categories, type Category } from './access.ts'
import type { ClientSession } from './session/client-session.ts'
import { enterPortal } from '#test/office/enter-portal.ts'
import { lawFirm } from '#test/office/law-firm.ts'
import { refusal } from '#test/office/refusal.ts'
import { testOffice, type TestOffice } from '#test/office/test-office.ts'

const titlesOf = async (office: TestOffice, session: ClientSession) =>
  (await mattersForClient(office, session)).map((matter) => matter.title).sort()

test('each of the 32 sets of categories holds on the page, in the list and for downloads', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const { matterId } = firm
  const all = Object.entries(categories) as [Category, (typeof categories)[Category]][]
  const fileIds = new Map<string, string>()
  const { session: everything } = await enterPortal(office, firm, firm.rosaId, {
    email: 'todo@correo.example',
    can: all.map(([category]) => category),
  })
  for (const [, kind] of all) {
    office.later({ minutes: 1 })
    async function* bytes() {
      yield Buffer.from('%PDF-1.4')
    }
    const file = { name: `${kind}.pdf`, type: 'application/pdf', bytes: bytes() }
    await addEntry(office, { by: firm.camila, matterId, kind, title: kind, file, at: office.now })
  }
  for (const entry of (await matterForClient(office, everything, matterId)).history) {
    fileIds.set(entry.kind, entry.file?.id ?? '')
  }
  expect([...fileIds.values()].every((id) => id !== '')).toBe(true)
  const timeOf = (kind: string) =>
    office.now.getTime() - (all.length - 1 - all.findIndex(([, one]) => one === kind)) * 60_000

  for (let set = 0; set < 32; set++) {
    const can = all.filter((_, bit) => set & (1 << bit))
    const kinds = can.map(([, kind]) => kind)
    const session: ClientSession = { ...everything, entryKinds: kinds }
    const email = `set${set}@correo.example`
    const entered = await enterPortal(office, firm, firm.rosaId, {
      email,
      can: can.map(([category]) => category),
    })
    expect([...entered.session.entryKinds].sort()).toEqual([...kinds].sort())
    const { history } = await matterForClient(office, session, matterId)
    expect(history.map((entry) => entry.kind).sort()).toEqual([...kinds].sort())
    const [listed] = await mattersForClient(office, session)
    const newest = kinds.length === 0 ? null : Math.max(...kinds.map(timeOf))
    expect(listed?.lastActivityAt?.getTime() ?? null).toBe(newest)
    for (const [kind, fileId] of fileIds) {
      const opened = await openFile(office, entered.session, fileId).then(
        () => true,
        () => false,
      )
      expect([kind, opened]).toEqual([kind, kinds.some((one) => one === kind)])
    }
  }
})

describe('a client sees', () => {
  test('matters they are involved in on our side, with their appeals and offshoots down any depth, and no attached ones', async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    const root = firm.matterId
    const under = (
      title: string,
      matterId: string,
      relation: 'appeal' | 'offshoot' | 'attached',
      clients: string[] = [],
    ) => firm.addMatter({ title, clients, parent: { matterId, relation } })
    const appeal = await under('Apelación', root, 'appeal')
    const offshoot = await under('Incidente', appeal, 'offshoot')
    await under('Casación', offshoot, 'appeal')
    const attached = await under('Agregada', root, 'attached')
    const below = await under('Recurso de la agregada', attached, 'appeal')
    const own = await under('Agregada suya', root, 'attached', [firm.rosaId])
    const stranger = await firm.addMatter({ title: 'De otros', clients: [] })
    const { session } = await enterPortal(office, firm, firm.rosaId, { email: 'rosa@correo.example' })
    expect(await titlesOf(office, session)).toEqual([
      'Agregada suya',
      'Apelación',
      'Casación',
      'Fuentes con Inmobiliaria Los Aromos',
      'Incidente',
    ])
    for (const id of [attached, below, stranger, 'nothing', '']) {
      expect(await refusal(matterForClient(office, session, id))).toBe('not_found')
    }
    const seen = await matterForClient(office, session, root)
    expect(seen.offspring.map((matter) => matter.title)).toEqual(['Apelación'])
    expect(JSON.stringify(seen)).not.toContain('Agregada"')
    // Of an attached matter that is theirs, the page does not say what it is attached to.
    expect((await matterForClient(office, session, own)).matter).toMatchObject({ relation: null })
  })

  test('nothing through a matter that is hidden, private without the switch, or in which they stand on the other side', async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    const appeal = await firm.addMatter({
      title: 'Apelación',
      clients: [],
      parent: { matterId: firm.matterId, relation: 'appeal' },
    })
    const deep = await firm.addMatter({
      title: 'Casación',
      clients: [],
      parent: { matterId: appeal, relation: 'appeal' },
    })
    const against = await firm.addMatter({
      title: 'Contra Rosa',
      clients: [],
      otherSide: [firm.rosaId],
      parent: { matterId: firm.matterId, relation: 'offshoot' },
    })
    const belowAgainst = await firm.addMatter({
      title: 'Más',
      clients: [],
      parent: { matterId: against, relation: 'appeal' },
    })
    const { session } = await enterPortal(office, firm, firm.rosaId, { email: 'rosa@correo.example' })
    for (const id of [against, belowAgainst]) {
      expect(await refusal(matterForClient(office, session, id))).toBe('not_found')
    }
    expect(await titlesOf(office, session)).toContain('Casación')
    await hideMatter(office, { by: firm.camila, matterId: appeal })
    expect(await titlesOf(office, session)).toEqual(['Fuentes con Inmobiliaria Los Aromos'])
    expect(await refusal(matterForClient(office, session, deep))).toBe('not_found')
  })

  test('private and team matters only with the switch of each', async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    const clients = [firm.rosaId]
    await firm.addMatter({ title: 'Privada', clients, visibility: 'private' })
    await firm.addMatter({ title: 'De equipo', clients, team: 'Familia' })
    const open = 'Fuentes con Inmobiliaria Los Aromos'
    const seen = []
    for (const [privateMatters, teamMatters] of [
      [false, false],
      [true, false],
      [false, true],
      [true, true],
    ] as const) {
      const email = `${privateMatters}-${teamMatters}@correo.example`
      const { session } = await enterPortal(office, firm, firm.rosaId, { email, privateMatters, teamMatters })
      seen.push(await titlesOf(office, session))
    }
    expect(seen).toEqual([[open], [open, 'Privada'], ['De equipo', open], ['De equipo', open, 'Privada']])
  })
})
