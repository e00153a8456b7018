import { describe, expect, test } from 'vitest'
import { deadAddresses } from '#db/schema/clients.ts'
import { addAccess } from '../../access/granting/add-access.ts'
import { invite } from '../../access/granting/invite.ts'
import { editClient } from '../../clients/edit-client.ts'
import { communicationOf } from '../../matters/communication.ts'
import { editNews } from '../../news/edit-news.ts'
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
const unproven = { status: '5.1.1', severity: 'hard' as const, diagnostic: 'smtp; 550 no such user' }

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

  test.each([
    ['names no mail', null],
    ['names it as no server of ours did', '<made-up@correo.example>'],
  ])(
    'that %s is about the newest that was sent from the bounce address it came to, and is told once',
    async (_, originalMessageId) => {
      const office = await testOffice()
      const { bounce, state } = await told(office)
      await bounce({ originalMessageId })
      expect(await state()).toBe('bounced')
      expect((await deliver(office)).notes).toMatchObject([
        { kind: 'deliveryFailed', email: rosa, dead: true },
      ])
      await bounce({ originalMessageId, diagnostic: 'smtp; 550 by another road' })
      expect((await deliver(office)).notes).toEqual([])
    },
  )

  test('that names no mail leaves alone what was sent before the newest', async () => {
    const office = await testOffice()
    const { firm, bounce, row, state } = await told(office)
    const newsId = row?.subjectId ?? ''
    await editNews(office, { by: firm.camila, newsId, body: words('Hola de nuevo'), tellAgain: true })
    office.later({ minutes: 10 })
    await deliver(office)
    await bounce({ originalMessageId: null })
    expect(await state()).toBe('accepted')
    const bounced = (await mailsOf(office)).filter((mail) => mail.state === 'bounced')
    expect(bounced).toMatchObject([{ recipient: rosa, replyAddressId: row?.replyAddressId }])
  })

  test('of an address to which the recipient has their mail forwarded: it did not arrive, and theirs is still written to', async () => {
    const office = await testOffice()
    const { firm, bounce, state } = await told(office)
    await bounce({ recipient: 'rosa@trabajo.example' })
    expect(await state()).toBe('bounced')
    expect((await deliver(office)).notes).toMatchObject([
      {
        kind: 'deliveryFailed',
        email: rosa,
        dead: false,
        reason: 'rosa@trabajo.example: 5.1.1 smtp; 550 no such user',
      },
    ])
    expect(await office.db.read.select().from(deadAddresses)).toEqual([])
    expect((await publishNews(office, { by: firm.camila, matterId: firm.matterId, body })).told).toBe(3)
  })

  test('of both, in whatever order, stops the recipient’s own', async () => {
    const office = await testOffice()
    const { row } = await told(office)
    const failure = { status: '5.1.1', severity: 'hard' as const, diagnostic: '550', originalMessageId: null }
    await mailComesIn(office, {
      from: 'mailer-daemon@correo.example',
      kind: 'bounce',
      bounced: [row?.replyAddressId ?? ''],
      failures: [
        { ...failure, recipient: 'rosa@trabajo.example', status: '4.4.7', severity: 'soft' as const },
        { ...failure, recipient: rosa },
      ],
    })
    expect(await office.db.read.select().from(deadAddresses)).toMatchObject([{ email: rosa }])
    expect((await deliver(office)).notes).toHaveLength(1)
  })

  test('that did not come to a bounce address stops nobody: its Message-ID is in every answer, and a member is told once', async () => {
    const office = await testOffice()
    const { firm, row, state } = await told(office)
    const forged = (recipient: string) =>
      mailComesIn(office, {
        from: 'x@evil.example',
        kind: 'bounce',
        failures: [{ ...unproven, recipient, originalMessageId: row?.messageId ?? null }],
        to: [row?.replyAddressId ?? ''],
        text: recipient,
      })
    expect((await forged(rosa)).state).toBe('noted')
    expect((await forged('rosa@trabajo.example')).state).toBe('noted')
    expect(await state()).toBe('accepted')
    expect(await office.db.read.select().from(deadAddresses)).toEqual([])
    const { notes } = await deliver(office)
    expect(notes).toMatchObject([
      { kind: 'deliveryFailed', email: rosa, dead: false, doubtful: true, reason: '' },
    ])
    expect(notes[0]?.memberId).toBe(firm.camila.memberId)
    expect((await publishNews(office, { by: firm.camila, matterId: firm.matterId, body })).told).toBe(3)
  })

  test('that names no mail of ours, or only a delay, and did not come to a bounce address, is noted', async () => {
    const office = await testOffice()
    const { row } = await told(office)
    const comes = (failure: Partial<DeliveryFailure>) =>
      mailComesIn(office, {
        from: 'mailer-daemon@correo.example',
        kind: 'bounce',
        text: JSON.stringify(failure),
        failures: [{ ...unproven, recipient: rosa, originalMessageId: null, ...failure }],
      })
    expect((await comes({})).state).toBe('noted')
    expect((await comes({ originalMessageId: '<made-up@correo.example>' })).state).toBe('noted')
    const delayed = { severity: 'delayed' as const, originalMessageId: row?.messageId ?? null }
    expect((await comes(delayed)).state).toBe('noted')
    expect((await deliver(office)).notes).toEqual([])
  })

  test('of a mail that has no bounce address, as an invitation has none, is told as doubtful', async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    const email = 'rosa.portal@correo.example'
    const { accessId } = await addAccess(office, {
      by: firm.ana,
      clientId: firm.rosaId,
      kind: 'link',
      name: 'Rosa',
      email,
    })
    await invite(office, { by: firm.ana, accessId })
    await deliver(office)
    const [letter] = await mailsOf(office, 'accessInvite')
    await mailComesIn(office, {
      from: 'mailer-daemon@correo.example',
      kind: 'bounce',
      failures: [{ ...unproven, recipient: email, originalMessageId: letter?.messageId ?? null }],
    })
    expect((await deliver(office)).notes).toMatchObject([{ kind: 'deliveryFailed', email, doubtful: true }])
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
