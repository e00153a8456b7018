import { z } from 'zod'
import { previewClient } from '#core/access/preview/preview.ts'
import { whoSeesMatter, type Looker, type WhoSeesMatter } from '#core/access/who-sees-matter.ts'
import { nothingIfRefused } from '../nothing-if-refused.ts'
import { button, context, divider, modal, section, type Block, type Modal } from '../blocks.ts'
import { bold, safe } from '../mrkdwn.ts'
import type { Reader } from '../reader.ts'
import type { Turn } from '../turn.ts'
import { matterLine } from './matter-line.ts'
import { pageButtons } from './pages.ts'

const state = z.object({ matterId: z.string(), page: z.number() })

export type OpenAsClientState = z.infer<typeof state>

const perPage = 8

/** What such a view said about itself. */
export function openAsClientState(metadata: string): OpenAsClientState {
  return state.parse(JSON.parse(metadata))
}

/** Each client of the matter with a link that shows the portal as they see it, made now; and why, where they do not see the matter. */
export async function openAsClientView(
  { office, by, reader }: Pick<Turn, 'office' | 'by' | 'reader'>,
  { matterId, page }: OpenAsClientState,
): Promise<Modal> {
  const found = await whoSeesMatter(office, { by, matterId, page, size: perPage })
  const urls: (string | null)[] = []
  for (const looker of found.lookers) urls.push(await urlFor(looker))
  return renderOpenAsClient(reader, found, urls)

  // An access may be another client's too, of whom this member knows nothing: they are not looked at.
  async function urlFor({ client, access, why }: Looker): Promise<string | null> {
    if (!access && why === 'other_side') return null
    const about = { clientId: client.clientId, accessId: access?.accessId }
    const begin = why ? {} : { matterId }
    return previewClient(office, { by, ...about, ...begin }).then(({ url }) => url, nothingIfRefused)
  }
}

/** The same from what is known already; a link each, or null. */
export function renderOpenAsClient(reader: Reader, found: WhoSeesMatter, urls: (string | null)[]): Modal {
  const { words } = reader
  const rows = found.lookers.map((looker, number) => rowOf(reader, looker, urls[number] ?? null))
  return modal({
    callbackId: 'open_as_client',
    title: words.access.titles.look,
    close: words.buttons.close,
    metadata: JSON.stringify({ matterId: found.matter.id, page: found.page } satisfies OpenAsClientState),
    blocks: [
      context(matterLine(words, found.matter)),
      ...(rows.length > 0 ? rows : [section(words.access.look.nobody)]),
      ...pageButtons(words, 'lookers', { entries: rows, page: found.page, hasMore: found.hasMore }),
      divider,
      context(words.access.look.how),
    ],
  })
}

function rowOf({ words }: Reader, looker: Looker, url: string | null): Block {
  const { access } = looker
  const text = [
    bold(looker.client.name, 150),
    ...(access
      ? [`${safe(access.name, 150)} · ${safe(access.email, 300)}`, words.access.kinds[access.kind]]
      : []),
    whatTheySee(words.access.look, looker),
  ].join('\n')
  return section(text, url === null ? undefined : button('look', words.access.buttons.look, 'look', { url }))
}

function whatTheySee(look: Reader['words']['access']['look'], { access, why }: Looker): string {
  if (!access) {
    if (why === null) return look.usual
    return why === 'other_side' ? look.why.other_side : `${look.noAccess} ${look.why[why]}`
  }
  if (why === null) return look.sees
  return why === 'other_side' ? look.why.shared : look.why[why]
}
