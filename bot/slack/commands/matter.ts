import { findMatters } from '#core/matters/find-matters.ts'
import { channelMatter } from '../channels/channel-matter.ts'
import { show, type CommandTurn } from '../turn.ts'
import { communicationView } from '../views/communication.ts'
import { pickMatterForm } from '../views/pick-matter.ts'

/** Opens the communication of the one matter that the words mean, without any of the channel's; else asks which. */
export async function matterCommand(turn: CommandTurn, words: string): Promise<void> {
  const { office, by, reader, channelId } = turn
  if (words === '') {
    const theirs = await channelMatter(turn, channelId)
    const view = theirs ? await communicationView(turn, { matterId: theirs.id }) : pickMatterForm(reader)
    return show(turn, view)
  }
  const [first, ...others] = await findMatters(office, { by, words, limit: 2 })
  const { matter: said } = reader.words
  if (!first) return show(turn, pickMatterForm(reader, said.none({ words })))
  if (others.length > 0) return show(turn, pickMatterForm(reader, said.several))
  const typedIn = channelId ? { channel: channelId } : {}
  await show(turn, await communicationView(turn, { matterId: first.id, ...typedIn }))
}
