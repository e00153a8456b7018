import { NotAMember } from '#core/errors.ts'
import { firmSettings, type FirmSettings } from '#core/firms/firm-settings.ts'
import { listMembers, type MemberListed } from '#core/members/list-members.ts'
import { dayInWords, timeInWords } from '#core/words/format.ts'
import { languageNames } from '#core/words/locale.ts'
import {
  actions,
  button,
  context,
  divider,
  modal,
  section,
  texts,
  type Block,
  type Modal,
} from '../blocks.ts'
import { zoneName } from '../clients/zone-name.ts'
import { bold, escape, safe } from '../mrkdwn.ts'
import type { Reader } from '../reader.ts'
import type { Turn } from '../turn.ts'

/** The settings as they stand now: the member's own, and the firm's; `notice` says what was just done. */
export async function settingsView(
  { office, by, reader }: Pick<Turn, 'office' | 'by' | 'reader'>,
  notice?: string,
): Promise<Modal> {
  const member = (await listMembers(office, { by })).find((one) => one.memberId === by.memberId)
  if (!member) throw new NotAMember()
  return renderSettings(reader, member, await firmSettings(office, { by }), notice)
}

/** The same from what is known already. */
export function renderSettings(
  reader: Reader,
  member: MemberListed,
  firm: FirmSettings,
  notice?: string,
): Modal {
  const { words } = reader
  return modal({
    callbackId: 'settings',
    title: words.settings.titles.settings,
    close: words.buttons.close,
    metadata: JSON.stringify({ over: 'settings' }),
    blocks: [
      ...(notice ? [section(escape(notice)), divider] : []),
      ...ownBlocks(reader, member, firm),
      divider,
      section(words.settings.accesses, button('settings_access', words.settings.buttons.accesses, 'all')),
      section(words.settings.templates, button('templates', words.settings.buttons.templates, 'templates')),
      divider,
      ...firmBlocks(reader, member, firm),
    ],
  })
}

function ownBlocks(reader: Reader, member: MemberListed, firm: FirmSettings): Block[] {
  const { settings } = reader.words
  const { buttons } = settings
  const { memberId, absence, matters } = member
  const digest = member.wantsDigest
    ? settings.digestOn({
        time: timeInWords(firm.digestHour, reader.locale),
        by: settings.digestWays[firm.digestBy].toLowerCase(),
      })
    : settings.digestOff
  const away = absence ? [button('settings_back', buttons.back, memberId)] : []
  return [
    section(`*${settings.you}*\n${safe(member.name, 200)} · ${settings.roles[member.role]}`),
    context(settings.language({ language: languageNames[reader.locale] })),
    section(absence ? absenceLine(reader, absence) : settings.present),
    actions('settings_absence', [button('settings_absence', buttons.absence, memberId), ...away]),
    section(
      digest,
      button(
        'settings_digest',
        member.wantsDigest ? buttons.digestOff : buttons.digestOn,
        member.wantsDigest ? 'off' : 'on',
      ),
    ),
    section(
      settings.charge({ count: matters }),
      matters > 0 ? button('settings_hand_over', buttons.handOver, memberId) : undefined,
    ),
  ]
}

/** "Ausente del … al … · Le reemplaza Camila." */
export function absenceLine(reader: Reader, absence: NonNullable<MemberListed['absence']>): string {
  const { words, locale, today } = reader
  const { settings } = words
  const { from, until, delegate } = absence
  const day = (date: string) => dayInWords(date, locale, today)
  const away = settings.absentFrom({ from: day(from), until: until && day(until) })
  const covered = delegate ? settings.coveredBy({ name: safe(delegate, 200) }) : settings.notCovered
  return `${away} · ${covered}`
}

function firmBlocks(reader: Reader, member: MemberListed, firm: FirmSettings): Block[] {
  const { settings } = reader.words
  const { supportContact, accent, closingDays } = firm
  const lines = [
    `*${settings.firm}*`,
    bold(firm.name),
    [languageNames[firm.locale], zoneName(reader, firm.timeZone)].join(' · '),
    supportContact
      ? settings.supportContact({ contact: safe(supportContact, 400) })
      : settings.noSupportContact,
    accent ? settings.accent({ colour: safe(accent, 20) }) : settings.usualAccent,
    settings.closingDays({ count: closingDays.length }),
    policyLine(reader, firm),
  ]
  return [
    ...texts(lines).map((text) => section(text)),
    member.role === 'admin'
      ? actions('settings_firm', [
          button('settings_firm', settings.buttons.firm, 'firm'),
          button('settings_reminders', settings.buttons.reminders, 'reminders'),
          button('settings_team', settings.buttons.team, 'team'),
        ])
      : context(settings.adminsOnly),
  ]
}

function policyLine({ words, locale }: Reader, { policy }: FirmSettings): string {
  const hour = (value: number) => timeInWords(`${String(value).padStart(2, '0')}:00`, locale)
  const { from, until, daysApart: days, mostPerWeek: weekly } = policy
  return words.settings.policy({ from: hour(from), until: hour(until), days, weekly })
}
