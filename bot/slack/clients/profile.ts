import { z } from 'zod'
import { clientProfile, type AdditionalEmail, type ClientProfile } from '#core/clients/client-profile.ts'
import { timeInWords } from '#core/words/format.ts'
import { languageNames } from '#core/words/locale.ts'
import {
  actions,
  button,
  context,
  divider,
  header,
  menu,
  modal,
  option,
  section,
  type Block,
  type Modal,
} from '../blocks.ts'
import { newMatterButton } from '../matters/new-matter-button.ts'
import { bold, escape, safe } from '../mrkdwn.ts'
import type { SubmitAnswer } from '../on-submits.ts'
import type { Reader } from '../reader.ts'
import type { SubmitTurn, Turn } from '../turn.ts'
import { matterLine } from '../views/matter-line.ts'
import { inPages, pageButtons } from '../views/pages.ts'
import { zoneName } from './zone-name.ts'

const state = z.object({ clientId: z.string(), page: z.number() })

/** Whose profile a view shows, and which page of the additional addresses. */
export type ProfileState = z.infer<typeof state>

const perPage = 8
const mostMatters = 12

/** What a profile said about itself. */
export function profileState(metadata: string): ProfileState {
  return state.parse(JSON.parse(metadata))
}

/** A client's profile as it stands now; `notice` says what was just done. */
export async function profileView(
  { office, by, reader }: Pick<Turn, 'office' | 'by' | 'reader'>,
  shown: { clientId: string; page?: number },
  notice?: string,
): Promise<Modal> {
  const profile = await clientProfile(office, { by, clientId: shown.clientId })
  return renderProfile(reader, profile, shown.page ?? 0, notice)
}

/** The same from what is known already. */
export function renderProfile(reader: Reader, profile: ClientProfile, page: number, notice?: string): Modal {
  const { words } = reader
  return modal({
    callbackId: 'client',
    title: words.client.titles.profile,
    close: words.buttons.close,
    metadata: JSON.stringify({ clientId: profile.clientId, page } satisfies ProfileState),
    blocks: [
      ...(notice ? [section(escape(notice)), divider] : []),
      ...sheetBlocks(reader, profile),
      divider,
      ...additionalBlocks(reader, profile, page),
      divider,
      ...matterBlocks(reader, profile),
    ],
  })
}

function sheetBlocks(reader: Reader, profile: ClientProfile): Block[] {
  const { client: words } = reader.words
  const { clientId, taxId, salutation, phones, address } = profile
  const lines = [
    bold(profile.email, 300),
    phones.length > 0 ? safe(phones.join(' · '), 600) : words.noPhone,
    address ? safe(address, 500) : words.noAddress,
    ...(taxId ? [words.taxId({ taxId: safe(taxId, 80) })] : []),
    [languageNames[profile.spoken], zoneName(reader, profile.zone)].join(' · '),
    ...(salutation ? [words.salutation({ salutation: safe(salutation, 200) })] : []),
  ]
  return [
    header(profile.name),
    ...(profile.left ? [context(words.left)] : []),
    section(lines.join('\n')),
    ...(profile.dead && !profile.left
      ? [section(words.dead, button('client_correct', words.buttons.correct, clientId, { style: 'primary' }))]
      : []),
    ...(profile.safeContact ? [context(words.safeLine(safeHours(reader, profile.safeContact)))] : []),
    actions('client_actions', [
      ...(profile.left
        ? []
        : [
            button('client_edit', words.buttons.edit, clientId),
            button('client_email_add', words.buttons.addEmail, clientId),
            button('client_safe', words.buttons.safe, clientId),
          ]),
      button('client_accesses', words.buttons.accesses, clientId),
      ...(profile.left ? [] : [newMatterButton(reader.words, { clientId })]),
    ]),
  ]
}

function safeHours({ locale }: Reader, { from, until }: { from: string; until: string }) {
  return { from: timeInWords(from, locale), until: timeInWords(until, locale) }
}

function additionalBlocks(reader: Reader, { additional, left }: ClientProfile, page: number): Block[] {
  const { client: words } = reader.words
  const shown = inPages(additional, page, perPage)
  return [
    section(`*${words.additional({ count: additional.length })}*`),
    ...(additional.length === 0
      ? [context(words.noAdditional)]
      : shown.entries.map((entry) => additionalBlock(reader, entry, left))),
    ...pageButtons(reader.words, 'addresses', shown),
  ]
}

function additionalBlock(reader: Reader, entry: AdditionalEmail, left: boolean): Block {
  const { client: words } = reader.words
  const { buttons } = words
  const who = [entry.name, entry.role].flatMap((part) => (part ? [safe(part, 200)] : []))
  const text = [
    [bold(entry.email, 300), ...(entry.dead ? [words.deadMark] : [])].join(' · '),
    ...(who.length > 0 ? [who.join(' · ')] : []),
    whichMatters(reader, entry.matters),
  ].join('\n')
  if (left) return section(text)
  return section(
    text,
    menu('client_email_menu', [
      option(entry.dead ? buttons.correct : buttons.editEmail, `edit:${entry.id}`),
      option(buttons.removeEmail, `remove:${entry.id}`),
    ]),
  )
}

function whichMatters({ words, locale }: Reader, only: AdditionalEmail['matters']): string {
  const { client } = words
  if (only === null) return client.allMatters
  const named = only.seen.slice(0, 5).map((matter) => safe(matter.title, 150))
  const unnamed = only.seen.length - named.length
  const matters = [
    ...named,
    ...(unnamed > 0 ? [client.more({ count: unnamed })] : []),
    ...(only.unseen > 0 ? [client.otherMatters({ count: only.unseen })] : []),
  ]
  return client.onlyMatters({ matters: new Intl.ListFormat(locale, { type: 'unit' }).format(matters) })
}

function matterBlocks({ words }: Reader, { matters, matterCount }: ClientProfile): Block[] {
  const { client } = words
  const shown = matters.slice(0, mostMatters)
  const left = matterCount - shown.length
  return [
    section(`*${client.matters({ count: matterCount })}*`),
    ...(matterCount === 0 ? [context(client.noMatters)] : []),
    ...shown.map((matter) => {
      const side = matter.side === 'other' ? ` · ${client.otherSide}` : ''
      const line = `${matterLine(words, matter)}${side}`
      return section(line, button('open_matter', words.buttons.open, matter.id))
    }),
    ...(left > 0 ? [context(client.more({ count: left }))] : []),
  ]
}

/** Answer to a submit after which the profile shows again: the one under the modal, or else in its place. */
export async function backToProfile(
  turn: SubmitTurn,
  clientId: string,
  notice: string,
): Promise<SubmitAnswer> {
  const below = turn.view.previous_view_id
  if (!below) return { response_action: 'update', view: await profileView(turn, { clientId }, notice) }
  turn.after(async () =>
    turn.client.views.update({ view_id: below, view: await profileView(turn, { clientId }, notice) }),
  )
  return null
}
