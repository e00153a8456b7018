import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { files } from '#db/schema/replies.ts'
import { openFile } from '#core/replies/files/open-file.ts'
import { handIn } from '#core/replies/handing-in/hand-in.ts'
import { matterForClient } from '#core/matters/matter-for-client.ts'
import type { MemberActor } from '#core/members/actor.ts'
import { publishNews } from '#core/news/publish-news.ts'
import { moveFile } from '#core/replies/files/move-file.ts'
import { purgeFile } from '#core/replies/files/purge-file.ts'
import { requestForClient } from '#core/requests/request-for-client.ts'
import { reviewAnswer } from '#core/requests/review-answer.ts'
import { askFor, itemCalled } from '../office/ask-for.ts'
import { enterPortal, upload, type Visit } from '../office/enter-portal.ts'
import { inboundOf, mailComesIn, replyAddressOf } from '../office/incoming.ts'
import { words } from '../office/law-firm.ts'
import { refusal } from '../office/refusal.ts'
import { firmInSlack, type FirmInSlack } from './firm-in-slack.ts'
import type { SlackMessage } from './read-messages.ts'
import type { SlackUser } from './slack-user.ts'
import { visibleText } from './visible-text.ts'

let slack: FirmInSlack
let camila: SlackUser
let lawyer: MemberActor
let rosa: Visit

beforeAll(async () => {
  slack = await firmInSlack()
  ;({ user: camila, actor: lawyer } = await slack.join('camila', 'lawyer'))
  rosa = await enterPortal(slack.office, slack.firm, slack.firm.rosaId, {
    email: 'rosa@correo.example',
    can: ['documents'],
  })
})
afterAll(() => slack?.close())
beforeEach(() => {
  slack.api.violations.length = 0
})

/** Rosa hands in files for the first item asked for; Camila is told of it. */
async function rosaHandsIn(title: string, items: string, names: string[]) {
  const { office, firm } = slack
  const matterId = await firm.addMatter({
    title,
    clients: [firm.rosaId],
    responsible: [lawyer.memberId],
  })
  const requestId = await askFor(office, firm, items, { matterId, title: `Papeles de ${title}` })
  const { id: itemId } = await itemCalled(office, requestId, items.split('\n')[0] ?? '')
  await handIn(office, { by: { session: rosa.session }, itemId, files: names.map((name) => upload(name)) })
  await slack.deliver()
  const told = await camila.waitForMessage(title)
  const seen = () => requestForClient(office, rosa.session, requestId)
  const fileId = async (name: string) => {
    const [file] = await office.db.read.select().from(files).where(eq(files.name, name))
    return file?.id ?? ''
  }
  return { matterId, requestId, itemId, told, seen, fileId }
}

async function asItStands(told: SlackMessage): Promise<string> {
  await slack.deliver()
  return visibleText((await camila.inbox()).find((message) => message.ts === told.ts) ?? {})
}

async function openMenu(told: SlackMessage, option: string) {
  await camila.click(told, 'files_menu', { option })
  return camila.waitForView('file')
}

