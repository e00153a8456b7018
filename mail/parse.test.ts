import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { cpuTime } from '#test/cpu-time.ts'
import type { IncomingMail } from '#core/replies/inbound/incoming-mail.ts'
import {
  base64File,
  bounce,
  byHand,
  fixtureFile,
  multipart,
  ofParts,
  textPart,
  wellMade,
} from '#test/fixtures/mail/build.ts'
import type { MailEnvelope } from './authenticate.ts'
import { createMailReader, type MailReaderOptions, parseMail } from './parse.ts'

const folder = mkdtempSync(join(tmpdir(), 'parse-'))
const settings = {
  trustedAuthservId: 'mx.estudio.cl',
  systemAddresses: ['avisos@estudio.cl', 'casos@estudio.cl'],
}
const reader = createMailReader(settings)
afterAll(async () => {
  await reader.close()
  rmSync(folder, { recursive: true })
})

let count = 0
function stored(raw: Buffer): { rawPath: string; spoolDir: string } {
  const name = `${++count}`
  const rawPath = join(folder, `${name}.eml`)
  writeFileSync(rawPath, raw)
  return { rawPath, spoolDir: join(folder, name) }
}

function read(raw: Buffer, envelope: MailEnvelope | null = null): Promise<IncomingMail> {
  const { rawPath, spoolDir } = stored(raw)
  return reader.read(rawPath, { spoolDir, envelope })
}

const readAlone = (raw: Buffer, options: Partial<MailReaderOptions> = {}) => {
  const { rawPath, spoolDir } = stored(raw)
  return parseMail(rawPath, { ...settings, ...options, spoolDir })
}

const names = (mail: IncomingMail) => mail.attachments.map((file) => file.name)

