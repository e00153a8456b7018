import { expect, test } from 'vitest'
import { cpuTime } from '#test/cpu-time.ts'
import { forwardedFrom } from './forwarded-from.ts'

const rosa = 'rosa@correo.example'

test.each([
  [
    'Gmail, in English',
    'Para el caso.\n\n---------- Forwarded message ---------\nFrom: Rosa Fuentes <Rosa@Correo.example>\nDate: Mon, Mar 2, 2026 at 10:15 AM\nSubject: Cédula\nTo: <camila@estudio.example>\n\nAdjunto.',
  ],
  [
    'Gmail, in Spanish',
    '---------- Forwarded message ---------\nDe: *Rosa Fuentes* <rosa@correo.example>\nDate: lun, 2 mar 2026 a las 10:15\nSubject: Cédula\nTo: <camila@estudio.example>',
  ],
  [
    'Gmail, in Portuguese',
    '---------- Forwarded message ---------\nDe: Rosa Fuentes <rosa@correo.example>\nDate: seg., 2 de mar. de 2026 às 10:15\nSubject: RG\nTo: <camila@estudio.example>',
  ],
  [
    'Outlook, in English',
    'FYI\n\n________________________________\nFrom: Rosa Fuentes <rosa@correo.example>\nSent: Monday, March 2, 2026 10:15 AM\nTo: Camila Soto <camila@estudio.example>\nSubject: Cédula\n',
  ],
  [
    'Outlook, in Spanish',
    'De: Rosa Fuentes <rosa@correo.example>\nEnviado: lunes, 2 de marzo de 2026 10:15\nPara: Camila Soto <camila@estudio.example>\nAsunto: Cédula',
  ],
  [
    'Outlook, in Portuguese',
    'De: Rosa Fuentes <mailto:rosa@correo.example>\nEnviado: segunda-feira, 2 de março de 2026 10:15\nPara: Camila\nAssunto: RG',
  ],
  [
    'Apple Mail, in English',
    'Begin forwarded message:\n\n> From: Rosa Fuentes <rosa@correo.example>\n> Subject: Cédula\n> Date: 2 March 2026 at 10:15:22 CLST\n> To: camila@estudio.example',
  ],
  [
    'Apple Mail, in Spanish',
    'Inicio del mensaje reenviado:\n\n> De: Rosa Fuentes <rosa@correo.example>\n> Asunto: Cédula\n> Fecha: 2 de marzo de 2026',
  ],
  [
    'Apple Mail, in Portuguese',
    'Início da mensagem encaminhada:\n\n> De: rosa@correo.example\n> Assunto: RG\n> Data: 2 de março de 2026',
  ],
  [
    'Thunderbird',
    '-------- Mensaje reenviado --------\nAsunto: \tCédula\nFecha: \tMon, 2 Mar 2026\nDe: \tRosa Fuentes <rosa@correo.example>\nPara: \tcamila@estudio.example',
  ],
])('%s names whom it is from', (_, text) => {
  expect(forwardedFrom(text, [])).toBe(rosa)
})

test('a mail that is carried whole names its sender in its own header', () => {
  const head = Buffer.from(
    'Received: x\r\nFrom: =?utf-8?q?Rosa?=\r\n <rosa@correo.example>\r\nSubject: x\r\n\r\nFrom: otra@x.example',
  )
  expect(forwardedFrom('Ver adjunto', [{ declared: 'message/rfc822', head }])).toBe(rosa)
  expect(forwardedFrom('Ver adjunto', [{ declared: 'application/pdf', head }])).toBeNull()
})

test.each([
  '',
  'Adjunto la cédula',
  'De: nosotros\nHola',
  'El lun, 2 mar 2026, Rosa <rosa@correo.example> escribió:\n> Hola',
  'Respuesta de: rosa@correo.example',
])('“%s” is no mail sent on', (text) => {
  expect(forwardedFrom(text, [])).toBeNull()
})

test('an endless one is read at once', () => {
  const started = cpuTime()
  for (const one of ['De: ', '> De: a\n> Para: b\n', '- ', 'From: <'.repeat(10)])
    forwardedFrom(one.repeat(50_000), [])
  expect(cpuTime() - started).toBeLessThan(500)
})
