import type { Communication } from '#core/matters/communication.ts'
import { deleteNews } from '#core/news/delete-news.ts'
import { checkRichText } from '#core/rich-text/check-rich-text.ts'
import { context, divider, modal, section, type Modal } from '../blocks.ts'
import type { SubmitAnswer } from '../on-submits.ts'
import type { Reader } from '../reader.ts'
import { richTextToMrkdwn } from '../rich-text-to-mrkdwn.ts'
import type { SubmitTurn } from '../turn.ts'
import type { NewsEntry } from './communication-entries.ts'
import { backToCommunication } from './communication.ts'
import { subjectIn, type Subject } from './subject-metadata.ts'

/** The last question before a piece of news is gone for clients. */
export function deleteNewsView({ words }: Reader, matter: Communication['matter'], entry: NewsEntry): Modal {
  const subject: Subject = { matterId: matter.id, id: entry.id }
  return modal({
    callbackId: 'news_delete',
    title: words.titles.newsDelete,
    submit: words.buttons.menu.delete,
    close: words.buttons.cancel,
    metadata: JSON.stringify(subject),
    blocks: [
      section(words.confirm.delete.news),
      ...(entry.hearing ? [context(words.practice.hearing.deleteHint)] : []),
      divider,
      section(richTextToMrkdwn(checkRichText(entry.body), 500)),
    ],
  })
}

/** Deletes it; the communication shows without it. */
export async function submitDeletedNews(turn: SubmitTurn): Promise<SubmitAnswer> {
  const { matterId, id: newsId } = subjectIn(turn.view.private_metadata)
  await deleteNews(turn.office, { by: turn.by, newsId })
  return backToCommunication(turn, matterId)
}
