import { describe, expect, test } from 'vitest'
import type { ChatNote } from '#core/delivery/chat-note.ts'
import { locales } from '#core/words/locale.ts'
import { checkBlocks } from '#test/slack/check-blocks.ts'
import { visibleText } from '#test/slack/visible-text.ts'
import type { Reader } from '../reader.ts'
import { wordsForChat } from '../words-for-chat.ts'
import { fitsInMessage } from './note.ts'
import { renderContent, renderNote } from './render-note.ts'
import { arrivedNote, mrkdwnIn, sampleNotes } from './sample-notes.ts'

const readers = locales.map((locale): Reader => ({
  words: wordsForChat(locale),
  locale,
  timeZone: 'America/Santiago',
}))
const [spanish] = readers as [Reader]

describe.each(readers)('in $locale', (reader) => {
  test.each(sampleNotes.map((note, index) => ({ note, kind: note.kind, index })))(
    'Slack takes $kind ($index) as one message',
    ({ note }) => {
      const posted = renderContent(reader, note)
      expect(checkBlocks(posted)).toEqual([])
      expect(fitsInMessage(posted.blocks)).toBe(true)
    },
  )

  test.each(sampleNotes.map((note, index) => ({ note, kind: note.kind, index })))(
    'nothing a client wrote in $kind ($index) mentions anybody or becomes a link',
    ({ note }) => {
      const posted = renderContent(reader, note)
      for (const said of [posted.text, ...mrkdwnIn(posted)]) {
        expect(said).not.toMatch(/<[!@#]/)
        expect(said).not.toContain('<https://mal.example')
      }
      expect(JSON.stringify(posted)).not.toContain('"verbatim":false')
    },
  )
})

test('an arrival names every item and every file, each with its verdicts', () => {
  const { blocks, text } = renderContent(spanish, arrivedNote(10, 1, 0))
  const said = visibleText({ blocks, text })
  for (let number = 1; number <= 10; number++) {
    expect(said).toContain(`Documento ${number}`)
    expect(said).toContain(`cedula-${number - 1}.pdf`)
  }
  const approvals = JSON.stringify(blocks).match(/"action_id":"approve"/g)
  expect(approvals).toHaveLength(7)
  expect(said).toContain('Rechazado por Ana Rojas: No se lee bien (solo el reverso)')
})

test('more than ten items are named all the same, and reviewed in a modal', () => {
  const { blocks, text } = renderContent(spanish, arrivedNote(80, 1, 0))
  const said = visibleText({ blocks, text })
  for (let number = 1; number <= 80; number++) {
    expect(said).toContain(`Documento ${number}`)
    expect(said).toContain(`cedula-${number - 1}.pdf`)
  }
  expect(JSON.stringify(blocks)).toContain('"action_id":"review"')
  expect(JSON.stringify(blocks)).not.toContain('"action_id":"approve"')
})

test('a decided mail says by whom, and leaves nothing to click', () => {
  for (const note of sampleNotes) {
    if (note.kind !== 'mailQuarantined' || note.decision === null) continue
    const { blocks } = renderContent(spanish, note)
    expect(JSON.stringify(blocks)).not.toContain('"type":"button"')
  }
})

test('a mail that belongs to no matter can only be discarded', () => {
  const note = sampleNotes.find((one) => one.kind === 'mailQuarantined' && !one.acceptable)
  if (!note) throw new Error('no such sample')
  const said = JSON.stringify(renderContent(spanish, note).blocks)
  expect(said).toContain('quarantine_discard')
  expect(said).not.toContain('quarantine_accept')
})

test('a mail too large to be taken in is asked for by the link of the request, not again by e-mail', () => {
  const note = sampleNotes.find((one) => one.kind === 'mailQuarantined' && one.reason === 'too_large')
  if (!note) throw new Error('no such sample')
  const said = JSON.stringify(renderContent(spanish, note).blocks)
  expect(said).toContain('los suba con el enlace del correo de la solicitud')
  expect(said).not.toContain('responda al correo de la solicitud')
})

test('a client’s mail that answers none of ours is said to be theirs, and may be placed or discarded', () => {
  const note = sampleNotes.find((one) => one.kind === 'mailQuarantined' && one.reason === 'no_match')
  if (!note) throw new Error('no such sample')
  const said = JSON.stringify(renderContent(spanish, note).blocks)
  expect(said).toContain('Rosa Fuentes')
  expect(said).toContain('forward_place')
  expect(said).toContain('quarantine_discard')
  expect(said).toContain('Parece responder a «Antecedentes»')
  for (const never of [
    'quarantine_accept',
    'quarantine_add',
    'No se pudo saber',
    'no está entre los correos',
  ])
    expect(said).not.toContain(never)
})

test('a date of another year is told with its year', () => {
  const note: ChatNote = {
    outboxId: 'outbox',
    platform: 'slack',
    tenant: 'T1',
    userId: 'U1',
    locale: 'es-CL',
    timeZone: 'America/Santiago',
    today: '2025-12-29',
    memberId: 'member',
    firmId: 'firm',
    subjectId: 'subject',
    stands: null,
    thread: null,
    place: 'direct',
    retry: false,
    baseUrl: 'https://portal.estudio.example',
    ...arrivedNote(1, 1, 0),
  }
  expect(visibleText(renderNote(note))).toContain('para el martes 17 de marzo de 2026')
  expect(visibleText(renderNote({ ...note, today: '2026-03-02' }))).not.toContain('de 2026')
})
