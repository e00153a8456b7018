import { setTimeout as pause } from 'node:timers/promises'

/**
 * What `look` finds, as soon as it finds something other than undefined. Throws, naming `what` was waited for, when it
 * has found nothing within so many milliseconds; ten seconds unless said.
 */
export async function until<Found>(
  look: () => Found | undefined | Promise<Found | undefined>,
  what: string,
  within = 10_000,
): Promise<Found> {
  const end = Date.now() + within
  for (;;) {
    const found = await look()
    if (found !== undefined) return found
    if (Date.now() > end) throw new Error(`waited ${within} ms for ${what}`)
    await pause(50)
  }
}
