import { eq } from 'drizzle-orm'
import type { ReadStream } from 'node:fs'
import { get, type IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { members } from '#db/schema/firms.ts'
import { matters } from '#db/schema/matters.ts'
import { files, inboundMessages } from '#db/schema/replies.ts'
import { write } from '#db/write.ts'
import type { ChatNoteContent } from '#core/delivery/chat-note.ts'
import type { MemberActor } from '#core/members/actor.ts'
import { messageToAnswer } from '#core/replies/messages/message-for.ts'
import { storeInbound } from '#core/replies/inbound/store-inbound.ts'
import { originalUrl } from '#core/replies/original/original-url.ts'
import { saveOriginal } from '#core/replies/original/save-original.ts'
import { decideQuarantine } from '#core/replies/quarantine/decide-quarantine.ts'
import { moveFile } from '#core/replies/files/move-file.ts'
import { purgeFile } from '#core/replies/files/purge-file.ts'
import type { Inbound } from '#core/replies/receive-reply.ts'
import { tidy } from '#core/tidy.ts'
import { rosa, type Hazard } from '../fixtures/mail/hazards/hazard.ts'
import {
  alternative,
  htmlPart,
  joined,
  part,
  pdfPart,
  plainPart,
  wrapped,
  written,
} from '../fixtures/mail/hazards/hazard.ts'
import { askFor, itemCalled } from '../office/ask-for.ts'
import { deliver } from '../office/deliveries.ts'
import { enterPortal } from '../office/enter-portal.ts'
import { lawFirm, type LawFirm } from '../office/law-firm.ts'
import { mailWorld, openMailDoor, type OpenMailDoor } from '../office/mail-world.ts'
import { plainBrowser } from '../office/plain-browser.ts'
import { refusal } from '../office/refusal.ts'
import { testOffice } from '../office/test-office.ts'
import { freePort } from '../product/free-port.ts'
import { eicar, hasClamd, startClamd } from '../virus/start-clamd.ts'
import { servePortal, type ServedPortal } from '../office/serve-portal.ts'

vi.setConfig({ testTimeout: 60_000 })

let portal: ServedPortal
let firm: LawFirm
let door: OpenMailDoor

beforeAll(async () => {
  portal = await servePortal()
  firm = await lawFirm(portal.office)
  door = await openMailDoor(portal.office, firm)
}, 120_000)
afterAll(async () => {
  await door?.close()
  portal?.close()
})

const letter = `Adjunto la cédula.

El 2 de marzo de 2026, Estudio Rojas escribió:
> Estimada Rosa: le pedimos <su cédula> & el contrato.
> -- Por favor, responda sobre esta línea --`

const mixed = (...parts: string[]): [Record<string, string>, string] => [
  { 'Content-Type': 'multipart/mixed; boundary="m"' },
  joined('m', parts),
]

/** Rosa writes; the mail is read. */
async function comes(raw: Hazard['raw'], from = rosa): Promise<Inbound> {
  const then: Hazard['then'] = { state: 'answered' }
  return (await door.meet({ name: 'to be looked at', raw, from, then })).inbound
}

const withFile = (name = 'cedula.pdf') =>
  comes((world) => written(world, ...mixed(plainPart(letter), pdfPart(name))))

/** Where the mail leads this member. */
function linkFor(inbound: Inbound, { memberId }: MemberActor): string {
  return originalUrl(portal.office, inbound, memberId) ?? ''
}

function open(url: string, headers: Record<string, string> = {}) {
  return plainBrowser(portal.home).get(url, headers)
}

const saved = (url: string) => url.replace('?', '/eml?')

/** What happens then happens, and it is today again. */
async function daysLater(days: number, then: () => Promise<void>): Promise<void> {
  const { now } = portal.office
  portal.office.later({ days })
  await then().finally(() => (portal.office.now = now))
}

const change = (inbound: Inbound, to: Partial<Inbound>) =>
  write(portal.office.db, (tx) =>
    tx.update(inboundMessages).set(to).where(eq(inboundMessages.id, inbound.id)),
  )

describe('a mail of a client', () => {
  test('is one click away in what chat says of it, whole, with what it quotes, and can be saved as it came', async () => {
    const inbound = await withFile()
    const { notes } = await deliver(portal.office)
    const told = notes.find((note) => note.kind === 'answersArrived')
    const url = told?.originals[0]?.url ?? ''
    expect(told?.originals).toEqual([{ url: linkFor(inbound, firm.camila), at: inbound.receivedAt }])
    const page = await open(url)
    expect(page.status).toBe(200)
    for (const shown of [
      'Correo original',
      'Re: Estudio Rojas: documentos que necesitamos',
      'Rosa Fuentes rosa@correo.example',
      'Estudio Rojas casos+r.',
      'martes 3 de marzo, 11:04',
      'cedula.pdf',
      'Adjunto la cédula.',
      '&gt; Estimada Rosa: le pedimos &lt;su cédula&gt; & el contrato.',
      '-- Por favor, responda sobre esta línea --',
    ])
      expect(page.visible).toContain(shown)
    expect(page.headers.get('cache-control')).toBe('private, no-store')
    expect(page.text).toContain(saved(new URL(url).pathname + new URL(url).search))

    const file = await fetch(saved(url))
    expect(file.status).toBe(200)
    expect(file.headers.get('content-type')).toBe('message/rfc822')
    expect(file.headers.get('x-content-type-options')).toBe('nosniff')
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename=".*\.eml"/)
    expect(file.headers.get('content-security-policy')).toMatch(/sandbox$/)
    const bytes = Buffer.from(await file.arrayBuffer())
    expect(bytes.length).toBe(inbound.rawSize)
    expect(bytes.toString()).toContain('Subject: Re: Estudio Rojas: documentos que necesitamos')
  })

  test('is led to from a plain message and from the form that answers it', async () => {
    const inbound = await comes((world) => written(world, {}, '¿A qué hora es la audiencia?'))
    const url = linkFor(inbound, firm.camila)
    const { notes } = await deliver(portal.office)
    expect(notes).toMatchObject([{ kind: 'messageArrived', originalUrl: url }])
    const form = await messageToAnswer(portal.office, { by: firm.camila, inboundId: inbound.id })
    expect(form.originalUrl).toBe(url)
  })

  test('that came after another about the same request stands beside it, the older one first', async () => {
    const { world } = await mailWorld(portal.office, firm)
    const send = (name: string) =>
      door.receive(written(world, ...mixed(plainPart(name), pdfPart(name))), {
        from: rosa,
        to: [world.reply],
      })
    const [one, other] = [await send('cedula.pdf'), await send('contrato.pdf')]
    const { notes } = await deliver(portal.office)
    const told = notes.filter((note) => note.kind === 'answersArrived').at(-1)
    expect(told?.originals.map(({ url }) => url)).toEqual(
      [one, other].map((mail) => linkFor(mail, firm.camila)),
    )
  })

  test('is not led to from another matter, to which a file of it was moved', async () => {
    const { office } = portal
    const inbound = await withFile()
    const matterId = await firm.addMatter({
      title: 'Otra',
      clients: [firm.rosaId],
      responsible: [firm.ana.memberId],
    })
    const requestId = await askFor(office, firm, 'Cédula', { matterId })
    await deliver(office)
    const [file] = await office.db.read.select().from(files).where(eq(files.inboundId, inbound.id))
    const { id: itemId } = await itemCalled(office, requestId, 'Cédula')
    await moveFile(office, { by: firm.ana, fileId: file?.id ?? '', to: { itemId } })
    const { notes } = await deliver(office)
    expect(
      notes.find((note) => note.kind === 'answersArrived' && note.request.id === requestId),
    ).toMatchObject({
      items: [{ files: [{ name: 'cedula.pdf' }] }],
      originals: [],
    })
  })

  test('of HTML alone is shown as text, and nothing in it runs or loads', async () => {
    const html =
      '<p>Hola &amp; <b>gracias</b></p><script>alert(1)</script><img src="https://mal.example/x.png" onerror="alert(2)">' +
      '<p>&lt;script&gt;alert(3)&lt;/script&gt;</p><blockquote class="gmail_quote">Estimada Rosa</blockquote>'
    const inbound = await comes((world) => written(world, ...mixed(htmlPart(html))))
    const page = await open(linkFor(inbound, firm.camila))
    expect(page.visible).toContain('Hola & gracias')
    expect(page.visible).toContain('Estimada Rosa')
    expect(page.text).toContain('&lt;script&gt;alert(3)&lt;/script&gt;')
    expect(page.text).not.toMatch(/<script>alert|mal\.example|onerror|alert\([12]\)/)
    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'/)
  })

  test('whose subject and names are markup shows them as they stand', async () => {
    const field = {
      From: `"</title><script>alert(4)</script>" <${rosa}>`,
      Subject: '<script>alert(5)</script>',
    }
    const inbound = await comes((world) => written(world, field, 'Hola'))
    const page = await open(linkFor(inbound, firm.camila))
    expect(page.status).toBe(200)
    expect(page.text).not.toContain('<script>alert')
    expect(page.text).toContain('&lt;script&gt;alert(5)')
  })

  test('with text and HTML shows the text once', async () => {
    const both = alternative('a', 'Solo una vez', '<p>Solo una vez</p>')
    const inbound = await comes((world) => written(world, ...mixed(both)))
    const page = await open(linkFor(inbound, firm.camila))
    expect(page.visible.match(/Solo una vez/g)).toHaveLength(1)
  })

  test('that is longer than a page says so', async () => {
    const inbound = await comes((world) => written(world, {}, 'línea larga\n'.repeat(60_000)))
    expect((await open(linkFor(inbound, firm.camila))).visible).toContain('El texto continúa')
  })

  test('is spoken of in the language of the member', async () => {
    const inbound = await withFile()
    const { db } = portal.office
    const speak = (locale: 'pt-BR' | null) =>
      write(db, (tx) => tx.update(members).set({ locale }).where(eq(members.id, firm.camila.memberId)))
    await speak('pt-BR')
    const page = await open(linkFor(inbound, firm.camila))
    await speak(null)
    expect(page.text).toContain('<html lang="pt-BR">')
    expect(page.visible).toContain('E-mail original')
  })
})

