import { show, type CommandTurn } from '../turn.ts'
import { matterOption } from '../views/matter-line.ts'
import { newsForm } from '../views/publish-news.ts'
import { findOnly } from './find-only.ts'

/** Opens the form for news, with the matter filled in when the words mean only one. */
export async function publishNewsCommand(turn: CommandTurn, words: string): Promise<void> {
  const matter = await findOnly(turn, words)
  const filled = matter ? { matter: matterOption(turn.reader.words, matter) } : {}
  await show(turn, newsForm(turn.reader, filled))
}
