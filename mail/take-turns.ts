/** The mailer was closed before a letter's turn had come; nothing was sent. */
export class MailerClosed extends Error {
  constructor() {
    super('the mailer is closed')
    this.name = 'MailerClosed'
  }
}

/** Has at most so many works done at a time, in the order of asking; once closed, those that have not begun are rejected with MailerClosed. */
export function takeTurns(places: number) {
  const waiting: { begin: () => void; reject: (error: Error) => void }[] = []
  let free = places
  let closed = false

  async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (closed) throw new MailerClosed()
    if (free > 0) free -= 1
    else await new Promise<void>((begin, reject) => waiting.push({ begin, reject }))
    try {
      return await work()
    } finally {
      // A place goes straight to whoever waits longest.
      const next = waiting.shift()
      if (next) next.begin()
      else free += 1
    }
  }

  function close() {
    closed = true
    for (const { reject } of waiting.splice(0)) reject(new MailerClosed())
  }

  return { inTurn, close }
}
