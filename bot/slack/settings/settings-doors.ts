import { chooseDigest } from '#core/members/choose-digest.ts'
import { show } from '../show.ts'
import type { ClickTurn } from '../turn.ts'
import { accessesView } from '../views/accesses.ts'
import { endAbsence, openAbsence, submitAbsence } from './absence.ts'
import { openFirm, submitFirm } from './firm.ts'
import { openHandOver, submitHandOver } from './hand-over.ts'
import { refreshHere } from './over-settings.ts'
import { memberMenu, openMemberForm, submitLeave, submitMember, submitRole } from './people.ts'
import { openReminders, submitReminders } from './reminders.ts'
import { openTeam } from './team.ts'

/** What can be submitted in the settings. */
export const settingsSubmits = {
  settings_absence: submitAbsence,
  settings_hand_over: submitHandOver,
  settings_firm: submitFirm,
  settings_reminders: submitReminders,
  member_add: submitMember,
  member_role: submitRole,
  member_leave: submitLeave,
}

/** What can be clicked in the settings. */
export const settingsClicks = {
  settings_absence: (turn: ClickTurn) => openAbsence(turn),
  settings_back: (turn: ClickTurn) => endAbsence(turn),
  settings_digest: chooseOwnDigest,
  settings_hand_over: (turn: ClickTurn) => openHandOver(turn),
  settings_firm: openFirm,
  settings_reminders: openReminders,
  settings_team: openTeam,
  settings_access: openAccesses,
  member_add: openMemberForm,
  member_menu: memberMenu,
}

/** The accesses of all clients. */
async function openAccesses(turn: ClickTurn): Promise<void> {
  await show(turn, accessesView(turn, { whose: 'all', page: 0 }))
}

async function chooseOwnDigest(turn: ClickTurn): Promise<void> {
  const { office, by, interaction, value, reader } = turn
  const choice = value === 'on' ? 'on' : 'off'
  await chooseDigest(office, { by, wanted: choice === 'on', interaction })
  await refreshHere(turn, reader.words.settings.digestChosen[choice])
}
