import { asObject, type Json } from './check-block-element.ts'

/** A kind of id in a template. */
const blank = /⟦([a-z]*)⟧/g
/** The ids in the samples, which say of what they are; or not. */
const sampleId = /^(?:([a-z]+?)\d+x+|abcdefghijklmnopqrst|c{15}\d+)$/

function blankOf(id: string, otherwise = ''): string {
  const [isId, kind] = sampleId.exec(id) ?? []
  return isId === undefined || id.length < 16 ? id : `⟦${kind ?? otherwise}⟧`
}

/** The surface with a blank in place of every id. */
export function asTemplate(surface: object): Json {
  const text = JSON.stringify(surface, (key, value: unknown) => {
    if (typeof value !== 'string') return value
    if (key === 'private_metadata') return metadataTemplate(value)
    return ['value', 'action_id', 'block_id'].includes(key) ? withBlanks(value) : value
  })
  return asObject(JSON.parse(text))
}

function metadataTemplate(metadata: string): string {
  if (!metadata.startsWith('{')) return withBlanks(metadata)
  return JSON.stringify(JSON.parse(metadata), (key, value: unknown) =>
    typeof value === 'string' ? blankOf(value, key === 'id' ? '' : key.replace(/Id$/, '')) : value,
  )
}

function withBlanks(value: string): string {
  return value
    .split(/([: ])/)
    .map((part) => blankOf(part))
    .join('')
}

/** The kinds of ids for which there are blanks in these texts. */
export function kindsIn(...texts: string[]): string[] {
  return [...new Set(texts.flatMap((text) => [...text.matchAll(blank)].map(([, kind = '']) => kind)))]
}

/** The same with real ids in the blanks. */
export function filled<Part>(part: Part, idOf: (kind: string) => string): Part {
  return JSON.parse(JSON.stringify(part).replaceAll(blank, (_, kind: string) => idOf(kind)))
}
