import { show } from '../show.ts'
import type { ClickTurn } from '../turn.ts'
import { accessesView } from '../views/accesses.ts'
import {
  additionalMenu,
  openAdditionalForm,
  submitAdditional,
  submitRemovedAdditional,
} from './additional-email.ts'
import { openEmailCorrection, submitCorrectedEmail } from './correct-email.ts'
import { openNewClient, submitNewClient } from './new-client.ts'
import { openProfileForm, submitEditedProfile } from './edit-profile.ts'
import { submitPickedProfile } from './pick-profile.ts'
import { profileView } from './profile.ts'
import { openSafeContact, submitSafeContact } from './safe-contact.ts'

/** What can be submitted about a client's profile. */
export const clientSubmits = {
  client_new: submitNewClient,
  client_pick: submitPickedProfile,
  client_edit: submitEditedProfile,
  client_correct: submitCorrectedEmail,
  client_safe: submitSafeContact,
  client_email: submitAdditional,
  client_email_remove: submitRemovedAdditional,
}

/** What can be clicked in a profile. */
export const clientClicks = {
  client_new: openNewClient,
  client_edit: openProfileForm,
  client_correct: openEmailCorrection,
  client_safe: openSafeContact,
  client_email_add: openAdditionalForm,
  client_email_menu: additionalMenu,
  client_accesses: openAccesses,
  client_open: openProfile,
}

async function openProfile(turn: ClickTurn): Promise<void> {
  await show(turn, profileView(turn, { clientId: turn.value }))
}

async function openAccesses(turn: ClickTurn): Promise<void> {
  await show(turn, accessesView(turn, { whose: { clientId: turn.value }, page: 0 }))
}
