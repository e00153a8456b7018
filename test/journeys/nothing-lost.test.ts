import { randomInt } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { answers, inboundMessages } from '#db/schema/replies.ts'
import { communicationOf } from '#core/matters/communication.ts'
import { publishNews } from '#core/news/publish-news.ts'
import { plainTextToRichText } from '#core/rich-text/plain-text-to-rich-text.ts'
import type { ArrivedLetter } from '../mail/arrived-letter.ts'
import { samplePdf } from '../mail/sample-files.ts'
import { sendAgain, writeMail, writeReply, writeTo } from '../mail/write-mail.ts'
import type { SlackMessage } from '../slack/read-messages.ts'
import { visibleText } from '../slack/visible-text.ts'
import { beginHandOver } from './hand-over.ts'
import { nextStep } from './next-step.ts'
import { officeDay, patience, tellOfFailures, type OfficeDay } from './office-day.ts'
import { opened } from './opened.ts'

// What a killed process held is taken up again when its claim has run out, after twenty seconds.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 600_000 })

const unheard = 'oida@correo.example'
const lost = 'perdida@correo.example'
const kept = 'guardada@correo.example'

/** Milliseconds from the last word of a mail, and from the click on Send, to the end of the process. */
const moments = [randomInt(0, 15), randomInt(15, 100), randomInt(100, 400)]

let day: OfficeDay
let decided: SlackMessage
const rounds: Round[] = []
beforeAll(async () => {
  day = await officeDay()
  await killWhilePeersWait()
  for (const moment of moments) rounds.push(await killAfter(moment))
  await day.quiet()
})
afterAll(() => day?.end())
tellOfFailures(() => day)

/**
 * Kills the product while a mail server keeps back its greeting, one its answer to a letter that is lost, one that to
 * a letter it has kept; while Slack keeps back its answers to two messages, one of them posted, and to an edit; and
 * while somebody is in the middle of a mail.
 */
async function killWhilePeersWait() {
  const { post, slack, product, emily } = day
  const greeting = post.withhold('greeting')
  await publish(unheard, 'Nadie saludó')
  await greeting.arrived
  const withoutTrace = post.withhold('answer', { to: lost })
  const withTrace = post.withhold('answer', { to: kept, kept: true })
  await publish(lost, 'No quedó nada')
  await publish(kept, 'Quedó guardada')

  await writeTo(product, 'casos@estudio.example', fromStranger('decidido'))
  decided = await emily.waitForMessage('decidido@otro.example', { within: patience })
  const posted = slack.withhold('chat.postMessage', { passOn: true, where: tells('publicado@') })
  const unposted = slack.withhold('chat.postMessage', { where: tells('callado@') })
  const edited = slack.withhold('chat.update', { where: tells('decidido@') })
  await writeTo(product, 'casos@estudio.example', fromStranger('publicado'))
  await writeTo(product, 'casos@estudio.example', fromStranger('callado'))
  await emily.click(decided, 'Descartar')

  const interrupted = await writeMail(product, 'casos@estudio.example', fromStranger('interrumpido'))
  const half = await beginHandOver(product.mailPort, interrupted)
  const peers = [withoutTrace, withTrace, posted, unposted, edited]
  await Promise.all(peers.map(({ arrived }) => arrived))
  await product.kill()
  await Promise.all([greeting, ...peers].map(({ gone }) => gone))
  expect(await half.answer).toBeNull()
  for (const { release } of [greeting, ...peers]) release()
  await product.restart()
  await sendAgain(product, interrupted)
}

type Round = { moment: number; name: string; client: string; matterId: string; requestId: string }

/** A client's answer comes while Camila confirms some news; so many milliseconds later the product is gone, then is back. */
async function killAfter(moment: number): Promise<Round> {
  const { camila, product } = day
  const name = `ronda-${moment}`
  const client = `${name}@correo.example`
  const clientId = await day.addClient({ name: `Clienta de la ${name}`, email: client })
  const matterId = await day.addMatter(`Causa de la ${name}`, [clientId])
  const { requestId } = await day.askFor(matterId, 'Papeles', ['Cédula'])
  const request = await day.post.waitForLetter(client, 'Cédula', patience)
  const attachments = [{ filename: `${name}.pdf`, content: samplePdf(name) }]
  const mail = await writeReply(product, request, { from: client, text: 'Adjunto.', attachments })
  const form = await opened(camila, () => camila.command('/novedad', name), 'text')
  const second = nextStep(await camila.submit(form, { text: `Novedad de la ${name}` }))

  const handOver = await beginHandOver(product.mailPort, mail)
  handOver.end()
  const confirming = camila.submit(second).catch(() => null)
  await pause(moment)
  await product.kill()
  const acknowledged = /^250/.test((await handOver.answer) ?? '')
  const confirmed = await confirming
  await product.restart()

  // Who was promised nothing tries again: the client's server, Slack, and then Camila herself.
  if (!acknowledged) await sendAgain(product, mail)
  await camila.repeat()
  if (!confirmed) nextStep(await camila.submit(second))
  await camila.dismiss()
  return { moment, name, client, matterId, requestId }
}

