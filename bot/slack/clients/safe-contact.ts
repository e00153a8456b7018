import { clientProfile, type ClientProfile } from '#core/clients/client-profile.ts'
import { editClient } from '#core/clients/edit-client.ts'
import { context, input, modal, option, section, type Block, type Modal } from '../blocks.ts'
import type { SubmitAnswer } from '../on-submits.ts'
import type { Reader } from '../reader.ts'
import { show } from '../show.ts'
import type { ClickTurn, SubmitTurn } from '../turn.ts'
import { chosen, time } from '../views/form-values.ts'
import { backToProfile, profileState } from './profile.ts'
import { zoneName } from './zone-name.ts'

const usual = { from: '09:00', until: '18:00' }

/** From a profile: whether the client may be contacted in one safe way alone, and when. */
export async function openSafeContact(turn: ClickTurn): Promise<void> {
  const { office, by, reader, value: clientId } = turn
  await show(
    turn,
    clientProfile(office, { by, clientId }).then((profile) => safeContactForm(reader, profile)),
  )
}

/** What safe contact means, and the hours it holds for, in the client's zone. */
export function safeContactForm(reader: Reader, profile: ClientProfile): Modal {
  const { words } = reader
  const { fields, choices, titles } = words.client
  const hours = profile.safeContact ?? usual
  const [normal, safeOnly] = [option(choices.normal, 'normal'), option(choices.safeOnly, 'safe')]
  return modal({
    callbackId: 'client_safe',
    title: titles.safe,
    submit: words.buttons.save,
    close: words.buttons.cancel,
    metadata: JSON.stringify({ clientId: profile.clientId, page: 0 }),
    blocks: [
      section(words.client.safeHow),
      input('safe', fields.safe, {
        type: 'radio_buttons',
        action_id: 'safe',
        options: [normal, safeOnly],
        initial_option: profile.safeContact ? safeOnly : normal,
      }),
      timeField('from', fields.from, hours.from),
      timeField('until', fields.until, hours.until),
      context(zoneName(reader, profile.zone)),
    ],
  })
}

function timeField(blockId: string, label: string, initial: string): Block {
  return input(blockId, label, { type: 'timepicker', action_id: blockId, initial_time: initial })
}

/** From the next mail on the client is written to so, or again as anybody. */
export async function submitSafeContact(turn: SubmitTurn): Promise<SubmitAnswer> {
  const { office, by, view, interaction, reader } = turn
  const { clientId } = profileState(view.private_metadata)
  const isSafe = chosen(view, 'safe') === 'safe'
  const hours = { from: time(view, 'from') ?? '', until: time(view, 'until') ?? '' }
  await editClient(office, { by, clientId, safeContact: isSafe ? hours : null, interaction })
  const { safeSet, safeEnded } = reader.words.client
  return backToProfile(turn, clientId, isSafe ? safeSet : safeEnded)
}