describe('a client’s reply', () => {
  test('is read whole: sender, thread, words, files', async () => {
    const mail = await read(
      await wellMade({
        cc: 'Contador <conta@correo.cl>',
        inReplyTo: '<sent1@estudio.cl>',
        references: ['<sent0@estudio.cl>', '<sent1@estudio.cl>'],
        text: 'Adjunto la cédula.\n\nEl lun, 2 mar 2026, Estudio <casos@estudio.cl> escribió:\n\n> Falta la cédula\n',
        attachments: [
          { filename: 'cédula.pdf', content: fixtureFile('open.pdf') },
          { filename: 'foto.jpg', content: Buffer.from('ffd8ffe000104a464946', 'hex') },
        ],
      }),
    )
    expect(mail).toMatchObject({
      messageId: '<m1@correo.cl>',
      inReplyTo: ['<sent1@estudio.cl>'],
      references: ['<sent0@estudio.cl>', '<sent1@estudio.cl>'],
      from: [{ address: 'rosa@correo.cl', name: 'Rosa Fuentes' }],
      fromLines: 1,
      recipients: ['casos+r.abc.def@estudio.cl', 'conta@correo.cl'],
      subject: 'Re: documentos que necesitamos',
      date: '2026-03-02T13:00:00.000Z',
      kind: 'reply',
      writtenText: 'Adjunto la cédula.',
      failures: [],
      wishes: { stopReminding: false },
      authentication: { verdict: 'none' },
    })
    expect(mail.text).toContain('> Falta la cédula')
    expect(mail.attachments).toMatchObject([
      { name: 'cédula.pdf', type: 'application/pdf', size: fixtureFile('open.pdf').length, flag: null },
      { name: 'foto.jpg', type: 'image/jpeg', flag: null },
    ])
    expect(readFileSync(mail.attachments[0]?.path ?? '')).toEqual(fixtureFile('open.pdf'))
  })

  test('tells every address that may be ours, the envelope’s first', async () => {
    const raw = byHand([
      'Delivered-To: casos+r.one@estudio.cl',
      'X-Original-To: <casos+r.TWO@estudio.cl>',
      'X-Forwarded-To: casos+r.three@estudio.cl, casos+r.four@estudio.cl',
      'To: Estudio <CASOS+R.FIVE@ESTUDIO.CL>, grupo: casos+r.six@estudio.cl;',
      'Cc: casos+r.one@estudio.cl',
    ])
    const envelope = {
      from: 'rosa@correo.cl',
      to: ['Casos+r.zero@estudio.cl'],
      remoteAddress: '127.0.0.1',
      helo: null,
    }
    expect(
      (await read(raw, envelope)).recipients.map((address) => address.slice(8, -'@estudio.cl'.length)),
    ).toEqual(['zero', 'one', 'two', 'three', 'four', 'five', 'six'])
  })

  test.each([
    ['whose domain hides a character', 'From: Rosa <rosa@xn--correo-sf0c.cl>'],
    ['whose name in it hides a character', 'From: Rosa <ro\u200dsa@correo.cl>'],
    ['beside one that hides a character', 'From: rosa@correo.cl, rosa@xn--correo-sf0c.cl'],
  ])('from an address %s is from nobody', async (_, from) => {
    const word = 'Authentication-Results: mx.estudio.cl; dmarc=pass'
    const raw = byHand([word, Buffer.from(from).toString('latin1'), 'Cc: rosa@xn--correo-sf0c.cl'])
    const mail = await read(raw)
    expect(mail.from).toEqual([])
    expect(mail.recipients).toEqual([])
    expect(mail.authentication).toMatchObject({ verdict: 'fail' })
  })

  test('names its thread by whatever ids its odd headers hold', async () => {
    const raw = byHand([
      'References: <a@x><b@x>\n\t"junk" <c@x>,<a@x> <broken @x> <>',
      'In-Reply-To: Your message of Monday <c@x> (was <d@x>)',
    ])
    expect(await read(raw)).toMatchObject({
      messageId: null,
      references: ['<a@x>', '<b@x>', '<c@x>'],
      inReplyTo: ['<c@x>', '<d@x>'],
    })
  })

  test('is text though it came as HTML alone', async () => {
    const html = '<p>Adjunto <b>todo</b>.</p><div class="gmail_quote">viejo</div>'
    const mail = await read(await wellMade({ text: undefined, html }))
    expect(mail.text).toMatch(/^Adjunto todo\.\s+viejo$/)
    expect(mail.writtenText).toBe('Adjunto todo.')
  })

  test('asks to stop the reminders in words of its own, not in what it quotes', async () => {
    const asks = await read(await wellMade({ text: 'No recordar\n\n> responda "no recordar"' }))
    expect(asks.wishes.stopReminding).toBe(true)
    const quotes = await read(await wellMade({ text: 'Adjunto.\n\n> no recordar' }))
    expect(quotes.wishes.stopReminding).toBe(false)
  })
})

describe('a sender', () => {
  test('who writes two From lines is counted twice, whichever a parser would show', async () => {
    const mail = await read(byHand(['From: Rosa <rosa@correo.cl>', 'From: Mal <mal@evil.example>']))
    expect(mail).toMatchObject({ fromLines: 2, authentication: { verdict: 'fail' } })
  })

  test('whose name looks like another’s address is known by the address alone', async () => {
    const mail = await read(byHand(['From: "rosa@correo.cl" <mal@evil.example>']))
    expect(mail.from).toEqual([{ address: 'mal@evil.example', name: 'rosa@correo.cl' }])
    const encoded = await read(byHand(['From: =?utf-8?B?cm9zYUBjb3JyZW8uY2w=?= <mal@evil.example>']))
    expect(encoded.from.map(({ address }) => address)).toEqual(['mal@evil.example'])
  })

  test('who is several, or nobody, is told as such', async () => {
    expect((await read(byHand(['From: a@x.cl, b@x.cl']))).from).toHaveLength(2)
    expect((await read(byHand(['From: undisclosed-recipients:;']))).from).toEqual([])
  })

  test('is proven by the firm’s own server and by nobody else', async () => {
    const says = (id: string) => byHand([`Authentication-Results: ${id}; dmarc=pass header.from=correo.cl`])
    expect((await read(says('mx.estudio.cl'))).authentication.verdict).toBe('pass')
    expect((await read(says('mx.evil.example'))).authentication.verdict).toBe('none')
  })
})

