import { remindDue } from '#core/reminders/remind-due.ts'
import { runOnce } from './run-once.ts'

await runOnce('clients reminded', remindDue)
