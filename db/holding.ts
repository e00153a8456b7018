import { resolve } from 'node:path'

/**
 * Does a work while no other thread of this process holds the file; who waits is served in the order of asking. Left to SQLite,
 * who finds a file locked sleeps a while and looks again, longer each time, and is overtaken meanwhile by whoever comes then. A
 * thread that ends lets go.
 */
export async function holding<T>(file: string, work: () => Promise<T>): Promise<T> {
  const letGo = await hold(`file:${resolve(file)}`)
  try {
    return await work()
  } finally {
    letGo()
  }
}

const nudgeMs = 250

// Awaited, and not run inside: there the work would not know what it is part of (AsyncLocalStorage).
function hold(name: string): Promise<() => void> {
  return new Promise((granted, failed) => {
    // Node looks at who waits when somebody lets go or asks, but not when a thread ends that held it.
    const nudge = setInterval(() => {
      navigator.locks.request(name, { ifAvailable: true }, () => {}).catch(failed)
    }, nudgeMs)
    const held = navigator.locks.request(name, () => {
      clearInterval(nudge)
      return new Promise<void>((letGo) => granted(letGo))
    })
    held.catch(failed)
  })
}