describe('letters of any alphabet', () => {
  const latin = 'Se\xf1or: \x93c\xe9dula\x94 \x80 100'
  const utf8 = Buffer.from('Subject: Cédula\nFrom: rosa@correo.cl\n\nSeñor: “cédula” € 100')

  test.each([
    ['windows-1252 that nobody declares', byHand(['Subject: =?iso-8859-1?Q?C=E9dula?='], latin)],
    [
      'windows-1252 called ASCII',
      byHand(['Content-Type: text/plain; charset=us-ascii', 'Subject: C\xe9dula'], latin),
    ],
    [
      'a charset nobody knows',
      byHand(['Content-Type: text/plain; charset=x-foo', 'Subject: C\xe9dula'], latin),
    ],
    ['UTF-8 that nobody declares', utf8],
    ['UTF-8 called ASCII', Buffer.concat([Buffer.from('Content-Type: text/plain; charset=ascii\n'), utf8])],
  ])('%s reads well', async (_, raw) => {
    const mail = await read(raw)
    expect(mail.text.trim()).toBe('Señor: “cédula” € 100')
    expect(mail.subject).toBe('Cédula')
  })

  test('UTF-8 with a broken byte stays UTF-8 where it is declared', async () => {
    const mail = await read(byHand(['Content-Type: text/plain; charset=utf-8'], 'c\xc3\xa9dula \xff'))
    expect(mail.text.trim()).toBe('cédula \ufffd')
  })

  test('a line ended by CR alone is a line', async () => {
    const raw = Buffer.from('From: rosa@correo.cl\rSubject: uno\rMessage-ID: <cr@x>\r\rprimera\rsegunda\r')
    expect(await read(raw)).toMatchObject({
      messageId: '<cr@x>',
      subject: 'uno',
      text: 'primera\nsegunda\n',
      fromLines: 1,
    })
    expect((await read(byHand([], 'primera\rsegunda').subarray(0))).text.trim()).toBe('primera\nsegunda')
  })

  test('NUL and half characters, which no database takes, disappear', async () => {
    const mail = await read(
      byHand(
        ['Subject: a\0b', 'Message-ID: <a\0b@x>', 'Content-Type: text/html'],
        '<p>uno\0dos&#xD800; &#0;tres</p>',
      ),
    )
    const all = JSON.stringify(mail)
    expect(all).not.toMatch(/\\u0000|\0/)
    expect(mail.text.isWellFormed()).toBe(true)
    expect(mail.messageId).toBe('<ab@x>')
  })
})

