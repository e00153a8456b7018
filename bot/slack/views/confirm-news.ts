import { whoIsTold, type WhoIsTold } from '#core/matters/who-is-told.ts'
import { NotFound } from '#core/errors.ts'
import { readDraft, type NewsDraft } from '#core/news/draft.ts'
import { publishNews } from '#core/news/publish-news.ts'
import { checkRichText } from '#core/rich-text/check-rich-text.ts'
import type { RichText } from '#core/rich-text/rich-text.ts'
import { actions, button, divider, modal, section, type Modal } from '../blocks.ts'
import { quote } from '../mrkdwn.ts'
import type { SubmitAnswer } from '../on-submits.ts'
import type { Reader } from '../reader.ts'
import { richTextToMrkdwn } from '../rich-text-to-mrkdwn.ts'
import type { SubmitTurn } from '../turn.ts'
import { refreshBelow } from './communication.ts'
import { allChosen } from './form-values.ts'
import { hearingLine } from './hearing-lines.ts'
import { ifHidden, isHiddenSince } from './if-hidden.ts'
import { sentView } from './sent.ts'
import { toldBlocks } from './told.ts'

/** What the second step shows of it. */
export type NewsSaid = Pick<NewsDraft, 'hearing' | 'confirmWithin'> & { body: RichText }

/** Second step: who will be told, and what they will read. */
export function confirmNewsView(reader: Reader, told: WhoIsTold, draft: NewsSaid, draftId: string): Modal {
  const { words } = reader
  const { hearing, confirmWithin } = draft
  const more = [
    ...(hearing ? [hearingLine(reader, hearing)] : []),
    ...(hearing?.bring ? [quote(hearing.bring, 500)] : []),
    ...(confirmWithin ? [`❗ ${words.practice.hearing.willConfirm({ hours: confirmWithin })}`] : []),
  ]
  return modal({
    callbackId: 'news_confirm',
    title: words.titles.confirm,
    submit: words.buttons.send,
    close: words.buttons.cancel,
    metadata: draftId,
    blocks: [
      ...toldBlocks(reader, told),
      divider,
      section(richTextToMrkdwn(draft.body, 2900)),
      ...(more.length > 0 ? [section(more.join('\n'))] : []),
      actions('correct', [button('correct', words.buttons.correct, draftId)]),
    ],
  })
}

/** Publishes the draft, once however often it is confirmed; the last view says what was done, or asks again if the matter was hidden meanwhile. */
export async function submitConfirmedNews(turn: SubmitTurn): Promise<SubmitAnswer> {
  const { office, by, reader, view } = turn
  const draftId = view.private_metadata
  const draft = await readDraft(office, { by, draftId })
  if (draft.kind !== 'news') throw new NotFound()
  const { matterId, body, hearing } = draft
  const confirmWithin = draft.confirmWithin ?? undefined
  const choices = { audience: allChosen(view, 'audience'), ifHidden: ifHidden(view) }
  try {
    const done = await publishNews(office, {
      by,
      matterId,
      body,
      hearing,
      confirmWithin,
      draftId,
      ...choices,
    })
    refreshBelow(turn, matterId)
    const sent = { kind: 'news', id: done.newsId, draftId } as const
    return { response_action: 'update', view: sentView(reader, done, sent) }
  } catch (error) {
    if (!isHiddenSince(error, view)) throw error
    const told = await whoIsTold(office, { by, matterId })
    const said = { ...draft, body: checkRichText(body) }
    return { response_action: 'update', view: confirmNewsView(reader, told, said, draftId) }
  }
}
