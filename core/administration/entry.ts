import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { addEntry } from '../entries/add-entry.ts'
import { NotAValue } from '../errors.ts'
import { oneOf } from './choices.ts'
import { command, forFirmOf } from './command.ts'

const kinds = ['court-movement', 'manual-movement', 'task', 'publication', 'document'] as const

export const entry = {
  add: command(
    { required: ['matter', 'kind', 'title'], optional: ['body', 'file', 'at'] },
    async (office, given) =>
      addEntry(office, {
        by: await forFirmOf(office, 'matter', given.matter),
        matterId: given.matter,
        kind: oneOf('kind', kinds, given.kind),
        title: given.title,
        body: given.body,
        file: given.file === undefined ? undefined : await fileAt(given.file),
        at: given.at === undefined ? undefined : momentIn(given.at),
      }),
  ),
}

async function fileAt(path: string) {
  const about = await stat(path).catch(() => null)
  if (!about?.isFile()) throw new NotAValue('file', path)
  return { name: basename(path), type: 'application/octet-stream', bytes: createReadStream(path) }
}

function momentIn(text: string): Date {
  const at = new Date(text)
  if (Number.isNaN(at.getTime())) throw new NotAValue('at', text)
  return at
}
