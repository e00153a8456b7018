import { crc32, deflateSync } from 'node:zlib'

/** A PDF of one page with these lines on it, readable by any program. */
export function samplePdf(...lines: string[]): Buffer {
  const written = lines.map((line, index) => `1 0 0 1 72 ${760 - index * 24} Tm (${escaped(line)}) Tj`)
  const page = `BT /F1 14 Tf ${written.join(' ')} ET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${page.length} >>\nstream\n${page}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ]
  let file = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const offset = file.length
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  const start = file.length
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(file, 'latin1')
}

/** A picture, as large as a small photograph of a document. */
export function samplePng(width = 480, height = 300): Buffer {
  const row = (y: number) => {
    const inked = y % 24 > 16 && y > 40 && y < height - 40
    return [
      0,
      ...Array.from({ length: width }, (_, x) =>
        inked && x > 40 && x < width - 40 - (y % 5) * 24 ? 70 : 235,
      ),
    ]
  }
  const pixels = Buffer.from(Array.from({ length: height }, (_, y) => row(y)).flat())
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 0, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}

function escaped(line: string): string {
  return line.replace(/[\\()]/g, '\\$&')
}
