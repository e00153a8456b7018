import { pageOfAccesses } from '#core/access/granting/page-of-accesses.ts'
import { findClients } from '#core/clients/find-clients.ts'
import { findMatters } from '#core/matters/find-matters.ts'
import { pickProfileForm } from '../clients/pick-profile.ts'
import { profileView } from '../clients/profile.ts'
import { show } from '../show.ts'
import type { CommandTurn, Modal } from '../turn.ts'

/** Opens the profile of the one client that the words mean, or else of the one client of the one matter; else asks whose. */
export async function clientCommand(turn: CommandTurn, words: string): Promise<void> {
  await show(turn, profileMeant(turn, words))
}

async function profileMeant(turn: CommandTurn, words: string): Promise<Modal> {
  const { reader } = turn
  if (words === '') return pickProfileForm(reader)
  const found = await clientsMeant(turn, words)
  const [clientId] = found
  const { access: said } = reader.words
  if (clientId === undefined) return pickProfileForm(reader, said.notFound({ words }), words)
  if (found.length > 1) return pickProfileForm(reader, said.several)
  return profileView(turn, { clientId })
}

async function clientsMeant({ office, by }: CommandTurn, words: string): Promise<string[]> {
  const named = await findClients(office, { by, words, limit: 2 })
  if (named.length > 0) return named.map((client) => client.id)
  const [matter, ...others] = await findMatters(office, { by, words, limit: 2 })
  if (!matter || others.length > 0) return []
  const { clients } = await pageOfAccesses(office, { by, whose: { matterId: matter.id }, page: 0, size: 1 })
  return (clients ?? []).map((client) => client.clientId)
}