describe('after the product was killed again and again', () => {
  test('a letter on its way is read once, whether or not its first copy was kept', () => {
    expect(newsReadAt(unheard)).toEqual(['Nadie saludó'])
    expect(newsReadAt(lost)).toEqual(['No quedó nada'])
    expect(day.post.lettersTo(kept).length).toBeGreaterThan(1)
    expect(newsReadAt(kept)).toEqual(['Quedó guardada'])
  })

  test('a message on its way stands in Slack once, and says what was decided', async () => {
    for (const name of ['decidido', 'publicado', 'callado']) {
      expect(await messagesWith(day.emily.inbox, `${name}@otro.example`), name).toHaveLength(1)
    }
    const [now] = await messagesWith(day.emily.inbox, 'decidido@otro.example')
    expect(now).toMatchObject({ ts: decided.ts, isEdited: true })
    expect(visibleText(now ?? {})).toContain('E-mail discarded by Emily Ward')
  })

  test('a mail that was broken off in the middle is told once it has come whole', async () => {
    expect(await messagesWith(day.emily.inbox, 'interrumpido@otro.example')).toHaveLength(1)
  })

  test.each(moments.map((moment, index) => ({ moment, index })))(
    'what had come $moment ms before the end is there once: the answer, its message, its receipt, the news',
    async ({ index }) => {
      const round = rounds[index]
      if (!round) throw new Error('the round did not end')
      await expectOnce(round)
    },
  )
})

async function expectOnce({ name, client, matterId, requestId }: Round) {
  const { office, post, camila } = day
  const taken = await office.db.read.select().from(answers).where(eq(answers.requestId, requestId))
  expect(taken).toHaveLength(1)
  const mails = await office.db.read
    .select({ state: inboundMessages.state })
    .from(inboundMessages)
    .where(eq(inboundMessages.fromAddress, client))
  expect(mails.filter(({ state }) => state !== 'duplicate')).toEqual([{ state: 'answered' }])
  expect(await messagesWith(camila.inbox, `${name}.pdf`)).toHaveLength(1)
  expect(readers(post.lettersTo(client), `${name}.pdf`)).toHaveLength(1)

  const { news } = await communicationOf(office, { by: await day.actor(camila), matterId })
  expect(news).toMatchObject([{ announced: true, deliveries: { accepted: 1 } }])
  expect(readers(post.lettersTo(client), `Novedad de la ${name}`)).toHaveLength(1)
}

/** Somebody gets to know something; resolves when it is decided, before anybody is written to. */
async function publish(email: string, text: string) {
  const clientId = await day.addClient({ name: email, email })
  const matterId = await day.addMatter(`Asunto de ${email}`, [clientId])
  const by = await day.actor(day.camila)
  await publishNews(day.office, { by, matterId, body: plainTextToRichText(text) })
}

function fromStranger(name: string) {
  return { from: `${name}@otro.example`, subject: 'Consulta', text: `Soy ${name}.` }
}

function tells(words: string) {
  return ({ args }: { args: Record<string, unknown> }) => JSON.stringify(args.blocks).includes(words)
}

/** The letters that say so, as a mailbox shows them: of several with one Message-ID, one. */
function readers(letters: ArrivedLetter[], words: string): ArrivedLetter[] {
  const saying = letters.filter(({ text }) => text.includes(words))
  return [...new Map(saying.map((letter) => [letter.messageId, letter])).values()]
}

function newsReadAt(address: string): string[] {
  const letters = readers(day.post.lettersTo(address), '')
  return letters.map(({ text }) => /Nadie saludó|No quedó nada|Quedó guardada/.exec(text)?.[0] ?? text)
}

async function messagesWith(inbox: () => Promise<SlackMessage[]>, words: string): Promise<SlackMessage[]> {
  return (await inbox()).filter((message) => visibleText(message).includes(words))
}
