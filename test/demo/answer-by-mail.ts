import type { ArrivedLetter } from '../mail/arrived-letter.ts'
import { samplePdf, samplePng } from '../mail/sample-files.ts'
import { replyTo, sendAgain, type SentMail } from '../mail/write-mail.ts'
import type { SlackMessage } from '../slack/read-messages.ts'
import { controlsIn } from '../slack/find-control.ts'
import { visibleText } from '../slack/visible-text.ts'
import { until } from '../until.ts'
import { hold } from './hold.ts'
import type { World } from './open-world.ts'
import { asked } from './demo-case.ts'
import type { Telling } from './tell.ts'

const attachments = [
  {
    filename: 'cedula de identidad.pdf',
    content: samplePdf('REPÚBLICA DE CHILE', 'Cédula de identidad', 'FUENTES, ROSA'),
  },
  {
    filename: 'Comprobante domicilio marzo.pdf',
    content: samplePdf('Boleta de electricidad', 'Rosa Fuentes'),
  },
  { filename: 'IMG_4410.png', content: samplePng(), contentType: 'image/png' },
]

/** In the message that names what came, with its verdicts. */
export const arrivalWords = 'respondió 3 ítems'

/** Rosa answers the request by mail; all three items are received, Camila told once and Rosa receipted once. */
export async function answerByMail(world: World, { step }: Telling): Promise<void> {
  const { firm, postbox, product, members } = world
  const address = firm.clients.rosa.emails[0]
  let sent: SentMail | undefined
  let sentAt = 0

  await step('reply by e-mail', async () => {
    const letter = await postbox.waitForLetter(address, /Le agradeceremos enviarnos/)
    sent = await replyTo(product, letter, {
      from: `Rosa Fuentes <${address}>`,
      text: 'Estimada Camila:\nle adjunto lo solicitado.\nSaludos, Rosa',
      attachments,
    })
    sentAt = Date.now()
    hold(sent.response.startsWith('250'), `the mail was taken: ${sent.response}`)
    return `Rosa answers the e-mail with ${attachments.length} files; the firm's listener says ${sent.response}`
  })
  await step('items fulfilled and the member told', async () => {
    const message = await members.camila.waitForMessage(arrivalWords, { within: 20_000 })
    const text = visibleText(message)
    for (const item of asked.items) hold(text.includes(item), `Camila is told of ${item}: ${text}`)
    hold(/Recibidos 3 de 3/.test(text), `all three are matched: ${text}`)
    hold(verdictsIn(message) === asked.items.length, 'each item can be approved')
    const seconds = ((Date.now() - sentAt) / 1000).toFixed(1)
    return `${seconds} s later Slack tells Camila: «${firstLine(text)} · Recibidos 3 de 3», each file with its item`
  })
  await step('receipt', async () => {
    const receipt = await postbox.waitForLetter(address, isReceipt, 20_000)
    hold(/3 de 3/.test(receipt.text), `the receipt counts three: ${receipt.text}`)
    hold(receipt.inReplyTo === messageIdOf(sent), 'the receipt goes on with her thread')
    return `Rosa has a receipt, in the same thread: «${sentenceWith(receipt.text, '3 de 3')}»`
  })
  await step('the same e-mail once more', async () => {
    hold(sent, 'there is a mail to send again')
    const before = { letters: postbox.letters.length, messages: (await members.camila.inbox()).length }
    await sendAgain(product, sent)
    await until(
      () => product.logs.find(({ msg, state }) => msg === 'mail read' && state === 'duplicate'),
      'the second mail to be known for what it is',
      20_000,
    )
    hold(postbox.letters.length === before.letters, 'nobody is written to again')
    hold((await members.camila.inbox()).length === before.messages, 'Camila is not told again')
    return 'The same e-mail is delivered once more: nothing changes, nobody is told twice'
  })
}

function isReceipt(letter: ArrivedLetter): boolean {
  return /recibimos.* \d+ de \d+/.test(letter.text)
}

function verdictsIn({ blocks }: SlackMessage): number {
  return controlsIn(blocks).filter(({ element }) => element.action_id === 'approve').length
}

function messageIdOf(sent: SentMail | undefined): string | undefined {
  return /^Message-ID:\s*(<[^>]+>)/im.exec(sent?.raw.toString('latin1') ?? '')?.[1]
}

function firstLine(text: string): string {
  return (text.split('\n')[0] ?? '').replace(/[*📎]/gu, '').trim()
}

function sentenceWith(text: string, words: string): string {
  return (
    text
      .split('\n')
      .find((line) => line.includes(words))
      ?.trim() ?? ''
  )
}
