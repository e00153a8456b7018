import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { clients } from '#db/schema/clients.ts'
import { outbox } from '#db/schema/delivery.ts'
import { matters } from '#db/schema/matters.ts'
import { answers } from '#db/schema/replies.ts'
import { pushSubscriptions } from '#db/schema/access.ts'
import { leave } from '#core/access/session/leave.ts'
import { removeAccess } from '#core/access/granting/remove-access.ts'
import { claimOutbox } from '#core/delivery/claim-outbox.ts'
import { editMatter } from '#core/matters/edit-matter.ts'
import { hideMatter } from '#core/matters/hide-matter.ts'
import { deleteNews } from '#core/news/delete-news.ts'
import { publishNews } from '#core/news/publish-news.ts'
import { pushFor } from '#core/push/push-for.ts'
import { pushKeys } from '#core/push/push-keys.ts'
import { subscribe } from '#core/push/subscribe.ts'
import { remindNow } from '#core/reminders/remind-now.ts'
import { handIn } from '#core/replies/handing-in/hand-in.ts'
import { reviewAnswer } from '#core/requests/review-answer.ts'
import { askFor, itemCalled } from '../office/ask-for.ts'
import { enterPortal, type Visit } from '../office/enter-portal.ts'
import { lawFirm, words, type LawFirm } from '../office/law-firm.ts'
import { startPushService, type PushService, type TestPhone } from '../office/receive-pushes.ts'
import { testOffice, type TestOffice } from '../office/test-office.ts'
import { createDelivery } from '#jobs/delivery.ts'

const body = words('El tribunal acogió la demanda de alimentos.')

let service: PushService
let office: TestOffice
let firm: LawFirm
let rosa: Visit
let phone: TestPhone

beforeAll(async () => {
  service = await startPushService()
})
afterAll(() => service.close())

beforeEach(async () => {
  office = await testOffice({ PUSH_SERVICES: service.origin })
  firm = await lawFirm(office)
  rosa = await enterPortal(office, firm, firm.rosaId, { email: 'rosa@correo.example' })
  phone = service.phone()
  await subscribe(office, { by: rosa.session, ...phone })
})

const publish = (matterId = firm.matterId) => publishNews(office, { by: firm.camila, matterId, body })

/** All that is due leaves; there is neither a mail server nor a chat. */
async function deliver() {
  const delivery = createDelivery(office, { mailer: null, slack: null })
  while (await delivery.round()) await delivery.idle()
  await delivery.close(0)
}

async function pushes() {
  const rows = await office.db.read
    .select()
    .from(outbox)
    .where(eq(outbox.channel, 'push'))
    .orderBy(asc(outbox.id))
  return rows
}

const said = () => phone.received.map(({ message }) => message)

describe('a client who allowed it is told on their phone', () => {
  test('that there is news, by the firm’s name and a neutral reference, and nothing of the case', async () => {
    const { newsId, told } = await publish()
    await deliver()
    const [message] = said()
    const [matter] = await office.db.read.select().from(matters).where(eq(matters.id, firm.matterId))
    expect(message).toMatchObject({
      title: 'Estudio Rojas',
      body: `Tiene una novedad (ref. ${matter?.reference})`,
      path: `/matters/${firm.matterId}`,
      lang: 'es-CL',
    })
    expect(JSON.stringify(message)).not.toMatch(/Fuentes|Aromos|alimentos|C-1234/)
    expect(told).toBe(3)
    const [row] = await pushes()
    expect(row).toMatchObject({ state: 'accepted', acceptedAs: '201', subjectId: newsId })
  })

  test('signed with the key its browser was given, for that service alone, and only for a while', async () => {
    await publish()
    await deliver()
    const [received] = phone.received
    expect(received?.sender).toMatchObject({
      publicKey: pushKeys(office.config.secretKey).publicKey,
      aud: service.origin,
      sub: expect.stringMatching(/^mailto:.+@/),
    })
    const hours = ((received?.sender.exp ?? 0) - Date.now() / 1000) / 3600
    expect(hours).toBeGreaterThan(0)
    expect(hours).toBeLessThanOrEqual(24)
    expect(received?.headers).toMatchObject({
      ttl: '86400',
      urgency: 'normal',
      'content-encoding': 'aes128gcm',
    })
    expect(received?.headers.topic).toBe((await pushes())[0]?.id)
  })

  test('in their own language, that documents are asked for, are still missing, or must be sent again', async () => {
    await office.db.transaction((tx) => tx.update(clients).set({ locale: 'pt-BR' }))
    const requestId = await askFor(office, firm, 'Contrato\nDomicilio?')
    await deliver()
    office.later({ hours: 1 })
    await remindNow(office, { by: firm.camila, requestId })
    const { id: itemId } = await itemCalled(office, requestId, 'Domicilio?')
    await deliver()
    await handIn(office, { by: { session: rosa.session }, itemId, files: [], text: 'Vivo en Ñuñoa' })
    const [answer] = await office.db.read.select().from(answers)
    const reason = { code: 'incomplete' as const, note: null }
    await reviewAnswer(office, { by: firm.camila, answerId: answer?.id ?? '', verdict: 'rejected', reason })
    await deliver()
    expect(said().map((message) => String(message.body).replace(/ \(ref\. \S+\)$/, ''))).toEqual([
      'Precisamos de documentos',
      'Há documentos pendentes',
      'Um documento precisa ser reenviado',
    ])
  })

  test('only that there is a message, in a sensitive matter and for who may be contacted in one safe way alone', async () => {
    await editMatter(office, { by: firm.ana, matterId: firm.matterId, sensitive: true })
    await publish()
    await deliver()
    await editMatter(office, { by: firm.ana, matterId: firm.matterId, sensitive: false })
    await office.db.transaction((tx) => tx.update(clients).set({ safeContact: { from: '10', until: '12' } }))
    await publish()
    await deliver()
    for (const message of said()) expect(message).toMatchObject({ title: 'Tiene un mensaje', body: '' })
    expect(said()).toHaveLength(2)
    expect(JSON.stringify(said())).not.toContain('Rojas')
  })

  test('once on each phone, and not on the phone of another client of the same firm', async () => {
    const second = service.phone()
    await subscribe(office, { by: rosa.session, ...second })
    const pedroId = await firm.addClient('Pedro Soto', 'pedro@correo.example')
    const pedro = await enterPortal(office, firm, pedroId, { email: 'pedro@correo.example' })
    const his = service.phone()
    await subscribe(office, { by: pedro.session, ...his })
    await publish()
    await deliver()
    await deliver()
    expect([phone, second, his].map((one) => one.received.length)).toEqual([1, 1, 0])
  })
})

