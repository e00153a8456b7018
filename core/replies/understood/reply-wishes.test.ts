import { expect, test } from 'vitest'
import { cpuTime } from '#test/cpu-time.ts'
import { mail as english } from '../../words/en/mail.ts'
import { mail as spanish } from '../../words/es-CL/mail.ts'
import { mail as portuguese } from '../../words/pt-BR/mail.ts'
import { isCourtesy, wantsNoReminders } from './reply-wishes.ts'

test.each([
  'no recordar',
  'No recordar.',
  '"No recordar"',
  'NO RECORDAR',
  'Por favor no recordar más, gracias',
  'No más recordatorios',
  'Hola:\n\nNo recordar\n\nSaludos,\nRosa Fuentes\n+56 9 1234 5678',
  'não lembrar',
  'Nao lembrar',
  'Bom dia!\nNão lembrar, por favor.\nObrigada\nMaria da Silva',
  'Parem de me lembrar',
  'Stop reminding me',
  "Don't remind me again, please",
  'unsubscribe',
  'STOP',
  'No recordar\n\nEnviado desde mi iPhone',
  'No recordar\nRosa',
  'No recordar. Adjunto además el contrato firmado, y quedo atenta a sus comentarios.',
  'Adjunto el contrato que me pidieron y la cédula.\nPor favor no me manden más recordatorios.',
  'Ya no quiero recibir recordatorios',
  'Dejen de enviarme recordatorios',
  'Segue o contrato. Não quero mais receber lembretes. Obrigada',
  'Parem de me enviar lembretes',
  'The contract is attached. Please stop sending me reminders.',
  "I don't want any more reminders",
])('“%s” stops the reminders', (text) => {
  expect(wantsNoReminders(text)).toBe(true)
})

test.each([
  '',
  'Adjunto la cédula',
  'Se me olvidó, no recordar la fecha me pasa siempre',
  'Stop. Adjunto además el contrato firmado, y quedo atenta a sus comentarios.',
  'Adjunto el contrato.\n\nRosa Fuentes\nDiario La Hora | Unsubscribe',
  'No quiero recordar esos años. Adjunto el contrato.',
  'Por favor, no deje de recordarme',
  'No puedo recordar dónde está el contrato',
  'Não consigo lembrar a data',
  'Please do not stop reminding me',
  'Gracias',
  'Stop by the office tomorrow',
  '¿Cómo cancelo la inscripción del inmueble?',
  'cancelar a inscrição do imóvel',
])('“%s” is an ordinary reply', (text) => {
  expect(wantsNoReminders(text)).toBe(false)
})

test.each([spanish, portuguese, english])(
  'the words that our own mail offers stop the reminders',
  ({ footer }) => {
    const [, offered] = /[«“](.+?)[»”]/.exec(footer.fewerReminders) ?? []
    expect(wantsNoReminders(offered ?? '')).toBe(true)
    expect(wantsNoReminders(`«${offered}»`)).toBe(true)
  },
)

test('an endless reply is read at once', () => {
  const started = cpuTime()
  wantsNoReminders('hola '.repeat(500_000))
  wantsNoReminders('por favor '.repeat(500_000))
  expect(cpuTime() - started).toBeLessThan(200)
})

test.each([
  'Gracias',
  'Muchas gracias, saludos',
  'Recibido, gracias',
  'Obrigada!',
  'Thank you.',
  'Hola, recibido',
])('“%s” is a courtesy', (text) => {
  expect(isCourtesy(text)).toBe(true)
})

test.each(['', 'Sí', 'Ok', 'Desde marzo, gracias', 'Av. Matta 123'])('“%s” may answer something', (text) => {
  expect(isCourtesy(text)).toBe(false)
})
