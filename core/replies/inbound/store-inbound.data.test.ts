import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { inboundMessages } from '#db/schema/replies.ts'
import { TooLarge } from '#db/files.ts'
import { backlog } from '../../health/backlog.ts'
import { claimInbound, renewInbound } from './claim-inbound.ts'
import { receiveReply } from '../receive-reply.ts'
import { storeInbound } from './store-inbound.ts'
import { readMail } from '#test/office/incoming.ts'
import { lawFirm } from '#test/office/law-firm.ts'
import { secondConnection } from '#test/office/second-connection.ts'
import { testOffice, type TestOffice } from '#test/office/test-office.ts'

const envelope = { from: 'rosa@correo.example', to: ['casos@estudio.example'], remoteAddress: '192.0.2.1' }

const store = (office: TestOffice, text: string, sourceKey?: string) =>
  storeInbound(office, {
    source: 'INBOX',
    envelope,
    raw: Readable.from([Buffer.from(text)]),
    ...(sourceKey === undefined ? {} : { sourceKey }),
  })

test('a mail is on disk and in the database before anybody is told that it was taken', async () => {
  const office = await testOffice()
  const woken: string[] = []
  office.wake = (work) => woken.push(work)
  const { inboundId } = await store(office, 'From: rosa\r\n\r\nHola')
  const [row] = await office.db.read.select().from(inboundMessages)
  expect(row).toMatchObject({
    id: inboundId,
    state: 'stored',
    rawSize: 18,
    envelopeFrom: envelope.from,
    envelopeTo: envelope.to,
  })
  const chunks: Buffer[] = []
  for await (const chunk of office.files.read(row?.rawKey ?? '')) chunks.push(chunk as Buffer)
  expect(Buffer.concat(chunks).toString()).toBe('From: rosa\r\n\r\nHola')
  expect(woken).toEqual(['inbox'])
  expect(await backlog(office)).toEqual({ outbox: 0, inbox: 1, scan: 0 })
})

test('the same mail of a mailbox again is not stored again, and leaves no bytes behind', async () => {
  const office = await testOffice()
  const other = await secondConnection(office)
  const [one, two] = await Promise.all([
    store(office, 'uno', '1:7'),
    storeInbound(other, {
      source: 'INBOX',
      sourceKey: '1:7',
      envelope,
      raw: Readable.from([Buffer.from('uno')]),
    }),
  ])
  expect(one).toEqual(two)
  expect(await store(office, 'uno', '1:7')).toEqual(one)
  await store(office, 'uno', '1:8')
  expect(await office.db.read.select().from(inboundMessages)).toHaveLength(2)
  expect(await office.files.list('inbound')).toHaveLength(2)
})

test('a mail that is too large is not taken at all', async () => {
  const office = await testOffice({ MAX_MESSAGE_BYTES: '1024' })
  await expect(store(office, 'x'.repeat(1025))).rejects.toBeInstanceOf(TooLarge)
  expect(await office.db.read.select().from(inboundMessages)).toEqual([])
  expect(await office.files.list('inbound')).toEqual([])
})

test('two processes never read one mail at once; what a killed one held is taken up again, oldest first', async () => {
  const office = await testOffice()
  await lawFirm(office)
  const other = await secondConnection(office)
  const ids: string[] = []
  for (let i = 0; i < 6; i++) ids.push((await store(office, `mail ${i}`)).inboundId)
  const claims = await Promise.all([claimInbound(office, 3), claimInbound(other, 3)])
  expect(
    claims
      .flat()
      .map((mail) => mail.id)
      .sort(),
  ).toEqual([...ids].sort())
  expect(await claimInbound(office, 3)).toEqual([])
  office.later({ minutes: 0.3 })
  await renewInbound(office, ids.slice(2))
  office.later({ minutes: 0.1 })
  expect((await claimInbound(office, 10)).map((mail) => [mail.id, mail.attempts])).toEqual(
    ids.slice(0, 2).map((id) => [id, 2]),
  )
  // One that was read meanwhile is nobody's any more.
  const [first = ''] = ids
  await receiveReply(
    office,
    await readMail(office, first, { from: 'nadie@correo.example', kind: 'automatic' }),
  )
  office.later({ minutes: 10 })
  expect((await claimInbound(office, 10)).map((mail) => mail.id)).toEqual(ids.slice(1))
})
