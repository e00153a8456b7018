import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { migrateBase } from './migrate-base.ts'

/** Before the suites of the `sqlite` project: a migrated file from which tests copy theirs. */
export default async function setup(project: TestProject) {
  const folder = await mkdtemp(join(tmpdir(), 'despacho-sqlite-'))
  const remove = () => rm(folder, { recursive: true, force: true })
  const base = `file:${join(folder, 'base.db')}`
  try {
    await migrateBase(base)
  } catch (error) {
    await remove()
    throw error
  }
  project.provide('baseDatabase', base)
  return remove
}
