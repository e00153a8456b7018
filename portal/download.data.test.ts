import { get, type IncomingMessage } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listAccesses } from '#core/access/granting/list-accesses.ts'
import { leave } from '#core/access/session/leave.ts'
import { removeAccess } from '#core/access/granting/remove-access.ts'
import { addEntry } from '#core/entries/add-entry.ts'
import { hideMatter } from '#core/matters/hide-matter.ts'
import { enterPortal, type Visit } from '#test/office/enter-portal.ts'
import { lawFirm, type LawFirm } from '#test/office/law-firm.ts'
import { servePortal, type ServedPortal } from '#test/office/serve-portal.ts'

let portal: ServedPortal
let firm: LawFirm
let visits = 0

beforeAll(async () => {
  portal = await servePortal()
  firm = await lawFirm(portal.office)
}, 120_000)
afterAll(() => portal?.close())

/** A client with a matter of their own, in which there is one document. */
async function reader(document: { name: string; type: string; content: Buffer; sensitive?: boolean }) {
  const email = `lectora${visits++}@correo.example`
  const clientId = await firm.addClient('Luz Mora', email)
  const matter = { title: 'Asunto de Luz', clients: [clientId], sensitive: document.sensitive }
  const matterId = await firm.addMatter(matter)
  const visit = await enterPortal(portal.office, firm, clientId, { email, can: ['documents'] })
  async function* bytes() {
    yield document.content
  }
  const file = { name: document.name, type: document.type, bytes: bytes() }
  await addEntry(portal.office, {
    by: firm.system,
    matterId,
    kind: 'document',
    title: 'Documento',
    file,
  })
  const page = await ask(visit, `/matters/${matterId}`)
  const path = /href="(\/files\/[a-z0-9]+)"/.exec(page.text)?.[1] ?? ''
  return { visit, clientId, matterId, path, page: page.text }
}

async function ask({ sessionToken }: Visit, path: string) {
  const headers = { cookie: `despacho=${sessionToken}` }
  const answer = await fetch(portal.home + path, { headers, redirect: 'manual' })
  return { status: answer.status, headers: answer.headers, text: await answer.text() }
}

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const html = Buffer.from('<!doctype html><script>alert(document.domain)</script>')
const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')

describe('a document', () => {
  test.each([
    ['plano.png', 'image/png', png],
    ['foto.jpg', 'image/jpeg', Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex')],
    ['acta.pdf', 'application/pdf', Buffer.from('%PDF-1.4 acta')],
  ])(
    '%s is offered to be looked at and to be saved, and is nothing but itself',
    async (name, type, content) => {
      const { visit, path, page } = await reader({ name, type, content })
      expect(page).toContain(`href="${path}?view"`)
      const saved = await ask(visit, path)
      expect(saved.headers.get('content-disposition')).toBe(`attachment; filename="${name}"`)
      const shown = await ask(visit, `${path}?view`)
      expect(shown.headers.get('content-disposition')).toBe(`inline; filename="${name}"`)
      expect(shown.headers.get('content-type')).toBe(type)
      expect(shown.headers.get('x-content-type-options')).toBe('nosniff')
      expect(shown.headers.get('cache-control')).toBe('private, no-store')
      expect(shown.headers.get('content-security-policy')).toMatch(
        /^default-src 'none'.*frame-ancestors 'none'/,
      )
      expect(shown.headers.get('content-security-policy')).not.toContain('script')
      expect(shown.text).toBe(saved.text)
    },
  )

  test.each([
    ['contrato.pdf', 'text/html', html],
    ['contrato.pdf', 'application/pdf', html],
    ['foto.png', 'image/png', html],
    ['dibujo.svg', 'image/svg+xml', svg],
    ['foto.png', 'image/png', svg],
    ['datos.xml', 'application/xml', Buffer.from('<?xml version="1.0"?><html/>')],
  ])(
    '%s that says it is %s and is something that could run is only ever saved',
    async (name, type, content) => {
      const { visit, path } = await reader({ name, type, content })
      for (const address of [path, `${path}?view`, `${path}?view=inline`]) {
        const { status, headers } = await ask(visit, address)
        expect(status).toBe(200)
        expect(headers.get('content-disposition')).toMatch(/^attachment/)
        expect(headers.get('content-type')).not.toMatch(/html|svg|xml/)
        expect(headers.get('content-security-policy')).toMatch(/sandbox$/)
      }
    },
  )

  test('is stored as what it is, whatever its name and its sender say, and not offered to be looked at', async () => {
    for (const type of ['text/html', 'application/pdf']) {
      const { page, path } = await reader({ name: 'contrato.pdf', type, content: html })
      expect(page).toContain(path)
      expect(page).not.toContain('?view')
    }
  })

  test('of a sensitive matter leads to the code that opens it', async () => {
    const { visit, path } = await reader({
      name: 'acta.pdf',
      type: 'application/pdf',
      content: Buffer.from('%PDF-1.4'),
      sensitive: true,
    })
    const { status, headers } = await ask(visit, path)
    expect([status, headers.get('location')]).toEqual([303, path.replace('/files/', '/code?file=')])
  })
})

describe('a download that is still running', () => {
  const large = {
    name: 'expediente.bin',
    type: 'application/octet-stream',
    content: Buffer.alloc(20_000_000),
  }

  test.each([
    ['the access is removed', (it: Running) => removeAccess(portal.office, { by: firm.system, ...it.visit })],
    ['its reader leaves', (it: Running) => leave(portal.office, it.visit.sessionToken)],
    ['the matter is hidden', (it: Running) => hideMatter(portal.office, { by: firm.ana, ...it })],
  ])('ends at once when %s', async (_, act) => {
    const running = await reader(large)
    const ended = new Promise((resolve) => {
      portal.server.once('request', (_request, response) => response.once('close', resolve))
    })
    const answer = await slowly(running)
    expect(answer.statusCode).toBe(200)
    await act(running)
    await ended
    const read = await readWhole(answer)
    expect(read).toBeLessThan(large.content.length)
    expect(answer.complete).toBe(false)
  })

  test('goes on to its end for a slow reader whose right stands, and is opened once', async () => {
    const running = await reader(large)
    const { office } = portal
    const { read } = office.files
    let opened = 0
    office.files.read = (key) => ((opened += 1), read(key))
    const answer = await slowly(running)
    // Whoever is asked for after a while is noted as seen: so it has been asked in the middle.
    office.later({ minutes: 10 })
    const seen = () => listAccesses(office, { by: firm.system, clientId: running.clientId })
    await expect.poll(async () => (await seen())[0]?.lastSeenAt, { timeout: 10_000 }).toEqual(office.now)
    expect(await readWhole(answer)).toBe(large.content.length)
    office.files.read = read
    expect(opened).toBe(1)
  })

  type Running = Awaited<ReturnType<typeof reader>>

  /** The answer, of which nothing has been read yet. */
  function slowly({ visit, path }: Running): Promise<IncomingMessage> {
    const headers = { cookie: `despacho=${visit.sessionToken}` }
    return new Promise((resolve, reject) => {
      get(portal.home + path, { headers }, resolve).once('error', reject)
    })
  }

  /** How many bytes come until it ends, whichever way. */
  function readWhole(answer: IncomingMessage): Promise<number> {
    return new Promise((resolve) => {
      let read = 0
      answer.on('error', () => {})
      answer.on('data', (chunk: Buffer) => (read += chunk.length))
      answer.once('close', () => resolve(read))
    })
  }
})
