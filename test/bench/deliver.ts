import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { and, asc, eq } from 'drizzle-orm'
import { createTransport, type SendMailOptions } from 'nodemailer'
import { letterFor } from '#core/delivery/letter-for.ts'
import { publishNews } from '#core/news/publish-news.ts'
import { requestDocuments } from '#core/requests/request-documents.ts'
import { outbox } from '#db/schema/delivery.ts'
import { matters } from '#db/schema/matters.ts'
import { createDelivery } from '#jobs/delivery.ts'
import { mailWriter } from '#mail/mail-of-letter.ts'
import { createMailer } from '#mail/send.ts'
import { lawFirm, words } from '../office/law-firm.ts'
import { benchOffice, engine } from './bench-office.ts'
import { figure, median, timed } from './figure.ts'
import { fillWithMatters } from './many-matters.ts'

// The same letters by turns through the outbox, and handed to nodemailer's pool as they are: whatever else the machine does
// befalls both alike. Each matter's client has three addresses; half the letters are news, half ask for documents.
const rounds = Number(process.env.BENCH_ROUNDS ?? 5)
const mattersEach = 250
const newsText =
  'El tribunal fijó para el martes 14 de abril la audiencia preparatoria, que se hará por videoconferencia.\n\n' +
  'Le pedimos reservar la mañana completa. Dos días antes le enviaremos el enlace para conectarse y lo que conviene tener ' +
  'a mano. Si ese día no puede, avísenos cuanto antes, para pedir una nueva fecha con tiempo.'
const items = [
  'Cédula de identidad, por ambos lados',
  'Certificado de nacimiento',
  'Contrato de arriendo',
  'Últimas tres liquidaciones de sueldo',
  'Comprobante de domicilio',
].map((title) => ({ title, kind: 'file' as const }))

const sink = new Worker(new URL('./deliver-sink.ts', import.meta.url))
const [smtpUrl] = (await once(sink, 'message')) as [string]
const { office, close } = await benchOffice({
  SMTP_URL: smtpUrl,
  MAIL_FROM: 'Estudio Rojas <casos@estudio.example>',
  REPLY_ADDRESS: 'casos@estudio.example',
})
const firm = await lawFirm(office)
const { camila: by } = firm
await fillWithMatters(
  office,
  { firmId: firm.firmId, clientId: firm.rosaId, memberId: by.memberId },
  0,
  mattersEach,
)
const all = await office.db.read.select().from(matters).orderBy(asc(matters.id))
const { secretKey, web } = office.config
const sender = {
  from: 'Estudio Rojas <casos@estudio.example>',
  replyAddress: 'casos@estudio.example',
  secretKey,
  baseUrl: web.baseUrl,
}

const ours: number[] = []
const theirs: number[] = []
for (let round = -1; round < rounds; round++) {
  const number = await announceAll()
  const mails = await written()
  if (mails.length !== number) throw new Error(`${mails.length} letters are written of ${number}`)
  const alone = await timed(() => byPoolAlone(mails))
  const through = await timed(() => throughOutbox(number))
  // The first round warms both up.
  if (round < 0) continue
  theirs.push(number / (alone / 1000))
  ours.push(number / (through / 1000))
}
figure(`deliver.${engine}`, median(ours), 'mails/s', median(theirs))
sink.postMessage('stop')
await sink.terminate()
await close()

async function announceAll(): Promise<number> {
  let told = 0
  for (const [index, { id: matterId }] of all.entries()) {
    const { told: some } =
      index % 2 === 0
        ? await publishNews(office, { by, matterId, body: words(newsText) })
        : await requestDocuments(office, {
            by,
            matterId,
            title: 'Antecedentes',
            details: newsText,
            dueOn: null,
            items,
          })
    told += some
  }
  return told
}

function due() {
  return office.db.read
    .select()
    .from(outbox)
    .where(and(eq(outbox.channel, 'mail'), eq(outbox.state, 'queued')))
    .orderBy(asc(outbox.id))
}

async function written(): Promise<SendMailOptions[]> {
  const writeMail = mailWriter(sender)
  const mails: SendMailOptions[] = []
  for (const row of await due()) {
    const letter = await letterFor(office, row)
    if (letter.kind !== 'cancelled' && letter.kind !== 'held') mails.push(writeMail(letter))
  }
  return mails
}

async function byPoolAlone(mails: SendMailOptions[]): Promise<void> {
  const pool = createTransport({ url: smtpUrl, pool: true })
  await Promise.all(mails.map((mail) => pool.sendMail(mail)))
  pool.close()
}

async function throughOutbox(number: number): Promise<void> {
  const mailer = createMailer({ smtpUrl, ...sender })
  const delivery = createDelivery(office, { mailer, slack: null })
  let wake = () => {}
  while (await anyDue()) {
    const freed = new Promise<void>((resolve) => (wake = resolve))
    if (!(await delivery.round(() => wake()))) await freed
  }
  await delivery.idle()
  await delivery.close(0)
  const accepted = await office.db.read.$count(outbox, eq(outbox.state, 'accepted'))
  if (accepted % number !== 0 || accepted === 0) throw new Error(`${accepted} were accepted`)
}

async function anyDue(): Promise<boolean> {
  const [one] = await office.db.read
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(eq(outbox.channel, 'mail'), eq(outbox.state, 'queued')))
    .limit(1)
  return one !== undefined
}
