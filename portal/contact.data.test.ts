import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addClient } from '#core/clients/add-client.ts'
import { settleCorrection } from '#core/clients/settle-correction.ts'
import { createFirm } from '#core/firms/create-firm.ts'
import { closeMatter } from '#core/matters/close-matter.ts'
import { hideMatter } from '#core/matters/hide-matter.ts'
import { remindersToken } from '#core/reminders/reminders-token.ts'
import { additionalAddress } from '#test/office/additional-address.ts'
import { askFor } from '#test/office/ask-for.ts'
import { deliver, mailsOf } from '#test/office/deliveries.ts'
import { invited } from '#test/office/invited.ts'
import { itemForm, itemsOn } from '#test/office/item-form.ts'
import { lawFirm, type LawFirm } from '#test/office/law-firm.ts'
import { plainBrowser } from '#test/office/plain-browser.ts'
import { servePortal, type ServedPortal } from '#test/office/serve-portal.ts'

let portal: ServedPortal
let office: ServedPortal['office']
let firm: LawFirm

beforeAll(async () => {
  portal = await servePortal()
  office = portal.office
  firm = await lawFirm(office)
}, 120_000)

afterAll(() => portal.close())

const browser = () => plainBrowser(portal.home)

async function entered(clientId: string, email: string) {
  const { url } = await invited(office, { by: firm.system, clientId, kind: 'link', email })
  const visit = browser()
  expect((await visit.post(url)).status).toBe(303)
  return visit
}

const newClient = async (name: string) => {
  const email = `${name.replace(' ', '.').toLowerCase()}@cliente.example`
  const clientId = await firm.addClient(name, email)
  return { clientId, email, visit: await entered(clientId, email) }
}

describe('a client at their contact sheet', () => {
  test('asks for a correction, sees that it is looked into, and sees when it was done', async () => {
    const { clientId, visit } = await newClient('Luz Pino')
    const form = { client: clientId, text: 'Mi domicilio es Los Aromos 12.\r\nDepto. 3' }
    const sent = await visit.post('/contact', form)
    expect(sent.status).toBe(303)
    // Pressed twice, or sent again by going back.
    await visit.post('/contact', form)
    const page = await visit.get(sent.headers.get('location') ?? '')
    expect(page.text).toContain('Recibimos lo que nos pidió corregir.')
    expect(page.text.match(/Mi domicilio es Los Aromos 12\.\nDepto\. 3/g)).toHaveLength(1)
    expect(page.text).toContain('Lo estamos revisando')
    const waiting = (await deliver(office)).notes.flatMap((note) =>
      note.kind === 'correctionAsked' ? [note.correctionId] : [],
    )
    expect(waiting).toHaveLength(1)
    office.later({ days: 1 })
    await settleCorrection(office, { by: firm.ana, correctionId: waiting[0] ?? '' })
    const later = await visit.get('/contact')
    expect(later.text).toContain('Corregido el miércoles 4 de marzo')
    expect(later.text).not.toContain('Recibimos lo que nos pidió corregir.')
  })

  test.each([
    ['CL', '12.345.678-5', 'RUT'],
    ['BR', '123.456.789-09', 'CPF/CNPJ'],
  ] as const)('of a firm in %s reads in English what %s is: a %s', async (country, taxId, called) => {
    const where = { name: `Rojas ${country}`, locale: 'en', timeZone: 'America/Santiago', country } as const
    const { firmId } = await createFirm(office, where)
    const by = { kind: 'system', firmId } as const
    const email = 'grace@cliente.example'
    const { clientId } = await addClient(office, { by, name: 'Grace Hill', email, taxId })
    const { url } = await invited(office, { by, clientId, kind: 'link', email })
    const visit = browser()
    await visit.post(url)
    expect((await visit.get('/contact')).text).toContain(`<dt>${called}</dt><dd>${taxId}</dd>`)
  })

  test('is refused in their language beside the field, with what they wrote still in it', async () => {
    const { clientId, visit } = await newClient('Iris Mota')
    for (const [text, status, said] of [
      ['  ', 422, 'Escriba qué debemos corregir.'],
      ['x'.repeat(10_000), 422, 'Puede tener hasta 2.000 caracteres.'],
    ] as const) {
      const refused = await visit.post('/contact', { client: clientId, text })
      expect([refused.status, refused.text.includes(said)]).toEqual([status, true])
      expect(refused.text).toContain(`>${text.trim()}`)
    }
    for (const text of ['a', 'b', 'c', 'd', 'e']) await visit.post('/contact', { client: clientId, text })
    const sixth = await visit.post('/contact', { client: clientId, text: 'f' })
    expect([sixth.status, sixth.text.includes('Ya tiene 5 correcciones en revisión.')]).toEqual([409, true])
    expect((await visit.post('/contact', { client: firm.rosaId, text: 'x' })).status).toBe(404)
    expect((await browser().post('/contact', { client: clientId, text: 'x' })).status).toBe(401)
  })

  test('chooses a language and a time zone, and is spoken to so at once', async () => {
    const { visit } = await newClient('Caio Reis')
    const before = await visit.get('/contact')
    expect(before.text).toContain('<html lang="es-CL"')
    expect(before.text).toMatch(/<option value="America\/Santiago" selected/)
    const saved = await visit.post('/contact', { language: 'pt-BR', zone: 'America/Manaus' })
    expect(saved.status).toBe(303)
    const after = await visit.get(saved.headers.get('location') ?? '')
    expect(after.text).toContain('<html lang="pt-BR"')
    expect(after.text).toContain('Salvo. A partir de agora falaremos assim com você.')
    expect(after.text).toMatch(/<option value="America\/Manaus" selected/)
    const refused = await visit.post('/contact', { language: 'pt-BR', zone: 'Marte/Olimpo' })
    expect([refused.status, refused.text.includes('Escolha uma opção da lista.')]).toEqual([422, true])
  })
})

