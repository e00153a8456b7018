import { openPicture } from './open-picture.ts'

export type MakePictures = { do: 'pictures'; from: string; preview: string | null; thumbnail: string }

/** Writes a thumbnail and, where asked, a preview that every browser shows, both as JPEG without what the camera added. */
export async function makePictures({ from, preview, thumbnail }: MakePictures): Promise<void> {
  const picture = (await openPicture(from)).flatten({ background: '#fff' })
  if (preview)
    await picture
      .clone()
      .resize({ width: 2400, height: 2400, fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: 82 })
      .toFile(preview)
  await picture
    .clone()
    .resize({ width: 320, height: 320, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 72 })
    .toFile(thumbnail)
}
