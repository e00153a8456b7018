import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { events } from '#db/schema/delivery.ts'
import { closeMatter } from '../matters/close-matter.ts'
import { askForCorrection } from './ask-for-correction.ts'
import { contactSheets } from './contact-sheet.ts'
import { settleCorrection } from './settle-correction.ts'
import { deliver } from '#test/office/deliveries.ts'
import { enterPortal } from '#test/office/enter-portal.ts'
import { lawFirm } from '#test/office/law-firm.ts'
import { refusal } from '#test/office/refusal.ts'
import { secondConnection } from '#test/office/second-connection.ts'
import { testOffice } from '#test/office/test-office.ts'

async function rosaInside() {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const { session } = await enterPortal(office, firm, firm.rosaId, { email: 'rosa@correo.example' })
  await deliver(office)
  const ask = (text: string) => askForCorrection(office, { by: session, clientId: firm.rosaId, text })
  const asked = async () => (await contactSheets(office, session))[0]?.corrections ?? []
  return { office, firm, session, ask, asked }
}

describe('a client who finds something wrong in their contact sheet', () => {
  test('says so, sees that it waits, and sees when it was done', async () => {
    const { office, firm, ask, asked } = await rosaInside()
    const { correctionId } = await ask(' Mi teléfono es otro:\r\n+56 9 8765 4321 ')
    expect(await asked()).toEqual([
      {
        id: correctionId,
        text: 'Mi teléfono es otro:\n+56 9 8765 4321',
        askedAt: office.now,
        settledAt: null,
      },
    ])
    const told = (await deliver(office)).notes
    expect(told).toMatchObject([
      { kind: 'correctionAsked', memberId: firm.camila.memberId, client: 'Rosa Fuentes', settled: null },
    ])
    office.later({ days: 2 })
    await settleCorrection(office, { by: firm.camila, correctionId })
    expect(await asked()).toMatchObject([{ settledAt: office.now }])
    expect((await deliver(office)).notes).toMatchObject([
      { stands: { messageId: expect.any(String) }, settled: { by: 'Camila Soto' } },
    ])
    office.later({ days: 61 })
    expect(await asked()).toEqual([])
  })

  test('is heard by the admins where nobody is responsible for an open matter of theirs', async () => {
    const { office, firm, ask } = await rosaInside()
    await closeMatter(office, { by: firm.camila, matterId: firm.matterId })
    await ask('Mi domicilio cambió.')
    const { notes } = await deliver(office)
    expect(notes.filter((note) => note.kind === 'correctionAsked').map((note) => note.memberId)).toEqual([
      firm.ana.memberId,
    ])
  })

  test('who sends it twice has asked once, also at the same moment', async () => {
    const { office, firm, session, ask, asked } = await rosaInside()
    const other = await secondConnection(office)
    const wish = { by: session, clientId: firm.rosaId, text: 'Mi nombre lleva tilde.' }
    const ids = await Promise.all([ask(wish.text), askForCorrection(other, wish), ask(wish.text)])
    expect(new Set(ids.map((one) => one.correctionId)).size).toBe(1)
    expect(await asked()).toHaveLength(1)
    expect((await deliver(office)).notes).toHaveLength(1)
    // Done and wrong again, it is another wish.
    await settleCorrection(office, { by: firm.ana, correctionId: ids[0].correctionId })
    await ask(wish.text)
    expect(await asked()).toHaveLength(2)
  })

  test('can have five that wait, and no empty, endless or foreign one', async () => {
    const { office, firm, session, ask, asked } = await rosaInside()
    expect(await refusal(ask(' \n'))).toBe('text_missing')
    expect(await refusal(ask('x'.repeat(2001)))).toBe('text_too_long')
    const pedroId = await firm.addClient('Pedro Soto', 'pedro@correo.example')
    expect(await refusal(askForCorrection(office, { by: session, clientId: pedroId, text: 'x' }))).toBe(
      'not_found',
    )
    const first = await ask('x'.repeat(2000))
    for (const text of ['b', 'c', 'd', 'e']) await ask(text)
    expect(await refusal(ask('f'))).toBe('too_many_corrections')
    expect(await ask('e')).toBeTruthy()
    await settleCorrection(office, { by: firm.ana, correctionId: first.correctionId })
    await ask('f')
    expect((await asked()).filter((one) => one.settledAt === null)).toHaveLength(5)
  })
})

describe('a member', () => {
  test('settles a correction once: a second click of theirs or of another changes nothing', async () => {
    const { office, firm, ask } = await rosaInside()
    const { correctionId } = await ask('Mi RUT está mal.')
    const click = { by: firm.camila, correctionId, interaction: 'click-1' }
    await settleCorrection(office, click)
    await settleCorrection(office, click)
    expect(await refusal(settleCorrection(office, { by: firm.ana, correctionId }))).toBe('already_decided')
    const done = await office.db.read.select().from(events).where(eq(events.kind, 'correctionSettled'))
    expect(done).toMatchObject([{ actorId: firm.camila.memberId, clientId: firm.rosaId }])
  })

  test('of another firm settles nothing', async () => {
    const { office, ask } = await rosaInside()
    const { correctionId } = await ask('Mi RUT está mal.')
    const others = await lawFirm(office, 'T000000002')
    expect(await refusal(settleCorrection(office, { by: others.ana, correctionId }))).toBe('not_found')
  })
})
