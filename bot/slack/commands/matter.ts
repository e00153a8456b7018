import { findMatters } from '#core/matters/find-matters.ts'
import { show, type CommandTurn } from '../turn.ts'
import { communicationView } from '../views/communication.ts'
import { pickMatterForm } from '../views/pick-matter.ts'

/** Opens the communication of the one matter that the words mean; else asks which. */
export async function matterCommand(turn: CommandTurn, words: string): Promise<void> {
  const { office, by, reader } = turn
  if (words === '') return show(turn, pickMatterForm(reader))
  const [first, ...others] = await findMatters(office, { by, words, limit: 2 })
  const { matter: said } = reader.words
  if (!first) return show(turn, pickMatterForm(reader, said.none({ words })))
  if (others.length > 0) return show(turn, pickMatterForm(reader, said.several))
  await show(turn, await communicationView(turn, { matterId: first.id }))
}
