import { execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { samplePng } from '#test/mail/sample-files.ts'
import { inWorkshop } from './workshop.ts'

vi.setConfig({ testTimeout: 120_000 })

const heic = new URL('../../test/fixtures/photos/IMG_2041.HEIC', import.meta.url).pathname
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'despacho-workshop-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

let files = 0
const fresh = () => join(folder, String(files++))
async function kept(content: Buffer | string) {
  const path = fresh()
  await writeFile(path, content)
  return path
}
const pictures = async (from: string) => {
  const made = { preview: fresh(), thumbnail: fresh() }
  await inWorkshop({ do: 'pictures', from, ...made })
  return made
}
const failed = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: unknown) => String(error),
  )

test('a HEIC photo becomes a JPEG that can be read, and a thumbnail', async () => {
  const { preview, thumbnail } = await pictures(heic)
  expect(await sharp(preview).metadata()).toMatchObject({ format: 'jpeg', width: 1200, height: 800 })
  expect(await sharp(thumbnail).metadata()).toMatchObject({ format: 'jpeg', width: 320 })
  // It shows what was photographed: a pale card on a brown table.
  const { data, info } = await sharp(preview).raw().toBuffer({ resolveWithObject: true })
  const pixel = (x: number, y: number) => [
    ...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3),
  ]
  expect(pixel(20, 20).map((value) => Math.round(value / 16))).toEqual([13, 11, 10])
  expect(pixel(600, 640).every((value) => value > 220)).toBe(true)
})

test('a photo taken with the phone on its side stands upright', async () => {
  const turned = await sharp(samplePng(400, 200)).withMetadata({ orientation: 6 }).jpeg().toBuffer()
  const { preview } = await pictures(await kept(turned))
  expect(await sharp(preview).metadata()).toMatchObject({ width: 200, height: 400 })
  // Nor does it tell where it was taken.
  expect((await sharp(preview).metadata()).exif).toBeUndefined()
})

test('work that takes long is let go of when the process is to end, and says nothing of the file', async () => {
  const stopping = new AbortController()
  const photos = Array.from({ length: 60 }, (_, at) => ({
    id: String(at),
    path: heic,
    name: `${at}.heic`,
    at,
  }))
  const joining = inWorkshop(
    { do: 'join', photos, title: 'Cédula', to: fresh() },
    { milliseconds: 600_000 },
    stopping.signal,
  ).catch((error: unknown) => error)
  stopping.abort()
  expect(await joining).toBe(stopping.signal.reason)
})

describe('what is made to harm whoever opens it', () => {
  test('a picture of 40,000 by 40,000 points in a few kilobytes is not opened', async () => {
    const bomb = samplePng(8, 8)
    bomb.writeUInt32BE(40_000, 16)
    bomb.writeUInt32BE(40_000, 20)
    expect(await failed(pictures(await kept(bomb)))).toMatch(/pixel limit|crc|CRC/i)
    const honest = await sharp({
      create: { width: 12_000, height: 12_000, channels: 3, background: '#fff' },
      limitInputPixels: false,
    })
      .png({ compressionLevel: 9 })
      .toBuffer()
    expect(honest.length).toBeLessThan(1_000_000)
    expect(await failed(pictures(await kept(honest)))).toMatch(/pixel limit/i)
  })

  test('a broken one, an SVG and a text are refused', async () => {
    const half = samplePng().subarray(0, 400)
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>'
    for (const content of [half, svg, 'hola', '', (await readFile(heic)).subarray(0, 5000)])
      expect(await failed(pictures(await kept(content)))).toMatch(/NotDone|Error/)
  })

  test('one that takes too long is ended', async () => {
    const nobodyWrites = fresh()
    execFileSync('mkfifo', [nobodyWrites])
    const work = inWorkshop(
      { do: 'pictures', from: nobodyWrites, preview: null, thumbnail: fresh() },
      { milliseconds: 1500 },
    )
    expect(await failed(work)).toMatch(/ended with SIGKILL/)
  })

  test('one that keeps the processor busy for too long is ended', async () => {
    const large = await sharp({ create: { width: 9900, height: 9900, channels: 3, background: '#a00' } })
      .png()
      .toBuffer()
    const photo = { path: await kept(large), name: 'x', at: 0 }
    const photos = Array.from({ length: 20 }, (_, id) => ({ ...photo, id: String(id) }))
    const work = inWorkshop({ do: 'join', photos, title: '', to: fresh() }, { seconds: 1 })
    expect(await failed(work)).toMatch(/ended with (SIGXCPU|SIGKILL)/)
  })

  test('one that wants too much memory does not get it', async () => {
    const large = await sharp({ create: { width: 9900, height: 9900, channels: 4, background: '#ff000080' } })
      .png()
      .toBuffer()
    const path = await kept(large)
    const work = inWorkshop(
      {
        do: 'join',
        photos: Array.from({ length: 3 }, (_, id) => ({ id: String(id), path, name: 'x', at: 0 })),
        title: '',
        to: fresh(),
      },
      { megabytes: 710 },
    )
    expect(await failed(work)).not.toBe('done')
  })
})

