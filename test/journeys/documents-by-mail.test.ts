import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { ArrivedLetter } from '../mail/arrived-letter.ts'
import { samplePdf, samplePng } from '../mail/sample-files.ts'
import { replyTo, sendAgain, type SentMail } from '../mail/write-mail.ts'
import type { SlackMessage } from '../slack/read-messages.ts'
import { visibleText } from '../slack/visible-text.ts'
import { officeDay, patience, tellOfFailures, type OfficeDay } from './office-day.ts'
import { opened } from './opened.ts'
import { nextStep } from './next-step.ts'

vi.setConfig({ testTimeout: 300_000, hookTimeout: 600_000 })

const rosa = 'rosa@correo.example'
const accountant = 'contador@correo.example'
const son = 'hijo@correo.example'
const items = ['Cédula de identidad', 'Certificado de matrimonio', 'Escritura de la casa']

let day: OfficeDay
let rosaId: string
beforeAll(async () => {
  day = await officeDay()
  rosaId = await day.addClient({ name: 'Rosa Fuentes', email: rosa, additional: [accountant, son] })
})
afterAll(() => day?.end())
tellOfFailures(() => day)

/** What the newest letter about it says, at each of the client's three addresses. */
function lettersAbout(words: string): Promise<ArrivedLetter[]> {
  return Promise.all([rosa, accountant, son].map((to) => day.post.waitForLetter(to, words, patience)))
}

/** The message as it now stands in Camila's chat. */
async function asItStands({ ts }: SlackMessage): Promise<string> {
  const now = (await day.camila.inbox()).find((message) => message.ts === ts)
  return visibleText(now ?? {})
}

/** What Camila reads when she opens the communication of the one matter that the words mean. */
async function communication(words: string, wanted: string): Promise<string> {
  const view = await opened(day.camila, () => day.camila.command('/proceso', words), wanted)
  await day.camila.dismiss()
  return visibleText(view)
}

test('news that Camila writes reach the client and every additional address, and each can answer by an address of its own', async () => {
  const { camila } = day
  await day.addMatter('Fuentes con Inmobiliaria Los Aromos', [rosaId], { number: 'C-1234-2025' })
  const form = await opened(camila, () => camila.command('/novedad', 'aromos'), 'text')
  const second = nextStep(await camila.submit(form, { text: 'El tribunal fijó la audiencia para el lunes.' }))
  expect(visibleText(second)).toContain('Se avisará a Rosa Fuentes (3 correos).')
  expect(visibleText(second)).toContain('Visible en el portal')
  for (const address of [rosa, accountant, son]) expect(visibleText(second)).toContain(address)
  expect(day.post.letters).toEqual([])

  const done = nextStep(await camila.submit(second))
  expect(visibleText(done)).toContain('Enviado: 3 correos.')
  const letters = await lettersAbout('El tribunal fijó la audiencia para el lunes.')
  expect(new Set(letters.map(({ answersTo }) => answersTo)).size).toBe(3)
  for (const letter of letters) {
    expect(letter.answersTo).toMatch(/^casos\+r\.[a-z2-7]{16}\.[a-z2-7]{26,}@estudio\.example$/)
    expect(letter.subject).toMatch(/^Estudio Rojas: tiene una novedad \(ref\. \w+\)$/)
    expect(letter.html).toContain('El tribunal fijó la audiencia para el lunes.')
  }
})

