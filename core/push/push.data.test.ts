import { eq } from 'drizzle-orm'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { pushSubscriptions } from '#db/schema/access.ts'
import { outbox } from '#db/schema/delivery.ts'
import { editAccess } from '../access/granting/edit-access.ts'
import { leave } from '../access/session/leave.ts'
import { beginPreview, previewClient } from '../access/preview/preview.ts'
import { clientSession } from '../access/session/client-session.ts'
import { enterByLink } from '../access/links/enter-by-link.ts'
import { extendAccess } from '../access/granting/extend-access.ts'
import { publishNews } from '../news/publish-news.ts'
import { requestDocuments } from '../requests/request-documents.ts'
import { tidy } from '../tidy.ts'
import { pushOffered } from './push-offered.ts'
import { subscribe } from './subscribe.ts'
import { unsubscribe } from './unsubscribe.ts'
import { enterPortal, type Visit } from '#test/office/enter-portal.ts'
import { lawFirm, words, type LawFirm } from '#test/office/law-firm.ts'
import { startPushService } from '#test/office/receive-pushes.ts'
import { testOffice, type TestOffice } from '#test/office/test-office.ts'

const service = await startPushService()
const body = words('Hola')
afterAll(() => service.close())

let office: TestOffice
let firm: LawFirm
let rosa: Visit

beforeEach(async () => {
  office = await testOffice({ PUSH_SERVICES: service.origin })
  firm = await lawFirm(office)
  rosa = await enterPortal(office, firm, firm.rosaId, { email: 'rosa@correo.example' })
})

const phones = () => office.db.read.select().from(pushSubscriptions)
const pushes = () => office.db.read.select().from(outbox).where(eq(outbox.channel, 'push'))

describe('a client who asks to be told on a phone', () => {
  test('is told there from then on, and sees that they are, until they ask for the contrary', async () => {
    expect(await pushOffered(office, rosa.session)).toMatchObject({ told: false })
    const phone = service.phone()
    await subscribe(office, { by: rosa.session, ...phone })
    await subscribe(office, { by: rosa.session, ...phone })
    expect(await phones()).toMatchObject([{ endpoint: phone.endpoint, accessId: rosa.accessId }])
    expect(await pushOffered(office, rosa.session)).toMatchObject({ told: true })
    await unsubscribe(office, { by: rosa.session, endpoint: phone.endpoint })
    expect(await phones()).toEqual([])
  })

  test('has ten of them at most: the eleventh takes the place of the first', async () => {
    const all = Array.from({ length: 11 }, () => service.phone())
    for (const phone of all) {
      office.later({ minutes: 1 })
      await subscribe(office, { by: rosa.session, ...phone })
    }
    const kept = (await phones()).map((row) => row.endpoint)
    expect(new Set(kept)).toEqual(new Set(all.slice(1).map((phone) => phone.endpoint)))
  })

  test('takes over the phone on which somebody else was told, and nobody takes theirs away from afar', async () => {
    const pedroId = await firm.addClient('Pedro Soto', 'pedro@correo.example')
    const pedro = await enterPortal(office, firm, pedroId, { email: 'pedro@correo.example' })
    const phone = service.phone()
    await subscribe(office, { by: rosa.session, ...phone })
    const [hers] = await phones()
    await unsubscribe(office, { by: pedro.session, endpoint: phone.endpoint })
    expect(await phones()).toHaveLength(1)
    await subscribe(office, { by: pedro.session, ...phone })
    const [his, ...more] = await phones()
    expect(more).toEqual([])
    expect(his).toMatchObject({ accessId: pedro.accessId, sessionId: pedro.session.sessionId })
    expect(his?.id).not.toBe(hers?.id)
  })

  test.each([
    ['an address that is no push service', { endpoint: 'https://intranet.estudio.example/' }, 'endpoint'],
    ['a key that lies on no curve', { p256dh: Buffer.alloc(65, 4).toString('base64url') }, 'p256dh'],
    ['a key that is none', { p256dh: 'clave' }, 'p256dh'],
    ['a secret of the wrong length', { auth: 'YQ' }, 'auth'],
  ])('is refused %s', async (_what, wrong, field) => {
    const wish = { by: rosa.session, ...service.phone(), ...wrong }
    await expect(subscribe(office, wish)).rejects.toMatchObject({ code: 'not_a_value', facts: { field } })
    expect(await phones()).toEqual([])
  })

  test('is not told any more once they leave, or their access is changed', async () => {
    await subscribe(office, { by: rosa.session, ...service.phone() })
    await leave(office, rosa.sessionToken)
    expect(await phones()).toEqual([])
    await expect(subscribe(office, { by: rosa.session, ...service.phone() })).rejects.toMatchObject({
      code: 'not_found',
    })
    const again = await enterPortal(office, firm, firm.rosaId, { email: 'rosa2@correo.example' })
    await subscribe(office, { by: again.session, ...service.phone() })
    await editAccess(office, { by: firm.ana, accessId: again.accessId, can: ['documents'] })
    expect(await phones()).toEqual([])
  })

  test('is forgotten when their session is past its time', async () => {
    await subscribe(office, { by: rosa.session, ...service.phone() })
    await tidy(office)
    expect(await phones()).toHaveLength(1)
    office.later({ days: 31 })
    await tidy(office)
    expect(await phones()).toEqual([])
  })
})

