import { AxeBuilder } from '@axe-core/playwright'
import { eq } from 'drizzle-orm'
import { createServer, request as ask, type Server } from 'node:http'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { pushSubscriptions } from '#db/schema/access.ts'
import { clients } from '#db/schema/clients.ts'
import { addAccess } from '#core/access/granting/add-access.ts'
import { invite } from '#core/access/granting/invite.ts'
import { previewClient } from '#core/access/preview/preview.ts'
import { removeAccess } from '#core/access/granting/remove-access.ts'
import { hideMatter } from '#core/matters/hide-matter.ts'
import { publishNews } from '#core/news/publish-news.ts'
import { locales, type Locale } from '#core/words/locale.ts'
import { portalWords } from '#portal/portal-words.ts'
import { askFor } from '../office/ask-for.ts'
import { lawFirm, words, type LawFirm } from '../office/law-firm.ts'
import { plainBrowser } from '../office/plain-browser.ts'
import { startPushService, type PushService } from '../office/receive-pushes.ts'
import { servePortal, type ServedPortal } from '../office/serve-portal.ts'
import { phone, startBrowser } from './phone.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 240_000 })

let portal: ServedPortal
let front: Server
let home: string
let firm: LawFirm
let browser: Browser
let service: PushService
/** What the portal's worker is made to say of its version, as the next build would. */
let build = ''

beforeAll(async () => {
  front = await serveFront(() => ({ port: Number(new URL(portal.home).port), build }))
  const address = front.address()
  home = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  service = await startPushService()
  portal = await servePortal({ BASE_URL: home, PUSH_SERVICES: service.origin })
  // Browsers go by their own clock when a cookie ends.
  portal.office.now = new Date()
  firm = await lawFirm(portal.office)
  browser = await startBrowser()
})
afterAll(async () => {
  await browser?.close()
  portal?.close()
  front?.closeAllConnections()
  front?.close()
  service?.close()
})

const eventually = <Found>(look: () => Found | Promise<Found>) => expect.poll(look, { timeout: 25_000 })

type Client = {
  id: string
  accessId: string
  link: string
  matterId: string
  requestId: string
  title: string
}

let turn = 0
/** A client with a link, a matter in which there is news, and a request. */
async function newClient(name: string, locale: Locale = 'es-CL'): Promise<Client> {
  const email = `persona${turn++}@correo.example`
  const id = await firm.addClient(name, email, { locale })
  const title = `Asunto de ${name}`
  const matterId = await firm.addMatter({ title, clients: [id] })
  await publishNews(portal.office, { by: firm.camila, matterId, body: words('El tribunal fijó audiencia.') })
  const requestId = await askFor(portal.office, firm, 'Contrato', { matterId, dueOn: null })
  const wish = { by: firm.system, clientId: id, kind: 'link' as const, email }
  const { accessId } = await addAccess(portal.office, wish)
  const { url } = await invite(portal.office, { by: firm.system, accessId })
  return { id, accessId, link: new URL(url).pathname, matterId, requestId, title }
}

/** The client enters on a phone of their own; the portal's worker is in place and holds the page they see. */
async function entered(client: Client, locale: Locale = 'es-CL') {
  const held = await phone(browser, locale)
  await enter(held.page, client, locale)
  await eventually(() => privatePaths(held.page)).toContain('/matters')
  return held
}

async function enter(page: Page, client: Client, locale: Locale = 'es-CL') {
  await page.goto(home + client.link)
  await page.getByRole('button', { name: portalWords[locale].enter.button }).tap()
  await page.waitForURL('**/matters')
}

/** All that the browser holds of the portal besides its cookie. */
function held(page: Page) {
  return page.evaluate(async () => {
    const names = await caches.keys()
    const paths = async (name: string) =>
      (await (await caches.open(name)).keys()).map((request) => new URL(request.url).pathname)
    return {
      caches: Object.fromEntries(await Promise.all(names.map(async (name) => [name, await paths(name)]))),
      databases: (await indexedDB.databases()).map((one) => one.name),
      remembered: Object.keys(localStorage),
    }
  })
}