describe('documents that a matter needs', () => {
  let request: ArrivedLetter[]
  let reply: SentMail
  let told: SlackMessage

  test('are asked for in two steps, the second of which says who will be told', async () => {
    const { camila } = day
    await day.addMatter('Posesión efectiva de don Luis Fuentes', [rosaId])
    const form = await opened(camila, () => camila.command('/solicitar', 'posesión'), 'items')
    const wish = { title: 'Antecedentes de la herencia', items: items.join('\n'), due: inDays(20) }
    const second = nextStep(await camila.submit(form, wish))
    expect(visibleText(second)).toContain('Se avisará a Rosa Fuentes (3 correos).')
    for (const item of items) expect(visibleText(second)).toContain(item)
    expect(visibleText(nextStep(await camila.submit(second)))).toContain('Enviado: 3 correos.')

    request = await lettersAbout('Cédula de identidad')
    expect(new Set(request.map(({ answersTo }) => answersTo)).size).toBe(3)
    for (const letter of request) {
      expect(letter.subject).toMatch(/^Estudio Rojas: documentos que necesitamos \(ref\. \w+\)$/)
      for (const item of items) expect(letter.text).toContain(item)
    }
  })

  test('come in one reply: all three are received, Camila is told once and Rosa has one receipt', async () => {
    reply = await replyTo(day.product, letterTo(rosa), {
      from: `Rosa Fuentes <${rosa}>`,
      text: 'Buenas tardes, adjunto lo que me pidieron.',
      attachments: [
        { filename: 'cedula rosa.pdf', content: samplePdf('Cédula') },
        { filename: 'certificado-matrimonio.pdf', content: samplePdf('Certificado') },
        { filename: 'IMG_2041.png', content: samplePng() },
      ],
    })
    told = await day.camila.waitForMessage('Rosa Fuentes respondió 3 ítems', { within: patience })
    const said = visibleText(told)
    expect(said).toContain('Recibidos 3 de 3')
    for (const words of [...items, 'cedula rosa.pdf', 'certificado-matrimonio.pdf', 'IMG_2041.png']) {
      expect(said).toContain(words)
    }
    expect(said.match(/^Aprobar$/gm)).toHaveLength(3)
    expect(said.match(/^Rechazar$/gm)).toHaveLength(3)

    const receipt = await day.post.waitForLetter(rosa, 'Ya recibimos todo lo solicitado: 3 de 3.', patience)
    expect(receipt.subject).toBe(`Re: ${letterTo(rosa).subject}`)
    expect(receipt.references).toContain(letterTo(rosa).messageId)
    await day.quiet()
    expect(await day.camila.inbox()).toHaveLength(1)
    expect(day.post.letters.filter(({ text }) => text.includes('Ya recibimos todo'))).toHaveLength(1)
  })

  test('that come once more in the very same mail change nothing', async () => {
    const letters = day.post.letters.length
    const before = await asItStands(told)
    await sendAgain(day.product, reply)
    await day.quiet()
    expect(day.product.logs.at(-1)).toMatchObject({ msg: 'mail read', state: 'duplicate' })
    expect(day.post.letters).toHaveLength(letters)
    expect(await day.camila.inbox()).toHaveLength(1)
    expect(await asItStands(told)).toBe(before)
  })

  test('are approved in chat, where the message goes on to say who did', async () => {
    await day.camila.click(told, 'Aprobar', { near: items[0] })
    await day.camila.click(told, 'Aprobar', { near: items[2] })
    const now = await day.camila.waitForMessage(
      (message) => visibleText(message).match(/Aprobado por Camila Rojas/g)?.length === 2,
      { within: patience },
    )
    expect(now).toMatchObject({ ts: told.ts, isEdited: true })
    expect(visibleText(now).match(/^Aprobar$/gm)).toHaveLength(1)
  })

  test('are rejected with a reason, which Rosa reads where she had been asked', async () => {
    const { camila } = day
    const form = await opened(camila, () => camila.click(told, 'Rechazar', { near: items[1] }), 'reason')
    const answer = await camila.submit(form, { reason: 'illegible', note: 'No se alcanza a leer la fecha.' })
    expect(answer).toMatchObject({ errors: {}, view: undefined })
    const rejection = await day.post.waitForLetter(rosa, 'No se alcanza a leer la fecha.', patience)
    expect(rejection.subject).toBe(`Re: ${letterTo(rosa).subject}`)
    expect(rejection.references[0]).toBe(letterTo(rosa).messageId)
    expect(rejection.text).toContain('Recibimos «Certificado de matrimonio», pero no podemos usarlo')
    expect(rejection.text).toContain('no se lee bien')
    await camila.waitForMessage('Rechazado por Camila Rojas: No se lee bien', { within: patience })
    expect(await asItStands(told)).not.toMatch(/^(Aprobar|Rechazar)$/m)
  })

  test('are sent anew by the accountant, who is known, and the request is fulfilled', async () => {
    const { camila } = day
    await replyTo(day.product, letterTo(accountant), {
      from: `Mario Paz <${accountant}>`,
      text: 'Va de nuevo, ahora escaneado.',
      attachments: [
        { filename: 'certificado de matrimonio.pdf', content: samplePdf('Certificado, legible') },
      ],
    })
    const again = await camila.waitForMessage('Rosa Fuentes respondió 1 ítem', { within: patience })
    expect(visibleText(again)).toContain(`${accountant} por correo`)
    await day.post.waitForLetter(accountant, 'Ya recibimos todo lo solicitado: 3 de 3.', patience)
    await camila.click(again, 'Aprobar')
    await camila.waitForMessage(
      (message) => message.ts === again.ts && visibleText(message).includes('Aprobado por Camila Rojas'),
      { within: patience },
    )
    expect(await communication('posesión', 'Antecedentes de la herencia')).toContain('Completa')
  })

  function letterTo(address: string): ArrivedLetter {
    const letter = request.find(({ to }) => to === address)
    if (!letter) throw new Error(`no letter to ${address}`)
    return letter
  }
})