describe('the page on which reminders are stopped', () => {
  test('stops them for the address it was sent to, says so, and turns them on again', async () => {
    const { id } = await additionalAddress(office, firm.rosaId, 'contador@correo.example')
    const path = `/reminders/${remindersToken(office, firm.rosaId, id)}`
    const visit = browser()
    expect((await visit.get(path)).text).toContain(
      'Estudio Rojas envía recordatorios a contador@correo.example mientras haya documentos pendientes.',
    )
    expect((await visit.post(path)).status).toBe(303)
    const stopped = await visit.get(path)
    expect(stopped.text).toContain('No enviaremos más recordatorios a contador@correo.example.')
    const mine = await visit.get(`/reminders/${remindersToken(office, firm.rosaId)}`)
    expect(mine.text).toContain('Dejar de recibir recordatorios')
    expect((await visit.post(`${path}?again`)).status).toBe(303)
    expect((await visit.get(path)).text).toContain('Dejar de recibir recordatorios')
  })

  test('stops them for a mail program that asks by itself, with a form of its own', async () => {
    const clientId = await firm.addClient('Nora Gil', 'nora@cliente.example')
    const path = `/reminders/${remindersToken(office, clientId)}`
    await browser().post(path, { 'List-Unsubscribe': 'One-Click' })
    expect((await browser().get(path)).text).toContain('No le enviaremos más recordatorios.')
  })

  test('is a dead one where the link is forged, and names nobody', async () => {
    const token = remindersToken(office, firm.rosaId)
    const forged = await browser().get(`/reminders/${token.slice(0, -1)}${token.endsWith('a') ? 'b' : 'a'}`)
    expect([forged.status, forged.text.includes('Estudio Rojas')]).toEqual([404, false])
  })
})

describe('the link that comes with a request', () => {
  /** The upload page that a new client was sent, and what their matter is. */
  async function uploadOf(name: string) {
    const email = `${name.replace(' ', '.').toLowerCase()}@cliente.example`
    const clientId = await firm.addClient(name, email)
    const matterId = await firm.addMatter({ title: `Asunto de ${name}`, clients: [clientId] })
    await askFor(office, firm, 'Cédula', { matterId })
    const { letters } = await deliver(office)
    const url = letters.find((letter) => letter.to.email === email)?.uploadUrl ?? ''
    const { text } = await browser().get(url)
    return { matterId, url, item: itemsOn(text)[0] ?? '' }
  }

  const fileFor = (item: string) => itemForm(item, new File(['%PDF-1.4 x'], 'cedula.pdf'))

  test('says of a closed matter that nothing is needed any more, and takes nothing', async () => {
    const { matterId, url, item } = await uploadOf('Olga Ruiz')
    await closeMatter(office, { by: firm.ana, matterId })
    const page = await browser().get(url)
    expect(page.status).toBe(200)
    expect(page.text).toContain('Este asunto ya terminó')
    expect(page.text).toContain('Ya no necesita enviarnos nada.')
    expect(page.text).toContain('Estudio Rojas')
    expect(page.text).not.toContain('Asunto de Olga Ruiz')
    expect(page.text).not.toContain('type="file"')
    const receipts = (await mailsOf(office, 'receipt')).length
    expect((await browser().post(url, fileFor(item))).status).toBe(409)
    expect(await mailsOf(office, 'receipt')).toHaveLength(receipts)
  })

  test('names the firm where it opens nothing any more, and whom to ask; a forged one names nobody', async () => {
    const { matterId, url, item } = await uploadOf('Irma Paz')
    await hideMatter(office, { by: firm.ana, matterId })
    const page = await browser().get(url)
    expect(page.status).toBe(404)
    expect(page.text).toContain('Era un enlace de Estudio Rojas.')
    expect(page.text).toContain('secretaria@estudio.example')
    expect(page.text).not.toContain('Irma')
    expect((await browser().post(url, fileFor(item))).status).toBe(404)
    const forged = await browser().get(`${url.slice(0, -1)}${url.endsWith('a') ? 'b' : 'a'}`)
    expect([forged.status, forged.text.includes('Estudio Rojas')]).toEqual([404, false])
  })
})
