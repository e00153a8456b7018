import type { WhoIsTold } from '#core/matters/who-is-told.ts'
import { NotFound } from '#core/errors.ts'
import { readDraft } from '#core/news/draft.ts'
import { publishNews } from '#core/news/publish-news.ts'
import type { RichText } from '#core/rich-text/rich-text.ts'
import { actions, button, divider, modal, section, type Modal } from '../blocks.ts'
import type { SubmitAnswer } from '../on-submit.ts'
import type { Reader } from '../reader.ts'
import { richTextToMrkdwn } from '../rich-text-to-mrkdwn.ts'
import type { SubmitTurn } from '../turn.ts'
import { refreshBelow } from './communication.ts'
import { allChosen } from './form-values.ts'
import { ifHidden } from './if-hidden.ts'
import { noticeView } from './notice.ts'
import { toldBlocks } from './told.ts'
import { whatWasSent } from './what-was-sent.ts'

/** Second step: who will be told, and what they will read. */
export function confirmNewsView(reader: Reader, told: WhoIsTold, body: RichText, draftId: string): Modal {
  const { words } = reader
  return modal({
    callbackId: 'news_confirm',
    title: words.titles.confirm,
    submit: words.buttons.send,
    close: words.buttons.cancel,
    metadata: draftId,
    blocks: [
      ...toldBlocks(reader, told),
      divider,
      section(richTextToMrkdwn(body, 2900)),
      actions('correct', [button('correct', words.buttons.correct, draftId)]),
    ],
  })
}

/** Publishes the draft, once however often it is confirmed; the last view says what was done. */
export async function submitConfirmedNews(turn: SubmitTurn): Promise<SubmitAnswer> {
  const { office, by, reader, view } = turn
  const draftId = view.private_metadata
  const draft = await readDraft(office, { by, draftId })
  if (draft.kind !== 'news') throw new NotFound()
  const { matterId, body } = draft
  const audience = allChosen(view, 'audience')
  const done = await publishNews(office, { by, matterId, body, draftId, audience, ifHidden: ifHidden(view) })
  refreshBelow(turn, matterId)
  const text = whatWasSent(reader.words, done)
  return { response_action: 'update', view: noticeView(reader.words, reader.words.titles.done, text) }
}