async function privatePaths(page: Page): Promise<string[]> {
  return (await held(page)).caches.private ?? []
}

const note = (page: Page) => page.locator('[data-as-of]')

describe('the portal on a phone', () => {
  let rosa: Client
  beforeEach(async () => {
    rosa = await newClient('Rosa Vera')
  })

  test('can be installed, under the name of the firm and with icons of every kind', async () => {
    const { page, faults } = await entered(rosa)
    const devtools = await page.context().newCDPSession(page)
    expect(await devtools.send('Page.getInstallabilityErrors')).toEqual({ installabilityErrors: [] })
    const manifest = await devtools.send('Page.getAppManifest')
    expect(manifest.errors).toEqual([])
    const said = JSON.parse(manifest.data ?? '')
    expect(said).toMatchObject({ name: 'Estudio Rojas', start_url: '/matters', display: 'standalone' })
    for (const { src, sizes } of [...said.icons, { src: '/apple-touch-icon.png', sizes: '180x180' }]) {
      const side = await page.evaluate(async (from: string) => {
        const picture = new Image()
        picture.src = from
        await picture.decode()
        return `${picture.naturalWidth}x${picture.naturalHeight}`
      }, src)
      expect(side).toBe(sizes)
    }
    expect(faults).toEqual([])
    await page.context().close()
  })

  test('shows without a network what was seen last, and since when it stands', async () => {
    const { page } = await entered(rosa)
    await page.goto(`${home}/matters/${rosa.matterId}`)
    expect(await note(page).isVisible()).toBe(false)
    await page.goto(`${home}/requests/${rosa.requestId}`)
    await eventually(() => privatePaths(page)).toHaveLength(3)
    await page.context().setOffline(true)
    for (const [path, text] of [
      [`/matters/${rosa.matterId}`, 'El tribunal fijó audiencia.'],
      [`/requests/${rosa.requestId}?handed=x`, 'Contrato'],
      ['/matters', 'Asunto de Rosa Vera'],
    ] as const) {
      await page.goto(home + path)
      expect(await page.locator('main').innerText()).toContain(text)
      expect(await note(page).innerText()).toMatch(
        /^Sin conexión: así estaba el \S+ \d+ de \S+ a las? \d\d:\d\d\.$/,
      )
    }
    // Dressed as ever: the styles are at hand, too.
    const paper = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
    expect(paper).toBe('rgb(250, 248, 243)')
    await page.context().setOffline(false)
    await page.reload()
    expect(await note(page).isVisible()).toBe(false)
    await page.context().close()
  })

  test('keeps no files, no forms, no links, nothing refused and no part of a history', async () => {
    const { page } = await entered(rosa)
    const other = await newClient('Pedro Soto')
    for (const path of [
      '/contact',
      '/code',
      '/offline/en',
      `/matters/${other.matterId}`,
      `/matters/${rosa.matterId}?q=nada`,
      rosa.link,
      '/upload/nada',
      '/reminders/nada',
      '/forgot',
    ])
      await page.goto(home + path)
    await page.goto(`${home}/requests/${rosa.requestId}`)
    await eventually(() => privatePaths(page)).toEqual(['/matters', `/requests/${rosa.requestId}`])
    await page.context().close()
  })

  test('keeps the thirty pages that were seen last', async () => {
    for (let number = 0; number < 31; number++)
      await firm.addMatter({ title: `Asunto ${number}`, clients: [rosa.id] })
    const { page } = await entered(rosa)
    const paths = await page
      .locator('.matters h3 a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
    expect(paths).toHaveLength(32)
    for (const path of paths) await page.goto(home + path)
    await eventually(() => privatePaths(page)).toEqual(paths.slice(-30))
    await page.context().close()
  })

  test('forgets a page that is gone, and a matter that the list does not lead to any more', async () => {
    const further = await firm.addMatter({ title: 'Otro asunto', clients: [rosa.id] })
    const { page } = await entered(rosa)
    for (const path of [`/matters/${rosa.matterId}`, `/requests/${rosa.requestId}`, `/matters/${further}`])
      await page.goto(home + path)
    await eventually(() => privatePaths(page)).toHaveLength(4)
    await hideMatter(portal.office, { by: firm.ana, matterId: rosa.matterId })
    await page.goto(`${home}/matters`)
    await eventually(async () => (await privatePaths(page)).sort()).toEqual(
      ['/matters', `/matters/${further}`].sort(),
    )
    await hideMatter(portal.office, { by: firm.ana, matterId: further })
    await page.goto(`${home}/matters/${further}`)
    await eventually(() => privatePaths(page)).toEqual(['/matters'])
    await page.context().close()
  })
})

describe('nothing private is left', () => {
  let rosa: Client
  let page: Page
  beforeEach(async () => {
    rosa = await newClient('Rosa Vera')
    ;({ page } = await entered(rosa))
    await page.goto(`${home}/matters/${rosa.matterId}`)
    await eventually(() => privatePaths(page)).toHaveLength(2)
    await page.evaluate(() => localStorage.setItem('upload:x', '1'))
    return () => page.context().close()
  })

  async function nothingIsLeft() {
    await eventually(() => privatePaths(page)).toEqual([])
    await page.context().setOffline(true)
    await page.goto(`${home}/matters/${rosa.matterId}`).catch(() => {})
    await eventually(() => page.content().catch(() => 'Rosa is still there')).not.toContain('Rosa')
  }

  test('once its reader leaves', async () => {
    await page.getByRole('button', { name: 'Salir' }).tap()
    await page.waitForURL('**/?left')
    const after = await held(page)
    expect(Object.keys(after.caches).filter((name) => !name.startsWith('shell'))).toEqual([])
    expect(after.databases).toEqual([])
    expect(after.remembered).toEqual([])
    await nothingIsLeft()
  })

  test('even by a browser that does not heed Clear-Site-Data', async () => {
    await page.route('**/logout', async (route) => {
      const answer = await route.fetch({ maxRedirects: 0 })
      const headers = Object.fromEntries(
        Object.entries(answer.headers()).filter(([name]) => name !== 'clear-site-data'),
      )
      await route.fulfill({ status: answer.status(), headers, body: '' })
    })
    await page.getByRole('button', { name: 'Salir' }).tap()
    await page.waitForURL('**/?left')
    await nothingIsLeft()
  })

  test('when the access is taken away: with the next page that is asked for', async () => {
    await removeAccess(portal.office, { by: firm.ana, accessId: rosa.accessId })
    await page.goto(`${home}/matters`)
    await nothingIsLeft()
  })

  test('when somebody else enters there', async () => {
    const pedro = await newClient('Pedro Soto')
    await enter(page, pedro)
    await eventually(() => privatePaths(page)).toEqual(['/matters'])
    await page.context().setOffline(true)
    await page.goto(`${home}/matters`)
    expect(await page.locator('main').innerText()).toContain('Asunto de Pedro Soto')
    await page.goto(`${home}/matters/${rosa.matterId}`)
    expect(await page.content()).not.toContain('Rosa')
  })

  test('when a member looks through a client’s eyes there, of whom nothing is kept', async () => {
    const { url } = await previewClient(portal.office, { by: firm.ana, clientId: rosa.id })
    await page.goto(url)
    await page.getByRole('button', { name: portalWords['es-CL'].preview.button }).tap()
    await page.waitForURL('**/matters')
    await page.goto(`${home}/matters/${rosa.matterId}`)
    await nothingIsLeft()
  })
})

test.each(locales)(
  'without a network a page that was never seen says so in the reader’s %s',
  async (locale) => {
    const client = await newClient('Ana Díaz', locale)
    // The phone speaks another language than its owner.
    const { page } = await entered(client, locale)
    await page.context().setOffline(true)
    await page.goto(`${home}/contact`)
    const { app } = portalWords[locale]
    expect(await page.locator('h1').innerText()).toBe(app.offlineTitle)
    expect(await page.locator('html').getAttribute('lang')).toBe(locale)
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    await page.getByRole('link', { name: portalWords[locale].yourMatters }).tap()
    await page.waitForURL('**/matters')
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    expect(await page.locator('main').innerText()).toContain('Ana Díaz')
    await page.context().close()
  },
)

test('a new version of the portal takes the place of the old shell, and what was seen stays readable', async () => {
  const client = await newClient('Rosa Vera')
  const { page } = await entered(client)
  const shells = async () => Object.keys((await held(page)).caches).filter((name) => name.startsWith('shell'))
  const [before] = await shells()
  build = 'next'
  try {
    await page.reload()
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update())
    await eventually(shells).toEqual([`${before}next`])
  } finally {
    build = ''
  }
  expect(await privatePaths(page)).toEqual(['/matters'])
  await page.context().close()
})

