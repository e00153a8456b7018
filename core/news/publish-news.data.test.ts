import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { events, outbox } from '#db/schema/delivery.ts'
import { closeMatter } from '../matters/close-matter.ts'
import { communicationOf } from '../matters/communication.ts'
import { hideMatter } from '../matters/hide-matter.ts'
import { matterForClient } from '../matters/matter-for-client.ts'
import { showMatter } from '../matters/show-matter.ts'
import { editClient } from '../clients/edit-client.ts'
import { saveDraft } from './draft.ts'
import { publishNews } from './publish-news.ts'
import { deliver, mailsOf } from '#test/office/deliveries.ts'
import { enterPortal } from '#test/office/enter-portal.ts'
import { lawFirm, words } from '#test/office/law-firm.ts'
import { refusal } from '#test/office/refusal.ts'
import { secondConnection } from '#test/office/second-connection.ts'
import { testOffice } from '#test/office/test-office.ts'

const body = words('Se presentó la demanda.')

test('news goes to the client and each additional address, each with a reply address and a record of its own', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const { newsId, told, announced } = await publishNews(office, {
    by: firm.camila,
    matterId: firm.matterId,
    body,
  })
  expect({ told, announced }).toEqual({ told: 3, announced: true })

  const mails = await mailsOf(office, 'newsPublished')
  expect(mails.map((mail) => mail.recipient).sort()).toEqual([
    'contador@correo.example',
    'hijo@correo.example',
    'rosa@correo.example',
  ])
  expect(new Set(mails.map((mail) => mail.replyAddressId)).size).toBe(3)
  expect(mails.every((mail) => mail.replyAddressId !== null && mail.subjectId === newsId)).toBe(true)
  expect(new Set(mails.map((mail) => mail.messageId)).size).toBe(3)

  const { letters } = await deliver(office)
  expect(letters).toHaveLength(3)
  expect(letters[0]).toMatchObject({ kind: 'newsPublished', body, edited: false, thread: null })
  const seen = await communicationOf(office, { by: firm.camila, matterId: firm.matterId })
  expect(seen.news).toMatchObject([
    { id: newsId, author: 'Camila Soto', deliveries: { accepted: 3, queued: 0 } },
  ])
  const [event] = await office.db.read.select().from(events).where(eq(events.kind, 'newsPublished'))
  expect(event).toMatchObject({
    actorKind: 'member',
    actorId: firm.camila.memberId,
    matterId: firm.matterId,
    subjectId: newsId,
    at: office.now,
  })
})

test('the client re-reads it in the portal at any time, and the support contact stands in the letter', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  await publishNews(office, { by: firm.camila, matterId: firm.matterId, body })
  const { letters } = await deliver(office)
  expect(letters[0]?.firm.supportContact).toBe('secretaria@estudio.example, +56 2 2345 6789')
  office.later({ days: 400 })
  const { session } = await enterPortal(office, firm, firm.rosaId, { email: 'rosa@correo.example' })
  const { history } = await matterForClient(office, session, firm.matterId)
  expect(history).toMatchObject([
    { kind: 'news', author: 'Camila Soto', html: expect.stringContaining('Se presentó') },
  ])
  expect(session.firm.supportContact).toContain('secretaria@estudio.example')
})

test('an address added to the profile counts from the next notice, one removed no more', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  await publishNews(office, { by: firm.camila, matterId: firm.matterId, body })
  office.later({ minutes: 1 })
  await editClient(office, {
    by: firm.camila,
    clientId: firm.rosaId,
    additional: ['Hijo@Correo.example', 'nuera@correo.example'],
  })
  office.later({ minutes: 1 })
  await publishNews(office, { by: firm.camila, matterId: firm.matterId, body })
  const [first, second] = [(await mailsOf(office)).slice(0, 3), (await mailsOf(office)).slice(3)]
  expect(first.map((mail) => mail.recipient)).toContain('contador@correo.example')
  expect(second.map((mail) => mail.recipient).sort()).toEqual([
    'hijo@correo.example',
    'nuera@correo.example',
    'rosa@correo.example',
  ])
  // What had not left for the accountant does not leave any more.
  const { letters, cancelled } = await deliver(office)
  expect(letters).toHaveLength(5)
  expect(cancelled).toEqual(['address removed'])
})

test('two clients who share a mailbox get one mail there, and the member is told so many', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const pedroId = await firm.addClient('Pedro Fuentes', 'pedro@correo.example', {
    additional: ['rosa@correo.example'],
  })
  const matterId = await firm.addMatter({ title: 'Partición', clients: [firm.rosaId, pedroId] })
  const { told } = await publishNews(office, { by: firm.camila, matterId, body })
  expect(told).toBe(4)
  expect(await mailsOf(office)).toHaveLength(4)
})

