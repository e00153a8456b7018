import { ConnectionBroke } from './exchange.ts'

/** Waits between attempts, in milliseconds; half a minute in all. */
const waits = [1000, 2000, 4000, 8000, 16_000]

type Wish = {
  signal: AbortSignal
  /** The connection is lost, and it is being waited for. */
  onWait: () => void
}

/** `advance` says that it got further, after which the patience begins anew. */
type Attempt<T> = (advance: () => void) => Promise<T>

/** Tries again whenever the connection breaks, for as long as that gets anywhere; at once when the browser is online again. */
export async function persist<T>(attempt: Attempt<T>, { signal, onWait }: Wish): Promise<T> {
  let failed = 0
  for (;;) {
    try {
      return await attempt(() => (failed = 0))
    } catch (error) {
      const wait = waits[failed++]
      if (!(error instanceof ConnectionBroke) || wait === undefined) throw error
      onWait()
      await untilOnline(wait, signal)
      signal.throwIfAborted()
    }
  }
}

function untilOnline(most: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = new AbortController()
    const goOn = () => {
      done.abort()
      clearTimeout(timer)
      resolve()
    }
    const timer = setTimeout(goOn, most)
    addEventListener('online', goOn, { signal: done.signal })
    signal.addEventListener('abort', goOn, { signal: done.signal })
  })
}
