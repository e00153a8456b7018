import { findClients } from '#core/clients/find-clients.ts'
import { findMatters } from '#core/matters/find-matters.ts'
import { show } from '../show.ts'
import type { CommandTurn, Modal } from '../turn.ts'
import { accessesView } from '../views/accesses.ts'
import { pickClientForm } from '../views/pick-client.ts'

/** Shows the accesses of the one client that the words mean, or else of the clients of the one matter; else asks whose. */
export async function accessCommand(turn: CommandTurn, words: string): Promise<void> {
  await show(turn, accessesMeant(turn, words))
}

async function accessesMeant(turn: CommandTurn, words: string): Promise<Modal> {
  const { office, by, reader } = turn
  if (words === '') return pickClientForm(reader)
  const { access: said } = reader.words
  const [client, ...others] = await findClients(office, { by, words, limit: 2 })
  if (others.length > 0) return pickClientForm(reader, said.several)
  if (client) return accessesView(turn, { whose: { clientId: client.id }, page: 0 })
  const [matter, ...more] = await findMatters(office, { by, words, limit: 2 })
  if (!matter) return pickClientForm(reader, said.notFound({ words }), words)
  if (more.length > 0) return pickClientForm(reader, said.several)
  return accessesView(turn, { whose: { matterId: matter.id }, page: 0 })
}
