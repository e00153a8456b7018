/** Somebody pressed Ctrl-C, closed the terminal, or asked the process to end. */
export type Interruption = { asked: Promise<void>; happened: () => boolean }

/** npm passes on what the terminal has sent already, so that one Ctrl-C comes twice. */
const sameWithin = 1000

/** Hears the first such signal; one that comes a while later ends the process at once. */
export function whenInterrupted(): Interruption {
  const asked = Promise.withResolvers<void>()
  let first: number | undefined
  function hear() {
    if (first !== undefined && Date.now() - first > sameWithin) process.exit(1)
    first ??= Date.now()
    asked.resolve()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, hear)
  return { asked: asked.promise, happened: () => first !== undefined }
}