describe('a file in the wrong place', () => {
  test('is moved to another item; the one it came for is wanted again', async () => {
    const { told, seen } = await rosaHandsIn('Sucesión Rivas', 'Cédula\nContrato', ['contrato rivas.pdf'])
    const form = await openMenu(told, 'Mover un archivo…')
    const offered = await camila.suggest(form, 'to', 'contrato rivas')
    expect(offered.map((option) => option.text.text)).toEqual(['Contrato'])
    const done = await camila.submit(form, { to: 'Contrato' })
    expect(visibleText(done.view ?? {})).toContain('El archivo quedó en su lugar.')
    const { items, status } = await seen()
    expect(status).toBe('partial')
    expect(items).toMatchObject([
      { title: 'Cédula', status: 'pending', answers: [] },
      { title: 'Contrato', status: 'received', answers: [{ files: [{ name: 'contrato rivas.pdf' }] }] },
    ])
    const said = await asItStands(told)
    expect(said).toContain('*Contrato* · ● Recibido')
    expect(said).toContain('contrato rivas.pdf: Camila Rojas lo movió a «Contrato»')
    expect(slack.api.violations).toEqual([])
  })

  test('is moved to another matter of the same client, and read there alone', async () => {
    const one = await rosaHandsIn('Laboral Soto', 'Finiquito', ['escritura soto.pdf'])
    const { office, firm } = slack
    const otherMatter = await firm.addMatter({ title: 'Herencia Soto', clients: [firm.rosaId] })
    const otherRequest = await askFor(office, firm, 'Escritura', { matterId: otherMatter, title: 'Herencia' })
    const form = await openMenu(one.told, 'Mover un archivo…')
    await camila.submit(form, { to: 'Escritura' })
    expect((await one.seen()).items).toMatchObject([{ status: 'pending', answers: [] }])
    const { items } = await requestForClient(office, rosa.session, otherRequest)
    expect(items).toMatchObject([
      { status: 'received', answers: [{ files: [{ name: 'escritura soto.pdf' }] }] },
    ])
    expect(await asItStands(one.told)).toContain('No queda nada de lo que envió Rosa Fuentes')
    expect(slack.api.violations).toEqual([])
  })

  test('becomes a document of the matter', async () => {
    const { told, matterId, fileId } = await rosaHandsIn('Daños Pérez', 'Boleta', ['sentencia perez.pdf'])
    const form = await openMenu(told, 'Mover un archivo…')
    await camila.submit(form, {
      to: { text: { type: 'plain_text', text: 'Documentos' }, value: `documents:${matterId}` },
    })
    const { history } = await matterForClient(slack.office, rosa.session, matterId)
    expect(history).toMatchObject([{ kind: 'document', title: 'sentencia perez.pdf' }])
    const opened = await openFile(slack.office, rosa.session, await fileId('sentencia perez.pdf'))
    expect(opened.name).toBe('sentencia perez.pdf')
  })

  test('goes to no place of somebody else, and to none that takes nothing more', async () => {
    const { office, firm } = slack
    const { fileId, requestId, itemId } = await rosaHandsIn('Ajena Mora', 'Cédula\nPoder', [
      'cedula mora.pdf',
    ])
    const pedro = await firm.addClient('Pedro Mora', 'pedro.mora@correo.example')
    const foreign = await firm.addMatter({ title: 'De Pedro', clients: [pedro], otherSide: [firm.rosaId] })
    const foreignRequest = await askFor(office, firm, 'Cédula', { matterId: foreign })
    const file = await fileId('cedula mora.pdf')
    const to = async (place: { itemId: string } | { documentsOf: string }) =>
      refusal(moveFile(office, { by: lawyer, fileId: file, to: place }))
    expect(await to({ itemId: (await itemCalled(office, foreignRequest, 'Cédula')).id })).toBe('not_found')
    expect(await to({ documentsOf: foreign })).toBe('not_found')
    expect(await to({ itemId })).toBe('item_closed')
    const privately = await firm.addMatter({ title: 'Ajena', clients: [firm.rosaId], visibility: 'private' })
    expect(await to({ documentsOf: privately })).toBe('not_found')
    const poder = await itemCalled(office, requestId, 'Poder')
    await moveFile(office, { by: lawyer, fileId: file, to: { itemId: poder.id } })
    expect((await itemCalled(office, requestId, 'Cédula')).status).toBe('pending')
  })

  test('was approved already: taken out, its request is open again', async () => {
    const { office } = slack
    const { seen, fileId, requestId } = await rosaHandsIn('Aprobada Lillo', 'Cédula', ['pasaporte lillo.pdf'])
    const [item] = (await seen()).items
    await reviewAnswer(office, { by: lawyer, answerId: item?.answers[0]?.id ?? '', verdict: 'approved' })
    expect((await seen()).status).toBe('fulfilled')
    const { id: wanted } = await itemCalled(
      office,
      await askFor(office, slack.firm, 'Pasaporte', { matterId: (await seen()).matterId }),
      'Pasaporte',
    )
    await moveFile(office, {
      by: lawyer,
      fileId: await fileId('pasaporte lillo.pdf'),
      to: { itemId: wanted },
    })
    expect(await seen()).toMatchObject({ id: requestId, status: 'open', counts: { missing: 1 } })
  })

  test('in an answer to news is filed from its message', async () => {
    const { office, firm } = slack
    const matterId = await firm.addMatter({
      title: 'Novedad Pinto',
      clients: [firm.rosaId],
      responsible: [lawyer.memberId],
    })
    const requestId = await askFor(office, firm, 'Certificado', { matterId })
    // Were it the only one, it would wait there.
    await askFor(office, firm, 'Poder', { matterId })
    const { newsId } = await publishNews(office, { by: lawyer, matterId, body: words('Hay fecha.') })
    await slack.deliver()
    const to = [await replyAddressOf(office, 'rosa@correo.example', newsId)]
    const attachments = [{ name: 'certificado pinto.pdf', content: '%PDF-1.4 x' }]
    await mailComesIn(office, { from: 'rosa@correo.example', to, attachments, text: 'Va adjunto' })
    await slack.deliver()
    const told = await camila.waitForMessage('Novedad Pinto')
    await camila.submit(await openMenu(told, 'Mover un archivo…'), { to: 'Certificado' })
    expect((await itemCalled(office, requestId, 'Certificado')).status).toBe('received')
    expect(await asItStands(told)).toContain('lo movió a «Certificado»')
    expect(slack.api.violations).toEqual([])
  })
})

