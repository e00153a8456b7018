import { closeSync, openSync, readSync } from 'node:fs'

const mostEntries = 2000

/**
 * Whether a zip file holds an entry with a password, read from its directory (APPNOTE 4.3.12) without unpacking
 * anything. A directory that cannot be found or read is judged by the first entry alone.
 */
export function hasEncryptedEntry(path: string, size: number): boolean {
  const fd = openSync(path, 'r')
  try {
    const read = (at: number, length: number) => {
      const bytes = Buffer.alloc(Math.max(0, Math.min(length, size - at)))
      return bytes.subarray(0, readSync(fd, bytes, 0, bytes.length, at))
    }
    const tail = read(Math.max(0, size - 65_557), 65_557)
    const end = tail.lastIndexOf('PK\u0005\u0006', undefined, 'latin1')
    if (end === -1 || end + 22 > tail.length) return isEncrypted(read(0, 30), 6)
    const at = tail.readUInt32LE(end + 16)
    const length = Math.min(tail.readUInt32LE(end + 12), 4_000_000)
    return at >= size ? isEncrypted(read(0, 30), 6) : directoryTells(read(at, length))
  } finally {
    closeSync(fd)
  }
}

function directoryTells(directory: Buffer): boolean {
  for (let at = 0, entry = 0; entry < mostEntries && at + 46 <= directory.length; entry++) {
    if (directory.readUInt32LE(at) !== 0x02014b50) return false
    if (isEncrypted(directory, at + 8)) return true
    at +=
      46 + directory.readUInt16LE(at + 28) + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return false
}

function isEncrypted(bytes: Buffer, flagsAt: number): boolean {
  return flagsAt + 2 <= bytes.length && (bytes.readUInt16LE(flagsAt) & 1) === 1
}
