import { crc32, deflateRawSync } from 'node:zlib'

type Content = string | Buffer
type How = { flags?: number; size?: number }

/** A zip file (APPNOTE 4.3) of these files by name; `how` lies about them as an attacker would. */
export function zipOf(files: Record<string, Content>, how: How = {}): Buffer {
  const { flags = 0x800 } = how
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [path, content] of Object.entries(files)) {
    const name = Buffer.from(path)
    const data = Buffer.from(content)
    const packed = deflateRawSync(data)
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(flags, 2)
    facts.writeUInt16LE(8, 4)
    facts.writeUInt32LE(crc32(data), 10)
    facts.writeUInt32LE(packed.length, 14)
    facts.writeUInt32LE(how.size ?? data.length, 18)
    facts.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), facts, name, packed])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(at, 10)
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0003', 'latin1'), facts, rest, name]))
    parts.push(local)
    at += local.length
  }
  return Buffer.concat([...parts, ...directory, endOf(directory.length, Buffer.concat(directory).length, at)])
}

/** What ends a zip file: how many entries there are, and where their directory is. */
export function endOf(entries: number, size: number, at: number): Buffer {
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries & 0xffff, 4)
  end.writeUInt16LE(entries & 0xffff, 6)
  end.writeUInt32LE(size, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([Buffer.from('PK\u0005\u0006', 'latin1'), end])
}