describe('an attachment', () => {
  const withName = (header: string) =>
    ofParts([textPart, [header, 'Content-Transfer-Encoding: base64', '', base64File('open.pdf')]])

  test.each([
    [
      'RFC 2231 in pieces',
      'Content-Disposition: attachment; filename*0*=UTF-8\'\'c%C3%A9du; filename*1*=la%20de; filename*2=" rosa.pdf"',
      'cédula de rosa.pdf',
    ],
    [
      'RFC 2231 in latin1',
      "Content-Disposition: attachment; filename*=iso-8859-1'es'c%E9dula.pdf",
      'cédula.pdf',
    ],
    ['RFC 2047', 'Content-Disposition: attachment; filename="=?utf-8?Q?c=C3=A9dula.pdf?="', 'cédula.pdf'],
    [
      'RFC 2047 in the type',
      'Content-Type: application/pdf; name="=?iso-8859-1?Q?procura=E7=E3o.pdf?="',
      'procuração.pdf',
    ],
    ['raw latin1', 'Content-Disposition: attachment; filename="c\xe9dula.pdf"', 'cédula.pdf'],
    ['a path', 'Content-Disposition: attachment; filename="../../etc/cron.d/cedula.pdf"', 'cedula.pdf'],
    [
      'a path of Windows',
      'Content-Disposition: attachment; filename="C:\\\\Users\\\\Rosa\\\\cedula.pdf"',
      'cedula.pdf',
    ],
    [
      'a direction mark',
      "Content-Disposition: attachment; filename*=UTF-8''contrato%E2%80%AEfdp.exe",
      'contratofdp.exe',
    ],
    ['NUL', "Content-Disposition: attachment; filename*=UTF-8''cedula%00.pdf", 'cedula.pdf'],
    ['nothing', 'Content-Type: application/pdf', 'file.pdf'],
  ])('named by %s has a safe name', async (_, header, name) => {
    const mail = await read(withName(header))
    expect(mail.attachments).toMatchObject([
      { name, type: 'application/pdf', size: fixtureFile('open.pdf').length },
    ])
    expect(mail.attachments[0]?.path.startsWith(folder)).toBe(true)
  })

  test('is what its bytes say, not what its name says', async () => {
    const late = Buffer.concat([Buffer.alloc(700, 'x'), fixtureFile('open.pdf')])
    const mail = await read(
      await wellMade({
        attachments: [
          { filename: 'foto.jpg', content: fixtureFile('open.pdf'), contentType: 'image/jpeg' },
          { filename: 'late.bin', content: late },
          { filename: 'cedula.pdf', content: 'no pdf at all', contentType: 'application/pdf' },
          { filename: 'x', content: 'x', contentType: 'text/html;x=<script>' },
        ],
      }),
    )
    expect(mail.attachments.map(({ type }) => type)).toEqual([
      'application/pdf',
      'application/pdf',
      'application/pdf',
      'text/html',
    ])
  })

  test('of zero bytes is kept and flagged', async () => {
    const mail = await read(
      await wellMade({ attachments: [{ filename: 'cedula.pdf', content: Buffer.alloc(0) }] }),
    )
    expect(mail.attachments).toMatchObject([{ name: 'cedula.pdf', size: 0, flag: 'empty' }])
    const plain = await read(ofParts([textPart, ['Content-Disposition: attachment; filename=a.pdf', '', '']]))
    expect(plain.attachments).toMatchObject([{ name: 'a.pdf', flag: 'empty' }])
  })

  test('with a password is kept and flagged; one that only forbids printing is not', async () => {
    const files = [
      'locked-r2.pdf',
      'locked-r3.pdf',
      'locked-r4.pdf',
      'locked-r5.pdf',
      'locked-r6.pdf',
      'locked.zip',
      'restricted-r2.pdf',
      'restricted-r3.pdf',
      'restricted-r4.pdf',
      'restricted-r5.pdf',
      'restricted-r6.pdf',
      'open.pdf',
    ]
    const mail = await read(
      await wellMade({
        attachments: files.map((filename) => ({ filename, content: fixtureFile(filename) })),
      }),
    )
    expect(mail.attachments.map(({ name, flag }) => [name, flag])).toEqual(
      files.map((name) => [name, name.startsWith('locked') ? 'encrypted' : null]),
    )
  })

  test('of Office with a password is kept and flagged', async () => {
    const compound = (name: string) =>
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.alloc(1500),
        Buffer.from(name, 'utf16le'),
        Buffer.alloc(5000),
      ])
    const mail = await read(
      await wellMade({
        attachments: [
          { filename: 'contrato.docx', content: compound('EncryptedPackage') },
          { filename: 'contrato.doc', content: compound('WordDocument'), contentType: 'application/msword' },
        ],
      }),
    )
    expect(mail.attachments).toMatchObject([
      { flag: 'encrypted' },
      { type: 'application/msword', flag: null },
    ])
  })

  test('that only S/MIME, PGP or Outlook can open is kept and flagged', async () => {
    const whole = byHand(
      [
        'Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m',
        'Content-Transfer-Encoding: base64',
      ],
      'MIIB',
    )
    expect((await read(whole)).attachments).toMatchObject([{ name: 'smime.p7m', flag: 'smime' }])
    const tnef = ofParts([
      textPart,
      [
        'Content-Type: application/ms-tnef; name=winmail.dat',
        'Content-Transfer-Encoding: base64',
        '',
        'eJ8+Ig==',
      ],
    ])
    expect((await read(tnef)).attachments).toMatchObject([{ name: 'winmail.dat', flag: 'winmail' }])
    const { body } = multipart([
      ['Content-Type: application/pgp-encrypted', '', 'Version: 1'],
      [
        'Content-Type: application/octet-stream; name=encrypted.asc',
        '',
        '-----BEGIN PGP MESSAGE-----',
        '',
        'x',
        '-----END PGP MESSAGE-----',
      ],
    ])
    const pgp = byHand(
      ['Content-Type: multipart/encrypted; protocol="application/pgp-encrypted"; boundary=b1'],
      body,
    )
    expect((await read(pgp)).attachments).toMatchObject([{ name: 'encrypted.asc', flag: 'encrypted' }])
  })

  test('that is a signed document counts, the signature of the mail itself does not', async () => {
    const signature = (name: string) => [
      `Content-Type: application/pkcs7-signature; name=${name}`,
      `Content-Disposition: attachment; filename=${name}`,
      'Content-Transfer-Encoding: base64',
      '',
      'MIIB',
    ]
    const mail = await read(ofParts([textPart, signature('contrato.pdf.p7s'), signature('smime.p7s')]))
    expect(mail.attachments).toMatchObject([{ name: 'contrato.pdf.p7s', flag: null }])
  })

  test('that Apple Mail sends inline between two texts is a file', async () => {
    const inline = (name: string, type: string) => [
      `Content-Type: ${type}; name="${name}"`,
      `Content-Disposition: inline; filename="${name}"`,
      '',
      '%PDF-1.4',
    ]
    const mail = await read(
      ofParts([
        textPart,
        inline('cedula.pdf', 'application/pdf'),
        ['Content-Type: text/plain', '', 'Enviado desde mi iPhone'],
        inline('notas.txt', 'text/plain'),
      ]),
    )
    expect(names(mail)).toEqual(['cedula.pdf', 'notas.txt'])
    expect(mail.text).toContain('Enviado desde mi iPhone')
  })

  test('that is the logo of a signature is left out, a photo beside it is not', async () => {
    const logo = Buffer.concat([
      Buffer.from('89504e470d0a1a0a0000000d49484452000000c80000003c', 'hex'),
      Buffer.alloc(3000),
    ])
    const mail = await read(
      await wellMade({
        html: '<p>Adjunto.</p><img src="cid:logo@estudio">',
        attachments: [
          { filename: 'logo.png', content: logo, cid: 'logo@estudio' },
          { filename: 'cedula_frente.png', content: logo, cid: 'other@estudio' },
          { filename: 'cedula_verso.png', content: logo, contentDisposition: 'inline' },
        ],
      }),
    )
    expect(names(mail)).toEqual(['cedula_frente.png', 'cedula_verso.png'])
  })

  test('of the same name twice can be told apart', async () => {
    const foto = { filename: 'foto.jpg', content: 'x' }
    expect(names(await read(await wellMade({ attachments: [foto, foto] })))).toEqual([
      'foto.jpg',
      'foto (2).jpg',
    ])
  })

  test('larger than the firm allows is kept and flagged', async () => {
    const raw = await wellMade({ attachments: [{ filename: 'a.bin', content: Buffer.alloc(2000, 1) }] })
    expect((await readAlone(raw, { mostAttachmentBytes: 1000 })).attachments).toMatchObject([
      { size: 2000, flag: 'oversized' },
    ])
  })

  test('inside a forwarded mail is found, three mails deep and no deeper', async () => {
    let inner = await wellMade({
      attachments: [{ filename: 'cedula.pdf', content: fixtureFile('open.pdf') }],
    })
    const forward = async (raw: Buffer) =>
      wellMade({ attachments: [{ contentType: 'message/rfc822', filename: 'fwd.eml', content: raw }] })
    for (let level = 1; level <= 3; level++) inner = await forward(inner)
    expect(names(await read(inner))).toEqual(['cedula.pdf'])
    expect(names(await read(await forward(inner)))).toEqual(['fwd.eml'])
    const letter = await forward(await wellMade({ text: 'el correo mismo es la prueba' }))
    expect(await read(letter)).toMatchObject({
      attachments: [{ name: 'fwd.eml', type: 'message/rfc822' }],
      from: [{ address: 'rosa@correo.cl' }],
    })
  })

  test('of a mail sent inline is found as well', async () => {
    const { type, body } = multipart(
      [textPart, ['Content-Type: application/pdf; name=a.pdf', '', '%PDF-1.4']],
      'mixed',
      'inner',
    )
    const mail = await read(
      ofParts([
        textPart,
        [
          'Content-Type: message/rfc822',
          'Content-Disposition: inline',
          '',
          'From: other@x',
          'X-Despacho-Loop: 1',
          type,
          '',
          body,
        ],
      ]),
    )
    expect(names(mail)).toEqual(['a.pdf'])
    expect(mail).toMatchObject({ kind: 'reply', from: [{ address: 'rosa@correo.cl' }] })
  })
})

