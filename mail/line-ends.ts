import { pipeline, type Readable, Transform } from 'node:stream'

/** The stream with each CR that stands alone made an LF: the line end of old Macs, which no mail parser takes for one. */
export function lineEnds(raw: Readable): Readable {
  let endedInCr = false
  const turn = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const bytes = Buffer.from(chunk)
      // A CR at the end of a chunk was turned already; the LF of a pair goes through as an empty line's would.
      const start = endedInCr && bytes[0] === 10 ? 1 : 0
      for (let at = bytes.indexOf(13, start); at !== -1; at = bytes.indexOf(13, at + 1))
        if (bytes[at + 1] !== 10) bytes[at] = 10
      endedInCr = chunk.at(-1) === 13
      done(null, bytes.subarray(start))
    },
  })
  return pipeline(raw, turn, () => {})
}
