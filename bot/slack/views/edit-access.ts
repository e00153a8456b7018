import type { AccessShown } from '#core/access/granting/access-shown.ts'
import { editAccess } from '#core/access/granting/edit-access.ts'
import { NotFound } from '#core/errors.ts'
import { context, modal, section, type Modal } from '../blocks.ts'
import type { SubmitAnswer } from '../on-submits.ts'
import type { Reader } from '../reader.ts'
import type { SubmitTurn } from '../turn.ts'
import { accessFields, accessFieldsIn } from './access-fields.ts'
import { clientsLine } from './access-lines.ts'
import { noticeView } from './notice.ts'
import { overAccesses, refreshAccesses, type OverAccesses } from './over-accesses.ts'

/** The access as it stands, to be changed; says first what a change does at once. */
export function editAccessForm(reader: Reader, access: AccessShown, over: OverAccesses['over']): Modal {
  const { words } = reader
  return modal({
    callbackId: 'access_edit',
    title: words.access.titles.edit,
    submit: words.buttons.save,
    close: words.buttons.cancel,
    metadata: JSON.stringify({ over, accessId: access.accessId } satisfies OverAccesses),
    blocks: [
      section(clientsLine(reader, access)),
      context(words.access.kinds[access.kind]),
      ...accessFields(reader, access, { nameMayBeEmpty: false }),
      context(words.access.editNow),
    ],
  })
}

/** Saves the change, which takes effect at once. */
export async function submitEditedAccess(turn: SubmitTurn): Promise<SubmitAnswer> {
  const { office, by, reader, view, interaction } = turn
  const about = overAccesses(view.private_metadata)
  if (!about.accessId) throw new NotFound()
  await editAccess(office, { by, accessId: about.accessId, ...accessFieldsIn(view), interaction })
  turn.after(() => refreshAccesses(turn, about))
  const { words } = reader
  return { response_action: 'update', view: noticeView(words, words.titles.done, words.access.edited) }
}
