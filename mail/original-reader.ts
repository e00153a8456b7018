import type { Logger } from 'pino'
import type { ReadOriginal } from '#core/replies/original/original-mail.ts'
import { MailUnreadable } from './mail-unreadable.ts'
import { createMailReader } from './parse.ts'

/** Reads stored mails for people who look at them, one at a time in a thread of its own, which starts with the first. */
export function createOriginalReader(log: Logger): { read: ReadOriginal; close: () => Promise<void> } {
  const reader = createMailReader({ trustedAuthservId: null, systemAddresses: [], workers: 1 })
  const read: ReadOriginal = async (rawPath) => {
    try {
      return await reader.original(rawPath)
    } catch (error) {
      if (!(error instanceof MailUnreadable)) throw error
      log.warn({ code: error.code }, 'a mail cannot be shown')
      return null
    }
  }
  return { read, close: reader.close }
}
