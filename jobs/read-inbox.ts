import { openJobOffice } from './job-office.ts'
import { loop } from './loop.ts'
import { createReading } from './reading.ts'

const office = await openJobOffice()
const reading = createReading(office)

await loop({
  round: reading.round,
  every: 1000,
  close: async () => {
    await reading.close(7000)
    await office.db.close()
  },
  onFault: (error) => office.log.error({ err: error }, 'inbox round failed'),
})
