const controls = /[\u0000-\u001f\u007f-\u009f]/g
const invisible = /[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g
const mostCharacters = 120

/**
 * A name that is safe to show and to offer for saving, whatever the mail called the file: base name only, NFC, no
 * control, direction or invisible characters, at most 120 characters with its extension kept, none of `taken` in
 * any letter case. `type` gives the extension where the mail gives no name at all.
 */
export function attachmentName(given: string | null, type: string, taken: Iterable<string>): string {
  const name = shorten(baseName(given ?? '')) || nameless(type)
  const used = new Set([...taken].map((other) => other.toLowerCase()))
  if (!used.has(name.toLowerCase())) return name
  const [stem, extension] = splitName(name)
  let count = 2
  while (used.has(`${stem} (${count})${extension}`.toLowerCase())) count++
  return `${stem} (${count})${extension}`
}

/** The stem of a file name and its extension with the dot, which is empty where there is none. */
export function splitName(name: string): [stem: string, extension: string] {
  const match = /^(.+?)((?:\.[a-z0-9]{1,5})?\.[a-z0-9]{1,10})$/i.exec(name)
  if (!match?.[1] || !match[2]) return [name, '']
  const double = /\.(tar\.[a-z0-9]+|[a-z0-9]+\.p7[ms])$/i.test(match[2])
  const at = double ? 0 : match[2].lastIndexOf('.')
  return [match[1] + match[2].slice(0, at), match[2].slice(at)]
}

function baseName(given: string): string {
  const plain = given
    .slice(0, 4000)
    .toWellFormed()
    .replace(controls, '')
    .replace(invisible, '')
    .replace(/\s+/g, ' ')
    .normalize('NFC')
  const last = plain.split(/[/\\]/).findLast((part) => part.trim().replace(/^[.\s]+/, ''))
  return (last ?? '').trim().replace(/^[.\s]+|[.\s]+$/g, '')
}

function shorten(name: string): string {
  const characters = [...name]
  if (characters.length <= mostCharacters) return name
  const [stem, extension] = splitName(name)
  return (
    [...stem]
      .slice(0, mostCharacters - extension.length)
      .join('')
      .trim() + extension
  )
}

function nameless(type: string): string {
  const extension = extensions.get(type) ?? /^(image|audio|video)\/([a-z0-9]{2,5})$/.exec(type)?.[2] ?? 'bin'
  return `file.${extension}`
}

const extensions = new Map([
  ['application/pdf', 'pdf'],
  ['application/zip', 'zip'],
  ['application/msword', 'doc'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'docx'],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'],
  ['application/vnd.ms-excel', 'xls'],
  ['application/pkcs7-mime', 'p7m'],
  ['image/jpeg', 'jpg'],
  ['message/rfc822', 'eml'],
  ['text/plain', 'txt'],
  ['text/html', 'html'],
  ['text/csv', 'csv'],
])
