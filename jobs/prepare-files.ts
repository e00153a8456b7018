import { joinAnswers } from '#core/documents/join-answers.ts'
import { prepareFiles } from '#core/documents/prepare-files.ts'
import { openJobOffice } from './job-office.ts'
import { loop } from './loop.ts'

const office = await openJobOffice()

await loop({
  round: async (_wake, signal) => {
    const files = await prepareFiles(office, signal)
    return (await joinAnswers(office, signal)) || files
  },
  every: 1000,
  close: () => office.db.close(),
  onFault: (error) => office.log.error({ err: error }, 'documents were not prepared'),
})
