import type { ArchiveContents } from '#db/schema/replies.ts'
import { cleanLine } from '../files/clean-text.ts'
import { openZip, ZipRefused } from './open-zip.ts'

export type ListZip = { do: 'list'; from: string }

const mostNames = 40

/** The names in an archive, safe to show, or why it is not opened; nothing is unpacked. */
export async function listZip({ from }: ListZip): Promise<ArchiveContents> {
  const paths: string[] = []
  try {
    await openZip(from, (entry) => Promise.resolve(void paths.push(entry.path)))
  } catch (error) {
    if (error instanceof ZipRefused) return { closed: error.because }
    throw error
  }
  return { names: paths.slice(0, mostNames).map((path) => cleanLine(path, 160)), count: paths.length }
}
