import { z } from 'zod'
import { editMatter } from '#core/matters/edit-matter.ts'
import { matterDetails, type MatterDetails } from '#core/matters/matter-details.ts'
import { context, input, modal, option, textField, type Modal } from '../blocks.ts'
import { nothingIfRefused } from '../nothing-if-refused.ts'
import type { SubmitAnswer } from '../on-submits.ts'
import type { Reader } from '../reader.ts'
import { membersField } from '../settings/member-field.ts'
import type { SubmitTurn } from '../turn.ts'
import { backToCommunication } from '../views/communication.ts'
import { allChosen, retyped } from '../views/form-values.ts'
import { matterLine } from '../views/matter-line.ts'
import { noticeView } from '../views/notice.ts'
import { numberField, sensitiveField } from './matter-fields.ts'

const metadata = z.object({
  matterId: z.string(),
  /** The form said that it is sensitive, and showed neither title nor number. */
  sealed: z.boolean(),
  /** Who answered for it when the form was opened. */
  responsible: z.array(z.string()),
})

/** What is kept of a matter, to be changed. Of a sensitive one neither title nor number is shown: left empty, they stay. */
export function matterDetailsForm({ words }: Reader, details: MatterDetails): Modal {
  const { fields, titles } = words.matters
  const { matter, title, number, alias, sensitive, responsible } = details
  const state: z.infer<typeof metadata> = {
    matterId: matter.id,
    sealed: sensitive,
    responsible: responsible.map((member) => member.memberId),
  }
  return modal({
    callbackId: 'matter_edit',
    title: titles.details,
    submit: words.buttons.save,
    close: words.buttons.cancel,
    metadata: JSON.stringify(state),
    blocks: [
      context(matterLine(words, matter)),
      input('title', fields.title, textField('title', 300, title), {
        ...(sensitive && { optional: true, hint: fields.sealedTitle }),
      }),
      sensitive
        ? input('number', fields.number, textField('number', 60), {
            optional: true,
            hint: fields.sealedTitle,
          })
        : numberField(words, number),
      input('alias', fields.alias, textField('alias', 60, alias), { optional: true, hint: fields.aliasHint }),
      membersField(words, 'responsible', fields.responsible, {
        initial: responsible.map(({ memberId, name }) => option(name, memberId)),
        optional: responsible.length === 0,
        hint: fields.responsibleChange,
      }),
      sensitiveField(words, sensitive),
    ],
  })
}

/**
 * Saves what was changed in the form and that alone, for somebody else may have changed the rest since; the communication shows it, where
 * the member still sees the matter.
 */
export async function submitEditedMatter(turn: SubmitTurn): Promise<SubmitAnswer> {
  const { office, by, reader, view, interaction } = turn
  const { words } = reader
  const { matterId, sealed, responsible: before } = metadata.parse(JSON.parse(view.private_metadata))
  const responsible = allChosen(view, 'responsible') ?? []
  const added = responsible.filter((id) => !before.includes(id))
  const gone = before.filter((id) => !responsible.includes(id))
  const sensitive = allChosen(view, 'sensitive')?.includes('sensitive') ?? false
  await editMatter(office, {
    by,
    matterId,
    title: retyped(view, 'title'),
    number: retyped(view, 'number'),
    alias: retyped(view, 'alias'),
    ...(sensitive !== sealed && { sensitive }),
    ...(added.length + gone.length > 0 && { responsible: { added, gone } }),
    interaction,
  })
  const seen = await matterDetails(office, { by, matterId }).catch(nothingIfRefused)
  if (seen) return backToCommunication(turn, matterId, words.done.saved)
  const { handedOn } = words.matters.done
  return { response_action: 'update', view: noticeView(words, words.titles.done, handedOn) }
}
