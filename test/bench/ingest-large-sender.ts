import { createTransport } from 'nodemailer'
import { largeReply, type Asked, type SampleReply } from './sample-replies.ts'

export type SendReplies = { asked: Asked[]; bytes: number }

// A process of its own: writes a reply of each, hands all of them over at once, and says an empty word, or what went wrong.
process.on('message', ({ asked, bytes }: SendReplies) => {
  Promise.all(asked.map((one) => largeReply(one, bytes)))
    .then((replies) => Promise.all(replies.map(send)))
    .then(
      () => process.send?.(''),
      (error: unknown) => process.send?.(String(error)),
    )
})

async function send({ from, to, raw }: SampleReply): Promise<void> {
  const transport = createTransport({ host: '127.0.0.1', port: Number(process.argv[2]), ignoreTLS: true })
  try {
    await transport.sendMail({ envelope: { from, to: [to] }, raw })
  } finally {
    transport.close()
  }
}
