import type { Response } from 'express'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { isRefusal } from '#core/errors.ts'
import type { Office } from '#core/office.ts'

/** How often it is asked again, while a file is on its way, whether its reader may still have it; in milliseconds. */
const askedAgain = 1000

/** Sends a stream, and breaks off when `stillMay` refuses or says no; rejects then, and when the reader hangs up. */
export async function streamWhileRight(
  office: Office,
  response: Response,
  stream: Readable,
  stillMay: () => Promise<boolean>,
): Promise<void> {
  const right = new AbortController()
  const watch = setInterval(() => void endWithRight(office, stillMay, right), askedAgain).unref()
  await pipeline(stream, response, { signal: right.signal }).finally(() => clearInterval(watch))
}

async function endWithRight(
  office: Office,
  stillMay: () => Promise<boolean>,
  right: AbortController,
): Promise<void> {
  try {
    if (!(await stillMay())) right.abort()
  } catch (error) {
    if (isRefusal(error)) right.abort()
    else office.log.warn({ error }, 'the right to a file on its way could not be looked up')
  }
}