describe('a phone that is told', () => {
  let rosa: Client
  let page: Page
  beforeEach(async () => {
    rosa = await newClient('Rosa Vera')
    ;({ page } = await entered(rosa))
    return () => page.context().close()
  })

  /** The browser of these tests is built without a push service, and without notifications: here are both. */
  async function withPush(answer: 'granted' | 'denied') {
    const { received: _, ...keys } = service.phone()
    await page.addInitScript(
      ({ allowed, endpoint, p256dh, auth }) => {
        let held: object | null = null
        const subscription = {
          endpoint,
          toJSON: () => ({ endpoint, keys: { p256dh, auth } }),
          unsubscribe: async () => ((held = null), true),
        }
        Object.defineProperty(Notification, 'permission', { get: () => 'default' })
        Notification.requestPermission = async () => {
          document.body.dataset.asked = 'yes'
          return allowed
        }
        PushManager.prototype.getSubscription = async () => held as PushSubscription | null
        PushManager.prototype.subscribe = async () => (held = subscription) as unknown as PushSubscription
      },
      { allowed: answer, ...keys },
    )
  }

  const offer = () => page.locator('#push')
  const subscriptions = () => portal.office.db.read.select().from(pushSubscriptions)

  test('is told when its reader asks for it, and not any more when they ask for that', async () => {
    await withPush('granted')
    await page.goto(`${home}/contact`)
    const { push } = portalWords['es-CL']
    await offer().getByRole('button', { name: push.button }).waitFor()
    expect(await page.evaluate(() => document.body.dataset.asked)).toBeUndefined()
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    await offer().getByRole('button', { name: push.button }).tap()
    await offer().getByText(push.on).waitFor()
    expect(await subscriptions()).toMatchObject([{ accessId: rosa.accessId }])
    await offer().getByRole('button', { name: push.stop }).tap()
    await offer().getByText(push.off).waitFor()
    expect(await subscriptions()).toEqual([])
  })

  test('is not asked again for a while once the offer is put aside, and says why where it cannot be', async () => {
    const { push } = portalWords['es-CL']
    await page.goto(`${home}/contact`)
    await offer().getByText(push.denied).waitFor()
    await withPush('denied')
    await page.reload()
    await offer().getByRole('button', { name: push.button }).tap()
    await offer().getByText(push.denied).waitFor()
    await page.reload()
    await offer().getByRole('button', { name: push.dismiss }).tap()
    await eventually(() => offer().isVisible()).toBe(false)
    await page.reload()
    await page.waitForFunction(async () => Boolean((await navigator.serviceWorker.ready).active))
    expect(await offer().isVisible()).toBe(false)
    expect(await subscriptions()).toEqual([])
  })

  test('shows what was sent, as it stands, and leads to the matter when it is touched', async () => {
    // A browser puts a worker to sleep that had nothing to do for half a minute; a page wakes it.
    await page.reload()
    const [worker] = page.context().serviceWorkers()
    if (!worker) throw new Error('the portal has no worker')
    // Without notifications in this browser, what would be shown is written down instead.
    await worker.evaluate(() => {
      const scope = globalThis as unknown as ServiceWorkerScope
      scope.shown = []
      scope.registration.showNotification = async (title, options) => {
        scope.shown.push({ title, ...options })
      }
    })
    const devtools = await page.context().newCDPSession(page)
    const registered = new Promise<string>((resolve) => {
      devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
        const ours = registrations.find((one) => one.scopeURL.startsWith(home))
        if (ours) resolve(ours.registrationId)
      })
    })
    await devtools.send('ServiceWorker.enable')
    const path = `/matters/${rosa.matterId}`
    const message = { title: 'Estudio Rojas', body: 'Tiene una novedad', path, name: 'x1', lang: 'es-CL' }
    await devtools.send('ServiceWorker.deliverPushMessage', {
      origin: home,
      registrationId: await registered,
      data: JSON.stringify(message),
    })
    const shown = () => worker.evaluate(() => (globalThis as unknown as ServiceWorkerScope).shown)
    await eventually(shown).toEqual([
      {
        title: 'Estudio Rojas',
        body: 'Tiene una novedad',
        lang: 'es-CL',
        tag: 'x1',
        icon: '/icon-192.png',
        badge: '/badge.png',
        data: path,
      },
    ])
    // Of several windows the one used last is taken; here is only this one.
    for (const other of page.context().pages()) if (other !== page) await other.close()
    await page.bringToFront()
    await worker.evaluate((to) => {
      // A browser lets a touched notification bring its window to the front.
      WindowClient.prototype.focus = async function (this: object) {
        return this
      }
      const touched = new ExtendableEvent('notificationclick')
      Object.assign(touched, { notification: { data: to, close: () => {} } })
      dispatchEvent(touched)
    }, path)
    await page.waitForURL(`**${path}`)
  })
})

