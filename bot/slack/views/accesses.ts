import { z } from 'zod'
import type { AccessShown } from '#core/access/granting/access-shown.ts'
import { pageOfAccesses, type PageOfAccesses } from '#core/access/granting/page-of-accesses.ts'
import {
  actions,
  button,
  context,
  divider,
  menu,
  modal,
  option,
  section,
  type Block,
  type Modal,
} from '../blocks.ts'
import { escape, safe } from '../mrkdwn.ts'
import type { Reader } from '../reader.ts'
import type { Turn } from '../turn.ts'
import { accessLines } from './access-lines.ts'
import { pageButtons } from './pages.ts'

const whose = z.union([
  z.literal('all'),
  z.object({ clientId: z.string() }).strict(),
  z.object({ matterId: z.string() }).strict(),
])

/** Whose accesses a list shows, and which page of them. */
export const accessesState = z.object({ whose, page: z.number() })
export type AccessesState = z.infer<typeof accessesState>

const perPage = 8

/** The list of accesses as it stands now; `notice` says what was just done. */
export async function accessesView(
  { office, by, reader }: Pick<Turn, 'office' | 'by' | 'reader'>,
  shown: AccessesState,
  notice?: string,
): Promise<Modal> {
  return renderAccesses(reader, await pageOfAccesses(office, { by, ...shown, size: perPage }), shown, notice)
}

/** The same from what is known already. */
export function renderAccesses(
  reader: Reader,
  found: PageOfAccesses,
  shown: AccessesState,
  notice?: string,
): Modal {
  const { access } = reader.words
  const state: AccessesState = { whose: shown.whose, page: found.page }
  const rows = found.accesses.map((one) => rowOf(reader, one, found.clients?.length === 1))
  return modal({
    callbackId: 'accesses',
    title: access.titles.list,
    close: reader.words.buttons.close,
    metadata: JSON.stringify(state),
    blocks: [
      ...(notice ? [section(escape(notice)), divider] : []),
      section(`*${titleOf(reader, found)}*`),
      actions('access_actions', [button('access_add', access.buttons.add, 'add', { style: 'primary' })]),
      divider,
      ...(rows.length > 0 ? rows : [context(access.none)]),
      ...pageButtons(reader.words, 'accesses', { entries: rows, page: found.page, hasMore: found.hasMore }),
    ],
  })
}

function titleOf({ words, locale }: Reader, { clients }: PageOfAccesses): string {
  if (!clients) return words.access.ofAll
  const names = clients.slice(0, 5).map((client) => safe(client.name, 150).replaceAll('*', '∗'))
  const rest = clients.length > 5 ? ['…'] : []
  return words.access.of({ names: new Intl.ListFormat(locale).format([...names, ...rest]) })
}

function rowOf(reader: Reader, access: AccessShown, isOfOne: boolean): Block {
  const { buttons } = reader.words.access
  const invite = access.state === 'not_invited' ? buttons.invite : buttons.inviteAgain
  return section(
    accessLines(reader, access, isOfOne ? 'alone' : 'with clients'),
    menu('access_menu', [
      option(buttons.edit, `edit:${access.accessId}`),
      option(invite, `invite:${access.accessId}`),
      option(buttons.remove, `remove:${access.accessId}`),
    ]),
  )
}