test('a reply from each of the three addresses is known for whose it is', async () => {
  const matterId = await day.addMatter('Arriendo del local de calle Huérfanos', [rosaId])
  await day.askFor(matterId, 'Contratos de arriendo', ['Contrato', 'Inventario', 'Boleta de garantía'])
  const letters = await lettersAbout('Boleta de garantía')
  const sent = [
    [rosa, 'contrato.pdf', 'Contrato'],
    [accountant, 'inventario.pdf', 'Inventario'],
    [son, 'boleta de garantia.pdf', 'Boleta de garantía'],
  ] as const
  for (const [index, [from, filename]] of sent.entries()) {
    const letter = letters[index]
    if (!letter) throw new Error(`no letter to ${from}`)
    await replyTo(day.product, letter, {
      from,
      text: 'Adjunto.',
      attachments: [{ filename, content: samplePdf(filename) }],
    })
  }
  for (const [from, filename, item] of sent) {
    const told = await day.camila.waitForMessage((message) => saysAll(message, from, filename), {
      within: patience,
    })
    expect(visibleText(told)).toContain(`*${item}*`)
    await day.post.waitForLetter(from, filename, patience)
  }
})

test('Antônia, a client in Brazil, reads in Portuguese what Camila wrote and chose in Spanish', async () => {
  const { camila, post } = day
  const antonia = 'antonia@cliente.example'
  const antoniaId = await day.addClient({ name: 'Antônia Ribeiro', email: antonia, locale: 'pt-BR' })
  const matterId = await day.addMatter('Inventário de Paulo Ribeiro', [antoniaId])
  await day.askFor(matterId, 'Documentos do inventário', ['Certidão de óbito'])
  const request = await post.waitForLetter(antonia, 'documentos necessários', patience)
  await replyTo(day.product, request, {
    from: `Antônia Ribeiro <${antonia}>`,
    text: 'Segue em anexo.',
    attachments: [{ filename: 'certidao de obito.pdf', content: samplePdf('Certidão') }],
  })
  await post.waitForLetter(antonia, 'Agradecemos o envio.', patience)
  const told = await camila.waitForMessage('certidao de obito.pdf', { within: patience })
  const form = await opened(camila, () => camila.click(told, 'Rechazar'), 'reason')
  await camila.submit(form, { reason: 'Falta la firma' })
  const rejection = await post.waitForLetter(antonia, 'não podemos utilizá-lo', patience)
  expect(rejection.text).toContain('Recebemos “Certidão de óbito”, mas não podemos utilizá-lo')
  expect(rejection.text).toContain('assinatura')
  expect(rejection.subject).toBe(`Re: ${request.subject}`)
})

