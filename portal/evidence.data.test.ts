import { afterAll, beforeAll, expect, test } from 'vitest'
import { previewClient } from '#core/access/preview/preview.ts'
import { whatBecame, type MailTold } from '#core/delivery/evidence/what-became.ts'
import { publishNews } from '#core/news/publish-news.ts'
import { refusal } from '#test/office/refusal.ts'
import { askFor } from '#test/office/ask-for.ts'
import { deliver } from '#test/office/deliveries.ts'
import { invited } from '#test/office/invited.ts'
import { lawFirm, words, type LawFirm } from '#test/office/law-firm.ts'
import { plainBrowser } from '#test/office/plain-browser.ts'
import { servePortal, type ServedPortal } from '#test/office/serve-portal.ts'

let portal: ServedPortal
let firm: LawFirm

beforeAll(async () => {
  portal = await servePortal()
  firm = await lawFirm(portal.office)
}, 120_000)
afterAll(() => portal?.close())

/** What a browser says when somebody follows a link. */
const byHand = { 'sec-fetch-dest': 'document', 'sec-fetch-mode': 'navigate', 'sec-fetch-site': 'cross-site' }
let clients = 0

/** A client with two addresses, news and a request on one matter; the letters are delivered. */
async function told() {
  const { office } = portal
  clients += 1
  const [own, further] = [`cliente${clients}@correo.example`, `contador${clients}@correo.example`]
  const clientId = await firm.addClient(`Cliente ${clients}`, own, { additional: [further] })
  const matterId = await firm.addMatter({ title: `Asunto ${clients}`, clients: [clientId] })
  const { newsId } = await publishNews(office, {
    by: firm.camila,
    matterId,
    body: words('Hubo audiencia.'),
  })
  const requestId = await askFor(office, firm, 'Cédula', { matterId })
  const { letters } = await deliver(office)
  const became = async (subjectId: string) => {
    const { mails } = await whatBecame(office, { by: firm.camila, matterId, subjectId })
    return Object.fromEntries(mails.map((mail) => [mail.email, mail]))
  }
  return { clientId, matterId, newsId, requestId, letters, own, further, became }
}

const isSeen = (mail: MailTold | undefined) => mail?.seenAt !== null

test('a link opened in a browser is noted for the address it was sent to; what scans mail leaves no trace', async () => {
  const { requestId, letters, own, further, became } = await told()
  const link = letters.find(({ to, uploadUrl }) => to.email === own && uploadUrl)?.uploadUrl ?? ''
  const path = new URL(link).pathname
  const visit = plainBrowser(portal.home)
  expect((await visit.get(path)).status).toBe(200)
  expect((await visit.get(path, { ...byHand, 'sec-purpose': 'prefetch;prerender' })).status).toBe(200)
  expect((await became(requestId))[own]).toMatchObject({ state: 'accepted', openedAt: null, seenAt: null })
  await visit.get(path, byHand)
  const after = await became(requestId)
  expect(after[own]?.openedAt).toEqual(portal.office.clock())
  expect(after[further]).toMatchObject({ state: 'accepted', openedAt: null, seenAt: null })
})

test('what is looked at in the portal is noted for the address of who entered, not for the others, nor by a member’s look', async () => {
  const { office, home } = portal
  const one = await told()
  const other = await told()
  const { url: preview } = await previewClient(office, { by: firm.ana, clientId: one.clientId })
  const member = plainBrowser(home)
  await member.post(new URL(preview).pathname)
  expect((await member.get(`/matters/${one.matterId}`)).visible).toContain('Hubo audiencia.')
  expect(isSeen((await one.became(one.newsId))[one.own])).toBe(false)
  const { url } = await invited(office, {
    by: firm.system,
    clientId: one.clientId,
    kind: 'link',
    email: one.further,
  })
  const visit = plainBrowser(home)
  await visit.post(url)
  await visit.get(`/requests/${one.requestId}`)
  expect(isSeen((await one.became(one.requestId))[one.further])).toBe(true)
  expect(isSeen((await one.became(one.newsId))[one.further])).toBe(false)
  await visit.get(`/matters/${one.matterId}`)
  const news = await one.became(one.newsId)
  expect([isSeen(news[one.further]), isSeen(news[one.own])]).toEqual([true, false])
  expect(isSeen((await other.became(other.newsId))[other.own])).toBe(false)
})

test('where nothing was sent to the address of who entered, the client’s main address has seen it', async () => {
  const { office, home } = portal
  const { clientId, matterId, newsId, own, further, became } = await told()
  const email = `otra${clients}@correo.example`
  const { url } = await invited(office, { by: firm.system, clientId, kind: 'link', email })
  const visit = plainBrowser(home)
  await visit.post(url)
  await visit.get(`/matters/${matterId}`)
  const news = await became(newsId)
  expect([isSeen(news[own]), isSeen(news[further])]).toEqual([true, false])
})

test('an urgent request is confirmed in the record of the client who did, not of the other', async () => {
  const { office } = portal
  const [own, co] = ['confirma@correo.example', 'calla@correo.example']
  const clients = [await firm.addClient('Confirma', own), await firm.addClient('Calla', co)]
  const matterId = await firm.addMatter({ title: 'Urgente', clients })
  const requestId = await askFor(office, firm, 'Cédula', { matterId, confirmWithin: 24 })
  const { letters } = await deliver(office)
  const url = letters.find(({ to }) => to.email === own)?.confirmUrl ?? ''
  await plainBrowser(portal.home).post(new URL(url).pathname)
  const { mails } = await whatBecame(office, { by: firm.camila, matterId, subjectId: requestId })
  expect(Object.fromEntries(mails.map(({ email, confirmedAt }) => [email, confirmedAt]))).toEqual({
    [own]: office.clock(),
    [co]: null,
  })
})

test('the record is for members of the firm who see the matter', async () => {
  const { matterId, newsId } = await told()
  const other = await lawFirm(portal.office, 'T000000002')
  expect(await refusal(whatBecame(portal.office, { by: other.ana, matterId, subjectId: newsId }))).toBe(
    'not_found',
  )
})
