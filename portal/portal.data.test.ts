import { request as httpRequest, type IncomingMessage } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { removeAccess } from '#core/access/granting/remove-access.ts'
import { publishNews } from '#core/news/publish-news.ts'
import { askFor } from '#test/office/ask-for.ts'
import { deliver } from '#test/office/deliveries.ts'
import { invited } from '#test/office/invited.ts'
import { itemForm, itemsOn } from '#test/office/item-form.ts'
import { lawFirm, words, type LawFirm } from '#test/office/law-firm.ts'
import { fromAnotherSite, plainBrowser } from '#test/office/plain-browser.ts'
import { servePortal, type ServedPortal } from '#test/office/serve-portal.ts'
import type { TestOffice } from '#test/office/test-office.ts'

let portal: ServedPortal
let home: string
let office: TestOffice
let firm: LawFirm
let rosa: Client
let pedro: Client

type Client = { matterId: string; requestId: string; accessId: string; link: string }

beforeAll(async () => {
  portal = await servePortal()
  ;({ home, office } = portal)
  firm = await lawFirm(office)
  rosa = await newClient('Rosa Vera')
  pedro = await newClient('Pedro Soto')
}, 120_000)

afterAll(() => portal?.close())

/** A client with a matter, a piece of news, a request of three items and a link to the portal. */
async function newClient(name: string): Promise<Client> {
  const email = `${name.replace(' ', '.')}@cliente.example`
  const clientId = await firm.addClient(name, email)
  const matterId = await firm.addMatter({ title: `Asunto de ${name}`, clients: [clientId] })
  await publishNews(office, { by: firm.camila, matterId, body: words('El tribunal fijó audiencia.') })
  const requestId = await askFor(office, firm, 'Cédula de identidad\nContrato\nDomicilio?', { matterId })
  const { accessId, url } = await invited(office, { by: firm.system, clientId, kind: 'link', email })
  return { matterId, requestId, accessId, link: url }
}

const browser = () => plainBrowser(home)

async function entered(client: Client) {
  const visit = browser()
  expect((await visit.post(client.link)).status).toBe(303)
  return visit
}

