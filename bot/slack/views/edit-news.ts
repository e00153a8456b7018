import type { Communication } from '#core/matters/communication.ts'
import { editNews } from '#core/news/edit-news.ts'
import { checkRichText } from '#core/rich-text/check-rich-text.ts'
import { modal, type Modal } from '../blocks.ts'
import type { SubmitAnswer } from '../on-submits.ts'
import type { Reader } from '../reader.ts'
import { richTextFromSlack } from '../rich-text-from-slack.ts'
import { richTextToSlack } from '../rich-text-to-slack.ts'
import { slackNames } from '../slack-names.ts'
import type { SubmitTurn } from '../turn.ts'
import type { NewsEntry } from './communication-entries.ts'
import { refreshBelow } from './communication.ts'
import { chosen, richText } from './form-values.ts'
import { hearingFields, hearingIn, hearingMissing } from './hearing-fields.ts'
import { newsField } from './publish-news.ts'
import { savedView } from './sent.ts'
import { subjectIn, type Subject } from './subject-metadata.ts'
import { tellAgainBlock } from './tell-again.ts'

/** The news as it stands, to be changed. */
export function editNewsForm(reader: Reader, matter: Communication['matter'], entry: NewsEntry): Modal {
  const { words } = reader
  const subject: Subject = { matterId: matter.id, id: entry.id }
  const mayTell = entry.announced && !matter.hidden
  return modal({
    callbackId: 'news_edit',
    title: words.titles.newsEdit,
    submit: words.buttons.save,
    close: words.buttons.cancel,
    metadata: JSON.stringify(subject),
    blocks: [
      newsField(reader, richTextToSlack(checkRichText(entry.body))),
      ...(entry.hearing ? hearingFields(reader, entry.hearing) : []),
      ...(mayTell
        ? [tellAgainBlock(reader, entry.hearing ? words.practice.hearing.tellHint : undefined)]
        : []),
    ],
  })
}

/** Saves the change, and mails it when that was chosen. */
export async function submitEditedNews(turn: SubmitTurn): Promise<SubmitAnswer> {
  const { office, by, view, interaction, reader } = turn
  const { matterId, id: newsId } = subjectIn(view.private_metadata)
  const incomplete = hearingMissing(view, reader)
  if (incomplete) return incomplete
  const written = richText(view, 'text')
  const body = richTextFromSlack(written, await slackNames(turn.client, written), 'text')
  const hearing = hearingIn(view, by.timeZone)
  const tellAgain = chosen(view, 'announce') === 'tell'
  const edited = await editNews(office, { by, newsId, body, hearing, tellAgain, interaction })
  refreshBelow(turn, matterId)
  return { response_action: 'update', view: savedView(reader, edited, { kind: 'news', id: newsId }) }
}
