import { describe, expect, test } from 'vitest'
import type { ItemInLetter, Letter } from '#core/delivery/letter.ts'
import { sampleLetters } from '#test/fixtures/sample-letters.ts'
import type { LetterOf } from './draft.ts'
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

  test('what the practice says in each of its letters', () => {
    const spoken = (name: string, from = spanish) => writeLetter(sample(name, from)).text
    expect(spoken('news')).toContain('Le informamos una novedad de su asunto.')
    expect(spoken('news')).toContain('Puede responder a este correo.')
    expect(spoken('news', portuguese)).toContain('Temos uma novidade para você.')
    expect(spoken('news', portuguese)).toContain('Pode responder a este e-mail.')
    expect(spoken('request')).toContain('Le agradeceremos enviarnos lo siguiente a más tardar el ')
    expect(spoken('request')).toContain('Basta responder a este correo adjuntando archivos o fotos legibles.')
    expect(spoken('request', portuguese)).toContain('Por favor, envie os itens abaixo até ')
    expect(spoken('reminder')).toContain(
      'Aún nos falta lo siguiente. Si ya lo envió, no considere este mensaje.',
    )
    expect(spoken('reminder')).toContain('Para no recibir recordatorios, responda «no recordar».')
    expect(spoken('reminder', portuguese)).toContain(
      'Ainda faltam os itens abaixo. Se já enviou, desconsidere.\n',
    )
    expect(spoken('reminder', portuguese)).toContain('Para não receber lembretes, responda “não lembrar”.')
    expect(spoken('receipt-partial')).toContain('Gracias. Recibimos 2 de 4.')
    expect(spoken('receipt-partial', portuguese)).toContain('Agradecemos o envio. Recebemos 2 de 4.')
    expect(spoken('rejected')).toContain(
      'Recibimos «Liquidaciones de sueldo de los últimos seis meses», pero no podemos usarlo: está incompleto.',
    )
    expect(spoken('rejected')).toContain('¿Podría enviarlo nuevamente respondiendo a este correo?')
    expect(spoken('rejected', portuguese)).toMatch(
      /Recebemos “[^”]+”, mas não podemos utilizá-lo: está incompleto\./,
    )
    expect(spoken('rejected', portuguese)).toContain('Poderia reenviá-lo respondendo a este e-mail?')
    expect(spoken('invite-account')).toContain(
      'Cree su contraseña aquí; el enlace sirve una sola vez y vence el ',
    )
    expect(spoken('invite-account', portuguese)).toMatch(
      /Crie sua senha aqui; o link vale uma única vez e expira no sábado, 7 de março, às /,
    )
    expect(spoken('invite-link')).toContain(
      'Ingrese con este enlace, sin contraseña. Es personal: no lo reenvíe.',
    )
    expect(spoken('invite-link', portuguese)).toContain(
      'Entre por este link, sem senha. É pessoal: não encaminhe.',
    )
  })

  test('"Re:" once, however often the thread went to and fro', () => {
    const thread = { subject: 'Re: RE: re:Estudio: documentos', inReplyTo: '<a@b>', references: [] }
    expect(writeLetter({ ...sample('rejected'), thread }).subject).toBe('Re: Estudio: documentos')
  })

  test('what came, what is missing and what must be sent again, and why', () => {
    const { text } = writeLetter(sample('receipt-partial'))
    expect(text).toContain('Gracias. Recibimos 2 de 4.')
    expect(text).toContain(
      'Recibimos ahora:\n● Cédula de identidad, por ambos lados\n  IMG_2041.jpg, IMG_2042.jpg',
    )
    expect(text).toContain('Fecha solicitada: viernes 6 de marzo.')
    expect(text).toContain('Falta:\n○ ¿Desde qué fecha vive en el inmueble? (respuesta por escrito)')
    expect(text).toContain(
      'Debe reenviarse:\n! Liquidaciones de sueldo de los últimos seis meses\n  Motivo: está incompleto. Faltan los meses',
    )
    expect(text).toContain('! extracto.pdf\n  tiene contraseña y no podemos abrirlo')
  })

  test.each([
    ['Spanish', spanish, 'Escribir la contraseña', 'no la envíe por correo'],
    ['Portuguese', portuguese, 'Informar a senha', 'não a envie por e-mail'],
    ['English', english, 'Give the password', 'do not send it by e-mail'],
  ])(
    'where the password of a document is given, which is never by e-mail (%s)',
    (_, samples, button, never) => {
      const letter = sample('receipt-partial', samples)
      const { text, html } = writeLetter(letter)
      expect(html).toContain(button)
      expect(html).toContain(`href="${letter.uploadUrl}"`)
      expect(text).toContain(letter.uploadUrl)
      expect(text).toContain(never)
      const hidden = writeLetter({ ...letter, discreet: true })
      for (const said of [hidden.text, hidden.html]) {
        expect(said).not.toContain('extracto.pdf')
        expect(said).not.toContain(button)
      }
    },
  )

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
      'Quando: terça-feira, 10 de março, 10h30 (',
    )
  })

  test('until when an invitation can be used', () => {
    expect(writeLetter(sample('invite-account')).text).toContain(
      'vence el sábado 7 de marzo a las 12:00 horas.',
    )
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

  test.each([
    'Inmobiliaria Los Aromos SpA',
    'Viña Ñuble S.A.',
    'Banco del Sur SA',
    'Transportes Pérez y Cía. Ltda.',
    'Comercial Andes, Limitada',
    'Rosa Fuentes E.I.R.L.',
    'Padaria Estrela ME',
    'Metalúrgica União EPP',
    'Irarrázaval & Asociados',
  ])('speaks to a company as such: %s', (name) => {
    expect(greetingOf({ to: { email: 'x@correo.example', name } })).toBe('Estimados señores:')
  })

  test.each(['Carlos Limache', 'MARIA DE SA', 'Rosa Aspa', 'Ana Gómez-Me'])(
    'takes no person for a company: %s',
    (name) => {
      expect(greetingOf({ to: { email: 'x@correo.example', name } })).toBe(`Estimado(a) ${name}:`)
    },
  )

  test('to a company is said in each language, and yields to the one the firm keeps', () => {
    const to = { email: 'x@correo.example', name: 'Padaria Estrela Ltda.' }
    const first = (letter: Letter) => writeLetter({ ...letter, to }).text.split('\n')[0]
    expect(first(sample('request', portuguese))).toBe('Prezados senhores,')
    expect(first(sample('request', english))).toBe('Dear Sir or Madam,')
    expect(greetingOf({ to, client: { name: to.name, salutation: 'Estimada Luisa' } })).toBe(
      'Estimada Luisa:',
    )
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

function ofKind<Kind extends Letter['kind']>(kind: Kind, name: string): LetterOf<Kind> {
  const letter = sample(name)
  if (!isOfKind(letter, kind)) throw new Error(`${name} is no ${kind}`)
  return letter
}

function isOfKind<Kind extends Letter['kind']>(letter: Letter, kind: Kind): letter is LetterOf<Kind> {
  return letter.kind === kind
}

const item = (title: string, kind: ItemInLetter['kind'], status: ItemInLetter['status']): ItemInLetter => ({
  title,
  kind,
  issuedWithinDays: null,
  status,
  reason: status === 'rejected' ? { code: 'unsigned', note: null } : null,
})

describe('an answer that was turned down is asked for again', () => {
  const rejected = ofKind('answerRejected', 'rejected')
  const written = (items: ItemInLetter[], itemIndex = 0) =>
    writeLetter({
      ...rejected,
      request: { ...rejected.request, items },
      item: items[itemIndex]?.title ?? '',
      itemIndex,
    }).text

  test('by when', () => {
    expect(writeLetter(rejected).text).toContain('Fecha solicitada: viernes 6 de marzo.')
    const late = { ...rejected, request: { ...rejected.request, overdue: true } }
    expect(writeLetter(late).text).toContain('La fecha solicitada era el viernes 6 de marzo.')
    const undated = { ...rejected, request: { ...rejected.request, dueOn: null } }
    expect(writeLetter(undated).text).not.toMatch(/fecha solicitada/i)
  })

  test('as a file, with the page for heavy ones', () => {
    const text = written([item('Contrato', 'file', 'rejected')])
    expect(text).toContain('adjuntando archivos o fotos legibles')
    expect(text).toContain('https://portal.example/upload/')
  })

  test('as words, without a page for files', () => {
    const text = written([item('¿Desde cuándo?', 'text', 'rejected')])
    expect(text).toContain('Recibimos lo que nos escribió para «¿Desde cuándo?», pero no podemos usarlo')
    expect(text).toContain('escribir ahí mismo lo que le pedimos')
    expect(text).not.toMatch(/archivos|upload/)
  })

  test('as paper at the office, not by answering', () => {
    const text = written([item('Poder', 'paper', 'rejected')])
    expect(text).toContain('puede entregarlo en nuestra oficina')
    expect(text).not.toMatch(/archivos|upload|Basta responder|respondiendo/)
  })

  test('while another item of the same title is listed as missing', () => {
    const text = written([item('Poder', 'file', 'pending'), item('Poder', 'file', 'rejected')], 1)
    expect(text).toContain('También falta:\n○ Poder\n')
    expect(text).not.toContain('! Poder')
  })
})

describe('what was waived counts neither as asked nor as come', () => {
  const came = ofKind('receipt', 'receipt-partial')
  const written = (items: ItemInLetter[]) =>
    writeLetter({ ...came, request: { ...came.request, items }, unsure: [], notUsable: [] }).text

  test('in a receipt', () => {
    expect(
      written([
        item('Uno', 'file', 'received'),
        item('Dos', 'file', 'waived'),
        item('Tres', 'file', 'pending'),
      ]),
    ).toContain('Recibimos 1 de 2.')
    expect(
      written([
        item('Uno', 'file', 'received'),
        item('Dos', 'file', 'waived'),
        item('Tres', 'file', 'received'),
      ]),
    ).toContain('Ya recibimos todo lo solicitado: 2 de 2.')
  })

  test('not even where nothing else was asked', () => {
    const text = written([item('Uno', 'file', 'waived')])
    expect(text).toContain('Recibimos su envío. Gracias.')
    expect(text).not.toMatch(/\d de \d/)
  })

  test('in a reminder', () => {
    expect(writeLetter(sample('reminder')).text).toContain('Faltan 2 de 4')
  })
})

test('who receives a receipt of everything is told no date', () => {
  expect(writeLetter(sample('receipt-complete')).text).not.toMatch(/fecha solicitada/i)
})

describe('a discreet letter', () => {
  test('says by when an answer is wanted, of several requests the first day', () => {
    expect(writeLetter(sample('request-discreet')).text).toContain(
      'Hay una solicitud nuestra que espera su respuesta. Fecha solicitada: viernes 6 de marzo.',
    )
    expect(writeLetter(sample('reminder-discreet')).text).toContain('Fecha solicitada: viernes 6 de marzo.')
    expect(writeLetter({ ...sample('rejected'), discreet: true }).text).toContain(
      'debe reenviarse. Fecha solicitada: viernes 6 de marzo.',
    )
  })

  test('answers a client without their words or its own, and where no page has them says how to ask', () => {
    const answer = { ...sample('message-answered'), discreet: true }
    const written = (letter: Letter) =>
      writeLetter(letter, { portalUrl: 'https://portal.example/', mark: null, takesReplies: true }).text
    const ofMatter = written(answer)
    expect(ofMatter).toContain('Tenemos un mensaje para usted.')
    expect(ofMatter).not.toMatch(/escribió|contáctenos\./)
    expect(written({ ...answer, reference: null })).toContain(
      'los detalles no van en este correo.\n\nSi desea conocerlos, contáctenos.',
    )
  })

  test('says no day where nothing is wanted', () => {
    for (const name of ['news-discreet', 'cancelled', 'receipt-complete']) {
      expect(writeLetter({ ...sample(name), discreet: true }).text).not.toContain('marzo')
    }
  })
})

test('reminders are promised to a client who gets them, and not to one who stopped them', () => {
  for (const name of ['request', 'receipt-partial', 'rejected', 'request-discreet']) {
    expect(writeLetter(sample(name)).text).toContain('Le recordaremos lo que falte.')
    const { html, text } = writeLetter({ ...sample(name), remindersStopped: true })
    expect(text + html).not.toContain('Le recordaremos')
  }
})

test('a day of another year is told with its year', () => {
  const of = (name: string) => writeLetter({ ...sample(name), today: '2025-12-28' }).text
  expect(of('request')).toContain('a más tardar el viernes 6 de marzo de 2026.')
  for (const name of ['reminder', 'rejected', 'receipt-partial', 'request-discreet']) {
    expect(of(name)).toContain('viernes 6 de marzo de 2026')
  }
  expect(of('news-hearing-urgent')).toContain('martes 10 de marzo de 2026, 10:30')
  expect(of('invite-account')).toContain('sábado 7 de marzo de 2026 a las 12:00 horas')
})