describe('a client with a link', () => {
  test('sees the firm and one button, and enters only by pressing it', async () => {
    const visit = browser()
    const before = await visit.get(rosa.link)
    expect(before.status).toBe(200)
    expect(before.text).toContain('Estudio Rojas')
    expect(before.text.match(/<form /g)).toHaveLength(1)
    expect((await visit.get('/matters')).status).toBe(401)
    const pressed = await visit.post(rosa.link)
    expect(pressed.headers.get('location')).toBe('/matters')
    expect((await visit.get('/matters')).text).toContain('Asunto de Rosa Vera')
  })

  test('reads the news and every checklist of a matter', async () => {
    const visit = await entered(rosa)
    const { text } = await visit.get(`/matters/${rosa.matterId}`)
    expect(text).toContain('El tribunal fijó audiencia.')
    expect(text).toContain('Faltan 3 de 3')
    expect(itemsOn(text)).toHaveLength(3)
  })

  test("cannot tell another client's matter, request or file from one that does not exist", async () => {
    const visit = await entered(rosa)
    const plain = (text: string) =>
      text.replaceAll(/[a-z2-7]{20}/g, 'ID').replaceAll(/[\w+/]{22}==|[A-Z2-7]{4}-[A-Z2-7]{4}/g, '')
    for (const [path, id] of [
      ['/matters/', pedro.matterId],
      ['/requests/', pedro.requestId],
      ['/files/', pedro.requestId],
    ] as const) {
      const theirs = await visit.get(path + id)
      const nothing = await visit.get(`${path}3obzz5vetdesenlfzzzz`)
      expect([theirs.status, nothing.status]).toEqual([404, 404])
      expect(plain(theirs.text)).toBe(plain(nothing.text))
    }
    const [item = ''] = itemsOn((await (await entered(pedro)).get(`/requests/${pedro.requestId}`)).text)
    const foreign = await visit.post(`/requests/${rosa.requestId}`, itemForm(item, new File(['x'], 'a.txt')))
    expect(foreign.status).toBe(404)
  })

  test('hands in a file under a difficult name, is thanked, and gets it back as it was', async () => {
    const visit = await entered(pedro)
    const page = `/matters/${pedro.matterId}`
    const [item = ''] = itemsOn((await visit.get(page)).text)
    const scan = new File(['%PDF-1.4 hola'], 'cédula; frente=1.pdf')
    const fields = itemForm({ item, back: 'matter' }, scan)
    const sent = await visit.post(`/requests/${pedro.requestId}`, fields)
    expect(sent.status).toBe(303)
    expect(sent.headers.get('location')).toBe(`${page}?handed=${item}#request-${pedro.requestId}`)
    const { text } = await visit.get(`${page}?handed=${item}`)
    expect(text).toContain('Recibimos «Cédula de identidad». Gracias.')
    expect(text).toContain('Faltan 2 de 3')
    const file = /href="(\/files\/[a-z0-9]+)"/.exec(text)?.[1] ?? ''
    const got = await visit.get(file)
    expect(got.text).toBe('%PDF-1.4 hola')
    expect(got.headers.get('content-disposition')).toMatch(/^attachment; filename=.*frente=1\.pdf/)
    expect(got.headers.get('content-security-policy')).toMatch(/sandbox$/)
    expect(got.headers.get('cache-control')).toBe('private, no-store')
    expect((await (await entered(rosa)).get(file)).status).toBe(404)
  })

  test('takes a file back that was sent by mistake, and nobody has it any more', async () => {
    const visit = await entered(rosa)
    const page = `/requests/${rosa.requestId}`
    const [item = ''] = itemsOn((await visit.get(page)).text)
    await visit.post(page, itemForm(item, new File(['%PDF-1.4 ajeno'], 'ajeno.pdf')))
    const { text } = await visit.get(page)
    const path = /action="(\/files\/[a-z0-9]+)"/.exec(text)?.[1] ?? ''
    expect(text).toContain('¿Retirar «ajeno.pdf»?')
    const sent = await visit.post(path, { back: 'request' })
    expect([sent.status, sent.headers.get('location')]).toEqual([
      303,
      `${page}?withdrawn=${item}#request-${rosa.requestId}`,
    ])
    const after = await visit.get(`${page}?withdrawn=${item}`)
    expect(after.text).toContain('Retiramos el archivo.')
    expect(after.text).not.toContain('ajeno.pdf')
    expect((await visit.get(path)).status).toBe(404)
    expect((await visit.post(path, { back: 'request' })).status).toBe(404)
  })

  test('who hands in a page of HTML gets it back as bytes that no browser shows', async () => {
    const visit = await entered(pedro)
    const [, item = ''] = itemsOn((await visit.get(`/requests/${pedro.requestId}`)).text)
    const html = new File(['<!doctype html><script>alert(1)</script>'], 'contrato.pdf', { type: 'text/html' })
    expect((await visit.post(`/requests/${pedro.requestId}`, itemForm(item, html))).status).toBe(303)
    const { text } = await visit.get(`/requests/${pedro.requestId}`)
    for (const [, file = ''] of text.matchAll(/href="(\/files\/[a-z0-9]+)"/g)) {
      const { headers } = await visit.get(file)
      expect(headers.get('content-type')).not.toMatch(/html|svg|script/)
      expect(headers.get('content-disposition')).toMatch(/^attachment/)
    }
  })

  test('answers a question in words', async () => {
    const visit = await entered(rosa)
    const item = itemsOn((await visit.get(`/requests/${rosa.requestId}`)).text)[2] ?? ''
    const fields = itemForm(item)
    fields.append('text', 'Vivo en Ñuñoa')
    expect((await visit.post(`/requests/${rosa.requestId}`, fields)).status).toBe(303)
    expect((await visit.get(`/requests/${rosa.requestId}`)).text).toContain('Vivo en Ñuñoa')
  })

  test('is out at once when they leave, and when their access is taken away', async () => {
    const visit = await entered(rosa)
    const left = await visit.post('/logout')
    expect(left.headers.getSetCookie()[0]).toMatch(/Expires=Thu, 01 Jan 1970/)
    expect((await visit.get('/matters')).status).toBe(401)
    const luz = await newClient('Luz Vera')
    const hers = await entered(luz)
    expect((await hers.get('/matters')).status).toBe(200)
    await removeAccess(office, { by: firm.system, accessId: luz.accessId })
    expect((await hers.get('/matters')).status).toBe(401)
    expect((await browser().get(luz.link)).status).toBe(404)
    expect((await browser().post(luz.link)).status).toBe(404)
  })
})

