import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { answers, arrivals, files } from '#db/schema/replies.ts'
import { handIn } from './handing-in/hand-in.ts'
import { arrivalForReview } from './arrival-for-review.ts'
import { reviewAnswer } from '../requests/review-answer.ts'
import { askFor, itemCalled } from '#test/office/ask-for.ts'
import { chatsOf, deliver, mailsOf } from '#test/office/deliveries.ts'
import { enterPortal, upload } from '#test/office/enter-portal.ts'
import { mailComesIn, replyAddressOf, type Written } from '#test/office/incoming.ts'
import { lawFirm } from '#test/office/law-firm.ts'
import { testOffice, type TestOffice } from '#test/office/test-office.ts'

const rosa = 'rosa@correo.example'

async function asked(office: TestOffice, items = 'Cédula\nContrato\nPoder\nFiniquito') {
  const firm = await lawFirm(office)
  const requestId = await askFor(office, firm, items)
  await deliver(office)
  const to = [await replyAddressOf(office, rosa, requestId)]
  const send = (name: string, more: Partial<Written> = {}) =>
    mailComesIn(office, { from: rosa, to, attachments: [{ name }], ...more })
  return { firm, requestId, send }
}

test('an image that comes with each of their mails is their letterhead from the fourth on, however it is attached', async () => {
  const office = await testOffice()
  const { send } = await asked(office)
  const logo = { name: 'firma.png', type: 'image/png', content: 'the same logo' }
  const kept = async (name: string) => {
    const { inboundId } = await send('', { attachments: [{ name, content: name }, logo] })
    const rows = await office.db.read.select().from(files).where(eq(files.inboundId, inboundId))
    return rows.map((file) => file.name).sort()
  }
  expect(await kept('cedula.pdf')).toEqual(['cedula.pdf', 'firma.png'])
  expect(await kept('contrato.pdf')).toEqual(['contrato.pdf', 'firma.png'])
  expect(await kept('poder.pdf')).toEqual(['firma.png', 'poder.pdf'])
  expect(await kept('finiquito.pdf')).toEqual(['finiquito.pdf'])
  // Alone it may be meant, and one that answered something is a document.
  const alone = await send('', { attachments: [logo] })
  expect(await office.db.read.select().from(files).where(eq(files.inboundId, alone.inboundId))).toHaveLength(
    1,
  )
  // A document that is sent for the fourth time is none.
  const again = { attachments: [{ name: 'carnet.jpg', type: 'image/jpeg', content: 'x'.repeat(30_000) }] }
  for (let n = 0; n < 3; n++) await send('', again)
  const { inboundId } = await send('', again)
  expect(await office.db.read.select().from(files).where(eq(files.inboundId, inboundId))).toMatchObject([
    { name: 'carnet.jpg' },
  ])
})

