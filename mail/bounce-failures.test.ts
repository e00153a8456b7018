import { expect, test } from 'vitest'
import { cpuTime } from '#test/cpu-time.ts'
import { bounceFailures } from './bounce-failures.ts'
import type { OpenedMail } from './open-mail.ts'
import { readRawHeader } from './raw-header.ts'

const header = readRawHeader(Buffer.from('From: MAILER-DAEMON@correo.cl\r\n\r\n'), true)

const bare: OpenedMail = {
  headers: new Map(),
  text: '',
  html: null,
  parts: [],
  types: ['text/plain'],
  reportType: null,
  calendarMethods: [],
}

function failuresIn(text: string) {
  if (!header) throw new Error('no header')
  return bounceFailures(bare, header, text)
}

test('a report in plain text is tied to the mail it quotes, indented or marked as a quotation', () => {
  const report = 'Hi. This is the qmail-send program.\n\n<rosa@correo.cl>:\n550 5.1.1 no such user\n\n'
  for (const quoted of [
    'Message-ID: <m1@estudio.cl>',
    '> > message-id:<m1@estudio.cl>',
    '\tMessage-Id:  <m1@estudio.cl>',
  ])
    expect(failuresIn(`${report}Subject: x\n${quoted}\n`)).toMatchObject([
      { recipient: 'rosa@correo.cl', originalMessageId: '<m1@estudio.cl>' },
    ])
})

test('a report of nothing but empty or endless lines is read at once', () => {
  const started = cpuTime()
  for (const text of ['\n', '>\n', ' ', '>', '\n ', 'message-id: ']) failuresIn(text.repeat(50_000))
  failuresIn(`message-id:${' '.repeat(50_000)}`)
  expect(cpuTime() - started).toBeLessThan(1000)
})
