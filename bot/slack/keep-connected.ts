import { setTimeout as pause } from 'node:timers/promises'
import type { SocketModeReceiver } from '@slack/bolt'
import type { Logger } from 'pino'

type Client = SocketModeReceiver['client']

export type Connection = {
  /** Resolves when Slack can reach us for the first time. */
  opened: Promise<void>
  /** Closes the socket and opens no other. */
  close: () => Promise<void>
}

const longestPause = 30_000
const closeWithin = 2000

/**
 * Keeps a socket to Slack open: when Slack asks to change connections another is opened at once, and while Slack is away it is tried
 * again and again, ever more slowly. The client must not reconnect by itself: it waits five seconds first, and throws where nobody
 * catches when its token is void.
 */
export function keepConnected(client: Client, log: Logger): Connection {
  const stop = new AbortController()
  const first = Promise.withResolvers<void>()
  const running = keep()

  async function keep() {
    for (let failures = 0; !stop.signal.aborted;) {
      const over = disconnected(client)
      try {
        await client.start()
        log.info('connected to Slack')
        first.resolve()
        failures = 0
        await over
        log.debug('Slack closed the connection')
      } catch (error) {
        if (stop.signal.aborted) return
        failures += 1
        log.error({ err: error, failures }, 'no connection to Slack')
        const wait = Math.min(1000 * 2 ** (failures - 1), longestPause)
        await pause(wait, undefined, { signal: stop.signal, ref: false }).catch(() => {})
      }
    }
  }

  return {
    opened: first.promise,
    close: async () => {
      stop.abort()
      const closed = Promise.all([client.disconnect(), running])
      await Promise.race([closed, pause(closeWithin, undefined, { ref: false })])
    },
  }
}

function disconnected(client: Client): Promise<void> {
  return new Promise((resolve) => client.once('disconnected', () => resolve()))
}