test('a member who looks through a client’s eyes is offered nothing, and can ask for nothing', async () => {
  const { url } = await previewClient(office, { by: firm.camila, clientId: firm.rosaId })
  const { sessionToken } = await beginPreview(office, { token: url.split('/').at(-1) ?? '' })
  const look = await clientSession(office, sessionToken)
  if (!look) throw new Error('the look did not begin')
  expect(await pushOffered(office, look)).toBeNull()
  await expect(subscribe(office, { by: look, ...service.phone() })).rejects.toMatchObject({
    code: 'looking_only',
  })
})

test('where a firm’s server knows no push service, nobody is offered any', async () => {
  office.config = { ...office.config, pushServices: [] }
  expect(await pushOffered(office, rosa.session)).toBeNull()
})

describe('what is written for phones when something is published', () => {
  test('is one message a phone, for the audience alone, and none where the matter is out of sight', async () => {
    const pedroId = await firm.addClient('Pedro Soto', 'pedro@correo.example')
    const pedro = await enterPortal(office, firm, pedroId, { email: 'pedro@correo.example' })
    const matterId = await firm.addMatter({ title: 'De ambos', clients: [firm.rosaId, pedroId] })
    const secret = await firm.addMatter({ title: 'Reservado', clients: [firm.rosaId], visibility: 'private' })
    for (const { session } of [rosa, rosa, pedro])
      await subscribe(office, { by: session, ...service.phone() })
    await publishNews(office, { by: firm.camila, matterId, body, audience: [pedroId] })
    expect((await pushes()).map((row) => row.accessId)).toEqual([pedro.accessId])
    await publishNews(office, { by: firm.ana, matterId: secret, body })
    expect(await pushes()).toHaveLength(1)
    await publishNews(office, { by: firm.camila, matterId, body })
    expect((await pushes()).map((row) => row.accessId).sort()).toEqual(
      [pedro.accessId, pedro.accessId, rosa.accessId, rosa.accessId].sort(),
    )
  })

  test('reaches who is an owner and also their company, by the one access they have', async () => {
    const companyId = await firm.addClient('Los Aromos SpA', 'gerencia@aromos.example')
    const matterId = await firm.addMatter({ title: 'De la empresa', clients: [companyId] })
    await extendAccess(office, { by: firm.ana, accessId: rosa.accessId, clientId: companyId })
    const again = await reenter()
    await subscribe(office, { by: again, ...service.phone() })
    await publishNews(office, { by: firm.camila, matterId, body })
    expect(await pushes()).toMatchObject([{ accessId: rosa.accessId, matterId }])
  })

  test('counts among no mails, whoever asks how many were told', async () => {
    await subscribe(office, { by: rosa.session, ...service.phone() })
    const wish = {
      by: firm.camila,
      matterId: firm.matterId,
      title: 'Antecedentes',
      details: '',
      items: [{ title: 'Contrato', kind: 'file' as const }],
      dueOn: null,
    }
    expect(await requestDocuments(office, wish)).toMatchObject({ told: 3 })
    expect(await pushes()).toHaveLength(1)
  })
})

/** Rosa enters anew by the link she has. */
async function reenter() {
  const { sessionToken } = await enterByLink(office, { token: rosa.token, from: '192.0.2.1' })
  const session = await clientSession(office, sessionToken)
  if (!session) throw new Error('the session did not begin')
  return session
}