describe('a file that should never have come', () => {
  test('is purged with its bytes; who did it and why stays, and so does what came beside it', async () => {
    const { office } = slack
    const { told, seen, fileId } = await rosaHandsIn('Purga Díaz', 'Cédula', [
      'ajeno diaz.pdf',
      'mio diaz.pdf',
    ])
    const before = (await office.files.list('files')).length
    const form = await openMenu(told, 'Borrar un archivo…')
    const done = await camila.submit(form, { file: 'ajeno diaz.pdf', why: 'Es de otra persona' })
    expect(visibleText(done.view ?? {})).toContain('El archivo se borró.')
    expect((await office.files.list('files')).length).toBe(before - 1)
    expect((await seen()).items).toMatchObject([
      { status: 'received', answers: [{ files: [{ name: 'mio diaz.pdf' }] }] },
    ])
    expect(await refusal(openFile(office, rosa.session, await fileId('ajeno diaz.pdf')))).toBe('not_found')
    const said = await asItStands(told)
    expect(said).toContain('ajeno diaz.pdf: Camila Rojas lo borró (Es de otra persona)')
    const [row] = await office.db.read.select().from(files).where(eq(files.name, 'ajeno diaz.pdf'))
    expect(row).toMatchObject({ purgedBy: lawyer.memberId, purgedBecause: 'Es de otra persona' })
    expect(slack.api.violations).toEqual([])
  })

  test('needs a reason', async () => {
    const { told } = await rosaHandsIn('Sin motivo', 'Cédula', ['sin motivo.pdf'])
    const form = await openMenu(told, 'Borrar un archivo…')
    const refused = await camila.submit(form, { why: '  ' }, { force: true })
    expect(refused.errors).toHaveProperty('why')
  })

  test('by mail takes the mail as it came with it, and its item is asked for again', async () => {
    const { office, firm } = slack
    const matterId = await firm.addMatter({ title: 'Correo Vera', clients: [firm.rosaId] })
    const requestId = await askFor(office, firm, 'Cédula', { matterId })
    const to = [await replyAddressOf(office, 'rosa@correo.example', requestId)]
    const attachments = [{ name: 'cedula vera.pdf', content: '%PDF-1.4 vera' }]
    const { inboundId } = await mailComesIn(office, { from: 'rosa@correo.example', to, attachments })
    const { rawKey } = await inboundOf(office, inboundId)
    const [file] = await office.db.read.select().from(files).where(eq(files.inboundId, inboundId))
    await purgeFile(office, { by: lawyer, fileId: file?.id ?? '', reason: 'Otra causa' })
    const raw = await office.files.list('inbound')
    expect(raw.map((stored) => stored.key)).not.toContain(rawKey)
    expect((await itemCalled(office, requestId, 'Cédula')).status).toBe('pending')
    expect(await refusal(purgeFile(office, { by: lawyer, fileId: file?.id ?? '', reason: 'Otra vez' }))).toBe(
      'not_found',
    )
  })

  test('waits in quarantine: nobody purges or moves it before it was decided about', async () => {
    const { office, firm } = slack
    const matterId = await firm.addMatter({ title: 'Cuarentena Vera', clients: [firm.rosaId] })
    const requestId = await askFor(office, firm, 'Cédula', { matterId })
    const to = [await replyAddressOf(office, 'rosa@correo.example', requestId)]
    const attachments = [{ name: 'cedula.pdf' }]
    const { inboundId } = await mailComesIn(office, { from: 'extrano@otro.example', to, attachments })
    const [file] = await office.db.read.select().from(files).where(eq(files.inboundId, inboundId))
    expect(await refusal(purgeFile(office, { by: lawyer, fileId: file?.id ?? '', reason: 'No' }))).toBe(
      'not_found',
    )
  })
})