describe('nobody else reads it', () => {
  /** Neither the page nor the file; and what is said is the same for whatever is wrong. */
  async function expectRefused(url: string, headers: Record<string, string> = {}) {
    const page = await open(url, headers)
    expect(page.status).toBe(404)
    expect(page.visible).toContain('Este enlace no abre el correo')
    expect(page.visible).not.toContain('Adjunto la cédula')
    const file = await open(saved(url), headers)
    expect([file.status, new URL(file.location ?? '', portal.home).pathname]).toEqual([
      303,
      new URL(url).pathname,
    ])
  }

  test('with a pass that has expired, was changed, is for another mail or for a file', async () => {
    const [one, other] = [await withFile('una.pdf'), await withFile('otra.pdf')]
    const url = linkFor(one, firm.camila)
    const pass = new URL(url).search
    await expectRefused(`${url}x`)
    await expectRefused(linkFor(other, firm.camila).replace(/\?.*/, pass))
    await expectRefused(url.replace(firm.camila.memberId, firm.ana.memberId))
    expect((await open(url.replace(/\?.*/, ''))).status).toBe(404)
    const [file] = await portal.office.db.read.select().from(files).where(eq(files.inboundId, one.id))
    expect((await open(`${portal.home}/files/${file?.id}${pass}`)).status).toBe(404)
    await daysLater(14.001, async () => {
      await expectRefused(url)
      expect((await open(linkFor(one, firm.camila))).status).toBe(200)
    })
  })

  test('of another firm', async () => {
    const inbound = await withFile()
    const elsewhere = await lawFirm(portal.office, 'T000000002')
    await expectRefused(linkFor(inbound, elsewhere.ana))
  })

  test('without sight of the matter, nor once they have lost it or left', async () => {
    const inbound = await withFile()
    const { db } = portal.office
    const seen = (visibility: 'private' | 'firm') =>
      write(db, (tx) => tx.update(matters).set({ visibility }).where(eq(matters.id, firm.matterId)))
    const olga = await firm.addMember('Olga Vera', 'lawyer')
    const url = linkFor(inbound, olga)
    expect((await open(url)).status).toBe(200)
    await seen('private')
    await expectRefused(url)
    expect((await open(linkFor(inbound, firm.camila))).status).toBe(200)
    expect((await open(linkFor(inbound, firm.ana))).status).toBe(200)
    await seen('firm')
    await write(db, (tx) =>
      tx.update(members).set({ leftAt: portal.office.now }).where(eq(members.id, olga.memberId)),
    )
    await expectRefused(url)
  })

  test('that answers reminders of several matters, where one of them is out of sight', async () => {
    const inbound = await withFile()
    await change(inbound, { matterId: null, requestId: null })
    const eva = await firm.addMember('Eva Lillo', 'lawyer')
    const url = linkFor(inbound, eva)
    expect((await open(url)).status).toBe(200)
    const closed = await firm.addMatter({
      title: 'Reservada',
      clients: [firm.rosaId],
      responsible: [firm.camila.memberId],
      visibility: 'private',
    })
    await expectRefused(url)
    expect((await open(linkFor(inbound, firm.camila))).status).toBe(200)
    expect((await open(linkFor(inbound, firm.ana))).status).toBe(200)
    await write(portal.office.db, (tx) =>
      tx.update(matters).set({ visibility: 'firm' }).where(eq(matters.id, closed)),
    )
  })

  test('in a client’s session, not even the one who wrote it', async () => {
    const inbound = await withFile()
    const visit = await enterPortal(portal.office, firm, firm.rosaId, { email: rosa })
    const cookie = { cookie: `despacho=${visit.sessionToken}` }
    expect((await open('/matters', cookie)).status).toBe(200)
    await expectRefused(`${portal.home}/mails/${inbound.id}?pass=`, cookie)
    expect((await open(`/mails/${inbound.id}`, cookie)).status).toBe(404)
    expect((await open(`/mails/${inbound.id}/eml`, cookie)).status).toBe(303)
  })

  test('where a file of it was put into a matter they do not see: the text is theirs, the whole is not', async () => {
    const inbound = await withFile()
    const secretId = await firm.addMatter({
      title: 'Reservada',
      clients: [firm.rosaId],
      visibility: 'private',
      responsible: [firm.ana.memberId],
    })
    await write(portal.office.db, (tx) =>
      tx.update(files).set({ matterId: secretId }).where(eq(files.inboundId, inbound.id)),
    )
    const url = linkFor(inbound, firm.camila)
    const page = await open(url)
    expect(page.visible).toContain('Adjunto la cédula.')
    expect(page.visible).toContain('causa o asunto que usted no puede ver')
    expect(page.text).not.toContain('/eml')
    expect((await open(saved(url))).status).toBe(303)
    expect((await fetch(saved(linkFor(inbound, firm.ana)))).status).toBe(200)
  })

  test('while a file of it is held: the text is read, the whole is not saved', async () => {
    const inbound = await withFile()
    const hold = (heldBecause: 'infected' | null) =>
      write(portal.office.db, (tx) =>
        tx.update(files).set({ heldBecause }).where(eq(files.inboundId, inbound.id)),
      )
    await hold('infected')
    const url = linkFor(inbound, firm.camila)
    const page = await open(url)
    expect(page.visible).toContain('Adjunto la cédula.')
    expect(page.visible).toContain('antivirus')
    expect(page.text).not.toContain('/eml')
    const file = await open(saved(url))
    expect([file.status, file.headers.get('content-type')]).toEqual([423, 'text/html; charset=utf-8'])
    expect(file.headers.get('content-disposition')).toBe(null)
    await hold(null)
    expect((await open(saved(url))).status).toBe(200)
  })
})

