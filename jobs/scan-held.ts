import { scanHeld } from '#core/virus/scan-held.ts'
import { runOnce } from './run-once.ts'

await runOnce('held files scanned', scanHeld)
