import { describe, expect, test } from 'vitest'
import type { Letter } from '#core/delivery/letter.ts'
import { sampleLetters } from '#test/fixtures/sample-letters.ts'
import { writeLetter } from './write-letter.ts'

const spanish = sampleLetters('es-CL')
const portuguese = sampleLetters('pt-BR')
const english = sampleLetters('en')

function sample(name: string, from = spanish): Letter {
  const found = from[name]
  if (!found) throw new Error(`no sample ${name}`)
  return found
}

describe('a client reads', () => {
  test('when the documents are wanted, in words', () => {
    expect(writeLetter(sample('request')).text).toContain('a más tardar el viernes 6 de marzo.')
    expect(writeLetter(sample('request', portuguese)).text).toContain('até sexta-feira, 6 de março.')
    expect(writeLetter(sample('request', english)).text).toContain('by Friday 6 March.')
  })

  test('subjects as the practice writes them', () => {
    expect(writeLetter(sample('news')).subject).toBe(
      'Fuentes, Irarrázaval & Asociados: tiene una novedad (ref. A-204)',
    )
    expect(writeLetter(sample('request', portuguese)).subject).toBe(
      'Almeida Prado & Conceição Advogados: documentos necessários (ref. A-204)',
    )
    expect(writeLetter(sample('reminder')).subject).toBe(
      'Fuentes, Irarrázaval & Asociados: recordatorio de pendientes',
    )
    expect(writeLetter(sample('invite-account', portuguese)).subject).toBe(
      'Almeida Prado & Conceição Advogados: ative seu acesso',
    )
    expect(writeLetter(sample('invite-link')).subject).toBe(
      'Fuentes, Irarrázaval & Asociados: su acceso al portal',
    )
  })

  test('"Re:" once, however often the thread went to and fro', () => {
    const thread = { subject: 'Re: RE: re:Estudio: documentos', inReplyTo: '<a@b>', references: [] }
    expect(writeLetter({ ...sample('rejected'), thread }).subject).toBe('Re: Estudio: documentos')
  })

  test('what came, what is missing and what must be sent again, and why', () => {
    const { text } = writeLetter(sample('receipt-partial'))
    expect(text).toContain('Gracias. Recibimos 3 de 5.')
    expect(text).toContain(
      'Recibimos ahora:\n● Cédula de identidad, por ambos lados\n  IMG_2041.jpg, IMG_2042.jpg',
    )
    expect(text).toContain('Falta:\n○ ¿Desde qué fecha vive en el inmueble? (respuesta por escrito)')
    expect(text).toContain(
      'Debe reenviarse:\n! Liquidaciones de sueldo de los últimos seis meses\n  Motivo: está incompleto. Faltan los meses',
    )
    expect(text).toContain('! extracto.pdf\n  está protegido con contraseña')
  })

  test('that everything has come, and then nothing about sending or reminders', () => {
    const { text } = writeLetter(sample('receipt-complete', portuguese))
    expect(text).toContain('Já recebemos tudo o que solicitamos: 5 de 5.')
    expect(text).not.toMatch(/anexando|lembretes|upload/)
  })

  test('the state of each item as a word with its mark once anything has come', () => {
    const request = {
      ...sample('receipt-partial'),
      kind: 'documentsRequested',
      edited: true,
      urgent: false,
    } as const
    const { text } = writeLetter(request as Letter)
    expect(text).toContain('● Cédula de identidad, por ambos lados · Recibido')
    expect(text).toContain('✓ Contrato de arriendo firmado · Conforme')
    expect(text).toContain('! Liquidaciones de sueldo de los últimos seis meses · Debe reenviarse')
    expect(text).toContain('○ ¿Desde qué fecha vive en el inmueble? (respuesta por escrito) · Pendiente')
    expect(text).toContain('– Certificado de avalúo fiscal · No se requiere')
  })

  test('the time of a hearing in their own zone, which is named', () => {
    expect(writeLetter(sample('news-hearing-urgent')).text).toContain(
      'Cuándo: martes 10 de marzo, 10:30 (hora de Chile)',
    )
    expect(writeLetter(sample('news-hearing-urgent', portuguese)).text).toContain(
      'Quando: terça-feira, 10 de março, 10:30 (',
    )
  })

  test('until when an invitation can be used', () => {
    expect(writeLetter(sample('invite-account')).text).toContain('vence el sábado 7 de marzo, 12:00.')
  })

  test('how to stop reminders, by answering or on a page', () => {
    const { text } = writeLetter(sample('reminder', portuguese))
    expect(text).toContain('responda “não lembrar”')
    expect(text).toContain('https://portal.example/reminders/q7x2m4k5n6p7a2b3')
    expect(text).toContain('A data solicitada era sexta-feira, 6 de março')
  })
})

describe('a salutation', () => {
  const greetingOf = (over: Partial<Letter>) =>
    writeLetter({ ...sample('request'), ...over } as Letter).text.split('\n')[0]

  test('is the one the firm keeps for the client', () => {
    expect(greetingOf({ client: { name: 'Rosa Fuentes', salutation: 'Querida Rosa,' } })).toBe(
      'Querida Rosa,',
    )
    expect(greetingOf({ client: { name: 'Rosa Fuentes', salutation: ' Señora Rosa ' } })).toBe('Señora Rosa:')
  })

  test('is the usual one where there is none, and for anybody else who is told', () => {
    expect(greetingOf({ client: { name: 'Rosa Fuentes', salutation: null } })).toBe(
      'Estimado(a) Rosa Fuentes:',
    )
    expect(greetingOf({ to: { email: 'conta@correo.example', name: 'Luis Contador' } })).toBe(
      'Estimado(a) Luis Contador:',
    )
    expect(
      greetingOf({
        to: { email: 'x@correo.example', name: ' ' },
        client: { name: 'Rosa', salutation: null },
      }),
    ).toBe('Estimado(a) Rosa:')
  })
})

test('an answer turned down for a reason of its own is explained in the words of the member', () => {
  const rejected = sample('rejected-other')
  expect(writeLetter(rejected).text).toContain(
    'no podemos usarlo por lo siguiente:\n\n  Faltan los meses de diciembre y enero.',
  )
  const unexplained = { ...rejected, reason: { code: 'other', note: ' ' } } as Letter
  expect(writeLetter(unexplained).text).toContain(
    'no podemos usarlo.\n\n¿Podría enviarlo nuevamente respondiendo a este correo? Si necesita saber más',
  )
})
