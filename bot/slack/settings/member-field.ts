import { listMembers } from '#core/members/list-members.ts'
import type { MemberActor } from '#core/members/actor.ts'
import type { Office } from '#core/office.ts'
import { fold } from '#core/fold.ts'
import type { ChatWords } from '#core/words/es-CL/chat.ts'
import { input, option, plain, type Block, type Option } from '../blocks.ts'

/** How many options a select of Slack's holds. */
const mostOptions = 100

/** The select that finds a colleague while one types. */
export function memberField(
  { settings }: ChatWords,
  blockId: string,
  label: string,
  more: { initial?: Option; optional?: boolean; hint?: string } = {},
): Block {
  const { initial, ...rest } = more
  const select = {
    type: 'external_select',
    action_id: 'member',
    min_query_length: 0,
    placeholder: plain(settings.fields.member, 150),
    ...(initial && { initial_option: initial }),
  } as const
  return input(blockId, label, select, rest)
}

/** The select that finds several of them. */
export function membersField(
  { settings }: ChatWords,
  blockId: string,
  label: string,
  more: { initial: Option[]; optional?: boolean; hint?: string },
): Block {
  const { initial, ...rest } = more
  const select = {
    type: 'multi_external_select',
    action_id: 'member',
    min_query_length: 0,
    placeholder: plain(settings.fields.member, 150),
    ...(initial.length > 0 && { initial_options: initial }),
  } as const
  return input(blockId, label, select, rest)
}

/** What the type-ahead of a colleague offers for what has been typed; at first the first by name. */
export async function findMemberOptions(
  office: Office,
  { by, typed }: { by: MemberActor; typed: string },
): Promise<Option[]> {
  const wanted = fold(typed.trim())
  const found = (await listMembers(office, { by })).filter(({ name, email }) =>
    fold(`${name} ${email}`).includes(wanted),
  )
  return found.slice(0, mostOptions).map(({ name, memberId, email }) => option(name, memberId, email))
}
