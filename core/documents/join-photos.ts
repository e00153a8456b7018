import { writeFile } from 'node:fs/promises'
import { PDFDocument } from '@cantoo/pdf-lib'
import { openPicture, pictureFacts } from './open-picture.ts'
import { photoOrder } from './photo-order.ts'
import { photoTime } from './photo-time.ts'

export type PhotoToJoin = { id: string; path: string; name: string; at: number }
export type JoinPhotos = { do: 'join'; photos: PhotoToJoin[]; title: string; to: string }

/** In points: A4 with a narrow margin. */
const page = { short: 595.28, long: 841.89, margin: 18 }

/** Writes one PDF with a page for each photo, in the order of `photoOrder`; gives back the photos' ids in it. */
export async function joinPhotos({ photos, title, to }: JoinPhotos): Promise<string[]> {
  const taken = []
  for (const photo of photos)
    taken.push({ ...photo, taken: photoTime((await pictureFacts(photo.path)).exif) })
  const ordered = photoOrder(taken)
  const pdf = await PDFDocument.create()
  pdf.setTitle(title)
  for (const photo of ordered) {
    // Legible when printed (about 200 dots an inch), and small enough for twenty of them to be sent on.
    const jpeg = await (
      await openPicture(photo.path)
    )
      .flatten({ background: '#fff' })
      .resize({ width: 2200, height: 2200, fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: 78 })
      .toBuffer()
    const image = await pdf.embedJpg(jpeg)
    const [width, height] = image.width > image.height ? [page.long, page.short] : [page.short, page.long]
    const scale = Math.min((width - 2 * page.margin) / image.width, (height - 2 * page.margin) / image.height)
    const size = { width: image.width * scale, height: image.height * scale }
    pdf
      .addPage([width, height])
      .drawImage(image, { ...size, x: (width - size.width) / 2, y: (height - size.height) / 2 })
  }
  await writeFile(to, await pdf.save())
  return ordered.map((photo) => photo.id)
}
