import { show } from '../show.ts'
import type { CommandTurn } from '../turn.ts'
import { matterOption } from '../views/matter-line.ts'
import { newsForm } from '../views/publish-news.ts'
import { findOnly } from './find-only.ts'

/** Opens the form for news, with the matter filled in when the words mean only one. */
export async function publishNewsCommand(turn: CommandTurn, words: string): Promise<void> {
  await show(turn, filledForm())

  async function filledForm() {
    const matter = await findOnly(turn, words)
    return newsForm(turn.reader, matter ? { matter: matterOption(turn.reader.words, matter) } : {})
  }
}
