import { readMailboxes } from '#mail/imap.ts'
import { openJobOffice } from './job-office.ts'
import { loop } from './loop.ts'

const office = await openJobOffice()
const imap = office.config.mailIn?.imap
if (!imap) throw new Error('no mailbox is to be read')
const reading = readMailboxes(office, imap)

await loop({
  round: async () => {
    await reading.round()
    return false
  },
  every: reading.every,
  close: async () => {
    await reading.close(7000)
    await office.db.close()
  },
  onFault: (error) => office.log.error({ err: error }, 'mailboxes not looked after'),
})
