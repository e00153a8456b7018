import { show } from '../show.ts'
import type { CommandTurn } from '../turn.ts'
import { matterOption } from '../views/matter-line.ts'
import { requestForm } from '../views/request-documents.ts'
import { findOnly } from './find-only.ts'

/** Opens the form for a request, with the matter filled in when the words mean only one. */
export async function requestDocumentsCommand(turn: CommandTurn, words: string): Promise<void> {
  await show(turn, filledForm())

  async function filledForm() {
    const matter = await findOnly(turn, words)
    return requestForm(turn.reader, matter ? { matter: matterOption(turn.reader.words, matter) } : {})
  }
}
