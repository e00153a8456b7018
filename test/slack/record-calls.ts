import { EventEmitter, once } from 'node:events'
import type { SlackCall } from './slack-call.ts'

const LOOK_AGAIN = 200

export type CallRecord = {
  calls: SlackCall[]
  violations: string[]
  add: (call: SlackCall) => void
  /** Something that a test may be waiting for has changed. */
  changed: () => void
  until: <Found>(
    look: () => Found | undefined | Promise<Found | undefined>,
    what: string,
    within?: number,
  ) => Promise<Found>
}

/** Keeps what the app called, and lets tests wait for what follows from it. */
export function recordCalls(): CallRecord {
  const calls: SlackCall[] = []
  const violations: string[] = []
  const news = new EventEmitter()
  news.setMaxListeners(0)
  const changed = () => news.emit('changed')
  return {
    calls,
    violations,
    changed,
    add(call) {
      calls.push(call)
      changed()
    },
    async until(look, what, within = 10_000) {
      const end = Date.now() + within
      for (;;) {
        const found = await look()
        if (found !== undefined) return found
        if (Date.now() > end) throw new Error(`waited ${within} ms for ${what}; ${lastCalls(calls)}`)
        // A call may have changed something between the look and the wait, so look again before long in any case.
        await once(news, 'changed', { signal: AbortSignal.timeout(LOOK_AGAIN) }).catch(() => undefined)
      }
    },
  }
}

function lastCalls(calls: SlackCall[]): string {
  const last = calls.slice(-8).map(({ method, answer }) => {
    const error = typeof answer?.error === 'string' ? answer.error : 'no answer'
    return `${method} (${answer?.ok === true ? 'ok' : error})`
  })
  return last.length > 0 ? `the app's last calls: ${last.join(', ')}` : 'the app has called nothing'
}
