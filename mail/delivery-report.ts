import type { DeliveryFailure } from '#core/replies/inbound/incoming-mail.ts'

/**
 * The failures a delivery report tells of (RFC 3464), one per recipient; recipients that were reached are left out.
 * `status` is the body of `message/delivery-status`, `originalMessageId` that of the mail it is about.
 */
export function deliveryFailures(status: string, originalMessageId: string | null): DeliveryFailure[] {
  const blocks = status.replace(/\r\n?/g, '\n').split(/\n(?:[ \t]*\n)+/)
  return blocks.slice(0, mostBlocks).flatMap((block) => {
    const fields = fieldsOf(block)
    const recipient = addressOf(fields.get('original-recipient')) ?? addressOf(fields.get('final-recipient'))
    const action = fields.get('action')?.toLowerCase() ?? 'failed'
    if (!recipient || !/^(failed|delayed)/.test(action)) return []
    const diagnostic = (fields.get('diagnostic-code') ?? '').replace(/^[\w-]+;\s*/, '').slice(0, 500)
    const code = statusIn(fields.get('status')) ?? statusIn(diagnostic) ?? '5.0.0'
    const severity = action.startsWith('delayed') ? 'delayed' : severityOf(code)
    return [{ recipient, status: code, severity, diagnostic, originalMessageId }]
  })
}

/**
 * The failures in the older reports that are plain text: Exim names the addresses in `X-Failed-Recipients`, others
 * write `<address>:` and the reason below it.
 */
export function plainFailures(
  text: string,
  failedRecipients: string[],
  originalMessageId: string | null,
): DeliveryFailure[] {
  const start = text.slice(0, 20_000)
  const named = failedRecipients
    .flatMap((line) => line.split(','))
    .map((address) => address.trim().toLowerCase())
  const listed = [...start.matchAll(/^[ \t]*<?([^\s<>@:;,]{1,64}@[^\s<>@:;,]{1,255})>?:?[ \t]*$/gm)].map(
    (match) => match[1] ?? '',
  )
  const recipients = new Set(
    [...named, ...(named.length ? [] : listed)].filter((address) => address.includes('@')),
  )
  return [...recipients].slice(0, mostBlocks).map((recipient) => {
    const reason = start.slice(Math.max(0, start.toLowerCase().indexOf(recipient.toLowerCase())))
    const diagnostic = /^.*(?<![\d.])[45]\d\d[ -].*$/m.exec(reason)?.[0].trim().slice(0, 500) ?? ''
    const status = statusIn(diagnostic) ?? statusIn(reason) ?? '5.0.0'
    return {
      recipient: recipient.toLowerCase(),
      status,
      severity: severityOf(status),
      diagnostic,
      originalMessageId,
    }
  })
}

const mostBlocks = 200

/** 5.x.x is hard, 4.x.x soft; a full mailbox (5.2.2) may be emptied tomorrow. */
function severityOf(status: string): 'hard' | 'soft' {
  return status.startsWith('5') && status !== '5.2.2' ? 'hard' : 'soft'
}

function statusIn(text: string | undefined): string | null {
  const enhanced = /(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.]*\d)/.exec(text ?? '')?.[1]
  if (enhanced) return enhanced
  const plain = /(?<![\d.])([45])\d\d(?=[ -])/.exec(text ?? '')?.[1]
  return plain ? `${plain}.0.0` : null
}

function addressOf(value: string | undefined): string | null {
  const address = value
    ?.replace(/^[^;]*;/, '')
    .trim()
    .replace(/^<|>$/g, '')
  return address?.includes('@') ? address.toLowerCase().slice(0, 320) : null
}

function fieldsOf(block: string): Map<string, string> {
  const unfolded = block.replace(/\n[ \t]+/g, ' ')
  const fields = unfolded.matchAll(/^([\w-]+)[ \t]*:[ \t]*(.*)$/gm)
  return new Map([...fields].map(([, name, value]) => [(name ?? '').toLowerCase(), (value ?? '').trim()]))
}
