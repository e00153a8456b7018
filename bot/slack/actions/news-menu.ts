import { newsInMatter } from '#core/matters/communication/news-shown.ts'
import { takeBack } from '#core/matters/take-back.ts'
import { show } from '../show.ts'
import type { ClickTurn } from '../turn.ts'
import { communicationState } from '../views/communication.ts'
import { deleteNewsView } from '../views/delete-news.ts'
import { editNewsForm } from '../views/edit-news.ts'
import { evidenceView } from '../views/evidence.ts'
import { refreshCommunication } from './refresh-communication.ts'

/** The ⋯ menu of a piece of news; its value is the choice and the news' id. */
export async function newsMenu(turn: ClickTurn): Promise<void> {
  const { office, by, reader, interaction } = turn
  if (!turn.view) return
  const [choice, newsId = ''] = turn.value.split(':')
  if (choice === 'undo') {
    const done = await takeBack(office, { by, kind: 'news', subjectId: newsId, interaction })
    return refreshCommunication(turn, reader.words.practice.undo.done(done))
  }
  const { matterId } = communicationState(turn.view.private_metadata)
  if (choice === 'told') return show(turn, evidenceView(turn, { matterId, subjectId: newsId }))
  await show(turn, aboutNews())

  async function aboutNews() {
    const { matter, news: entry } = await newsInMatter(office, { by, matterId, newsId })
    return choice === 'edit' ? editNewsForm(reader, matter, entry) : deleteNewsView(reader, matter, entry)
  }
}
