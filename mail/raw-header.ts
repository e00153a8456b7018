export type RawHeader = {
  /** In the order of the mail; names lower case, values unfolded, bytes as latin1; `tight`: no blank before the colon. */
  fields: { name: string; value: string; tight: boolean }[]
  /** Counted by every reading of a line end, so that no other parser sees more of them than we do. */
  fromLines: number
  /** The mail ends its lines with CR alone, as old Macs did. */
  bareCr: boolean
  /** Bytes, without the empty line. */
  size: number
}

/** Reads the header of a raw mail from its first bytes; null when it does not end within them. */
export function readRawHeader(start: Buffer, isWholeMail: boolean): RawHeader | null {
  const bareCr = !start.subarray(0, 4096).includes(10) && start.subarray(0, 4096).includes(13)
  const bytes = bareCr ? Buffer.from(start.toString('latin1').replaceAll('\r', '\n'), 'latin1') : start
  const end = endOfHeader(bytes)
  if (end === -1 && !isWholeMail) return null
  const size = end === -1 ? bytes.length : end
  const text = bytes.toString('latin1', 0, size)
  return { fields: fieldsOf(text), fromLines: countFrom(text), bareCr, size }
}

/** The values of one field, topmost first. */
export function valuesOf(header: RawHeader, name: string): string[] {
  return header.fields.filter((field) => field.name === name).map((field) => field.value)
}

function endOfHeader(bytes: Buffer): number {
  if (bytes[0] === 10 || (bytes[0] === 13 && bytes[1] === 10)) return 0
  const ends = [bytes.indexOf('\n\n'), bytes.indexOf('\n\r\n')].filter((at) => at !== -1)
  return ends.length ? Math.min(...ends) + 1 : -1
}

function fieldsOf(text: string): RawHeader['fields'] {
  const fields: { name: string; parts: string[]; tight: boolean }[] = []
  for (const line of text.split(/\r?\n/)) {
    const last = fields.at(-1)
    if (/^[ \t]/.test(line)) {
      if (last) last.parts.push(line.trim())
      continue
    }
    const colon = line.indexOf(':')
    if (colon < 1) continue
    const written = line.slice(0, colon)
    const name = written.trim()
    const parts = [line.slice(colon + 1).trim()]
    fields.push({ name: name.toLowerCase(), parts, tight: name === written })
  }
  return fields.map(({ name, parts, tight }) => ({ name, value: parts.join(' '), tight }))
}

function countFrom(text: string): number {
  return text.split(/\r\n|\n|\r/).filter((line) => /^\0*from[ \t\0]*:/i.test(line)).length
}
