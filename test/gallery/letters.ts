import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { locales } from '#core/words/locale.ts'
import { openCamera, type Camera } from './camera.ts'
import { neutralLetters, sampleLetters } from '../fixtures/sample-letters.ts'
import { writeLetter, type WrittenLetter } from '#mail/messages/write-letter.ts'

// Writes every sample letter to a folder, as HTML, as text and as pictures: on a desk and on a phone, by day and by night.
const folder = process.argv[2] ?? (await mkdtemp(join(tmpdir(), 'letters-')))
const camera = await openCamera()
try {
  for (const locale of locales) {
    await mkdir(join(folder, locale), { recursive: true })
    for (const [name, letter] of Object.entries({ ...sampleLetters(locale), ...neutralLetters(locale) })) {
      const written = writeLetter(letter, {
        portalUrl: 'https://portal.example/',
        mark: letter.replyAddressId && 'r.abcdefghijklmnop.abcdefghijklmnopqrstuvwxyz',
        takesReplies: true,
      })
      await hang(camera, join(folder, locale, name), written)
    }
  }
} finally {
  await camera.close()
}
console.log(folder)

async function hang(camera: Camera, path: string, { subject, html, text }: WrittenLetter) {
  await writeFile(`${path}.html`, html)
  await writeFile(`${path}.txt`, `${subject}\n\n${text}`)
  for (const width of [600, 360]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await camera.take(`${path}-${width}-${colorScheme}.png`, {
        viewport: { width, height: 480 },
        colorScheme,
        content: html,
      })
    }
  }
}
