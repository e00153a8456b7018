import { turnAbsences } from '#core/members/turn-absences.ts'
import { tellUnconfirmed } from '#core/news/tell-unconfirmed.ts'
import { remindDue } from '#core/reminders/remind-due.ts'
import { watchQuarantine } from '#core/replies/quarantine/watch-quarantine.ts'
import { tellUnconfirmedRequests } from '#core/requests/tell-unconfirmed-requests.ts'
import { tellExpiring } from '#core/requests/tell-expiring.ts'
import { runOnce } from './run-once.ts'

await runOnce('clients reminded', async (office) => ({
  absences: await turnAbsences(office),
  unconfirmed: (await tellUnconfirmed(office)) + (await tellUnconfirmedRequests(office)),
  expiring: await tellExpiring(office),
  waiting: await watchQuarantine(office),
  reminded: await remindDue(office),
}))
