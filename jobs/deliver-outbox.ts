import { slackOf } from '#bot/slack/post.ts'
import { createMailer } from '#mail/send.ts'
import { createDelivery } from './delivery.ts'
import { openJobOffice } from './job-office.ts'
import { loop } from './loop.ts'

const office = await openJobOffice()
const { mail, secretKey, web } = office.config
const delivery = createDelivery(office, {
  mailer: mail && createMailer({ ...mail, secretKey, baseUrl: web.baseUrl }),
  slack: office.config.slack && slackOf(office),
})

await loop({
  round: delivery.round,
  every: 1000,
  close: async () => {
    await delivery.close(7000)
    await office.db.close()
  },
  onFault: (error) => office.log.error({ err: error }, 'outbox round failed'),
})
