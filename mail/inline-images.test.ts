import { describe, expect, test } from 'vitest'
import { type ImagePart, imageMeasures, isDecoration, shownContentIds } from './inline-images.ts'

function png(width: number, height: number): Buffer {
  const head = Buffer.alloc(24)
  head.write('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1')
  head.writeUInt32BE(width, 16)
  head.writeUInt32BE(height, 20)
  return head
}

function jpeg(width: number, height: number): Buffer {
  const frame = Buffer.from('ffd8ffe000040000ffc000110800000000031100', 'hex')
  frame.writeUInt16BE(height, 13)
  frame.writeUInt16BE(width, 15)
  return frame
}

const image = (facts: Partial<ImagePart>): ImagePart => ({
  type: 'image/png',
  size: 8000,
  givenName: 'logo.png',
  contentId: 'logo@x',
  head: png(200, 60),
  ...facts,
})
const shown = shownContentIds('<p>Saludos</p><img src="cid:Logo@X"><img src=\'cid:foto%40y\'>')

test('a letterhead’s logo, which the HTML shows, is no answer', () => {
  expect(isDecoration(image({}), shown)).toBe(true)
  expect(isDecoration(image({ contentId: 'LOGO@x' }), shown)).toBe(true)
  expect(
    isDecoration(
      image({ contentId: 'foto@y', size: 140_000, head: jpeg(1200, 200), type: 'image/jpeg' }),
      shown,
    ),
  ).toBe(true)
})

test('an image that the HTML does not show may be an answer', () => {
  expect(isDecoration(image({ contentId: 'other@x' }), shown)).toBe(false)
  expect(isDecoration(image({ contentId: null }), shown)).toBe(false)
  expect(isDecoration(image({}), shownContentIds(''))).toBe(false)
})

test('a photo of a document pasted into the mail may be an answer', () => {
  expect(isDecoration(image({ type: 'image/jpeg', size: 1_800_000, head: jpeg(3024, 4032) }), shown)).toBe(
    false,
  )
  expect(isDecoration(image({ type: 'image/heic', size: 60_000, head: Buffer.alloc(4100) }), shown)).toBe(
    false,
  )
})

describe('a tiny image', () => {
  test('without a name of its own is no answer', () => {
    expect(isDecoration(image({ contentId: null, givenName: null, head: png(1, 1) }), shown)).toBe(true)
    expect(
      isDecoration(image({ contentId: null, givenName: 'image001.png', head: png(32, 32) }), shown),
    ).toBe(true)
  })

  test('that somebody named is a candidate, as is one that cannot be measured', () => {
    expect(
      isDecoration(image({ contentId: null, givenName: 'cedula_frente.png', head: png(1, 1) }), shown),
    ).toBe(false)
    expect(
      isDecoration(
        image({ contentId: null, givenName: 'image001.png', size: 40, head: Buffer.from('x') }),
        shown,
      ),
    ).toBe(false)
  })
})

test('a PDF is never a decoration, even when the HTML points at it', () => {
  expect(isDecoration(image({ type: 'application/pdf' }), shown)).toBe(false)
})

test('measures come from the first bytes, and nonsense has none', () => {
  expect(imageMeasures(png(640, 480))).toEqual({ width: 640, height: 480 })
  expect(imageMeasures(jpeg(640, 480))).toEqual({ width: 640, height: 480 })
  expect(imageMeasures(Buffer.from('GIF89a\x40\x01\xf0\x00', 'latin1'))).toEqual({ width: 320, height: 240 })
  expect(imageMeasures(Buffer.from('ffd8ff', 'hex'))).toBeNull()
  expect(imageMeasures(Buffer.from('ffd8ffe00000ffe00000ffe00000', 'hex'))).toBeNull()
  expect(imageMeasures(Buffer.alloc(0))).toBeNull()
})
