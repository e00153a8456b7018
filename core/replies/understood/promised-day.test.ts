import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cpuTime } from '#test/cpu-time.ts'
import { promisedDay } from './promised-day.ts'

// A Tuesday.
const today = '2026-03-03'

test.each([
  ['Se lo mando el viernes', '2026-03-06'],
  ['Hola, lo envío el viernes. Saludos', '2026-03-06'],
  ['Estimada: le envío los documentos el viernes.', '2026-03-06'],
  ['Lo envio este viernes', '2026-03-06'],
  ['el viernes se lo hago llegar', '2026-03-06'],
  ['Enviaré todo el lunes', '2026-03-09'],
  ['Voy a enviarlo el próximo jueves', '2026-03-05'],
  ['Mañana se los mando', '2026-03-04'],
  ['Pasado mañana le mando el contrato', '2026-03-05'],
  ['No pude hoy, se lo mando mañana', '2026-03-04'],
  ['No alcancé pero se lo mando el lunes', '2026-03-09'],
  ['Se lo mando la próxima semana', '2026-03-13'],
  ['Le enviaré los papeles la semana que viene', '2026-03-13'],
  ['Lo mando a fin de mes', '2026-03-31'],
  ['Se lo mando el 15', '2026-03-15'],
  ['Se lo mando el 15 de marzo', '2026-03-15'],
  ['Se lo mando el 2 de abril', '2026-04-02'],
  ['Los envío el 20/03', '2026-03-20'],
  ['Le mando todo en 3 días', '2026-03-06'],
  ['Lo mando dentro de dos semanas', '2026-03-17'],
  ['Puedo enviarlo el miércoles', '2026-03-04'],
  ['Le hago llegar el certificado a más tardar el viernes', '2026-03-06'],
  ['Adjunto la cédula. El contrato lo mando el viernes.', '2026-03-06'],
  ['Envio na sexta', '2026-03-06'],
  ['Envio na sexta-feira', '2026-03-06'],
  ['Bom dia! Mando amanhã sem falta', '2026-03-04'],
  ['Vou enviar na semana que vem', '2026-03-13'],
  ['Semana que vem eu envio', '2026-03-13'],
  ['Enviarei até segunda', '2026-03-09'],
  ['Vou te mandar na quinta', '2026-03-05'],
  ['Consigo enviar só dia 15', '2026-03-15'],
  ['Ainda não tenho, mas envio na terça', '2026-03-10'],
  ['Encaminho os documentos até o dia 20 de março', '2026-03-20'],
  ['Vou providenciar depois de amanhã', '2026-03-05'],
  ['Mando daqui a uma semana', '2026-03-10'],
  ["I'll send it Friday", '2026-03-06'],
  ['I’ll send it on Friday.', '2026-03-06'],
  ['I will send them by Thursday', '2026-03-05'],
  ['Will send the contract next week', '2026-03-13'],
  ['We will get you the papers next Friday', '2026-03-13'],
  ["I don't have it yet but will send it tomorrow", '2026-03-04'],
  ['Sending it over tomorrow', '2026-03-04'],
  ["You'll have them by the end of the week", '2026-03-06'],
  ['I can send it in two weeks', '2026-03-17'],
  ["I'll send it March 15th", '2026-03-15'],
  ["I'll send it on the 15th", '2026-03-15'],
  ["I'll upload it on 15 March", '2026-03-15'],
])('“%s” promises %s', (text, day) => {
  expect(promisedDay(text, today)).toBe(day)
})

test.each([
  '',
  'Gracias',
  'Ya lo envié el viernes',
  'Lo envié el viernes',
  'Se lo mandé el lunes',
  'I sent it Friday',
  'I already sent it on Friday',
  'I have sent it last Friday',
  'Enviei na sexta',
  'Já enviei na sexta',
  'Mandei ontem',
  '¿Se lo mando el viernes?',
  'Can I send it Friday?',
  'Posso mandar na sexta?',
  'No lo mando el viernes',
  'Não vou enviar na sexta',
  "I won't send it Friday",
  'Si puedo se lo mando el viernes',
  'Se der, envio na sexta',
  'Maybe I will send it Friday',
  'Le envío el contrato que firmamos el viernes',
  'Le envío el contrato del viernes',
  'Le envío el contrato firmado el viernes',
  'Segue o contrato assinado na sexta',
  'Adjunto el contrato. El viernes tengo audiencia.',
  'La audiencia es el viernes',
  'Nos vemos mañana',
  'I will have a hearing on Friday',
  'Le mando saludos',
  'Le envío la cédula',
  'Se lo mando apenas pueda',
  'Lo mando el 15 de diciembre',
  'Send me the list on Friday',
  'Envíeme la lista el viernes',
])('“%s” promises no day', (text) => {
  expect(promisedDay(text, today)).toBeNull()
})

test('a day is the next of its name, whatever the day it is written on', () => {
  expect(promisedDay('Lo mando el viernes'.replace('Lo', 'Se lo'), '2026-03-06')).toBe('2026-03-13')
  expect(promisedDay('Se lo mando el 28', '2026-12-30')).toBe('2027-01-28')
  expect(promisedDay('Se lo mando el 5 de enero', '2026-12-30')).toBe('2027-01-05')
  expect(promisedDay('Envio na semana que vem', '2026-03-08')).toBe('2026-03-13')
})

test('whatever is written, a promise is for a day from today to sixty days on, and is read at once', () => {
  const words = fc.constantFrom(
    'lo',
    'mando',
    'envio',
    'el',
    'viernes',
    'na',
    'sexta',
    "i'll",
    'send',
    'it',
    '31',
    'de',
    'marzo',
    '/',
    '99/99',
    'en',
    '99',
    'días',
    'next',
    'month',
    '\n',
    '.',
  )
  fc.assert(
    fc.property(
      fc.array(words, { maxLength: 15 }),
      fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
      (said, at) => {
        const day = at.toISOString().slice(0, 10)
        const promised = promisedDay(said.join(' '), day)
        if (promised === null) return
        expect(promised >= day).toBe(true)
        expect(Date.parse(promised) - Date.parse(day)).toBeLessThanOrEqual(60 * 86_400_000)
      },
    ),
  )
  const started = cpuTime()
  for (const one of ['lo mando ', 'el el el el ', 'a la el de ', "i'll send ", '1/1/1/1', 'en a días '])
    promisedDay(one.repeat(20_000), today)
  expect(cpuTime() - started).toBeLessThan(500)
})