describe('a mail that waits', () => {
  const waiting = (note: ChatNoteContent) => note.kind === 'mailQuarantined'

  test('is read before it is decided about, by whoever may', async () => {
    const stranger = {
      From: 'Un Extraño <extrano@otro.example>',
      'Authentication-Results':
        'mx.estudio.example; dmarc=pass header.from=otro.example; dkim=pass header.d=otro.example',
    }
    const inbound = await comes((world) => written(world, stranger, letter), 'extrano@otro.example')
    expect(inbound).toMatchObject({ state: 'quarantined', quarantineReason: 'unknown_sender' })
    const { notes } = await deliver(portal.office)
    const url = linkFor(inbound, firm.camila)
    expect(notes.find(waiting)).toMatchObject({ originalUrl: url })
    expect((await open(url)).visible).toContain('le pedimos')
    await decideQuarantine(portal.office, { by: firm.camila, inboundId: inbound.id, decision: 'discarded' })
    expect((await open(url)).status).toBe(200)
    await daysLater(31, async () => {
      await tidy(portal.office)
      const gone = await open(linkFor(inbound, firm.camila))
      expect(gone.status).toBe(200)
      expect(gone.visible).toContain('Este correo ya no está guardado')
      expect(gone.visible).not.toContain('le pedimos')
    })
  })

  test('and is nobody’s is read by admins, and by the member who sent it on', async () => {
    const inbound = await withFile()
    await change(inbound, {
      matterId: null,
      clientId: null,
      state: 'unmatched',
      quarantineReason: 'from_member',
    })
    await change(inbound, { fromAddress: 'camila@estudio.example' })
    const olga = await firm.addMember('Olga Mora', 'lawyer')
    expect((await open(linkFor(inbound, firm.ana))).status).toBe(200)
    expect((await open(linkFor(inbound, firm.camila))).status).toBe(200)
    expect((await open(linkFor(inbound, olga))).status).toBe(404)
    await change(inbound, { quarantineReason: 'forged' })
    expect((await open(linkFor(inbound, firm.camila))).status).toBe(404)
  })

  test('because nothing could be read in it says so, and can be saved', async () => {
    const huge = { 'X-Huge': `a${' b'.repeat(200_000)}` }
    const inbound = await comes((world) => written(world, huge, 'Hola'))
    expect(inbound.state).toBe('unreadable')
    const url = linkFor(inbound, firm.ana)
    expect((await open(url)).visible).toContain('No pudimos mostrar este correo')
    expect(Buffer.from(await (await fetch(saved(url))).arrayBuffer()).length).toBe(inbound.rawSize)
  })
})

