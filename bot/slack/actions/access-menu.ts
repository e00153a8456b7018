import { accessShown } from '#core/access/granting/access-shown.ts'
import { invite } from '#core/access/granting/invite.ts'
import { show } from '../show.ts'
import type { ClickTurn } from '../turn.ts'
import { accessesState, accessesView } from '../views/accesses.ts'
import { editAccessForm } from '../views/edit-access.ts'
import { removeAccessView } from '../views/remove-access.ts'

/** The ⋯ menu of an access; its value is the choice and the access's id. */
export async function accessMenu(turn: ClickTurn): Promise<void> {
  const { office, by, reader, interaction, client, view } = turn
  if (!view) return
  const [choice, accessId = ''] = turn.value.split(':')
  const shown = accessShown(office, { by, accessId })
  const over = accessesState.parse(JSON.parse(view.private_metadata))
  const formOf = { edit: editAccessForm, remove: removeAccessView }
  if (choice === 'edit' || choice === 'remove')
    return show(
      turn,
      shown.then((access) => formOf[choice](reader, access, over)),
    )
  const access = await shown
  if (choice !== 'invite') return
  await invite(office, { by, accessId, interaction })
  const notice = reader.words.access.invited({ email: access.email })
  await client.views.update({ view_id: view.id, view: await accessesView(turn, over, notice) })
}
