import type { AccessShown } from '#core/access/granting/access-shown.ts'
import { removeAccess } from '#core/access/granting/remove-access.ts'
import { NotFound } from '#core/errors.ts'
import { button, divider, modal, section, type Modal } from '../blocks.ts'
import { cut, safe } from '../mrkdwn.ts'
import type { SubmitAnswer } from '../on-submits.ts'
import type { Reader } from '../reader.ts'
import type { SubmitTurn } from '../turn.ts'
import { accessLines } from './access-lines.ts'
import { noticeView } from './notice.ts'
import { overAccesses, refreshAccesses, type OverAccesses } from './over-accesses.ts'

/** How many of the clients it was extended to can be taken out one by one. */
const mostParts = 40

/** The last question before an access opens nothing any more; of one that was extended a part can go, too. */
export function removeAccessView(reader: Reader, access: AccessShown, over: OverAccesses['over']): Modal {
  const { words } = reader
  const [, ...further] = access.clients
  const parts = further.slice(0, mostParts).map(({ clientId, name }) => {
    const text = words.access.buttons.removeOnly({ client: cut(name, 40) })
    return section(safe(name, 200), button('access_narrow', text, `${access.accessId}:${clientId}`))
  })
  return modal({
    callbackId: 'access_remove',
    title: words.access.titles.remove,
    submit: words.access.buttons.remove,
    close: words.buttons.cancel,
    metadata: JSON.stringify({ over, accessId: access.accessId } satisfies OverAccesses),
    blocks: [
      section(accessLines(reader, access, 'with clients')),
      divider,
      section(words.access.removeHow),
      ...parts,
    ],
  })
}

/** Removes it; the list shows without it. */
export async function submitRemovedAccess(turn: SubmitTurn): Promise<SubmitAnswer> {
  const { office, by, view, interaction, reader } = turn
  const about = overAccesses(view.private_metadata)
  if (!about.accessId) throw new NotFound()
  await removeAccess(office, { by, accessId: about.accessId, interaction })
  turn.after(() => refreshAccesses(turn, about))
  const { words } = reader
  return { response_action: 'update', view: noticeView(words, words.titles.done, words.access.removed) }
}