describe('of several clients', () => {
  test('all of our side are told unless some are picked, and nobody else sees it', async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    const pedroId = await firm.addClient('Pedro Fuentes', 'pedro@correo.example')
    const otherId = await firm.addClient('Inmobiliaria', 'legal@aromos.example')
    const matterId = await firm.addMatter({
      title: 'Partición',
      clients: [firm.rosaId, pedroId],
      otherSide: [otherId],
    })
    expect((await publishNews(office, { by: firm.camila, matterId, body })).told).toBe(4)
    const { told } = await publishNews(office, {
      by: firm.camila,
      matterId,
      body: words('Solo Pedro'),
      audience: [pedroId],
    })
    expect(told).toBe(1)
    const rosa = await enterPortal(office, firm, firm.rosaId, { email: 'rosa@correo.example' })
    const pedro = await enterPortal(office, firm, pedroId, { email: 'pedro@correo.example' })
    expect((await matterForClient(office, rosa.session, matterId)).history).toHaveLength(1)
    expect((await matterForClient(office, pedro.session, matterId)).history).toHaveLength(2)
    expect((await mailsOf(office)).map((mail) => mail.recipient)).not.toContain('legal@aromos.example')
  })

  test('the other side can be no audience, nor can nobody', async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    const otherId = await firm.addClient('Inmobiliaria', 'legal@aromos.example')
    const matterId = await firm.addMatter({
      title: 'Partición',
      clients: [firm.rosaId],
      otherSide: [otherId],
    })
    const alone = await firm.addMatter({ title: 'Sin clientes', clients: [], otherSide: [otherId] })
    expect(await refusal(publishNews(office, { by: firm.camila, matterId, body, audience: [otherId] }))).toBe(
      'nobody_to_tell',
    )
    expect(await refusal(publishNews(office, { by: firm.camila, matterId, body, audience: [] }))).toBe(
      'nobody_to_tell',
    )
    expect(await refusal(publishNews(office, { by: firm.camila, matterId: alone, body }))).toBe(
      'nobody_to_tell',
    )
    expect(await office.db.read.select().from(outbox)).toEqual([])
  })
})

describe('in a hidden matter', () => {
  test('nothing is published until the member says what shall become of it', async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    const { matterId } = firm
    await hideMatter(office, { by: firm.camila, matterId })
    expect(await refusal(publishNews(office, { by: firm.camila, matterId, body }))).toBe('matter_hidden')
    expect((await communicationOf(office, { by: firm.camila, matterId })).news).toEqual([])
  })

  test('it is shown and told', async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    const { matterId } = firm
    await hideMatter(office, { by: firm.camila, matterId })
    const { told, announced } = await publishNews(office, {
      by: firm.camila,
      matterId,
      body,
      ifHidden: 'show',
    })
    expect({ told, announced }).toEqual({ told: 3, announced: true })
    expect((await deliver(office)).letters).toHaveLength(3)
    const { session } = await enterPortal(office, firm, firm.rosaId, { email: 'rosa@correo.example' })
    expect((await matterForClient(office, session, matterId)).history).toHaveLength(1)
  })

  test('it is kept unannounced; shown later it can be read, and was never mailed', async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    const { matterId } = firm
    const { session } = await enterPortal(office, firm, firm.rosaId, { email: 'rosa@correo.example' })
    await deliver(office)
    await hideMatter(office, { by: firm.camila, matterId })
    const { told, announced } = await publishNews(office, {
      by: firm.camila,
      matterId,
      body,
      ifHidden: 'keep',
    })
    expect({ told, announced }).toEqual({ told: 0, announced: false })
    expect((await communicationOf(office, { by: firm.camila, matterId })).news).toMatchObject([
      { announced: false },
    ])
    expect(await refusal(matterForClient(office, session, matterId))).toBe('not_found')

    office.later({ days: 1 })
    await showMatter(office, { by: firm.camila, matterId })
    expect((await matterForClient(office, session, matterId)).history).toMatchObject([{ kind: 'news' }])
    office.later({ days: 1 })
    expect((await deliver(office)).letters).toEqual([])
  })
})

test('a closed matter takes no news', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const { matterId } = firm
  await closeMatter(office, { by: firm.camila, matterId })
  expect(await refusal(publishNews(office, { by: firm.camila, matterId, body, ifHidden: 'show' }))).toBe(
    'matter_closed',
  )
})

describe('a draft', () => {
  test('that two processes confirm at once becomes one piece of news, which both know', async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    const { matterId } = firm
    const other = await secondConnection(office)
    const draftId = await saveDraft(office, { by: firm.camila, content: { kind: 'news', matterId, body } })
    const wish = { by: firm.camila, matterId, body, draftId }
    const [one, two, three] = await Promise.all([
      publishNews(office, wish),
      publishNews(other, wish),
      publishNews(office, wish),
    ])
    expect(new Set([one.newsId, two.newsId, three.newsId]).size).toBe(1)
    expect((await communicationOf(office, { by: firm.camila, matterId })).news).toHaveLength(1)
    expect(await mailsOf(office)).toHaveLength(3)
  })

  test('of another member cannot be used, and a refused publication leaves it unused', async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    const { matterId } = firm
    const draftId = await saveDraft(office, { by: firm.camila, content: { kind: 'news', matterId, body } })
    expect(await refusal(publishNews(office, { by: firm.ana, matterId, body, draftId }))).toBe('not_found')
    await hideMatter(office, { by: firm.camila, matterId })
    expect(await refusal(publishNews(office, { by: firm.camila, matterId, body, draftId }))).toBe(
      'matter_hidden',
    )
    const { announced } = await publishNews(office, {
      by: firm.camila,
      matterId,
      body,
      draftId,
      ifHidden: 'show',
    })
    expect(announced).toBe(true)
  })

  test('holds whatever was typed, even what no database likes', async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    const content = {
      kind: 'request' as const,
      matterId: firm.matterId,
      title: 'Nulo \u0000 aquí',
      details: 'medio emoji \ud83d',
      items: 'Cédula\u0000',
      dueOn: null,
    }
    expect(await saveDraft(office, { by: firm.camila, content })).toBeTruthy()
  })
})

test('half an emoji and a NUL in the text do not keep it from being published', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const text = { type: 'text', text: 'Buenas noticias \ud83d\u0000' }
  const doc = { type: 'doc', content: [{ type: 'paragraph', content: [text] }] }
  const odd = { version: 1, doc } as unknown as typeof body
  expect((await publishNews(office, { by: firm.camila, matterId: firm.matterId, body: odd })).told).toBe(3)
})
