import { afterAll, beforeAll, expect, test } from 'vitest'
import { previewClient } from '#core/access/preview/preview.ts'
import { publishNews } from '#core/news/publish-news.ts'
import { takeBack } from '#core/matters/take-back.ts'
import { askFor } from '#test/office/ask-for.ts'
import { cancelRequest } from '#core/requests/cancel-request.ts'
import { deliver } from '#test/office/deliveries.ts'
import { invited } from '#test/office/invited.ts'
import { lawFirm, words, type LawFirm } from '#test/office/law-firm.ts'
import { plainBrowser } from '#test/office/plain-browser.ts'
import { confirmedRequests } from '#test/office/request-confirmations.ts'
import { servePortal, type ServedPortal } from '#test/office/serve-portal.ts'

let portal: ServedPortal
let firm: LawFirm

beforeAll(async () => {
  portal = await servePortal()
  firm = await lawFirm(portal.office)
}, 120_000)
afterAll(() => portal?.close())

const hearing = { at: '2026-03-10T13:30:00.000Z', place: 'Sala 3', bring: 'Cédula' }
let clients = 0

/** A client with urgent news of a hearing; gives back where they confirm it, and their browser in the portal. */
async function told() {
  const { office, home } = portal
  clients += 1
  const email = `cliente${clients}@correo.example`
  const clientId = await firm.addClient(`Cliente ${clients}`, email)
  const matterId = await firm.addMatter({ title: `Asunto ${clients}`, clients: [clientId] })
  const body = words('Secreto: la audiencia es el martes.')
  const { newsId } = await publishNews(office, { by: firm.camila, matterId, body, hearing, confirmWithin: 4 })
  const { letters } = await deliver(office)
  const letter = letters.find((one) => one.kind === 'newsPublished')
  const confirm = new URL(letter?.confirmUrl ?? '').pathname
  const { url } = await invited(office, { by: firm.system, clientId, kind: 'link', email })
  const visit = plainBrowser(home)
  await visit.post(url)
  return { clientId, matterId, newsId, confirm, visit }
}

test('a mail scanner that opens the link confirms nothing; the button does, and says nothing of the case', async () => {
  const { confirm, visit, matterId } = await told()
  const stranger = plainBrowser(portal.home)
  const page = await stranger.get(confirm)
  expect(page.status).toBe(200)
  expect(page.visible).toContain('Confirmar que lo leí')
  expect(page.text).not.toContain('Secreto')
  expect((await visit.get(`/matters/${matterId}`)).visible).toContain('Hay un aviso urgente')
  expect((await stranger.post(confirm)).status).toBe(303)
  expect((await stranger.get(confirm)).visible).toContain('El estudio ya sabe que usted lo leyó')
  const after = (await visit.get(`/matters/${matterId}`)).visible
  expect(after).toContain('Usted ya confirmó que lo leyó.')
  expect(after).not.toContain('Hay un aviso urgente')
})

test('the portal takes the confirmation as well, from its own page alone', async () => {
  const one = await told()
  const other = await told()
  const page = await one.visit.get(`/matters/${one.matterId}`)
  expect(page.visible).toContain('Urgente')
  expect((await one.visit.post(`/matters/${one.matterId}`, { news: other.newsId })).status).toBe(404)
  const done = await one.visit.post(`/matters/${one.matterId}`, { news: one.newsId })
  expect(done.status).toBe(303)
  expect((await one.visit.get(`/matters/${one.matterId}`)).visible).toContain('Usted ya confirmó')
  expect((await other.visit.get(`/matters/${other.matterId}`)).visible).toContain('Hay un aviso urgente')
})

test('a member who looks through the client’s eyes confirms nothing', async () => {
  const { office, home } = portal
  const { clientId, matterId, newsId } = await told()
  const { url } = await previewClient(office, { by: firm.ana, clientId })
  const look = plainBrowser(home)
  expect((await look.post(new URL(url).pathname)).status).toBe(303)
  expect((await look.get(`/matters/${matterId}`)).visible).toContain('Urgente')
  expect((await look.post(`/matters/${matterId}`, { news: newsId })).status).toBe(403)
})

test('an urgent request is confirmed in the portal, by whom it is for, once and on either of its pages', async () => {
  const { office, home } = portal
  const [one, other] = [await told(), await told()]
  const ask = (matterId: string) =>
    askFor(office, firm, 'Cédula de identidad', { matterId, dueOn: null, confirmWithin: 4 })
  const requestId = await ask(one.matterId)
  const others = await ask(other.matterId)
  const { url } = await previewClient(office, { by: firm.ana, clientId: one.clientId })
  const look = plainBrowser(home)
  await look.post(new URL(url).pathname)
  expect((await look.post(`/matters/${one.matterId}`, { request: requestId })).status).toBe(403)
  const pages = [`/matters/${one.matterId}`, `/requests/${requestId}`]
  for (const page of pages) expect((await one.visit.get(page)).visible).toContain('Confirmar que lo leí')
  expect((await one.visit.post(`/matters/${one.matterId}`, { request: others })).status).toBe(404)
  expect((await one.visit.post(`/matters/${other.matterId}`, { request: others })).status).toBe(404)
  const done = await one.visit.post(`/matters/${one.matterId}`, { request: requestId })
  expect(done.status).toBe(303)
  expect(done.headers.get('location')).toBe(`/matters/${one.matterId}#request-${requestId}`)
  expect((await one.visit.get(`/requests/${requestId}`)).visible).toContain('Usted ya confirmó que lo leyó.')
  expect((await one.visit.post(`/matters/${one.matterId}`, { request: requestId })).status).toBe(303)
  expect((await other.visit.get(`/requests/${others}`)).visible).toContain('Confirmar que lo leí')
  await cancelRequest(office, { by: firm.camila, requestId: others, tell: false })
  expect((await other.visit.get(`/requests/${others}`)).visible).not.toContain('Confirmar que lo leí')
  expect((await other.visit.post(`/matters/${other.matterId}`, { request: others })).status).toBe(404)
  expect(await confirmedRequests(office)).toEqual([{ requestId, via: 'portal' }])
})

test('the hearing is had as a calendar file, by whom it is for', async () => {
  const one = await told()
  const other = await told()
  const page = await one.visit.get(`/matters/${one.matterId}`)
  expect(page.text).toContain(`/hearings/${one.newsId}`)
  const file = await one.visit.get(`/hearings/${one.newsId}`)
  expect(file.status).toBe(200)
  expect(file.headers.get('content-type')).toContain('text/calendar')
  expect(file.headers.get('content-disposition')).toBe('attachment; filename="audiencia.ics"')
  expect(file.text).toContain('DTSTART:20260310T133000Z')
  expect((await one.visit.get(`/hearings/${other.newsId}`)).status).toBe(404)
  expect((await plainBrowser(portal.home).get(`/hearings/${one.newsId}`)).status).toBe(401)
})

test('what was taken back is not to be confirmed any more', async () => {
  const { newsId, confirm } = await told()
  await takeBack(portal.office, { by: firm.camila, kind: 'news', subjectId: newsId })
  const page = await plainBrowser(portal.home).get(confirm)
  expect(page.status).toBe(404)
  expect(page.visible).toContain('Ya no es necesario confirmar este aviso.')
  expect((await plainBrowser(portal.home).post(confirm)).status).toBe(404)
})
