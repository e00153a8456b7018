import { accessShown } from '#core/access/granting/access-shown.ts'
import { extendAccess } from '#core/access/granting/extend-access.ts'
import { invite } from '#core/access/granting/invite.ts'
import { narrowAccess } from '#core/access/granting/narrow-access.ts'
import type { ClickTurn } from '../turn.ts'
import { noticeView } from '../views/notice.ts'
import { overAccesses, refreshAccesses } from '../views/over-accesses.ts'

/** Sends the invitation to an access that was just added. */
export async function inviteToAccess(turn: ClickTurn): Promise<void> {
  const { office, by, interaction, value: accessId } = turn
  const { email } = await accessShown(office, { by, accessId })
  await invite(office, { by, accessId, interaction })
  await sayDone(turn, turn.reader.words.access.invited({ email }))
}

/** The access that has the address is the same person's, and stands for this client too; the value is `access:client`. */
export async function extendTheirAccess(turn: ClickTurn): Promise<void> {
  const { office, by } = turn
  const [accessId = '', clientId = ''] = turn.value.split(':')
  await extendAccess(office, { by, accessId, clientId })
  const { name, clients } = await accessShown(office, { by, accessId })
  const client = clients.find((one) => one.clientId === clientId)?.name ?? ''
  await sayDone(turn, turn.reader.words.access.extended({ name, client }))
}

/** The access stands no longer for a client it had been extended to; the value is `access:client`. */
export async function narrowTheirAccess(turn: ClickTurn): Promise<void> {
  const { office, by } = turn
  const [accessId = '', clientId = ''] = turn.value.split(':')
  const { name, clients } = await accessShown(office, { by, accessId })
  const client = clients.find((one) => one.clientId === clientId)?.name ?? ''
  await narrowAccess(office, { by, accessId, clientId })
  await sayDone(turn, turn.reader.words.access.narrowed({ name, client }))
}

async function sayDone(turn: ClickTurn, text: string): Promise<void> {
  const { view, client, reader } = turn
  if (!view) return
  await client.views.update({
    view_id: view.id,
    view: noticeView(reader.words, reader.words.titles.done, text),
  })
  await refreshAccesses({ ...turn, view }, overAccesses(view.private_metadata))
}
