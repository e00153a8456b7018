import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { inboundMessages } from '#db/schema/replies.ts'
import { hideMatter } from '../../matters/hide-matter.ts'
import { decideQuarantine } from '../quarantine/decide-quarantine.ts'
import { watchQuarantine } from '../quarantine/watch-quarantine.ts'
import { setAside } from './set-aside.ts'
import { askFor } from '#test/office/ask-for.ts'
import { deliver } from '#test/office/deliveries.ts'
import { replyAddressOf } from '#test/office/incoming.ts'
import { lawFirm } from '#test/office/law-firm.ts'
import { testOffice, type TestOffice } from '#test/office/test-office.ts'

const rosa = 'rosa@correo.example'

/** A request was told to Rosa, and mails to its reply address are larger than is taken. */
async function asked(office: TestOffice) {
  const firm = await lawFirm(office)
  const requestId = await askFor(office, firm, 'Cédula\nContrato', { dueOn: '2026-03-09' })
  await deliver(office)
  const replyAddressIds = [await replyAddressOf(office, rosa, requestId)]
  let uid = 0
  const large = (more: { replyAddressIds?: string[]; because?: 'too_large' | 'unreadable' } = {}) =>
    setAside(office, {
      source: 'INBOX',
      sourceKey: `1:${++uid}`,
      from: 'otra@correo.example',
      subject: 'Documentos',
      start: Readable.from([Buffer.from('From: otra@correo.example\r\n\r\n')]),
      because: 'too_large',
      reason: 'too_large: 60000000 bytes',
      replyAddressIds,
      ...more,
    })
  return { firm, large }
}

test('a mail that is too large: the client hears so at their own address, once a day, with the page to hand in', async () => {
  const office = await testOffice()
  const { firm, large } = await asked(office)
  await large()
  await large()
  const { letters, notes } = await deliver(office)
  expect(letters).toMatchObject([{ kind: 'mailWaiting', tooLarge: true, to: { email: rosa } }])
  expect(letters[0]?.uploadUrl).toMatch(/^https?:/)
  expect(letters[0]?.thread).not.toBeNull()
  expect(notes.map((note) => note.memberId)).toEqual([firm.camila.memberId, firm.camila.memberId])
  office.later({ hours: 5 })
  await watchQuarantine(office)
  await large()
  expect((await deliver(office)).letters).toEqual([])
  office.later({ days: 1 })
  await large()
  expect((await deliver(office)).letters).toMatchObject([{ kind: 'mailWaiting', tooLarge: true }])
})

test('the client hears nothing of one that came to no address of theirs, or cannot be read at all', async () => {
  const office = await testOffice()
  const { large } = await asked(office)
  await large({ replyAddressIds: [] })
  await large({ because: 'unreadable' })
  expect((await deliver(office)).letters).toEqual([])
})

test('nor of one that a member has discarded meanwhile, or in a matter that is hidden from them', async () => {
  const office = await testOffice()
  const { firm, large } = await asked(office)
  await large()
  const [inbound] = await office.db.read.select().from(inboundMessages)
  await decideQuarantine(office, { by: firm.camila, inboundId: inbound?.id ?? '', decision: 'discarded' })
  expect((await deliver(office)).letters).toEqual([])
  office.later({ days: 1 })
  await large()
  await hideMatter(office, { by: firm.camila, matterId: inbound?.matterId ?? '' })
  expect((await deliver(office)).letters).toEqual([])
})
