import { closeSync, openSync, readSync } from 'node:fs'
import type { DeliveryFailure } from '#core/replies/inbound/incoming-mail.ts'
import { deliveryFailures, plainFailures } from './delivery-report.ts'
import type { OpenedMail, OpenedPart } from './open-mail.ts'
import { type RawHeader, readRawHeader, valuesOf } from './raw-header.ts'

const mostBytes = 256 * 1024

/** The failures a bounce tells of, tied to the Message-ID of the mail that it brings back. */
export function bounceFailures(mail: OpenedMail, header: RawHeader, text: string): DeliveryFailure[] {
  const original = mail.parts.find((part) =>
    /^(message\/(rfc822|global)|text\/rfc822-headers|message\/global-headers)$/.test(part.declared),
  )
  const originalHeader = original && readRawHeader(startOf(original), true)
  const returned = originalHeader ? valuesOf(originalHeader, 'message-id')[0] : undefined
  // Reports in plain text quote the mail, header and all.
  const quoted = /^[> \t]*message-id:[ \t]*(<[^<>\s]+>)/im.exec(text.slice(0, 50_000))?.[1]
  const messageId = /<[^<>\s]+>/.exec(returned ?? '')?.[0] ?? quoted ?? null
  const status = mail.parts.find((part) => /delivery-status$/.test(part.declared))
  const failures = status ? deliveryFailures(startOf(status).toString('utf8'), messageId) : []
  if (failures.length || status) return failures
  return plainFailures(text, valuesOf(header, 'x-failed-recipients'), messageId)
}

function startOf(part: OpenedPart): Buffer {
  const bytes = Buffer.alloc(Math.min(part.size, mostBytes))
  const file = openSync(part.path, 'r')
  try {
    return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, 0))
  } finally {
    closeSync(file)
  }
}
