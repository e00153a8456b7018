import { whoIsTold } from '#core/matters/who-is-told.ts'
import type { Option } from '../blocks.ts'
import { show } from '../show.ts'
import type { ClickTurn } from '../turn.ts'
import { matterOption } from '../views/matter-line.ts'
import { newsForm } from '../views/publish-news.ts'
import { requestForm } from '../views/request-documents.ts'

/** From a matter's communication: the form for news, the matter filled in. */
export async function openNewsForm(turn: ClickTurn): Promise<void> {
  await show(
    turn,
    matterIn(turn).then((matter) => newsForm(turn.reader, { matter })),
  )
}

/** From a matter's communication: the form for a request, the matter filled in. */
export async function openRequestForm(turn: ClickTurn): Promise<void> {
  await show(
    turn,
    matterIn(turn).then((matter) => requestForm(turn.reader, { matter })),
  )
}

async function matterIn({ office, by, reader, value: matterId }: ClickTurn): Promise<Option> {
  const { matter } = await whoIsTold(office, { by, matterId })
  return matterOption(reader.words, matter)
}