describe('the link that comes with a request', () => {
  test('hands in for that request without entering, and shows nothing else', async () => {
    await newClient('Eva Mora')
    const { letters } = await deliver(office)
    const address =
      letters.find((letter) => letter.to.name === 'Eva Mora' && letter.uploadUrl)?.uploadUrl ?? ''
    const visit = browser()
    const page = await visit.get(address)
    expect(page.text).toContain('Antecedentes')
    expect(page.text).not.toContain('Asunto de Eva Mora')
    const [item = ''] = itemsOn(page.text)
    const sent = await visit.post(address, itemForm(item, new File(['hola'], 'nota.txt')))
    expect(sent.status).toBe(303)
    expect((await visit.get(sent.headers.get('location') ?? '')).text).toContain(
      'Recibimos «Cédula de identidad»',
    )
    expect((await visit.get('/matters')).status).toBe(401)
  })

  test('opens nothing when it is forged', async () => {
    const visit = browser()
    const forged = '/upload/abcdefghijklmnop-abcdefghijklmnopqrstuvwxyz'
    expect((await visit.get(forged)).status).toBe(404)
    expect((await visit.post(forged, itemForm('x', new File(['x'], 'a.txt')))).status).toBe(404)
  })
})

describe('what cannot be taken', () => {
  test('is refused in words, each with its status, and the page stays usable', async () => {
    const visit = await entered(rosa)
    const path = `/requests/${rosa.requestId}`
    const [item = ''] = itemsOn((await visit.get(path)).text)
    const crowd = Array.from({ length: 25 }, (_, i) => new File([`${i}`], `${i}.txt`))
    const wordy = itemForm(item)
    wordy.append('text', 'x'.repeat(30_000))
    for (const [body, status, said] of [
      [itemForm(item), 422, 'No había ningún archivo ni texto.'],
      [itemForm(item, new File([], 'vacío.pdf')), 422, '«vacío.pdf» llegó vacío.'],
      [itemForm(item, ...crowd), 422, 'Son demasiados archivos a la vez.'],
      [wordy, 422, 'El texto es muy largo.'],
    ] as const) {
      const refused = await visit.post(path, body)
      expect(refused.status).toBe(status)
      expect(refused.text).toContain(said)
      expect(itemsOn(refused.text)).toContain(item)
    }
    expect(
      (await visit.post(path, 'abc', { 'content-type': 'multipart/form-data; boundary=x' })).status,
    ).toBe(400)
    expect((await visit.post(path, itemForm('nobody', new File(['x'], 'a.txt')))).status).toBe(404)
    expect((await visit.get(path)).text).toContain('Faltan 2 de 3')
  })

  test("another site's form is turned away before it does anything", async () => {
    const visit = await entered(pedro)
    expect((await visit.post('/logout', {}, fromAnotherSite)).status).toBe(403)
    expect((await visit.get('/matters')).status).toBe(200)
  })

  test('two gigabytes are refused while the first of them arrives, and the sender reads why', async () => {
    const visit = browser()
    await visit.post(rosa.link)
    const headers = {
      cookie: visit.cookie(),
      'content-type': 'multipart/form-data; boundary=x',
      'content-length': 2e9,
    }
    const { status, text } = await new Promise<{ status: number; text: string }>((resolve, reject) => {
      const upload = httpRequest(
        `${home}/requests/${rosa.requestId}`,
        { method: 'POST', headers },
        (answer) => {
          textOf(answer).then((said) => {
            upload.destroy()
            resolve({ status: answer.statusCode ?? 0, text: said })
          }, reject)
        },
      )
      upload.once('error', reject)
      upload.write(Buffer.alloc(1_000_000))
    })
    expect(status).toBe(413)
    expect(text).toContain('El envío supera 50 MB.')
  })

  test.each(['/%E0%A4%A', '/matters/%00', '/nowhere', '/matters/..%2f..%2fcontact', '/files/..%2f..%2fetc'])(
    '%s is a page that is not there, told in the language of the browser',
    async (path) => {
      const { status, text } = await browser().get(path, { 'accept-language': 'pt-PT,pt;q=0.9' })
      expect([401, 404]).toContain(status)
      expect(text).toMatch(/<html lang="pt-BR"/)
    },
  )
})

test('every page forbids what it does not need', async () => {
  const { headers, text } = await browser().get(rosa.link)
  const policy = headers.get('content-security-policy') ?? ''
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).not.toMatch(/unsafe|https?:|\*/)
  expect(text.match(/<script(?! nonce)/g)).toBeNull()
  expect(text).toContain(`nonce="${nonce}"`)
  expect(headers.get('cache-control')).toBe('private, no-store')
  expect(headers.get('referrer-policy')).toBe('same-origin')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
})

async function textOf(answer: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of answer) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}
