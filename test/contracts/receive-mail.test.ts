import { expect, test } from 'vitest'
import { keyFor } from '#core/keys.ts'
import { inboundMessages } from '#db/schema/replies.ts'
import { deliverMail } from '../mail/deliver-mail.ts'
import { testOffice } from '../office/test-office.ts'
import { receiveMail } from '#mail/receive-mail.ts'
import { bounceAddress, replyAddress } from '#mail/reply-address.ts'

const base = 'casos@estudio.cl'
const id = 'abcdefgh234567zz'

test('mail for the reply address, one’s own or the one for bounces is taken; for a forged bounce address it is not', async () => {
  const office = await testOffice({ REPLY_ADDRESS: base })
  const { mailIn, secretKey } = office.config
  if (!mailIn?.listen) throw new Error('no mail comes in')
  const listener = await receiveMail(office, mailIn, { ...mailIn.listen, port: 0 })
  const send = (to: string) =>
    deliverMail({ from: '', to: [to], raw: Buffer.from('From: a@b.cl\r\n\r\nhola\r\n') }, listener)
  try {
    const bounces = bounceAddress(keyFor(secretKey, 'bounce-address'), base, id)
    const answers = replyAddress(keyFor(secretKey, 'reply-address'), base, id)
    for (const to of [base, answers, bounces, bounces.toUpperCase()]) expect(await send(to)).toMatch(/^250/)
    await expect(send(answers.replace('+r.', '+b.'))).rejects.toMatchObject({ responseCode: 550 })
    expect(await office.db.read.select().from(inboundMessages)).toHaveLength(4)
  } finally {
    await listener.close()
  }
})
