import { findMatters } from '#core/matters/find-matters.ts'
import type { MemberActor } from '#core/members/actor.ts'
import type { Office } from '#core/office.ts'
import type { Option } from '../blocks.ts'
import type { Reader } from '../reader.ts'
import { matterOption } from './matter-line.ts'

/** What the type-ahead of a matter offers for what has been typed; at first the newest matters. */
export async function findMatterOptions(
  office: Office,
  { by, reader, typed }: { by: MemberActor; reader: Reader; typed: string },
): Promise<Option[]> {
  const found = await findMatters(office, { by, words: typed })
  return found.map((matter) => matterOption(reader.words, matter))
}
