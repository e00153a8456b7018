import { clientProfile } from '#core/clients/client-profile.ts'
import { editClient } from '#core/clients/edit-client.ts'
import { input, modal, section, type Modal } from '../blocks.ts'
import type { SubmitAnswer } from '../on-submits.ts'
import type { Reader } from '../reader.ts'
import { show } from '../show.ts'
import type { ClickTurn, SubmitTurn } from '../turn.ts'
import { typed } from '../views/form-values.ts'
import { backToProfile, profileState } from './profile.ts'

/** From a profile whose main address refuses mail: the form that corrects it. */
export async function openEmailCorrection(turn: ClickTurn): Promise<void> {
  const { office, by, reader, value: clientId } = turn
  await show(
    turn,
    clientProfile(office, { by, clientId }).then(({ email }) =>
      correctEmailForm(reader, { clientId, email }),
    ),
  )
}

/** The main address alone; saved as it stands it is tried again. */
export function correctEmailForm(
  { words }: Reader,
  { clientId, email }: { clientId: string; email: string },
): Modal {
  return modal({
    callbackId: 'client_correct',
    title: words.client.titles.correct,
    submit: words.buttons.save,
    close: words.buttons.cancel,
    metadata: JSON.stringify({ clientId, page: 0 }),
    blocks: [
      section(words.client.correctHint),
      input('email', words.client.fields.email, {
        type: 'email_text_input',
        action_id: 'email',
        initial_value: email,
      }),
    ],
  })
}

/** Mail goes to the address that was written, from the next notice on. */
export async function submitCorrectedEmail(turn: SubmitTurn): Promise<SubmitAnswer> {
  const { office, by, view, interaction, reader } = turn
  const { clientId } = profileState(view.private_metadata)
  const email = typed(view, 'email').trim()
  await editClient(office, { by, clientId, email, interaction })
  return backToProfile(turn, clientId, reader.words.client.emailSaved({ email: email.toLowerCase() }))
}
