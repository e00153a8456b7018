/** Pictures that every browser shows and none runs. */
const pictures = ['image/png', 'image/jpeg', 'image/gif', 'image/webp']

/** True for what may be looked at in the portal itself, by its stored type. */
export function isPicture(type: string): boolean {
  return pictures.includes(type)
}

/** True for what a browser may show; everything else is only ever saved. */
export function isViewable(type: string): boolean {
  return isPicture(type) || type === 'application/pdf'
}

/** True when the first bytes of a file are those of its type: a name, a sender and an old row may all be wrong about it. */
export function looksLike(type: string, head: Buffer): boolean {
  const start = head.toString('latin1', 0, 1024)
  switch (type) {
    case 'image/png':
      return start.startsWith('\x89PNG\r\n\x1a\n')
    case 'image/jpeg':
      return start.startsWith('\xff\xd8\xff')
    case 'image/gif':
      return /^GIF8[79]a/.test(start)
    case 'image/webp':
      return start.startsWith('RIFF') && start.startsWith('WEBP', 8)
    case 'application/pdf':
      return start.includes('%PDF-')
    default:
      return false
  }
}
