import { documentSide } from '../replies/understood/document-words.ts'

/** A photo as its order is told by: `at` is when it came, `taken` when its camera says it was made. */
export type PhotoToOrder = { name: string; at: number; taken: string | null }

/**
 * The photos of one document in the order of its pages: front before back where every name says which it is; else by the
 * camera's clock where every photo has one; else as they came, those of one mail by name.
 */
export function photoOrder<Photo extends PhotoToOrder>(photos: Photo[]): Photo[] {
  const byName = (a: Photo, b: Photo) => names.compare(a.name, b.name)
  const sides = new Map(
    photos.map((photo) => [photo, documentSide(photo.name.replace(/\.[a-z0-9]{1,5}$/i, ''))]),
  )
  const rank = (photo: Photo) => (sides.get(photo) === 'front' ? 0 : 1)
  if ([...sides.values()].every((side) => side !== null))
    return photos.toSorted((a, b) => rank(a) - rank(b) || a.at - b.at || byName(a, b))
  if (photos.every((photo) => photo.taken !== null))
    return photos.toSorted((a, b) => compare(a.taken ?? '', b.taken ?? '') || byName(a, b))
  return photos.toSorted((a, b) => a.at - b.at || byName(a, b))
}

// IMG_9 comes before IMG_10.
const names = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