type ServiceWorkerScope = {
  shown: object[]
  registration: { showNotification: (title: string, options: object) => Promise<void> }
}
/** What the worker's own world has besides a page's. */
declare const WindowClient: { prototype: { focus: () => Promise<object> } }
declare const ExtendableEvent: typeof Event

describe('the name on a phone’s screen', () => {
  const manifestFor = async (client: Client | null, language: string) => {
    const visitor = plainBrowser(home)
    if (client) await visitor.post(client.link)
    const answer = await visitor.get('/manifest.webmanifest', { 'accept-language': language })
    expect(answer.headers.get('content-type')).toContain('application/manifest+json')
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    return JSON.parse(answer.text)
  }

  test('is neutral for whoever has not entered, and for who may be contacted in one safe way alone', async () => {
    expect(await manifestFor(null, 'pt-BR')).toMatchObject({
      name: portalWords['pt-BR'].title,
      lang: 'pt-BR',
    })
    const client = await newClient('Rosa Vera')
    expect(await manifestFor(client, 'en')).toMatchObject({ name: 'Estudio Rojas', lang: 'es-CL' })
    const safeContact = { from: '10', until: '12' }
    await portal.office.db.transaction((tx) =>
      tx.update(clients).set({ safeContact }).where(eq(clients.id, client.id)),
    )
    const { name, short_name: short } = await manifestFor(client, 'en')
    expect([name, short]).toEqual([portalWords['es-CL'].title, 'Mi portal'])
  })
})

/** In front of the portal, so that its worker can be made to look like the next build's. */
async function serveFront(to: () => { port: number; build: string }): Promise<Server> {
  const server = createServer((request, response) => {
    const { port, build: next } = to()
    const { method, url, headers } = request
    const behind = ask({ host: '127.0.0.1', port, method, path: url, headers }, (answer) => {
      if (url !== '/sw.js') {
        response.writeHead(answer.statusCode ?? 502, answer.rawHeaders)
        answer.pipe(response)
        return
      }
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () => {
        const script = Buffer.concat(chunks).toString('utf8')
        const said = { ...answer.headers, 'content-length': undefined, etag: undefined }
        response.writeHead(200, Object.fromEntries(Object.entries(said).filter(([, value]) => value)))
        response.end(script.replace(/"version":"(\w+)"/, `"version":"$1${next}"`))
      })
    })
    behind.on('error', () => response.destroy())
    request.pipe(behind)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server
}
