import { createTransport } from 'nodemailer'

export type RawMail = {
  /** Of the envelope; empty for the null sender. */
  from: string
  to: string[]
  /** As it is handed over, line by line. */
  raw: Buffer
}

/** Hands a mail over to a listener on this machine, as the firm's mail server does; gives its answer, or throws it. */
export async function deliverMail(
  mail: RawMail,
  { port, protocol = 'smtp' }: { port: number; protocol?: 'smtp' | 'lmtp' },
): Promise<string> {
  const transport = createTransport({ host: '127.0.0.1', port, lmtp: protocol === 'lmtp', ignoreTLS: true })
  try {
    const { response } = await transport.sendMail({
      envelope: { from: mail.from, to: mail.to },
      raw: mail.raw,
    })
    return response
  } finally {
    transport.close()
  }
}
