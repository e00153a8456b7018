import { getAlignment } from 'mailauth/lib/tools.js'
import { type RawHeader, valuesOf } from './raw-header.ts'

type Field = 'to' | 'cc'

/**
 * Which of To and Cc say what the sender wrote: all that stand there, unless the sender's domain has signed either; then
 * those that every signature of its covers, each time they occur (RFC 6376, 5.4: one that is not covered may have been put
 * in by anybody). Some servers, Microsoft's among them, sign neither: there is nothing to hold them to.
 */
export function believableFields(header: RawHeader, senderDomain: string): Field[] {
  const signed = valuesOf(header, 'dkim-signature')
    .map(tagsOf)
    .filter((tags) => getAlignment(senderDomain, [tags.get('d')?.toLowerCase() ?? '']))
    .map((tags) => (tags.get('h') ?? '').toLowerCase().split(':'))
  const fields: Field[] = ['to', 'cc']
  if (!signed.some((names) => fields.some((field) => names.includes(field)))) return fields
  return fields.filter((field) => {
    const number = valuesOf(header, field).length
    return signed.every((names) => names.filter((name) => name === field).length >= number)
  })
}

/** The tags of a DKIM signature (RFC 6376, 3.2), without any white space. */
function tagsOf(value: string): Map<string, string> {
  return new Map(
    value
      .slice(0, 20_000)
      .split(';')
      .map((tag) => {
        const [name = '', ...rest] = tag.replace(/\s+/g, '').split('=')
        return [name.toLowerCase(), rest.join('=')]
      }),
  )
}
