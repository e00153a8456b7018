import { expect, test } from 'vitest'
import { sampleLetters } from '#test/fixtures/sample-letters.ts'
import { mailWriter } from './mail-of-letter.ts'

const sender = {
  from: 'avisos@estudio.example',
  replyAddress: 'casos@estudio.example',
  secretKey: 'a-secret-key-for-tests-that-is-long-enough',
  baseUrl: 'https://portal.example',
}

test('a hearing comes with a file for the reader’s calendar, and urgent news with one button to confirm it', () => {
  const letter = sampleLetters('es-CL')['news-hearing-urgent']
  if (!letter) throw new Error('no such sample')
  const { attachments, html, text } = mailWriter(sender)(letter)
  expect(attachments).toEqual([
    {
      filename: 'audiencia.ics',
      content: letter.calendar?.text,
      contentType: 'text/calendar; charset=utf-8; method=PUBLISH',
    },
  ])
  if (typeof html !== 'string') throw new Error('the letter has no HTML')
  expect(html.match(/class="button" href/g)).toHaveLength(1)
  expect(text).toContain(letter.confirmUrl)
  expect(text).toContain('agregarla a su calendario')
})

test.each([
  ['disregard-hearing', 'retira de su calendario la cita'],
  ['hearing-off', 'retira la cita de su calendario'],
  ['news-hearing-removed', 'retira la audiencia de su calendario'],
])('the letter %s takes a hearing that is off out of the reader’s calendar', (name, said) => {
  const letter = sampleLetters('es-CL')[name]
  if (!letter) throw new Error('no such sample')
  const { attachments, text } = mailWriter(sender)(letter)
  expect(attachments).toMatchObject([{ contentType: 'text/calendar; charset=utf-8; method=CANCEL' }])
  expect(text).toContain(said)
})

test('any other letter brings nothing along', () => {
  for (const letter of Object.values(sampleLetters('es-CL')))
    if (!letter.calendar) expect(mailWriter(sender)(letter).attachments).toBeUndefined()
})