describe('mail that proves nothing', () => {
  let letter: ArrivedLetter
  let matterId: string

  beforeAll(async () => {
    matterId = await day.addMatter('Fuentes con Constructora Andes', [rosaId])
    await day.askFor(matterId, 'Prueba del juicio', ['Presupuesto', 'Fotografías'])
    letter = await day.post.waitForLetter(rosa, 'Presupuesto', patience)
  })

  test('from somebody unknown waits for Camila, who accepts it and adds the address: the next one is known', async () => {
    const { camila, post } = day
    const daughter = 'luz@otro.example'
    const attachments = [{ filename: 'presupuesto.pdf', content: samplePdf('Presupuesto') }]
    await replyTo(day.product, letter, { from: `Luz Soto <${daughter}>`, text: 'Soy la hija.', attachments })
    const waiting = await camila.waitForMessage(daughter, { within: patience })
    expect(visibleText(waiting)).toContain('Un correo espera su decisión')
    expect(visibleText(waiting)).toContain('La dirección no está entre los correos del cliente.')
    await day.quiet()
    expect(post.lettersTo(daughter)).toEqual([])

    await camila.click(waiting, 'Aceptar y agregar correo')
    await camila.waitForMessage((message) => saysAll(message, 'respondió 1 ítem', 'presupuesto.pdf'), {
      within: patience,
    })
    const decided = await camila.waitForMessage('Correo aceptado y dirección agregada por Camila Rojas', {
      within: patience,
    })
    expect(decided.ts).toBe(waiting.ts)
    expect(visibleText(decided)).not.toMatch(/^(Aceptar|Descartar)$/m)
    await post.waitForLetter(daughter, 'presupuesto.pdf', patience)

    const more = [{ filename: 'fotografias.pdf', content: samplePdf('Fotos') }]
    await replyTo(day.product, letter, { from: daughter, text: 'Faltaban las fotos.', attachments: more })
    const known = await camila.waitForMessage('fotografias.pdf', { within: patience })
    expect(visibleText(known)).toContain('Rosa Fuentes respondió')
  })

  test('is discarded without a word to whoever sent it', async () => {
    const { camila, post } = day
    const stranger = 'vendedor@otro.example'
    await replyTo(day.product, letter, { from: stranger, text: 'Le ofrezco mis servicios.' })
    const waiting = await camila.waitForMessage(stranger, { within: patience })
    await camila.click(waiting, 'Descartar')
    const decided = await camila.waitForMessage('Correo descartado por Camila Rojas', { within: patience })
    expect(decided.ts).toBe(waiting.ts)
    await day.quiet()
    expect(post.lettersTo(stranger)).toEqual([])
  })

  test('from the right address without proof waits, too', async () => {
    const attachments = [{ filename: 'otro presupuesto.pdf', content: samplePdf('Otro') }]
    await replyTo(day.product, letter, { from: rosa, text: 'Otro más.', attachments, authentication: 'none' })
    const waiting = await day.camila.waitForMessage('otro presupuesto.pdf', { within: patience })
    expect(visibleText(waiting)).toContain('nada prueba que el correo venga de ella')
  })

  test('of a machine answers nothing, and is answered nothing', async () => {
    const { camila, post } = day
    const [messages, letters] = [(await camila.inbox()).length, post.letters.length]
    await replyTo(day.product, letter, {
      from: rosa,
      text: 'Estoy de vacaciones hasta marzo.',
      headers: { 'Auto-Submitted': 'auto-replied' },
      returnPath: '',
    })
    await day.quiet()
    expect(await camila.inbox()).toHaveLength(messages)
    expect(post.letters).toHaveLength(letters)
    expect(await communication('constructora', 'Prueba del juicio')).toContain('Correo automático recibido')
  })
})

test('words alone are told to Camila as a message, and are no answer; she answers in the same conversation, and so does Rosa', async () => {
  const matterId = await day.addMatter('Fuentes con Banco del Sur', [rosaId])
  await day.askFor(matterId, 'Cartolas', ['Cartola de enero'])
  const letter = await day.post.waitForLetter(rosa, 'Cartola de enero', patience)
  const words = await replyTo(day.product, letter, {
    from: rosa,
    text: 'Se las mando el viernes, el banco aún no me las da.',
  })
  const told = await day.camila.waitForMessage('Se las mando el viernes', { within: patience })
  expect(visibleText(told)).toContain('Rosa Fuentes escribió')
  expect(visibleText(told)).not.toContain('Aprobar')
  expect(visibleText(told)).toContain('Los recordatorios esperan hasta el día siguiente.')
  expect(await communication('banco del sur', 'Cartolas')).toContain('Falta 1 de 1')

  const form = await opened(day.camila, () => day.camila.click(told, 'Responder'), 'text')
  expect(visibleText(nextStep(await day.camila.submit(form, { text: 'Gracias, las esperamos.' })))).toContain(
    'Enviado: 4 correos.',
  )
  const answer = await day.post.waitForLetter(rosa, 'Gracias, las esperamos.', patience)
  expect(answer.subject).toBe(`Re: ${letter.subject}`)
  expect(words.raw.toString()).toContain(`Message-ID: ${answer.inReplyTo}`)
  expect(answer.references).toContain(letter.messageId)
  expect(answer.answersTo).toBe(letter.answersTo)
  expect(answer.text).toContain('el banco aún no me las da')
  await replyTo(day.product, answer, { from: rosa, text: 'Muchas gracias por la paciencia.' })
  await day.camila.waitForMessage('Muchas gracias por la paciencia.', { within: patience })
})

function saysAll(message: SlackMessage, ...wanted: string[]): boolean {
  return wanted.every((words) => visibleText(message).includes(words))
}

function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
}
