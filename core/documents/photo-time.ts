/**
 * When a photo was taken by its camera's clock, as text that sorts (`2026:03:02 18:04:10`), from its EXIF (CIPA DC-008, 4.6);
 * null when it does not say so.
 */
export function photoTime(exif: Buffer | undefined): string | null {
  if (!exif) return null
  const start = exif.toString('latin1', 0, 6) === 'Exif\0\0' ? 6 : 0
  const tiff = exif.subarray(start)
  const order = tiff.toString('latin1', 0, 4)
  if (order !== 'II*\0' && order !== 'MM\0*') return null
  const little = order === 'II*\0'
  const u16 = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const u32 = (at: number) => (little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at))
  /** Where the value, or the offset of the value, of a tag in a directory stands. */
  const find = (directory: number, tag: number) => {
    const count = Math.min(u16(directory), 500)
    for (let index = 0; index < count; index++) {
      const at = directory + 2 + index * 12
      if (u16(at) === tag) return u32(at + 8)
    }
    return null
  }
  try {
    const details = find(u32(4), 0x8769)
    const at = details === null ? null : find(details, 0x9003)
    const time = at === null ? '' : tiff.toString('latin1', at, at + 19)
    return /^(19|20)\d\d:[01]\d:[0-3]\d [0-2]\d:[0-5]\d:[0-5]\d$/.test(time) ? time : null
  } catch (error) {
    // A directory that points outside itself.
    if (error instanceof RangeError) return null
    throw error
  }
}
