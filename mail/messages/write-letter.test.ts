import { describe, expect, test } from 'vitest'
import type { Letter } from '#core/delivery/letter.ts'
import { contrast } from '#core/firms/accent.ts'
import { richTextToText } from '#core/rich-text/rich-text-to-text.ts'
import { plainTextToRichText } from '#core/rich-text/plain-text-to-rich-text.ts'
import { locales } from '#core/words/locale.ts'
import { sampleLetters } from '#test/fixtures/sample-letters.ts'
import { writtenText } from '../written-text.ts'
import { writeLetter } from './write-letter.ts'

const surroundings = {
  portalUrl: 'https://portal.example/',
  mark: 'r.abcdefghijklmnop.abcdefghijklmnopqrstuvwxyz',
  takesReplies: true,
}
const samples = locales.flatMap((locale) =>
  Object.entries(sampleLetters(locale)).map(([name, letter]) => ({ locale, name, letter })),
)
const open = samples.filter(({ letter }) => !letter.discreet)
const held = samples.filter(({ letter }) => letter.discreet)

/** What the letter has to tell of the case, as written by people. */
function caseFacts(letter: Letter): string[] {
  switch (letter.kind) {
    case 'newsPublished':
      return [
        ...richTextToText(letter.body)
          .replace(/^[\d>.\s-]+| \(https.*$/gm, '')
          .split('\n'),
        letter.hearing?.place ?? '',
        letter.hearing?.bring ?? '',
      ]
    case 'documentsRequested':
      return [
        letter.request.title,
        ...letter.request.details.split('\n'),
        ...letter.request.items.map(({ title }) => title),
      ]
    case 'messageAnswered':
      return [
        ...letter.text.split('\n').filter((line) => line !== ''),
        ...letter.wrote.split('\n'),
        letter.author,
      ]
    case 'mailWaiting':
      return []
    case 'requestCancelled':
      return [letter.request.title]
    case 'receipt':
      return [
        ...letter.arrived.flatMap(({ title, files }) => [title, ...files]),
        ...letter.unsure,
        ...letter.notUsable.map(({ name }) => name),
        ...letter.request.items
          .filter(({ status }) => status === 'pending' || status === 'rejected')
          .map(({ title }) => title),
        ...letter.request.items.flatMap(({ reason }) => reason?.note?.split('\n') ?? []),
      ]
    case 'answerRejected':
      return [letter.item, ...(letter.reason.note?.split('\n') ?? [])]
    case 'reminder':
      return letter.requests.flatMap(({ title, reference, items }) => [
        title,
        reference,
        ...items
          .filter(({ status }) => status === 'pending' || status === 'rejected')
          .map((item) => item.title),
      ])
    case 'remindersStopped':
    case 'disregard':
    case 'hearingOff':
    case 'accessInvite':
    case 'accessAgain':
    case 'passwordSet':
    case 'stepUpCode':
      return []
  }
}

function facts(letter: Letter) {
  return caseFacts(letter).filter((fact) => fact.trim() !== '')
}

function visible(html: string) {
  return html
    .replace(/^[\s\S]*<body/, '<body')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<br>|<\/(p|td|h\d|li|blockquote)>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(
      /&lt;|&gt;|&quot;|&#39;|&amp;/g,
      (name) => ({ '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' })[name] ?? name,
    )
}

function lines(text: string) {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

describe.each(samples)('the letter "$name" in $locale', ({ letter }) => {
  const { subject, html, text } = writeLetter(letter, surroundings)

  test('has a subject of one line that names the firm and nothing of the case', () => {
    expect(subject).toContain(letter.firm.name)
    expect(subject).toMatch(letter.thread ? /^Re: (?!Re:)/ : /^(?!Re:)/)
    expect(subject).not.toMatch(/[\r\n]/)
    for (const fact of facts(letter).filter((one) => one !== letter.reference))
      expect(subject).not.toContain(fact)
  })

  test('greets its reader and comes to the point in the first two lines', () => {
    const [greeting, message] = lines(text)
    expect(greeting).toMatch(/[,:]$/)
    expect(message).toMatch(/[.:]$/)
    expect(lines(visible(html)).slice(0, 2)).toEqual([greeting, message])
  })

  test('says the same in HTML as in plain text', () => {
    const ofText = lines(text).map((line) => line.replace(/^[○●✓!–>] |^--- | ---$/g, ''))
    const said = visible(html).replace(/\s+/g, ' ')
    for (const line of ofText.filter((one) => !one.includes('https://') && !/^\d\./.test(one))) {
      expect(said).toContain(
        line.replace(/^(Cuándo|Dónde|Qué llevar|Quando|Onde|O que levar|When|Where|What to bring):|:$/, '$1'),
      )
    }
  })

  test('fetches nothing, links only where it should and has one button at most', () => {
    expect(html).not.toMatch(/<(img|script|link|iframe|video|object|form)\b|\bsrc=|url\(|@import/i)
    expect(html.match(/<a class="button"/g) ?? []).toHaveLength(
      text.includes('https://portal.example/') ? 1 : 0,
    )
    for (const [, href = ''] of html.matchAll(/href="([^"]*)"/g)) {
      expect(href).toMatch(/^https:\/\/(portal\.example\/|www\.example\.org\/)/)
      expect(text).toContain(href.replaceAll('&amp;', '&'))
    }
  })

  test('is small enough not to be cut short by Gmail', () => {
    expect(Buffer.byteLength(html)).toBeLessThan(102_400 / 3)
  })

  test('is signed by the firm and says how to reach it', () => {
    for (const form of [text, visible(html)]) {
      expect(form).toContain(letter.firm.name)
      expect(form).toContain(letter.firm.supportContact ?? '')
      expect(form).toContain(surroundings.mark)
    }
  })

  test('can be read by day and by night', () => {
    const body = html.slice(html.indexOf('<body'))
    const night = /prefers-color-scheme:dark[\s\S]*?<\/style>/.exec(html)?.[0] ?? ''
    for (const [sheet, least] of [
      [body, 3],
      [night, 6],
    ] as const) {
      const paper = /background-color:(#\w{6})/.exec(sheet)?.[1] ?? ''
      const colours = [...sheet.matchAll(/(?<!-)color:(#\w{6})/g)].map(([, colour = '']) => colour)
      expect(colours.length).toBeGreaterThanOrEqual(least)
      for (const colour of colours.filter((one) => one !== paper)) {
        expect(contrast(colour, paper)).toBeGreaterThanOrEqual(4.5)
      }
    }
    expect(html).toContain('<meta name="color-scheme" content="light dark">')
  })
})

describe.each(open)('the letter "$name" in $locale', ({ letter }) => {
  test('tells every fact, in HTML and in plain text', () => {
    const { html, text } = writeLetter(letter, surroundings)
    for (const fact of facts(letter)) {
      expect(text).toContain(fact)
      expect(visible(html)).toContain(fact)
    }
  })
})

describe.each(held)('the letter "$name" in $locale', ({ letter }) => {
  test('says nothing of the case and links to where it is told', () => {
    const { subject, html, text } = writeLetter(letter, surroundings)
    for (const fact of facts(letter)) {
      for (const form of [subject, html, visible(html), text]) expect(form).not.toContain(fact)
    }
    expect(text).toContain(letter.uploadUrl ?? surroundings.portalUrl)
  })

  test('tells the way to ask where there is no page to link to', () => {
    const { html, text } = writeLetter(
      { ...letter, uploadUrl: null, confirmUrl: null },
      { ...surroundings, portalUrl: null },
    )
    expect(html).not.toContain('<a class="button"')
    expect(text).toMatch(/contáctenos|fale conosco|contact us/)
  })
})

const spanish = sampleLetters('es-CL')

function sample(name: string): Letter {
  const found = spanish[name]
  if (!found) throw new Error(`no sample ${name}`)
  return found
}

test('what a person typed never becomes HTML', () => {
  const evil = '<script>alert("1")</script>&amp;\'"'
  for (const { letter } of samples) {
    const spoilt = JSON.parse(JSON.stringify(letter), (key: string, value: unknown) =>
      typeof value === 'string' &&
      /^(title|details|note|item|name|supportContact|salutation|reference|place|bring|text)$/.test(key)
        ? evil
        : value,
    ) as Letter
    const dates = 'expiresAt' in letter ? { expiresAt: letter.expiresAt } : {}
    const { html } = writeLetter({ ...spoilt, ...dates } as Letter, surroundings)
    expect(html).not.toContain('<script')
    expect(html).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;amp;&#39;&quot;')
  }
})

test('line ends and control characters in names do not break the subject', () => {
  const letter = {
    ...sample('request'),
    firm: { ...sample('request').firm, name: 'Estudio\r\nBcc: x@y\u0007' },
  }
  expect(writeLetter(letter).subject).toBe('Estudio Bcc: x@y : documentos que necesitamos (ref. A-204)')
})

test('any colour a firm picks leaves the button legible', () => {
  for (const accent of ['#ffff00', '#ffffff', '#000000', '#7f7f7f', '#ff69b4', '#00ff7f', 'red', null]) {
    const letter = { ...sample('request'), firm: { ...sample('request').firm, accent } }
    const { html } = writeLetter(letter)
    const [, ground = '', label = ''] =
      /class="button" bgcolor="(#\w{6})".*?color:(#\w{6});text-decoration/s.exec(html) ?? []
    expect(contrast(ground, label)).toBeGreaterThanOrEqual(4.5)
    expect(html).not.toContain('color:red')
  }
})

describe('a letter of the largest size', () => {
  const item = (i: number) =>
    ({
      title: `${i} ${'Certificado '.repeat(16)}`,
      kind: 'file',
      issuedWithinDays: 90,
      status: 'pending',
      reason: null,
    }) as const
  const items = Array.from({ length: 80 }, (_, i) => item(i))
  const request = {
    title: 'T'.repeat(200),
    details: 'D'.repeat(5000),
    dueOn: null,
    overdue: false,
    items,
    counts: { total: 80, received: 0, settled: 0 },
  }

  test('that asks for 80 things shows them all and is not cut short', () => {
    const { html } = writeLetter({
      ...sample('request'),
      kind: 'documentsRequested',
      request,
      edited: false,
      urgent: false,
    })
    expect(html).toContain('79 Certificado')
    expect(Buffer.byteLength(html)).toBeLessThan(102_400)
  })

  test('that reminds of more than fits says how many more there are', () => {
    const requests = Array.from({ length: 10 }, () => ({ ...request, reference: 'A-1' }))
    const { html, text } = writeLetter({ ...sample('reminder'), kind: 'reminder', requests })
    expect(text).toContain('y 69 más')
    expect(Buffer.byteLength(html)).toBeLessThan(102_400)
  })

  test('that tells long news is not cut short', () => {
    const body = plainTextToRichText(Array.from({ length: 200 }, () => 'Novedad '.repeat(12)).join('\n\n'))
    const { html } = writeLetter({ ...sample('news'), kind: 'newsPublished', body } as Letter)
    expect(Buffer.byteLength(html)).toBeLessThan(102_400)
  })
})

describe('what a client writes can be told from what they quote of the letter', () => {
  test.each(samples.filter(({ letter }) => letter.replyAddressId))('"$name" in $locale', ({ letter }) => {
    const { text, html } = writeLetter(letter, surroundings)
    const quoted = text.replace(/^/gm, '> ')
    expect(
      writtenText(
        `Va adjunto.\n\nEl lun, 2 mar 2026 a las 10:00, Estudio (<a@b.cl>) escribió:\n\n${quoted}`,
        null,
      ),
    ).toBe('Va adjunto.')
    const stopWords = /no recordar|não lembrar|stop reminding/
    expect(writtenText(`Va adjunto.\n\n${text}`, null)).not.toMatch(stopWords)
    expect(
      writtenText('', `<div>Va adjunto.</div>${/<body[^>]*>([\s\S]*)<\/body>/.exec(html)?.[1]}`),
    ).not.toMatch(stopWords)
  })
})

describe.each(samples)('$name in $locale', ({ letter }) => {
  const ask =
    /Contáctenos: |Fale conosco: |Contact us: |Responda a este correo\.|Responda a este e-mail\.|Reply to this e-mail\./i

  test('says whom to ask: the firm’s contact, or whoever reads the answer', () => {
    const named = { ...letter, firm: { ...letter.firm, supportContact: 'Marta, +56 2 2345 6789' } }
    const nobody = { ...letter, firm: { ...letter.firm, supportContact: null } }
    expect(writeLetter(named, surroundings).text).toContain('Marta, +56 2 2345 6789')
    const { text, html } = writeLetter(nobody, surroundings)
    expect(text).toMatch(ask)
    expect(html).toMatch(ask)
  })
})
