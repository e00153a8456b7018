import { MalformedForm } from '../multipart.ts'
import { FileTooLarge } from '#core/errors.ts'

/** More than any form without files brings; what is longer is not read to its end. */
const mostBytes = 64 * 1024

/** The fields of a form without files (`application/x-www-form-urlencoded`). Throws MalformedForm and FileTooLarge. */
export async function smallForm(request: Request): Promise<URLSearchParams> {
  const type = request.headers.get('content-type') ?? ''
  if (!request.body) return new URLSearchParams()
  if (!/^application\/x-www-form-urlencoded\b/i.test(type)) throw new MalformedForm('no form')
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = request.body.getReader()
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      size += next.value.length
      if (size > mostBytes) throw new FileTooLarge('', mostBytes)
      chunks.push(next.value)
    }
  } finally {
    reader.releaseLock()
  }
  const form = new URLSearchParams(Buffer.concat(chunks).toString('utf8'))
  // No field of ours holds NUL, and no database takes it.
  if ([...form.values()].some((value) => value.includes('\0'))) throw new MalformedForm('NUL in a form')
  return form
}
