import { describe, expect, test } from 'vitest'
import { deadAddresses } from '#db/schema/clients.ts'
import { editClient } from '../../clients/edit-client.ts'
import { communicationOf } from '../../matters/communication.ts'
import { publishNews } from '../../news/publish-news.ts'
import type { DeliveryFailure } from './incoming-mail.ts'
import { settleDeliveries } from '../../delivery/settle-delivery.ts'
import { claimOutbox } from '../../delivery/claim-outbox.ts'
import { deliver, mailsOf } from '#test/office/deliveries.ts'
import { inboundOf, mailComesIn } from '#test/office/incoming.ts'
import { lawFirm, words } from '#test/office/law-firm.ts'
import { testOffice, type TestOffice } from '#test/office/test-office.ts'

const rosa = 'rosa@correo.example'
const body = words('Hola')

async function told(office: TestOffice) {
  const firm = await lawFirm(office)
  await publishNews(office, { by: firm.camila, matterId: firm.matterId, body })
  await deliver(office)
  const [row] = (await mailsOf(office)).filter((mail) => mail.recipient === rosa)
  const bounce = (failure: Partial<DeliveryFailure>) =>
    mailComesIn(office, {
      from: 'mailer-daemon@correo.example',
      kind: 'bounce',
      bounced: [row?.replyAddressId ?? ''],
      text: JSON.stringify(failure),
      failures: [
        {
          recipient: rosa,
          status: '5.1.1',
          severity: 'hard',
          diagnostic: 'smtp; 550 no such user',
          originalMessageId: row?.messageId ?? null,
          ...failure,
        },
      ],
    })
  const state = async () => (await mailsOf(office)).find((mail) => mail.id === row?.id)?.state
  return { firm, bounce, row, state }
}

describe('a delivery report', () => {
  test('of a hard failure stops that address alone and tells the member; nothing is sent to it any more', async () => {
    const office = await testOffice()
    const { firm, bounce, state } = await told(office)
    const { state: became, inboundId } = await bounce({})
    expect(became).toBe('bounce')
    expect(await state()).toBe('bounced')
    expect(await inboundOf(office, inboundId)).toMatchObject({ firmId: firm.firmId, matterId: firm.matterId })
    const { notes } = await deliver(office)
    expect(notes).toMatchObject([
      {
        kind: 'deliveryFailed',
        email: rosa,
        dead: true,
        client: 'Rosa Fuentes',
        reason: '5.1.1 smtp; 550 no such user',
      },
    ])
    expect(notes[0]?.memberId).toBe(firm.camila.memberId)
    const again = await publishNews(office, { by: firm.camila, matterId: firm.matterId, body })
    expect(again.told).toBe(2)
    const { news } = await communicationOf(office, { by: firm.camila, matterId: firm.matterId })
    expect(news.map((piece) => piece.deliveries.bounced).sort()).toEqual([0, 1])
    // Whoever writes the address into the sheet again says that it works.
    await editClient(office, { by: firm.camila, clientId: firm.rosaId, email: rosa })
    expect((await publishNews(office, { by: firm.camila, matterId: firm.matterId, body })).told).toBe(3)
  })

  test('of a soft failure has it sent again, twice at most, then it is told and the address lives; a delay is no failure', async () => {
    const office = await testOffice()
    const { firm, bounce, row, state } = await told(office)
    await bounce({ status: '4.4.7', severity: 'delayed' })
    expect(await state()).toBe('accepted')
    expect((await deliver(office)).notes).toEqual([])
    for (const hours of [4, 24]) {
      await bounce({ status: '5.2.2', severity: 'soft', diagnostic: `full, ${hours}` })
      // The same by another road, before it was sent again.
      await bounce({ status: '5.2.2', severity: 'soft', diagnostic: `full, ${hours}, again` })
      expect(await state()).toBe('queued')
      office.later({ hours: hours - 1 })
      expect(await deliver(office)).toMatchObject({ letters: [], notes: [] })
      office.later({ hours: 1 })
      const { letters } = await deliver(office)
      expect(letters).toMatchObject([{ messageId: row?.messageId, to: { email: rosa }, thread: null }])
    }
    await bounce({ status: '5.2.2', severity: 'soft' })
    expect(await state()).toBe('bounced')
    expect((await deliver(office)).notes).toMatchObject([{ kind: 'deliveryFailed', dead: false }])
    expect(await office.db.read.select().from(deadAddresses)).toEqual([])
    expect((await publishNews(office, { by: firm.camila, matterId: firm.matterId, body })).told).toBe(3)
  })

  test('that comes twice is told once', async () => {
    const office = await testOffice()
    const { bounce } = await told(office)
    await bounce({})
    await bounce({ diagnostic: 'smtp; 550 again' })
    expect((await deliver(office)).notes).toHaveLength(1)
  })

  test('that names no mail of ours, or not its recipient, changes nothing: anybody can write one', async () => {
    const office = await testOffice()
    const { bounce, state } = await told(office)
    await bounce({ originalMessageId: null })
    await bounce({ originalMessageId: '<made-up@correo.example>' })
    await bounce({ recipient: 'contador@correo.example' })
    expect(await state()).toBe('accepted')
    expect((await deliver(office)).notes).toEqual([])
    expect(await office.db.read.select().from(deadAddresses)).toEqual([])
  })

  test('that did not come to the bounce address of that mail is noted: its Message-ID is in every answer', async () => {
    const office = await testOffice()
    const { row, state } = await told(office)
    const failure = { recipient: rosa, status: '5.1.1', severity: 'hard' as const, diagnostic: '550' }
    const failures = [{ ...failure, originalMessageId: row?.messageId ?? null }]
    const forged = await mailComesIn(office, {
      from: 'x@evil.example',
      kind: 'bounce',
      failures,
      to: [row?.replyAddressId ?? ''],
    })
    expect(forged.state).toBe('noted')
    expect(await state()).toBe('accepted')
    expect(await office.db.read.select().from(deadAddresses)).toEqual([])
  })

  test('may call our mail by the name the server gave it', async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    await publishNews(office, { by: firm.camila, matterId: firm.matterId, body })
    const rows = await claimOutbox(office, 10)
    const outcome = { kind: 'accepted' as const, as: '250 ok', subject: 'Hola' }
    const named = rows.map((row) => ({
      row,
      outcome: { ...outcome, serverMessageId: `<${row.id}@amazonses.com>` },
    }))
    await settleDeliveries(office, named)
    const row = rows.find((one) => one.recipient === rosa)
    const failure = { recipient: rosa, status: '5.1.1', severity: 'hard' as const, diagnostic: '550' }
    const failures = [{ ...failure, originalMessageId: `<${row?.id}@amazonses.com>` }]
    const bounced = [row?.replyAddressId ?? '']
    await mailComesIn(office, { from: 'mailer-daemon@amazonses.com', kind: 'bounce', failures, bounced })
    expect((await mailsOf(office)).find((mail) => mail.id === row?.id)?.state).toBe('bounced')
  })
})
