import { Transform, type TransformCallback } from 'node:stream'

const mostHeaderBytes = 1024 * 1024

/**
 * The mail without any Authentication-Results field: what a stranger's server wrote there must not be taken for our
 * own word later (RFC 8601, 5). Everything else goes through byte by byte; the header is held until it has ended.
 */
export function stripAuthenticationResults(): Transform {
  let held: Buffer | null = Buffer.alloc(0)
  const release = (stream: Transform) => {
    if (held) stream.push(withoutResults(held))
    held = null
  }
  return new Transform({
    transform(chunk: Buffer, _encoding, done: TransformCallback) {
      if (!held) return done(null, chunk)
      held = Buffer.concat([held, chunk])
      if (held.includes('\n\n') || held.includes('\n\r\n') || held.length > mostHeaderBytes) release(this)
      done()
    },
    flush(done: TransformCallback) {
      release(this)
      done()
    },
  })
}

function withoutResults(start: Buffer): Buffer {
  const ends = [start.indexOf('\n\n'), start.indexOf('\n\r\n')].filter((at) => at !== -1)
  const end = ends.length ? Math.min(...ends) + 1 : start.length
  const header = start
    .toString('latin1', 0, end)
    .replace(/^authentication-results[ \t]*:[^\n]*\n?(?:[ \t][^\n]*\n?)*/gim, '')
  return Buffer.concat([Buffer.from(header, 'latin1'), start.subarray(end)])
}
