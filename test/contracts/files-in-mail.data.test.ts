import { Readable } from 'node:stream'
import MailComposer from 'nodemailer/lib/mail-composer/index.js'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { keyFor } from '#core/keys.ts'
import { files } from '#db/schema/replies.ts'
import { purgeFile } from '#core/replies/files/purge-file.ts'
import { storeInbound } from '#core/replies/inbound/store-inbound.ts'
import { replyAddress } from '#mail/reply-address.ts'
import { askFor, itemsIn } from '../office/ask-for.ts'
import { deliver } from '../office/deliveries.ts'
import { inboundOf, replyAddressOf } from '../office/incoming.ts'
import { lawFirm } from '../office/law-firm.ts'
import { testOffice } from '../office/test-office.ts'
import { samplePdf } from '../mail/sample-files.ts'
import { zipOf } from '../mail/zip-of.ts'
import { eicar, hasClamd, startClamd } from '../virus/start-clamd.ts'
import { createReading, type Reading } from '#jobs/reading.ts'

vi.setConfig({ testTimeout: 90_000 })

const rosa = 'rosa@correo.example'
let reading: Reading | undefined
afterEach(async () => reading?.close(5000))

async function asked(items: string, env: Record<string, string> = {}) {
  const office = await testOffice(env)
  const firm = await lawFirm(office)
  const requestId = await askFor(office, firm, items)
  await deliver(office)
  const key = keyFor(office.config.secretKey, 'reply-address')
  const base = office.config.mailIn?.replyAddress ?? ''
  const to = replyAddress(key, base, await replyAddressOf(office, rosa, requestId))
  const statuses = async () => (await itemsIn(office, requestId)).map((item) => item.status)
  /** Rosa writes to it, proven by the firm's server; it is read as any other. */
  const mail = async (text: string, attachments: { filename: string; content: Buffer | string }[] = []) => {
    const headers = {
      'Authentication-Results': `mx.estudio.example; dkim=pass header.d=correo.example; dmarc=pass header.from=correo.example`,
    }
    const raw = await new MailComposer({
      from: rosa,
      to,
      subject: 'Re: documentos',
      text,
      attachments,
      headers,
    })
      .compile()
      .build()
    const envelope = { from: rosa, to: [to], remoteAddress: '127.0.0.1' }
    const { inboundId } = await storeInbound(office, { source: 'smtp', envelope, raw: Readable.from([raw]) })
    reading ??= createReading(office)
    await reading.close(5000)
    reading = createReading(office)
    await reading.round()
    await reading.idle()
    return (await inboundOf(office, inboundId)).state
  }
  const stored = () => office.db.read.select().from(files).orderBy(files.id)
  return { office, firm, requestId, statuses, mail, stored }
}

test('the documents in a zip answer the items they are for, by their names, folders and the zip’s own name', async () => {
  const { office, statuses, mail, stored } = await asked(
    'Cédula de identidad\nContrato de arriendo\nLiquidaciones de sueldo',
  )
  const pdf = samplePdf('x')
  const content = zipOf({
    'Cédula de identidad/1.pdf': pdf,
    'contrato de arriendo.pdf': pdf,
    'otra cosa.pdf': pdf,
  })
  expect(await mail('Adjunto lo pedido.', [{ filename: 'documentos.zip', content }])).toBe('answered')
  expect(await statuses()).toEqual(['received', 'received', 'pending'])
  const rows = await stored()
  const archive = rows.find((file) => file.flag === 'archive')
  expect(
    rows.filter((file) => file.insideOf === archive?.id).map((file) => [file.name, file.insidePath]),
  ).toEqual([
    ['1.pdf', 'Cédula de identidad'],
    ['contrato de arriendo.pdf', ''],
    ['otra cosa.pdf', ''],
  ])
  const { letters, notes } = await deliver(office)
  // To the client the zip itself is nothing to speak of.
  expect(letters).toMatchObject([{ kind: 'receipt', notUsable: [], unsure: ['otra cosa.pdf'] }])
  expect(notes).toMatchObject([{ setAside: [{ name: 'documentos.zip', flag: 'archive' }] }])
})

test('a document purged from a zip is gone from the zip as well', async () => {
  const { office, firm, mail, stored } = await asked('Contrato')
  const content = zipOf({ 'contrato.pdf': samplePdf('x'), 'ajeno.pdf': samplePdf('y') })
  await mail('Adjunto.', [{ filename: 'documentos.zip', content }])
  const wrong = (await stored()).find((file) => file.name === 'ajeno.pdf')
  await purgeFile(office, { by: firm.camila, fileId: wrong?.id ?? '', reason: 'De otra persona' })
  expect((await stored()).filter((file) => file.purgedAt === null).map((file) => file.name)).toEqual([
    'contrato.pdf',
  ])
  expect(await office.files.list('files')).toHaveLength(1)
})

test('a bomb answers nothing; the client is asked for the documents themselves, and the next mail is read as usual', async () => {
  const { office, statuses, mail } = await asked('Contrato')
  const bomb = zipOf({ 'contrato.pdf': Buffer.alloc(30_000_000) })
  expect(await mail('Adjunto.', [{ filename: 'contrato.zip', content: bomb }])).toBe('answered')
  expect(await statuses()).toEqual(['pending'])
  const { letters } = await deliver(office)
  expect(letters).toMatchObject([{ kind: 'receipt', notUsable: [{ name: 'contrato.zip', flag: 'unsafe' }] }])
  expect(await mail('Ahora sí.', [{ filename: 'contrato.pdf', content: samplePdf('x') }])).toBe('answered')
  expect(await statuses()).toEqual(['received'])
})

test('a link is told as a link, and the client gets the way to upload; with words it still answers a question', async () => {
  const { office, statuses, mail } = await asked('Contrato\n¿Domicilio?')
  await mail('Se lo dejo en https://drive.google.com/file/d/1AbC/view')
  expect(await statuses()).toEqual(['pending', 'received'])
  const { letters, notes } = await deliver(office)
  expect(letters).toMatchObject([
    {
      kind: 'receipt',
      notUsable: [{ name: 'Google Drive', flag: 'link' }],
      uploadUrl: expect.stringContaining('/upload/') as string,
    },
  ])
  expect(notes).toMatchObject([{ setAside: [{ name: 'Google Drive.txt', flag: 'link' }] }])
})

describe.skipIf(!hasClamd)('with a real clamd', () => {
  test('a virus in a zip answers nothing, nor does the zip; what is beside it counts', async () => {
    const clamd = await startClamd()
    try {
      const { statuses, mail, stored } = await asked('Contrato\nCédula', { CLAMD: clamd.at })
      const content = zipOf({ 'contrato.pdf': samplePdf('x'), 'cedula.pdf': eicar })
      await mail('Adjunto.', [{ filename: 'todo.zip', content }])
      expect(await statuses()).toEqual(['received', 'pending'])
      expect((await stored()).map((file) => [file.name, file.heldBecause])).toEqual([
        ['todo.zip', 'infected'],
        ['contrato.pdf', null],
        ['cedula.pdf', 'infected'],
      ])
    } finally {
      await clamd.stop()
    }
  })
})