describe('where files are scanned', () => {
  /** A stored mail, and what it is to try to save it. */
  async function stored(clamd: string, body: string) {
    const office = await testOffice({ CLAMD: clamd })
    const { ana, matterId, firmId } = await lawFirm(office)
    const { inboundId } = await storeInbound(office, {
      source: 'smtp',
      envelope: { from: rosa, to: [], remoteAddress: null },
      raw: Readable.from([Buffer.from(body)]),
    })
    await write(office.db, (tx) =>
      tx
        .update(inboundMessages)
        .set({ firmId, matterId, state: 'filed' })
        .where(eq(inboundMessages.id, inboundId)),
    )
    const url = originalUrl(office, { id: inboundId, rawSize: 1 }, ana.memberId) ?? ''
    return saveOriginal(office, inboundId, new URL(url).searchParams.get('pass') ?? '')
  }
  const simple = 'Subject: Hola\r\n\r\nHola'

  test('a mail is not saved while no scanner answers', async () => {
    expect(await refusal(stored(`127.0.0.1:${await freePort()}`, simple))).toBe('file_held')
  })

  test.skipIf(!hasClamd)(
    'what is found in a part that became no file keeps the whole from being saved',
    async () => {
      const clamd = await startClamd()
      try {
        expect(await stored(clamd.at, simple)).toMatchObject({ type: 'message/rfc822', size: 21 })
        const hidden = part(
          ['Content-Type: application/x-hidden', 'Content-Transfer-Encoding: base64'],
          wrapped(Buffer.from(eicar)),
        )
        const [header, body] = mixed(plainPart('Hola'), hidden)
        const raw = `From: ${rosa}\nMIME-Version: 1.0\nContent-Type: ${header['Content-Type']}\n\n${body}`
        expect(await refusal(stored(clamd.at, raw.replace(/\n/g, '\r\n')))).toBe('file_held')
      } finally {
        await clamd.stop()
      }
    },
  )
})

