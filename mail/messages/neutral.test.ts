import { describe, expect, test } from 'vitest'
import { locales } from '#core/words/locale.ts'
import { neutralLetters, sampleLetters } from '#test/fixtures/sample-letters.ts'
import { sampleTexts } from '#test/fixtures/sample-texts.ts'
import { mailWriter } from '../mail-of-letter.ts'
import { writeLetter } from './write-letter.ts'

const surroundings = { portalUrl: 'https://portal.example/', mark: null, takesReplies: true }
const letters = locales.flatMap((locale) =>
  Object.entries(neutralLetters(locale)).map(([name, letter]) => ({ locale, name, letter })),
)
const writeMail = mailWriter({
  from: 'Fuentes, Irarrázaval & Asociados <avisos@correo.example>',
  replyAddress: 'avisos@correo.example',
  secretKey: 'a secret of at least thirty-two bytes',
  baseUrl: surroundings.portalUrl,
})

const senders = { 'es-CL': 'Mensajes', 'pt-BR': 'Mensagens', en: 'Messages' }
const subjects = {
  'es-CL': /^(Tiene un mensaje pendiente|Su código)$/,
  'pt-BR': /^(Há uma mensagem para você|Seu código)$/,
  en: /^(You have a message waiting|Your code)$/,
}
/** What an office, its cases or its people are called. */
const telling =
  /estudio|escrit[óo]rio|abogad|advogad|lawyer|\blaw\b|\bfirm\b|office|legal|jur[íi]d|\bcausa|asunto|\bmatter|processo|demanda|tribunal|audiencia|audiência|hearing|client|document/i

describe.each(letters)('the letter "$name" in $locale', ({ locale, letter }) => {
  const said = sampleTexts[locale]
  const mail = writeMail(letter)
  const { subject, html, text } = writeLetter(letter, surroundings)

  test('comes from nobody in particular, under a subject that says nothing', () => {
    expect(mail.from).toEqual({ name: senders[locale], address: 'avisos@correo.example' })
    expect(mail.replyTo).toMatchObject({ name: senders[locale] })
    expect(mail.subject).toBe(subject)
    expect(subject).toMatch(subjects[locale])
  })

  test('names neither the firm, nor anybody in it, nor its colour, nor a case', () => {
    const { attachments: _, ...whole } = mail
    for (const word of [said.firm, said.support, said.reference, said.message.author, said.request]) {
      expect(JSON.stringify(whole)).not.toContain(word)
      expect(JSON.stringify(whole)).not.toContain(word.replace('&', '&amp;'))
    }
    const plain = sampleLetters(locale).news
    const usual = plain && writeLetter({ ...plain, firm: { ...plain.firm, accent: null } }).html
    const coloursIn = (of = '') => new Set([...of.matchAll(/#[0-9a-f]{6}/g)].map(([colour]) => colour))
    expect([...coloursIn(html)].filter((colour) => !coloursIn(usual).has(colour))).toEqual([])
    const visible = html.replace(/^[\s\S]*<body/, '<body').replace(/<!--[\s\S]*?-->|<[^>]*>/g, ' ')
    expect(text.replaceAll(/https:\S+/g, '')).not.toMatch(telling)
    expect(visible).not.toMatch(telling)
  })
})

const sample = (name: string, locale: (typeof locales)[number] = 'es-CL') => {
  const letter = neutralLetters(locale)[name]
  if (!letter) throw new Error(`no sample ${name}`)
  return letter
}

test('it reads as a message of somebody whom its reader knows', () => {
  const { text } = writeLetter(sample('request-neutral'), surroundings)
  expect(text).toBe(
    [
      'Estimada señora Rosa:',
      'Hay una solicitud nuestra que espera su respuesta. Fecha solicitada: viernes 6 de marzo.',
      'Para resguardar su privacidad, los detalles no van en este correo.',
      'Ver en la página segura:\nhttps://portal.example/upload/k3v5w7x2y4z6a3b5',
      'Saludos cordiales.',
      '--- Responda por encima de esta línea ---',
      '¿Dudas? Responda a este correo.',
      'Le recordaremos lo que falte. Si prefiere no recibir recordatorios, responda «no recordar».',
      'Si prefiere no recibir estos mensajes aquí, indíquelo respondiendo a este correo.',
      'Nunca le pediremos que nos diga su contraseña ni le enviaremos datos bancarios por correo. Si este mensaje no es para usted, avísenos y elimínelo.\n',
    ].join('\n\n'),
  )
  expect(writeLetter(sample('code-neutral', 'pt-BR'), surroundings).text).toContain(
    'Digite-o na página em que ele foi solicitado.',
  )
})

test('it goes on with a thread of its like, and with none whose subject names the firm', () => {
  const letter = sample('receipt-complete-neutral')
  const thread = { inReplyTo: '<a@b>', references: ['<a@b>'] }
  const subjectIn = (subject: string) => writeLetter({ ...letter, thread: { ...thread, subject } }).subject
  expect(subjectIn('Estudio: tiene una novedad (ref. A-204)')).toBe('Tiene un mensaje pendiente')
  expect(subjectIn('Tiene un mensaje pendiente')).toBe('Re: Tiene un mensaje pendiente')
  expect(subjectIn('Re: Tiene un mensaje pendiente')).toBe('Re: Tiene un mensaje pendiente')
})
