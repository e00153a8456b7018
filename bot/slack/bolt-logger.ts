import { LogLevel, type Logger as BoltLogger } from '@slack/bolt'
import type { Logger } from 'pino'

/** Bolt's log lines as ours. What it says at `debug` holds whole requests, with what people wrote: that is dropped. */
export function boltLogger(log: Logger): BoltLogger {
  const ours = log.child({ part: 'slack' })
  const said = (parts: unknown[]) =>
    parts.map((part) => (part instanceof Error ? part.message : String(part))).join(' ')
  return {
    debug: () => {},
    info: (...parts) => ours.debug(said(parts)),
    warn: (...parts) => ours.warn(said(parts)),
    error: (...parts) => ours.error(said(parts)),
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  }
}