describe('photos of one document', () => {
  async function photo(
    name: string,
    colour: string,
    more: { at?: number; taken?: string; width?: number } = {},
  ) {
    const { at = 0, taken, width = 900 } = more
    let picture = sharp({ create: { width, height: 600, channels: 3, background: colour } })
    if (taken) picture = picture.withExif({ IFD2: { DateTimeOriginal: taken } })
    return { id: name, path: await kept(await picture.jpeg().toBuffer()), name, at }
  }
  const joined = async (photos: Awaited<ReturnType<typeof photo>>[]) => {
    const to = fresh()
    const order = await inWorkshop({ do: 'join', photos, title: 'Contrato', to })
    return { order, to, pdf: await PDFDocument.load(await readFile(to)) }
  }

  test('become one PDF, a page each, in the order in which they were taken, HEIC too', async () => {
    const { order, pdf, to } = await joined([
      await photo('IMG_3.jpg', '#a00', { taken: '2026:03:02 18:05:00' }),
      { id: 'apple', path: heic, name: 'IMG_2041.HEIC', at: 0 },
      await photo('IMG_1.jpg', '#0a0', { taken: '2026:03:02 18:04:00', width: 400 }),
    ])
    expect(order).toEqual(['IMG_1.jpg', 'apple', 'IMG_3.jpg'])
    expect(pdf.getTitle()).toBe('Contrato')
    expect(pdf.getPages().map((one) => one.getWidth() > one.getHeight())).toEqual([false, true, true])
    expect((await stat(to)).size).toBeLessThan(400_000)
  })

  test('in the order of their names, ten after nine, where a camera is silent; what came first is first', async () => {
    const { order } = await joined([
      await photo('IMG_10.jpg', '#a00'),
      await photo('IMG_1.jpg', '#0a0', { at: 5 }),
      await photo('IMG_9.jpg', '#00a', { taken: '2026:03:02 18:04:00' }),
    ])
    expect(order).toEqual(['IMG_9.jpg', 'IMG_10.jpg', 'IMG_1.jpg'])
  })

  test('the front before the back, whatever the names begin with', async () => {
    const { order } = await joined([
      await photo('verso RG.jpg', '#a00'),
      await photo('frente RG.jpg', '#0a0'),
    ])
    expect(order).toEqual(['frente RG.jpg', 'verso RG.jpg'])
    const english = await joined([
      await photo('back of id.jpg', '#a00'),
      await photo('front of id.jpg', '#0a0'),
    ])
    expect(english.order).toEqual(['front of id.jpg', 'back of id.jpg'])
  })

  test('a large photo is made smaller, and stays legible', async () => {
    const noise = Buffer.from(Array.from({ length: 64 * 64 * 3 }, (_, index) => (index * 7919) % 256))
    const large = await sharp(noise, { raw: { width: 64, height: 64, channels: 3 } })
      .resize(4000, 3000, { kernel: 'nearest' })
      .jpeg({ quality: 98 })
      .toBuffer()
    const { to } = await joined([
      { id: 'a', path: await kept(large), name: 'a.jpg', at: 0 },
      { id: 'b', path: await kept(large), name: 'b.jpg', at: 0 },
    ])
    expect((await stat(to)).size).toBeLessThan(large.length)
  })
})
