import { actions, modal, section, type Modal } from '../blocks.ts'
import { escape } from '../mrkdwn.ts'
import type { SubmitAnswer } from '../on-submits.ts'
import type { Reader } from '../reader.ts'
import { showInstead } from '../show.ts'
import type { SubmitTurn } from '../turn.ts'
import { clientField } from '../views/client-field.ts'
import { chosen } from '../views/form-values.ts'
import { newClientButton } from './new-client.ts'
import { profileView } from './profile.ts'

/** Asks which client is meant, or offers to add one; `why` says what the words already typed have found. */
export function pickProfileForm({ words }: Reader, why?: string, typed = ''): Modal {
  return modal({
    callbackId: 'client_pick',
    title: words.client.titles.profile,
    submit: words.client.buttons.open,
    close: words.buttons.cancel,
    blocks: [
      ...(why ? [section(escape(why))] : []),
      clientField(words),
      actions('client_new', [newClientButton(words, typed)]),
    ],
  })
}

/** The profile of the client that was picked takes the form's place. */
export async function submitPickedProfile(turn: SubmitTurn): Promise<SubmitAnswer> {
  const clientId = chosen(turn.view, 'client')
  const { clientMissing } = turn.reader.words.access
  if (!clientId) return { response_action: 'errors', errors: { client: clientMissing } }
  return showInstead(turn, profileView(turn, { clientId }))
}
