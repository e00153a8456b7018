import { listMembers, type MemberListed } from '#core/members/list-members.ts'
import { actions, button, divider, menu, modal, option, section, type Block, type Modal } from '../blocks.ts'
import { bold, escape, safe } from '../mrkdwn.ts'
import type { Reader } from '../reader.ts'
import { show } from '../show.ts'
import type { ClickTurn, Turn } from '../turn.ts'
import { inPages, pageButtons } from '../views/pages.ts'
import { absenceLine } from './settings.ts'

const perPage = 12

/** From the settings: the firm's people. */
export async function openTeam(turn: ClickTurn): Promise<void> {
  await show(turn, teamView(turn, 0))
}

/** The firm's people as they stand now; `notice` says what was just done. */
export async function teamView(
  { office, by, reader }: Pick<Turn, 'office' | 'by' | 'reader'>,
  page: number,
  notice?: string,
): Promise<Modal> {
  return renderTeam(reader, await listMembers(office, { by }), page, notice)
}

/** The same from what is known already. */
export function renderTeam(reader: Reader, members: MemberListed[], page: number, notice?: string): Modal {
  const { words } = reader
  const { settings } = words
  const shown = inPages(members, page, perPage)
  return modal({
    callbackId: 'team',
    title: settings.titles.team,
    close: words.buttons.close,
    metadata: JSON.stringify({ over: 'team' }),
    blocks: [
      ...(notice ? [section(escape(notice)), divider] : []),
      section(`*${settings.team({ count: members.length })}*`),
      actions('team_actions', [
        button('member_add', settings.buttons.addMember, 'add', { style: 'primary' }),
      ]),
      divider,
      ...shown.entries.map((member) => rowOf(reader, member)),
      ...pageButtons(words, 'team', shown),
    ],
  })
}

function rowOf(reader: Reader, member: MemberListed): Block {
  const { settings } = reader.words
  const { buttons } = settings
  const { memberId, absence, matters } = member
  const facts = [
    settings.roles[member.role],
    ...(matters > 0 ? [settings.memberCharge({ count: matters })] : []),
    ...(member.inChat ? [] : [settings.notInChat]),
  ]
  const lines = [
    `${bold(member.name, 200)} · ${safe(member.email, 300)}`,
    facts.join(' · '),
    ...(absence ? [absenceLine(reader, absence)] : []),
  ]
  return section(
    lines.join('\n'),
    menu('member_menu', [
      option(buttons.role, `role:${memberId}`),
      option(buttons.absence, `absence:${memberId}`),
      ...(absence ? [option(buttons.back, `back:${memberId}`)] : []),
      option(buttons.handOver, `hand_over:${memberId}`),
      option(buttons.leave, `leave:${memberId}`),
    ]),
  )
}
