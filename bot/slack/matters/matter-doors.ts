import { openNewClientHere } from '../clients/new-client.ts'
import { submitClosedMatter } from './close-matter.ts'
import { submitEditedMatter } from './edit-matter.ts'
import { matterMenu } from './matter-menu.ts'
import { openNewMatter, submitNewMatter } from './new-matter.ts'

/** What can be submitted about a matter itself. */
export const matterSubmits = {
  matter_new: submitNewMatter,
  matter_edit: submitEditedMatter,
  matter_close: submitClosedMatter,
}

/** What can be clicked about it. */
export const matterClicks = {
  matter_new: openNewMatter,
  matter_menu: matterMenu,
  client_new_here: openNewClientHere,
}
