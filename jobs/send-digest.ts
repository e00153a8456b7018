import { sendDigests } from '#core/reminders/send-digests.ts'
import { runOnce } from './run-once.ts'

await runOnce('digests sent', sendDigests)