describe('nothing is sent', () => {
  const became = async () => (await pushes()).map((row) => [row.state, row.cancelledBecause])

  test('of a matter that was hidden, even if it was on its way already', async () => {
    await publish()
    const [row] = (await claimOutbox(office, 20)).filter((one) => one.channel === 'push')
    if (!row) throw new Error('no push is due')
    await hideMatter(office, { by: firm.ana, matterId: firm.matterId })
    expect(await pushFor(office, row)).toEqual({ kind: 'cancelled', because: 'not in sight' })
    await deliver()
    expect(said()).toEqual([])
    expect(await became()).toEqual([['cancelled', 'matter hidden']])
  })

  test('of a matter that became private since, or of news that was deleted', async () => {
    const { newsId } = await publish()
    await deleteNews(office, { by: firm.ana, newsId })
    await publish()
    await publish(await firm.addMatter({ title: 'Otro asunto', clients: [firm.rosaId] }))
    await office.db.transaction((tx) =>
      tx.update(matters).set({ visibility: 'private' }).where(eq(matters.id, firm.matterId)),
    )
    await publish()
    await deliver()
    expect(said()).toHaveLength(1)
    expect(await became()).toEqual([
      ['cancelled', 'deleted'],
      ['cancelled', 'not in sight'],
      ['accepted', null],
    ])
  })

  test('to a phone whose reader has left, whose access was removed, or whose session is past its time', async () => {
    const pedroId = await firm.addClient('Pedro Soto', 'pedro@correo.example')
    const matterId = await firm.addMatter({ title: 'Asunto de Pedro', clients: [pedroId] })
    const pedro = await enterPortal(office, firm, pedroId, { email: 'pedro@correo.example' })
    const his = service.phone()
    await subscribe(office, { by: pedro.session, ...his })
    await publish()
    await publish(matterId)
    await leave(office, rosa.sessionToken)
    await removeAccess(office, { by: firm.ana, accessId: pedro.accessId })
    await deliver()
    expect([...said(), ...his.received]).toEqual([])
    expect(await office.db.read.select().from(pushSubscriptions)).toEqual([])

    const again = await enterPortal(office, firm, firm.rosaId, { email: 'rosa2@correo.example' })
    await subscribe(office, { by: again.session, ...phone })
    office.later({ days: 31 })
    await publish()
    await deliver()
    expect(said()).toEqual([])
    expect((await became()).at(-1)).toEqual(['cancelled', 'session over'])
  })

  test('to a service that the settings do not name any more', async () => {
    await publish()
    office.config = { ...office.config, pushServices: ['fcm.googleapis.com'] }
    await deliver()
    expect(await became()).toEqual([['cancelled', 'push service not listed']])
    expect(said()).toEqual([])
  })
})

describe('what a push service answers', () => {
  test.each([404, 410])('%i: the phone is told nothing again', async (status) => {
    service.refuseNext(status)
    await publish()
    await deliver()
    expect(await office.db.read.select().from(pushSubscriptions)).toEqual([])
    await publish()
    expect(await pushes()).toMatchObject([{ state: 'failed' }])
  })

  test('too many, or trouble of its own: it is tried again when it says, or a little later', async () => {
    service.refuseNext(429, { 'retry-after': '600' })
    service.refuseNext(503)
    await publish()
    await deliver()
    const [row] = await pushes()
    expect(row).toMatchObject({ state: 'queued', lastError: 'push service answered 429' })
    expect(row?.dueAt).toEqual(new Date(office.now.getTime() + 600_000))
    office.later({ minutes: 10 })
    await deliver()
    expect((await pushes())[0]).toMatchObject({ state: 'queued', lastError: 'push service answered 503' })
    office.later({ minutes: 1 })
    await deliver()
    expect((await pushes())[0]).toMatchObject({ state: 'accepted', attempts: 3 })
    expect(said()).toHaveLength(1)
  })

  test('a redirect is not followed, and nothing is said of it again', async () => {
    const elsewhere = service.phone()
    service.refuseNext(307, { location: elsewhere.endpoint })
    await publish()
    await deliver()
    expect(elsewhere.received).toEqual([])
    expect(await pushes()).toMatchObject([{ state: 'failed', lastError: 'push service answered 307' }])
  })
})