describe('a mail that answers nothing', () => {
  test.each([
    'Automatic reply: documents',
    'Respuesta automática: documentos',
    'Resposta automática: documentos',
  ])('is automatic by its subject: %s', async (subject) => {
    expect((await read(await wellMade({ subject }))).kind).toBe('automatic')
  })

  test('is automatic and keeps its files, which may be wanted', async () => {
    const raw = await wellMade({
      headers: { 'Auto-Submitted': 'auto-replied' },
      attachments: [{ filename: 'a.pdf', content: '%PDF-1' }],
    })
    expect(await read(raw)).toMatchObject({ kind: 'automatic', attachments: [{ name: 'a.pdf' }] })
  })

  test.each([
    ['dead address', ['Final-Recipient: rfc822; rosa@correo.cl', 'Action: failed', 'Status: 5.1.1'], 'hard'],
    ['full mailbox', ['Final-Recipient: rfc822; rosa@correo.cl', 'Action: failed', 'Status: 5.2.2'], 'soft'],
    [
      'server that is away',
      ['Final-Recipient: rfc822; rosa@correo.cl', 'Action: failed', 'Status: 4.4.1'],
      'soft',
    ],
    [
      'mail that is late',
      ['Final-Recipient: rfc822; rosa@correo.cl', 'Action: delayed', 'Status: 4.4.7'],
      'delayed',
    ],
  ])('is a bounce of a %s', async (_, block, severity) => {
    const mail = await read(bounce(block))
    expect(mail).toMatchObject({ kind: 'bounce', attachments: [] })
    expect(mail.failures).toMatchObject([
      { recipient: 'rosa@correo.cl', severity, originalMessageId: '<sent1@estudio.cl>' },
    ])
  })

  test('is a read receipt', async () => {
    const { body } = multipart([
      textPart,
      [
        'Content-Type: message/disposition-notification',
        '',
        'Disposition: manual-action/MDN-sent-manually; displayed',
      ],
    ])
    const raw = byHand(
      [
        'Content-Type: multipart/report; report-type=disposition-notification; boundary=b1',
        'Subject: Leído: documentos',
      ],
      body,
    )
    expect(await read(raw)).toMatchObject({ kind: 'report', attachments: [] })
  })

  test('accepts a hearing in the calendar', async () => {
    const raw = await wellMade({
      subject: 'Aceptado: audiencia',
      icalEvent: { method: 'REPLY', content: 'BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nEND:VCALENDAR' },
    })
    expect(await read(raw)).toMatchObject({ kind: 'calendar', attachments: [] })
  })

  test('is our own that came back', async () => {
    expect((await read(await wellMade({ headers: { 'X-Despacho-Loop': 'x' } }))).kind).toBe('ours')
    expect((await read(await wellMade({ from: 'Estudio <avisos@estudio.cl>' }))).kind).toBe('ours')
  })
})

