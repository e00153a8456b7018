import { findMatters } from '#core/matters/find-matters.ts'
import { channelMatter } from '../channels/channel-matter.ts'
import { show } from '../show.ts'
import type { CommandTurn, Modal } from '../turn.ts'
import { communicationView } from '../views/communication.ts'
import { pickMatterForm } from '../views/pick-matter.ts'

/** Opens the communication of the one matter that the words mean, without any of the channel's; else asks which. */
export async function matterCommand(turn: CommandTurn, words: string): Promise<void> {
  await show(turn, matterMeant(turn, words))
}

async function matterMeant(turn: CommandTurn, words: string): Promise<Modal> {
  const { office, by, reader, channelId } = turn
  if (words === '') {
    const theirs = await channelMatter(turn, channelId)
    return theirs ? communicationView(turn, { matterId: theirs.id }) : pickMatterForm(reader)
  }
  const [first, ...others] = await findMatters(office, { by, words, limit: 2 })
  const { matter: said } = reader.words
  if (!first) return pickMatterForm(reader, said.none({ words }), words)
  if (others.length > 0) return pickMatterForm(reader, said.several)
  const typedIn = channelId ? { channel: channelId } : {}
  return communicationView(turn, { matterId: first.id, ...typedIn })
}
