import { NotFound } from '#core/errors.ts'
import type { MemberActor } from '#core/members/actor.ts'
import { addMember } from '#core/members/add-member.ts'
import { changeRole } from '#core/members/change-role.ts'
import { leaveFirm } from '#core/members/leave-firm.ts'
import { listMembers, type MemberListed } from '#core/members/list-members.ts'
import { input, modal, option, section, type Block, type Modal } from '../blocks.ts'
import { bold, safe } from '../mrkdwn.ts'
import type { SubmitAnswer } from '../on-submits.ts'
import type { Reader } from '../reader.ts'
import { show } from '../show.ts'
import type { ClickTurn, SubmitTurn, Turn } from '../turn.ts'
import { chosen, typed } from '../views/form-values.ts'
import { endAbsence, openAbsence } from './absence.ts'
import { openHandOver } from './hand-over.ts'
import { memberField } from './member-field.ts'
import { backTo, overSettings, type OverSettings } from './over-settings.ts'

const roles = ['admin', 'lawyer', 'assistant'] as const

/** From the list of people: the form for another. */
export async function openMemberForm(turn: ClickTurn): Promise<void> {
  await show(turn, addMemberForm(turn.reader))
}

/** The ⋯ menu of one of the people; its value is the choice and the member's id. */
export async function memberMenu(turn: ClickTurn): Promise<void> {
  const [choice, memberId = ''] = turn.value.split(':')
  if (choice === 'absence') return openAbsence(turn, memberId)
  if (choice === 'back') return endAbsence(turn, memberId)
  if (choice === 'hand_over') return openHandOver(turn, memberId)
  const about = choice === 'role' ? roleForm : choice === 'leave' ? leaveView : null
  if (!about) return
  await show(
    turn,
    listed(turn, memberId).then((member) => about(turn.reader, member)),
  )
}

async function listed({ office, by }: Pick<Turn, 'office' | 'by'>, memberId: string): Promise<MemberListed> {
  const member = (await listMembers(office, { by })).find((one) => one.memberId === memberId)
  if (!member) throw new NotFound()
  return member
}

/** Name, address and role of somebody new. */
export function addMemberForm({ words }: Reader): Modal {
  const { fields, titles } = words.settings
  return modal({
    callbackId: 'member_add',
    title: titles.addMember,
    submit: words.buttons.save,
    close: words.buttons.cancel,
    metadata: JSON.stringify({ over: 'team' } satisfies OverSettings),
    blocks: [
      input('name', fields.name, { type: 'plain_text_input', action_id: 'name', max_length: 200 }),
      input('email', fields.email, { type: 'email_text_input', action_id: 'email' }),
      roleField(words, 'lawyer'),
    ],
  })
}

function roleField({ settings }: Reader['words'], role: MemberActor['role']): Block {
  const options = roles.map((one) => option(settings.roles[one], one, settings.roleDescriptions[one]))
  const initial = options[roles.indexOf(role)]
  return input('role', settings.fields.role, {
    type: 'radio_buttons',
    action_id: 'role',
    options,
    ...(initial && { initial_option: initial }),
  })
}

function roleIn(view: SubmitTurn['view']): MemberActor['role'] {
  const picked = chosen(view, 'role')
  return roles.find((one) => one === picked) ?? 'assistant'
}

/** Takes somebody in. */
export async function submitMember(turn: SubmitTurn): Promise<SubmitAnswer> {
  const { office, by, view, interaction, reader } = turn
  const name = typed(view, 'name').trim()
  await addMember(office, { by, name, email: typed(view, 'email'), role: roleIn(view), interaction })
  return backTo(turn, 'team', reader.words.settings.memberAdded({ name: safe(name, 200) }))
}

/** What the member may do. */
export function roleForm({ words }: Reader, member: MemberListed): Modal {
  return modal({
    callbackId: 'member_role',
    title: words.settings.titles.role,
    submit: words.buttons.save,
    close: words.buttons.cancel,
    metadata: JSON.stringify({ over: 'team', memberId: member.memberId } satisfies OverSettings),
    blocks: [section(bold(member.name)), roleField(words, member.role)],
  })
}

/** The member may do what the role allows. */
export async function submitRole(turn: SubmitTurn): Promise<SubmitAnswer> {
  const { office, by, view, interaction, reader } = turn
  const { memberId = '' } = overSettings(view.private_metadata)
  const { name } = await listed(turn, memberId)
  const role = roleIn(view)
  await changeRole(office, { by, memberId, role, interaction })
  const { settings } = reader.words
  return backTo(turn, 'team', settings.roleChanged({ name, role: settings.roles[role] }))
}

/** The last question before somebody is out, and who takes their matters over. */
export function leaveView({ words }: Reader, member: MemberListed): Modal {
  const { settings } = words
  const { memberId, name, matters } = member
  return modal({
    callbackId: 'member_leave',
    title: settings.titles.leave,
    submit: settings.buttons.leave,
    close: words.buttons.cancel,
    metadata: JSON.stringify({ over: 'team', memberId } satisfies OverSettings),
    blocks: [
      section(bold(name)),
      section(settings.leaveHow({ name: safe(name, 200) })),
      ...(matters > 0 ? [section(settings.handOverHow({ name: safe(name, 200), count: matters }))] : []),
      memberField(words, 'successor', settings.fields.successor, { optional: matters === 0 }),
    ],
  })
}

/** The member is out, their matters the successor's, in one act. */
export async function submitLeave(turn: SubmitTurn): Promise<SubmitAnswer> {
  const { office, by, view, interaction, reader } = turn
  const { memberId = '' } = overSettings(view.private_metadata)
  const name = (await listMembers(office, { by })).find((one) => one.memberId === memberId)?.name ?? ''
  await leaveFirm(office, { by, memberId, successorId: chosen(view, 'successor'), interaction })
  return backTo(turn, 'team', reader.words.settings.leftFirm({ name }))
}
