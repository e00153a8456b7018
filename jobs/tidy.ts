import { tidy } from '#core/tidy.ts'
import { runOnce } from './run-once.ts'

await runOnce('tidied', tidy)
