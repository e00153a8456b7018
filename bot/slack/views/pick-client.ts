import { actions, modal, section, type Modal } from '../blocks.ts'
import { newClientButton } from '../clients/new-client.ts'
import { escape } from '../mrkdwn.ts'
import type { SubmitAnswer } from '../on-submits.ts'
import type { Reader } from '../reader.ts'
import { showInstead } from '../show.ts'
import type { SubmitTurn } from '../turn.ts'
import { accessesView } from './accesses.ts'
import { clientField } from './client-field.ts'
import { chosen } from './form-values.ts'

/** Asks whose accesses are meant, or offers to add a client; `why` says what the words already typed have found. */
export function pickClientForm({ words }: Reader, why?: string, typed = ''): Modal {
  const { access, buttons } = words
  return modal({
    callbackId: 'access_pick',
    title: access.titles.list,
    submit: access.buttons.see,
    close: buttons.cancel,
    blocks: [
      ...(why ? [section(escape(why))] : []),
      clientField(words, { optional: true, hint: access.fields.clientOptional }),
      actions('client_new', [newClientButton(words, typed)]),
    ],
  })
}

/** The accesses of the client that was picked, or of all, take the form's place. */
export async function submitPickedClient(turn: SubmitTurn): Promise<SubmitAnswer> {
  const clientId = chosen(turn.view, 'client')
  const whose = clientId ? { clientId } : 'all'
  return showInstead(turn, accessesView(turn, { whose, page: 0 }))
}
