import { whoIsTold } from '#core/matters/who-is-told.ts'
import type { Option } from '../blocks.ts'
import { show, type ClickTurn } from '../turn.ts'
import { matterOption } from '../views/matter-line.ts'
import { newsForm } from '../views/publish-news.ts'
import { requestForm } from '../views/request-documents.ts'

/** From a matter's communication: the form for news, the matter filled in. */
export async function openNewsForm(turn: ClickTurn): Promise<void> {
  await show(turn, newsForm(turn.reader, { matter: await matterIn(turn) }))
}

/** From a matter's communication: the form for a request, the matter filled in. */
export async function openRequestForm(turn: ClickTurn): Promise<void> {
  await show(turn, requestForm(turn.reader, { matter: await matterIn(turn) }))
}

async function matterIn({ office, by, reader, value: matterId }: ClickTurn): Promise<Option> {
  const { matter } = await whoIsTold(office, { by, matterId })
  return matterOption(reader.words, matter)
}
