import { parentPort } from 'node:worker_threads'

type Loop = {
  /** One round of work; true when there may be more at once. `wake` brings the next round; at the signal what takes long is let go. */
  round: (wake: () => void, signal: AbortSignal) => Promise<boolean>
  /** Longest sleep between rounds, in milliseconds: other processes write, too, and cannot wake this one. */
  every: number
  /** Finishes what is under way and lets go of everything. */
  close: () => Promise<void>
  onFault: (error: unknown) => void
}

/**
 * Runs rounds until this thread is told to stop: at once when woken, else as often as said. A round that fails is logged
 * and the next one comes. Ends cooperatively, since a thread that is ended while SQLite works takes the process along.
 */
export async function loop({ round, every, close, onFault }: Loop): Promise<void> {
  const stopping = new AbortController()
  let stopped = false
  let woken = false
  let wakeUp: () => void = () => {}
  parentPort?.on('message', (message: unknown) => {
    if (message === 'cancel') {
      stopped = true
      stopping.abort()
    }
    wake()
  })
  function wake() {
    woken = true
    wakeUp()
  }
  while (!stopped) {
    woken = false
    const more = await round(wake, stopping.signal).catch((error: unknown) => {
      if (error !== stopping.signal.reason) onFault(error)
      return false
    })
    if (more || woken || stopped) continue
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, every)
      wakeUp = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }
  await close()
  // Not Bree's 'cancelled': that would end the thread from outside. Without a port to listen on it ends by itself.
  parentPort?.close()
}