describe('several mails of one sitting', () => {
  test('are one message in chat; the first is receipted at once, the rest together after ten quiet minutes', async () => {
    const office = await testOffice()
    const { send } = await asked(office)
    await send('cedula.pdf')
    const first = await deliver(office)
    expect(first.letters).toMatchObject([{ kind: 'receipt', arrived: [{ files: ['cedula.pdf'] }] }])
    expect(first.notes).toMatchObject([{ kind: 'answersArrived', stands: null }])

    office.later({ minutes: 9 })
    await send('contrato.pdf')
    office.later({ minutes: 9 })
    // Pushed back by each further mail.
    await send('poder.pdf')
    const second = await deliver(office)
    expect(second.letters).toEqual([])
    expect(second.notes.at(-1)?.stands).not.toBeNull()
    expect(second.notes.at(-1)).toMatchObject({
      items: [{ title: 'Cédula' }, { title: 'Contrato' }, { title: 'Poder' }],
    })
    office.later({ minutes: 9 })
    expect((await deliver(office)).letters).toEqual([])
    office.later({ minutes: 1 })
    expect((await deliver(office)).letters).toMatchObject([
      { kind: 'receipt', arrived: [{ files: ['contrato.pdf'] }, { files: ['poder.pdf'] }] },
    ])
    office.later({ hours: 5 })
    expect((await deliver(office)).letters).toEqual([])
    expect(await office.db.read.select().from(arrivals)).toHaveLength(1)
    expect(await mailsOf(office, 'receipt')).toHaveLength(2)
  })

  test('tell all that was written with them', async () => {
    const office = await testOffice()
    const { send } = await asked(office)
    await send('cedula.pdf', { text: 'El contrato lo tiene mi hermana.' })
    office.later({ minutes: 2 })
    await send('poder.pdf', { text: '' })
    office.later({ minutes: 2 })
    await send('finiquito.pdf', { text: 'Este es el último.' })
    expect((await deliver(office)).notes.at(-1)).toMatchObject({
      kind: 'answersArrived',
      wrote: 'El contrato lo tiene mi hermana.\n\nEste es el último.',
    })
  })

  test('six mails with fourteen photos are one message that grows, a receipt at once and one when it is quiet', async () => {
    const office = await testOffice()
    const { send } = await asked(office, 'Contrato')
    const photos = [3, 2, 2, 3, 2, 2]
    const names = photos.map((count, mail) =>
      Array.from({ length: count }, (_, at) => `IMG_${mail}${at}.jpg`),
    )
    const came = { letters: 0, roots: 0 }
    for (const [mail, attached] of names.entries()) {
      const attachments = attached.map((name) => ({ name, content: name, type: 'image/jpeg' }))
      expect((await send('', { attachments, text: `Parte ${mail + 1}` })).state).toBe('answered')
      const { letters, notes } = await deliver(office)
      came.letters += letters.length
      came.roots += notes.filter((note) => note.stands === null).length
      office.later({ minutes: 1 })
    }
    expect(came).toEqual({ letters: 1, roots: 1 })
    office.later({ minutes: 9 })
    const [late, ...more] = (await deliver(office)).letters
    expect(more).toEqual([])
    expect(late).toMatchObject({
      kind: 'receipt',
      arrived: [{ title: 'Contrato', files: names.slice(1).flat() }],
    })
    expect(await office.db.read.select().from(answers)).toHaveLength(1)
    expect(await office.db.read.select().from(files)).toHaveLength(14)
  })

  test('end with ten quiet minutes: what comes after is another story, told and receipted at once', async () => {
    const office = await testOffice()
    const { send } = await asked(office)
    await send('cedula.pdf')
    await deliver(office)
    office.later({ minutes: 10 })
    await send('contrato.pdf')
    const { letters, notes } = await deliver(office)
    expect(letters).toMatchObject([{ kind: 'receipt', arrived: [{ files: ['contrato.pdf'] }] }])
    expect(notes).toMatchObject([{ stands: null, items: [{ title: 'Contrato' }] }])
    expect(await office.db.read.select().from(arrivals)).toHaveLength(2)
  })

  test('of two people are two stories', async () => {
    const office = await testOffice()
    const { send, requestId } = await asked(office)
    await send('cedula.pdf')
    const from = 'contador@correo.example'
    await send('contrato.pdf', { from, to: [await replyAddressOf(office, from, requestId)] })
    const { letters } = await deliver(office)
    expect(letters.map((letter) => letter.to.email).sort()).toEqual([from, rosa])
  })

  test('do not hold up a rejection, which leaves at once though a receipt is still to come', async () => {
    const office = await testOffice()
    const { firm, requestId, send } = await asked(office)
    await send('cedula.pdf')
    await deliver(office)
    office.later({ minutes: 2 })
    await send('contrato.pdf')
    const waiting = await arrivalForReview(office, { by: firm.camila, requestId })
    const answerId = waiting?.items[0]?.answerId ?? ''
    office.later({ minutes: 1 })
    const reason = { code: 'illegible' as const, note: null }
    await reviewAnswer(office, { by: firm.camila, answerId, verdict: 'rejected', reason })
    expect((await deliver(office)).letters.map((letter) => letter.kind)).toEqual(['answerRejected'])
    office.later({ minutes: 10 })
    expect((await deliver(office)).letters.map((letter) => letter.kind)).toEqual(['receipt'])
  })
})

test('more pages of the same document are appended until it is reviewed, and both messages show all of them', async () => {
  const office = await testOffice()
  const { firm, requestId, send } = await asked(office, 'Contrato')
  await send('contrato pagina 1.pdf')
  await deliver(office)
  office.later({ minutes: 30 })
  await send('contrato pagina 2.pdf')
  const { notes } = await deliver(office)
  expect(notes).toHaveLength(2)
  for (const note of notes) {
    expect(note).toMatchObject({
      items: [{ files: [{ name: 'contrato pagina 1.pdf' }, { name: 'contrato pagina 2.pdf' }] }],
    })
  }
  const waiting = await arrivalForReview(office, { by: firm.camila, requestId })
  expect(waiting?.items).toHaveLength(1)
})

test('handing in by the portal is told and receipted like a mail: once for a sitting, then once more', async () => {
  const office = await testOffice()
  const { firm, requestId } = await asked(office)
  const { session } = await enterPortal(office, firm, firm.rosaId, { email: 'Rosa@correo.example' })
  await deliver(office)
  for (const title of ['Cédula', 'Contrato', 'Poder']) {
    const { id: itemId } = await itemCalled(office, requestId, title)
    await handIn(office, { by: { session }, itemId, files: [upload(`${title}.pdf`)] })
    office.later({ minutes: 1 })
  }
  const { letters, notes } = await deliver(office)
  expect(letters).toMatchObject([
    { kind: 'receipt', to: { email: rosa }, arrived: [{ files: ['Cédula.pdf'] }] },
  ])
  expect(notes.at(-1)).toMatchObject({ via: 'portal', items: [{}, {}, {}] })
  office.later({ minutes: 10 })
  expect((await deliver(office)).letters).toMatchObject([
    { arrived: [{ title: 'Contrato' }, { title: 'Poder' }] },
  ])
  expect(new Set((await chatsOf(office)).map((row) => row.subjectId)).size).toBe(1)
})

test('words from the portal that a mail brings the document for are told there, and never as taken back', async () => {
  const office = await testOffice()
  const { firm, requestId, send } = await asked(office)
  const { session } = await enterPortal(office, firm, firm.rosaId, { email: rosa })
  const item = await itemCalled(office, requestId, 'Cédula')
  await handIn(office, { by: { session }, itemId: item.id, files: [], text: 'La mando por correo' })
  await deliver(office)
  office.later({ hours: 1 })
  await send('cedula.pdf')
  const { notes } = await deliver(office)
  expect(notes).toMatchObject([
    { kind: 'answersArrived', items: [{ title: 'Cédula', text: 'La mando por correo' }] },
  ])
})
