import { actions, modal, section, type Modal } from '../blocks.ts'
import { escape } from '../mrkdwn.ts'
import type { SubmitAnswer } from '../on-submits.ts'
import type { Reader } from '../reader.ts'
import { showInstead } from '../show.ts'
import type { SubmitTurn } from '../turn.ts'
import { newMatterButton } from '../matters/new-matter-button.ts'
import { communicationView } from './communication.ts'
import { chosen } from './form-values.ts'
import { matterField } from './matter-field.ts'

/** Asks which matter is meant, or offers to make one; `why` says what the words already typed have found. */
export function pickMatterForm({ words }: Reader, why?: string, typed = ''): Modal {
  return modal({
    callbackId: 'matter_pick',
    title: words.titles.communication,
    submit: words.buttons.open,
    close: words.buttons.cancel,
    blocks: [
      ...(why ? [section(escape(why))] : []),
      matterField(words),
      actions('matter_new', [newMatterButton(words, { title: typed })]),
    ],
  })
}

/** The communication of the matter that was picked takes the form's place. */
export async function submitPickedMatter(turn: SubmitTurn): Promise<SubmitAnswer> {
  const matterId = chosen(turn.view, 'matter')
  const { refusals } = turn.reader.words
  if (!matterId) return { response_action: 'errors', errors: { matter: refusals.matterMissing } }
  return showInstead(turn, communicationView(turn, { matterId }))
}
