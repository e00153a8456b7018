export type ImagePart = {
  type: string
  size: number
  /** As the mail calls it. */
  givenName: string | null
  /** Without angle brackets, or null. */
  contentId: string | null
  /** The first bytes, where the measures stand. */
  head: Buffer
}

/**
 * Whether an image is part of a letterhead or signature and no answer: one that the HTML shows by its content id and
 * that is no photograph, or a tiny one that nobody gave a name. Content-Disposition says nothing about it, and in
 * doubt an image is a candidate: a photo of a document that was pasted into the mail counts.
 */
export function isDecoration(image: ImagePart, shown: Set<string>): boolean {
  if (!image.type.startsWith('image/')) return false
  const measures = imageMeasures(image.head)
  if (image.contentId !== null && shown.has(image.contentId.toLowerCase()))
    return !isPhotograph(image, measures)
  const isUnnamed =
    image.givenName === null ||
    /^(image|img|logo|icon|spacer|pixel)?[\d_-]*\.(png|gif|jpe?g)$/i.test(image.givenName)
  return isUnnamed && measures !== null && measures.width <= 48 && measures.height <= 48
}

/** The content ids of the images that an HTML mail shows, lower case. */
export function shownContentIds(html: string): Set<string> {
  const ids = [...html.matchAll(/\bcid:([^'"\s>)]{1,256})/gi)].map((match) => match[1] ?? '')
  return new Set(ids.map((id) => unescape(id).toLowerCase()))
}

type Measures = { width: number; height: number }

function isPhotograph({ type, size }: ImagePart, measures: Measures | null): boolean {
  if (/^image\/hei[cf]/.test(type)) return true
  if (measures === null) return size >= 100_000
  // Messengers make photographs small; a letterhead is a JPEG seldom, and hardly ever so high.
  const leastBytes = type === 'image/jpeg' ? 30_000 : 100_000
  return size >= leastBytes && Math.min(measures.width, measures.height) >= 600
}

/** Width and height of a PNG, GIF or JPEG in pixels; null when its first bytes do not tell. */
export function imageMeasures(head: Buffer): Measures | null {
  if (head.length >= 24 && head.toString('latin1', 1, 4) === 'PNG')
    return { width: head.readUInt32BE(16), height: head.readUInt32BE(20) }
  if (head.length >= 10 && head.toString('latin1', 0, 3) === 'GIF')
    return { width: head.readUInt16LE(6), height: head.readUInt16LE(8) }
  if (head.length < 4 || head.readUInt16BE(0) !== 0xffd8) return null
  for (let at = 2; at + 9 <= head.length && head[at] === 0xff; at += 2 + head.readUInt16BE(at + 2)) {
    const marker = head[at + 1] ?? 0
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return { width: head.readUInt16BE(at + 7), height: head.readUInt16BE(at + 5) }
  }
  return null
}

function unescape(id: string): string {
  try {
    return decodeURIComponent(id)
  } catch {
    return id
  }
}