test('a mail that was purged with a file of it is said to be gone, and no link leads to it', async () => {
  const inbound = await withFile()
  const url = linkFor(inbound, firm.camila)
  const [file] = await portal.office.db.read.select().from(files).where(eq(files.inboundId, inbound.id))
  await deliver(portal.office)
  await purgeFile(portal.office, { by: firm.camila, fileId: file?.id ?? '', reason: 'De otra persona' })
  const { notes } = await deliver(portal.office)
  expect(notes.find((note) => note.kind === 'answersArrived')).toMatchObject({ originals: [] })
  expect((await open(url)).visible).toContain('Este correo ya no está guardado')
  const file2 = await open(saved(url))
  expect([file2.status, file2.location?.startsWith('/mails/')]).toEqual([303, true])
})

test('a large mail is saved piece by piece as its reader takes it, and shown without its files', async () => {
  const large = part(
    ['Content-Type: application/octet-stream; name="plano.bin"', 'Content-Transfer-Encoding: base64'],
    wrapped(Buffer.alloc(15_000_000, 1)),
  )
  const inbound = await comes((world) => written(world, ...mixed(plainPart(letter), large)))
  expect(inbound.rawSize).toBeGreaterThan(20_000_000)
  const url = linkFor(inbound, firm.camila)
  const page = await open(url)
  expect(page.visible).toContain('plano.bin')
  expect(page.text.length).toBeLessThan(20_000)
  expect(await portal.office.files.list('spool')).toEqual([])

  const { files: store } = portal.office
  const { read } = store
  const streams: ReadStream[] = []
  store.read = (key) => {
    const stream = read(key) as ReadStream
    streams.push(stream)
    return stream
  }
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    get(saved(url), resolve).once('error', reject)
  })
  await pause(500)
  store.read = read
  expect(streams).toHaveLength(1)
  // What lies in the sockets between the two; the rest is still on disk.
  expect(streams[0]?.bytesRead).toBeLessThan(inbound.rawSize / 2)
  let size = 0
  for await (const chunk of answer) size += (chunk as Buffer).length
  expect(size).toBe(inbound.rawSize)
})
