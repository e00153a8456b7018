import { pageOfAccesses } from '#core/access/granting/page-of-accesses.ts'
import { show } from '../show.ts'
import type { ClickTurn } from '../turn.ts'
import { accessesState } from '../views/accesses.ts'
import { addAccessForm, type AddAccessFilled } from '../views/add-access.ts'

/** From a list of accesses: the form for another, filled in where the list is one client's. */
export async function openAccessForm(turn: ClickTurn): Promise<void> {
  const { view, reader } = turn
  if (!view) return
  const over = accessesState.parse(JSON.parse(view.private_metadata))
  if (over.whose === 'all') return show(turn, addAccessForm(reader, {}, over))
  await show(
    turn,
    filledFor(turn, over.whose).then((filled) => addAccessForm(reader, filled, over)),
  )
}

// A client without an access most likely enters by the address the firm writes to.
async function filledFor(
  { office, by }: ClickTurn,
  whose: { clientId: string } | { matterId: string },
): Promise<AddAccessFilled> {
  const { clients, accesses } = await pageOfAccesses(office, { by, whose, page: 0, size: 1 })
  const [client, ...others] = clients ?? []
  if (!client || others.length > 0) return {}
  return accesses.length > 0 ? { client } : { client, name: client.name, email: client.email }
}
