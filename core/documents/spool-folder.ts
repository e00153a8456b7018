import { randomUUID } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import type { Office } from '../office.ts'

/** Works with a folder of its own, which is gone afterwards; beside the files, so that what a killed process leaves is tidied away. */
export async function withSpoolFolder<T>(office: Office, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = office.files.pathOf(`spool/${randomUUID()}`)
  await mkdir(folder, { recursive: true })
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
