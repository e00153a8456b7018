import type { ImapFlow } from 'imapflow'

/**
 * Closes the connection when a server that was asked something has sent nothing for so many milliseconds, twice over.
 * imapflow's own limit does not end an IDLE whose connection died without a word: its NOOP waits for that IDLE for ever.
 * The server counts as asked while `isAsked` says so. Call what it gives once the connection is over.
 */
export function watchSilence(client: ImapFlow, silence: number, isAsked: () => boolean): () => void {
  let received = -1
  let since = Date.now()
  const timer = setInterval(
    () => {
      const now = client.stats().received
      if (now !== received || !isAsked()) {
        received = now
        since = Date.now()
      } else if (Date.now() - since > 2 * silence) client.close()
    },
    Math.min(silence / 2, 5000),
  )
  return () => clearInterval(timer)
}