describe('the hash of a mail', () => {
  test('is the same by two roads and another for another mail', async () => {
    const content = {
      text: 'Adjunto la cédula',
      attachments: [{ filename: 'cédula.pdf', content: fixtureFile('open.pdf') }],
    }
    const byOne = await wellMade({ ...content, textEncoding: 'quoted-printable' })
    const byOther = await wellMade({
      ...content,
      textEncoding: 'base64',
      messageId: '<other@x>',
      headers: { Received: 'from mx by mx' },
    })
    expect(byOne.equals(byOther)).toBe(false)
    const [one, other] = await Promise.all([read(byOne), read(byOther)])
    expect(one.contentHash).toBe(other.contentHash)
    const third = await read(await wellMade({ ...content, text: 'Adjunto el contrato' }))
    expect(third.contentHash).not.toBe(one.contentHash)
  })

  test('is there for a mail without Message-ID, sender or words', async () => {
    expect(await read(Buffer.from('\r\n'))).toMatchObject({
      messageId: null,
      from: [],
      date: null,
      kind: 'reply',
      contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect((await read(Buffer.alloc(0))).text).toBe('')
  })
})

describe('a mail made to break its reader', () => {
  test('by 1.5 MB of nested elements is read in no time, its file too', async () => {
    const started = cpuTime()
    const mail = await read(
      await wellMade({
        text: undefined,
        html: '<div>'.repeat(300_000) + 'hola',
        attachments: [{ filename: 'a.pdf', content: '%PDF-1' }],
      }),
    )
    expect(cpuTime() - started).toBeLessThan(10_000)
    expect(mail).toMatchObject({ text: 'hola', attachments: [{ name: 'a.pdf' }] })
  })

  test('by 200,000 parts is refused in no time', async () => {
    const started = cpuTime()
    const parts = 'x\r\n--b1\r\n\r\n'.repeat(200_000)
    await expect(read(byHand(['Content-Type: multipart/mixed; boundary=b1'], parts))).rejects.toMatchObject({
      code: 'too_many_parts',
    })
    expect(cpuTime() - started).toBeLessThan(10_000)
  })

  test('by parts 5,000 deep is refused in no time', async () => {
    const started = cpuTime()
    const deep = Array.from(
      { length: 5000 },
      (_, level) => `--b${level}\r\nContent-Type: multipart/mixed; boundary=b${level + 1}\r\n\r\n`,
    ).join('')
    await expect(read(byHand(['Content-Type: multipart/mixed; boundary=b0'], deep))).rejects.toMatchObject({
      code: 'too_many_parts',
    })
    expect(cpuTime() - started).toBeLessThan(10_000)
  })

  test('by a header of 5 MB is refused in no time, also in a part or a mail inside', async () => {
    const started = cpuTime()
    const long = `X-Long: ${'x'.repeat(70)}\r\n`.repeat(66_000)
    await expect(read(byHand([long]))).rejects.toMatchObject({ code: 'header_too_large' })
    await expect(read(ofParts([textPart, [long, '', 'x']]))).rejects.toMatchObject({
      code: 'header_too_large',
    })
    const inside = ofParts([textPart, ['Content-Type: message/rfc822', '', long, '', 'x']])
    await expect(read(inside)).rejects.toMatchObject({ code: 'header_too_large' })
    expect(cpuTime() - started).toBeLessThan(10_000)
  })

  test('by many mails in one does not get more parts for it', async () => {
    const many = multipart(
      Array.from({ length: 600 }, () => ['Content-Type: application/x-a', '', 'x']),
      'mixed',
      'inner',
    )
    const mail = ['Content-Type: message/rfc822', '', many.type, '', many.body]
    await expect(read(ofParts([mail, mail]))).rejects.toMatchObject({ code: 'too_many_parts' })
  })

  test.each([
    ['one endless line', byHand([], 'x'.repeat(3_000_000))],
    [
      'boundaries of nothing',
      byHand(['Content-Type: multipart/mixed; boundary=""'], '--\r\n'.repeat(100_000)),
    ],
    ['an endless address', byHand([`To: ${'a,'.repeat(60_000)}`])],
    ['brackets in an address', byHand([`From: ${'<'.repeat(100_000)}`])],
    ['quotes in an address', byHand([`To: ${'"a" '.repeat(50_000)}`])],
    ['comments in an address', byHand([`Cc: ${'('.repeat(100_000)}`])],
    ['parameters of a type', byHand([`Content-Type: text/plain; ${'a*0*=x;'.repeat(20_000)}`])],
    ['encoded words', byHand([`Subject: ${'=?utf-8?Q?a?= '.repeat(15_000)}`])],
    ['quoted-printable', byHand(['Content-Transfer-Encoding: quoted-printable'], '=\r\n'.repeat(300_000))],
    [
      'base64 that is none',
      byHand(['Content-Type: application/pdf', 'Content-Transfer-Encoding: base64'], '!'.repeat(500_000)),
    ],
    ['references', byHand([`References: ${'<a@b> '.repeat(40_000)}`])],
    ['results of authentication', byHand([`Authentication-Results: mx.estudio.cl; ${'(("'.repeat(60_000)}`])],
  ])('by %s is read all the same', async (_, raw) => {
    const started = cpuTime()
    const mail = await read(raw)
    expect(mail.kind).toBe('reply')
    expect(cpuTime() - started).toBeLessThan(10_000)
  })

  test('by taking too long is given up, and the next one is read', async () => {
    const slow = createMailReader({ ...settings, timeoutMs: 1, workers: 1 })
    const big = stored(await wellMade({ html: '<p>x</p>'.repeat(150_000) }))
    await expect(slow.read(big.rawPath, big)).rejects.toMatchObject({
      name: 'MailUnreadable',
      code: 'timeout',
    })
    await slow.close()
  })

  test('by taking too much memory is given up, and the next one is read', async () => {
    const small = createMailReader({ ...settings, maxHeapMb: 24, workers: 1 })
    const bomb = stored(await wellMade({ html: '<b>x '.repeat(400_000), text: undefined }))
    await expect(small.read(bomb.rawPath, bomb)).rejects.toMatchObject({ code: 'memory' })
    const next = stored(await wellMade())
    expect((await small.read(next.rawPath, next)).text).toContain('Adjunto')
    await small.close()
  })
})

describe('the reader', () => {
  test('reads many mails, however few threads it has', async () => {
    const two = createMailReader({ ...settings, workers: 2 })
    const all = await Promise.all(
      Array.from({ length: 30 }, async (_, index) => {
        const { rawPath, spoolDir } = stored(await wellMade({ subject: `número ${index}` }))
        return two.read(rawPath, { spoolDir })
      }),
    )
    expect(all.map(({ subject }) => subject)).toEqual(
      Array.from({ length: 30 }, (_, index) => `número ${index}`),
    )
    await two.close()
  })

  test('tells a file that is not there from a mail that cannot be read', async () => {
    const missing = reader.read(join(folder, 'missing.eml'), { spoolDir: join(folder, 'missing') })
    await expect(missing).rejects.toThrow(/ENOENT/)
    await expect(missing).rejects.not.toHaveProperty('reason')
  })

  test('that is closed takes nothing more and leaves nobody waiting', async () => {
    const closing = createMailReader({ ...settings, workers: 1 })
    const mail = stored(await wellMade())
    const reads = [1, 2, 3].map(() =>
      closing.read(mail.rawPath, mail).then(
        () => 'read',
        () => 'ended',
      ),
    )
    await closing.close()
    expect(await Promise.all(reads)).toEqual(['ended', 'ended', 'ended'])
    await expect(closing.read(mail.rawPath, mail)).rejects.toThrow(/closed/)
  })
})
