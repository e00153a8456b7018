import type { ReasonCode } from '#core/delivery/letter.ts'
import { ReasonMissing } from '#core/errors.ts'
import { reviewAnswer } from '#core/requests/review-answer.ts'
import { input, modal, option, plain, type Modal } from '../blocks.ts'
import type { SubmitAnswer } from '../on-submits.ts'
import type { Reader } from '../reader.ts'
import type { SubmitTurn } from '../turn.ts'
import { chosen, typed } from './form-values.ts'
import { reviewView } from './review.ts'

const codes: readonly ReasonCode[] = [
  'illegible',
  'incomplete',
  'expired',
  'wrong_document',
  'unsigned',
  'missing_reverse',
  'other',
]

/** Asks why an answer is rejected; the reason goes to the client in the client's language, the note as it is written. */
export function rejectForm({ words }: Reader, answerId: string): Modal {
  return modal({
    callbackId: 'reject',
    title: words.titles.reject,
    submit: words.buttons.reject,
    close: words.buttons.cancel,
    metadata: answerId,
    blocks: [
      input('reason', words.fields.reason, {
        type: 'static_select',
        action_id: 'reason',
        placeholder: plain(words.fields.reasonHint, 150),
        options: codes.map((code) => option(words.reasons[code], code)),
      }),
      input(
        'note',
        words.fields.note,
        { type: 'plain_text_input', action_id: 'note', multiline: true, max_length: 500 },
        { optional: true, hint: words.fields.noteHint },
      ),
    ],
  })
}

/** Rejects the answer for the reason that was chosen; the view closes. */
export async function submitRejection(turn: SubmitTurn): Promise<SubmitAnswer> {
  const { office, by, view, interaction, reader } = turn
  const code = codes.find((one) => one === chosen(view, 'reason'))
  if (!code) throw new ReasonMissing()
  const reason = { code, note: typed(view, 'note').trim() || null }
  const answerId = view.private_metadata
  const { requestId, itemTitle } = await reviewAnswer(office, {
    by,
    answerId,
    verdict: 'rejected',
    reason,
    interaction,
  })
  const below = view.previous_view_id
  if (below) {
    const notice = reader.words.done.rejected({ item: itemTitle })
    turn.after(async () =>
      turn.client.views.update({
        view_id: below,
        view: await reviewView(turn, { requestId, page: 0 }, notice),
      }),
    )
  }
  return null
}
