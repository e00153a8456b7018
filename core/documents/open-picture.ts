import { readFile } from 'node:fs/promises'
import heicDecode from 'heic-decode'
import sharp, { type Sharp } from 'sharp'

/** What may be made of a picture at most; a photograph of 100 megapixels takes 400 MB to open. */
const mostPixels = 100_000_000

// Pictures by content, and no other: sharp would draw SVG, and open much else.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: [
    'VipsForeignLoadJpeg',
    'VipsForeignLoadPng',
    'VipsForeignLoadWebp',
    'VipsForeignLoadNsgif',
    'VipsForeignLoadTiff',
    'VipsForeignLoadHeif',
  ],
})
sharp.concurrency(1)
sharp.cache(false)

const read = { limitInputPixels: mostPixels, sequentialRead: true, failOn: 'error' } as const

/** What a picture says of itself; throws for what is none. */
export function pictureFacts(path: string) {
  return sharp(path, read).metadata()
}

/** A picture the right way up, of any kind a phone makes; throws for what is none, is broken, or has too many pixels. */
export async function openPicture(path: string): Promise<Sharp> {
  const { format, compression } = await pictureFacts(path)
  // The HEVC of Apple's phones is not in sharp, whose own HEIF is AV1.
  if (format !== 'heif' || compression === 'av1') return sharp(path, read).autoOrient()
  const images = await heicDecode.all({ buffer: await readFile(path) })
  const [first] = images
  if (!first) throw new Error('holds no picture')
  const { width, height } = first
  if (width * height > mostPixels) throw new Error('Input image exceeds pixel limit')
  // It comes turned already, by what its container says.
  const { data } = await first.decode()
  return sharp(Buffer.from(data.buffer), {
    raw: { width, height, channels: 4 },
    limitInputPixels: mostPixels,
  })
}
