import { whoIsTold } from '#core/matters/who-is-told.ts'
import { readDraft } from '#core/news/draft.ts'
import { checkRichText } from '#core/rich-text/check-rich-text.ts'
import type { ClickTurn } from '../turn.ts'
import { matterOption } from '../views/matter-line.ts'
import { newsForm } from '../views/publish-news.ts'
import { requestForm } from '../views/request-documents.ts'

/** Goes back from the second step to the form, as it was filled in. */
export async function correct(turn: ClickTurn): Promise<void> {
  const { office, by, reader } = turn
  if (!turn.view) return
  const draft = await readDraft(office, { by, draftId: turn.value })
  const told = await whoIsTold(office, { by, matterId: draft.matterId })
  const matter = matterOption(reader.words, told.matter)
  const view =
    draft.kind === 'news'
      ? newsForm(reader, { ...draft, matter, body: checkRichText(draft.body) })
      : requestForm(reader, { matter, request: draft, confirmWithin: draft.confirmWithin })
  await turn.client.views.update({ view_id: turn.view.id, view })
}
