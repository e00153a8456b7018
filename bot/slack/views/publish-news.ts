import { MatterClosed, NobodyToTell } from '#core/errors.ts'
import { whoIsTold } from '#core/matters/who-is-told.ts'
import { saveDraft } from '#core/news/draft.ts'
import type { RichText } from '#core/rich-text/rich-text.ts'
import { input, modal, plain, type Modal, type Option } from '../blocks.ts'
import type { SubmitAnswer } from '../on-submit.ts'
import type { Reader } from '../reader.ts'
import { richTextFromSlack } from '../rich-text-from-slack.ts'
import { richTextToSlack } from '../rich-text-to-slack.ts'
import { slackNames } from '../slack-names.ts'
import type { SubmitTurn } from '../turn.ts'
import { confirmNewsView } from './confirm-news.ts'
import { chosen, richText } from './form-values.ts'
import { matterField } from './matter-field.ts'

/** First step: which matter, and what to tell. */
export function newsForm(reader: Reader, filled: { matter?: Option; body?: RichText } = {}): Modal {
  const { words } = reader
  return modal({
    callbackId: 'news',
    title: words.titles.news,
    submit: words.buttons.goOn,
    close: words.buttons.cancel,
    blocks: [matterField(words, filled.matter), newsField(reader, filled.body)],
  })
}

/** The one rich text input of a piece of news. */
export function newsField({ words }: Reader, body?: RichText) {
  return input('text', words.fields.text, {
    type: 'rich_text_input',
    action_id: 'text',
    placeholder: plain(words.fields.textHint, 150),
    ...(body && { initial_value: richTextToSlack(body) }),
  })
}

/** What was written becomes a draft; the second step says who will be told of it. */
export async function submitNews(turn: SubmitTurn): Promise<SubmitAnswer> {
  const { office, by, reader, view } = turn
  const matterId = chosen(view, 'matter')
  if (!matterId) return { response_action: 'errors', errors: { matter: reader.words.refusals.matterMissing } }
  const written = richText(view, 'text')
  const body = richTextFromSlack(written, await slackNames(turn.client, written), 'text')
  const told = await whoIsTold(office, { by, matterId })
  if (told.matter.closed) throw new MatterClosed()
  if (told.clients.length === 0) throw new NobodyToTell()
  const draftId = await saveDraft(office, { by, content: { kind: 'news', matterId, body } })
  return { response_action: 'update', view: confirmNewsView(reader, told, body, draftId) }
}
