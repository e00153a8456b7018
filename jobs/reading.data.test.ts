import { Readable } from 'node:stream'
import { afterEach, describe, expect, test } from 'vitest'
import { keyFor } from '#core/keys.ts'
import { communicationOf } from '#core/matters/communication.ts'
import { storeInbound } from '#core/replies/inbound/store-inbound.ts'
import { replyAddress } from '#mail/reply-address.ts'
import { askFor, itemsIn } from '#test/office/ask-for.ts'
import { deliver } from '#test/office/deliveries.ts'
import { inboundOf, replyAddressOf } from '#test/office/incoming.ts'
import { lawFirm } from '#test/office/law-firm.ts'
import { testOffice, type TestOffice } from '#test/office/test-office.ts'
import { createReading, type Reading } from './reading.ts'

const rosa = 'rosa@correo.example'
let reading: Reading | undefined
afterEach(async () => reading?.close(5000))

/** The address at which Rosa answers about a new request of one item. */
async function asked(office: TestOffice) {
  const firm = await lawFirm(office)
  const requestId = await askFor(office, firm, 'Cédula')
  await deliver(office)
  const key = keyFor(office.config.secretKey, 'reply-address')
  const base = office.config.mailIn?.replyAddress ?? ''
  const address = replyAddress(key, base, await replyAddressOf(office, rosa, requestId))
  const status = async () => (await itemsIn(office, requestId))[0]?.status
  return { firm, address, status }
}

/** A mail of Rosa's, unless somebody else is said, signed by their provider as the firm's server found, is handed to the listener for that address. */
async function handedOver(office: TestOffice, to: string, header: string[], from = rosa) {
  const domain = from.slice(from.indexOf('@') + 1)
  const raw = [
    `Authentication-Results: mx.estudio.example; dkim=pass header.d=${domain}; dmarc=pass header.from=${domain}`,
    'Received: from mx.correo.example by mx.estudio.example; Tue, 3 Mar 2026 14:00:00 +0000',
    `DKIM-Signature: v=1; a=rsa-sha256; d=${domain}; s=s1; h=from:to:cc:subject; bh=x; b=x`,
    `From: ${from}`,
    ...header,
    'Subject: Documento',
    'Message-ID: <m1@correo.example>',
    'Content-Type: application/pdf; name="cedula.pdf"',
    'Content-Disposition: attachment; filename="cedula.pdf"',
    '',
    '%PDF-1.4 cedula',
    '',
  ].join('\r\n')
  const envelope = { from, to: [to], remoteAddress: '127.0.0.1' }
  const { inboundId } = await storeInbound(office, {
    source: 'smtp',
    envelope,
    raw: Readable.from([Buffer.from(raw)]),
  })
  reading = createReading(office)
  await reading.round()
  await reading.idle()
  return inboundOf(office, inboundId)
}

describe('a signed mail that comes to a reply address', () => {
  test('counts when that is where the client sent it', async () => {
    const office = await testOffice()
    const { address, status } = await asked(office)
    const { state } = await handedOver(office, address, [`To: Estudio Rojas <${address}>`])
    expect(state).toBe('answered')
    expect(await status()).toBe('received')
  })

  test('waits for a member when the client sent it to somebody else and only the envelope names us', async () => {
    const office = await testOffice()
    const { address, status } = await asked(office)
    const header = [`Delivered-To: ${address}`, 'To: notaria@notaria.example']
    expect(await handedOver(office, address, header)).toMatchObject({
      state: 'quarantined',
      quarantineReason: 'not_addressed',
    })
    expect(await status()).toBe('pending')
  })
})

describe('a mail from an address of our own', () => {
  test.each([
    ['the one that letters come from', 'avisos@estudio.example'],
    ['the one that is answered to', 'casos@estudio.example'],
    ['a reply address made of that', 'Casos+r.x@estudio.example'],
  ])('answers nothing, be it %s: the history notes it and nobody is told', async (_, ours) => {
    const office = await testOffice()
    const { firm, address, status } = await asked(office)
    const { state, kind } = await handedOver(office, address, [`To: ${address}`], ours)
    expect({ state, kind }).toEqual({ state: 'noted', kind: 'ours' })
    expect(await status()).toBe('pending')
    const { history } = await communicationOf(office, { by: firm.camila, matterId: firm.matterId })
    expect(history[0]).toMatchObject({ kind: 'mailNoted', facts: { kind: 'ours' } })
    expect(await deliver(office)).toMatchObject({ letters: [], notes: [] })
  })
})
