import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { outbox } from '#db/schema/delivery.ts'
import { files } from '#db/schema/replies.ts'
import { NotFound } from '#core/errors.ts'
import { editFirm } from '#core/firms/edit-firm.ts'
import { placesForMail } from '#core/replies/quarantine/places-for-mail.ts'
import { clientReplies } from '../fixtures/mail/hazards/clients.ts'
import { contents } from '../fixtures/mail/hazards/contents.ts'
import { rosa, written, type Hazard, type World } from '../fixtures/mail/hazards/hazard.ts'
import { kinds } from '../fixtures/mail/hazards/kinds.ts'
import { senders, signs, withFile } from '../fixtures/mail/hazards/signs.ts'
import { itemsIn } from '../office/ask-for.ts'
import { lawFirm, type LawFirm } from '../office/law-firm.ts'
import { mailWorld, openMailDoor, type OpenMailDoor } from '../office/mail-world.ts'
import { testOffice, type TestOffice } from '../office/test-office.ts'

let office: TestOffice
let firm: LawFirm
let door: OpenMailDoor
beforeAll(async () => {
  office = await testOffice()
  firm = await lawFirm(office)
  door = await openMailDoor(office, firm)
})
afterAll(() => door?.close())

/** It comes through the listener, is read to its one final state, and changes what it may and nothing else. */
async function expectItsEnd(hazard: Hazard) {
  const { state, reason, kind, matchedBy, files: names, flags, written, suggests } = hazard.then
  const { inbound, requestId } = await door.meet(hazard)
  const found = { state: inbound.state, reason: inbound.quarantineReason, error: inbound.lastError }
  expect(found).toEqual({ state, reason: reason ?? null, error: null })
  if (kind) expect(inbound.kind).toBe(kind)
  if (matchedBy) expect(inbound.matchedBy).toBe(matchedBy)
  if (written !== undefined) expect(inbound.writtenText).toBe(written)
  const kept = await office.db.read
    .select()
    .from(files)
    .where(eq(files.inboundId, inbound.id))
    .orderBy(files.id)
  if (names) expect(kept.map((file) => file.name)).toEqual(names)
  if (flags) expect(kept.map((file) => file.flag)).toEqual(flags)
  if (state === 'answered' && !flags) return
  const items = await itemsIn(office, requestId)
  expect(items.map((item) => item.status)).toEqual(['pending', 'pending'])
  // Of what cannot count the client is told.
  if (flags) return
  const receipts = await office.db.read
    .select()
    .from(outbox)
    .where(and(eq(outbox.noticeKind, 'receipt'), eq(outbox.inReplyTo, inbound.messageId ?? '')))
  expect(receipts).toEqual([])
  if (state === 'unmatched') expect(await suggestedFor(inbound.id, requestId)).toBe(suggests ?? null)
}

/** Whether the request is suggested to the firm for a mail; null where it may not be placed at all. */
async function suggestedFor(inboundId: string, requestId: string): Promise<boolean | null> {
  try {
    const { places } = await placesForMail(office, { by: firm.ana, inboundId })
    return places.find((place) => place.requestId === requestId)?.suggested ?? null
  } catch (error) {
    if (error instanceof NotFound) return null
    throw error
  }
}

describe('a client’s reply', () => {
  test.each(clientReplies)('$name', expectItsEnd)
})

describe('of what ties it to a request, a mail', () => {
  test.each(signs)('$name', expectItsEnd)
})

describe('of who sends it, a mail', () => {
  test.each(senders)('$name', expectItsEnd)
})

describe('of what kind it is, a mail', () => {
  test.each(kinds)('$name', expectItsEnd)
})

describe('of what stands in it, a mail', () => {
  test.each(contents)('$name', expectItsEnd)
})

describe('where the firm trusts its own server', () => {
  beforeAll(() => editFirm(office, { by: firm.ana, trustsServer: true }))
  afterAll(() => editFirm(office, { by: firm.ana, trustsServer: false }))

  const found = (results: string | null) => (world: World) =>
    withFile(world, { 'Authentication-Results': results })
  const decisions: Hazard[] = [
    {
      name: 'what is neither proven nor disproved is accepted',
      raw: found('mx.estudio.example; spf=none; dmarc=none'),
      then: { state: 'answered' },
    },
    { name: 'so is what it says nothing about', raw: found(null), then: { state: 'answered' } },
    {
      name: 'what fails DMARC waits all the same',
      raw: found('mx.estudio.example; dmarc=fail header.from=correo.example'),
      then: { state: 'quarantined', reason: 'failed_proof' },
    },
    {
      name: 'an unknown sender waits all the same',
      raw: (w) => withFile(w, { From: 'ana@otro.example', 'Authentication-Results': null }),
      then: { state: 'quarantined', reason: 'unknown_sender' },
    },
    {
      name: 'two senders wait all the same',
      raw: (w) => withFile(w, { From: `${rosa}, ana@otro.example`, 'Authentication-Results': null }),
      then: { state: 'quarantined', reason: 'failed_proof' },
    },
  ]
  test.each(decisions)('$name', expectItsEnd)
})

describe('a mail that comes twice', () => {
  /** How both end; the second is what `again` makes of the first. */
  async function both(raw: (world: World) => string, again: (raw: string) => string = (same) => same) {
    const { world } = await mailWorld(office, firm)
    const envelope = { from: rosa, to: [world.reply] }
    const first = raw(world)
    return [(await door.receive(first, envelope)).state, (await door.receive(again(first), envelope)).state]
  }

  test('byte for byte counts once', async () => {
    expect(await both((w) => withFile(w, {}))).toEqual(['answered', 'duplicate'])
  })

  test('by two roads, with other Received lines and boundaries, counts once', async () => {
    const otherRoad = (raw: string) =>
      raw.replace('mx.correo.example ([192.0.2.7])', 'relay.example').replaceAll('sep', 'frontera')
    expect(await both((w) => withFile(w, {}), otherRoad)).toEqual(['answered', 'duplicate'])
  })

  test('under one Message-ID but with other contents counts twice', async () => {
    const other = (raw: string) => raw.replace('Adjunto lo pedido.', 'Y algo más.')
    expect(await both((w) => withFile(w, {}), other)).toEqual(['answered', 'answered'])
  })

  test('without a Message-ID counts once, and another without one counts as well', async () => {
    const anonymous = (words: string) => (w: World) => written(w, { 'Message-ID': null, Date: null }, words)
    expect(await both(anonymous('Voy el viernes.'))).toEqual(['filed', 'duplicate'])
    expect(await both(anonymous('Gracias.'), (raw) => `${raw}Saludos.`)).toEqual(['filed', 'filed'])
  })
})
