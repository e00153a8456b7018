import type { types } from '@slack/bolt'
import type { Hearing } from '#core/delivery/letter.ts'
import { MatterClosed, NobodyToTell } from '#core/errors.ts'
import { whoIsTold } from '#core/matters/who-is-told.ts'
import { saveDraft } from '#core/news/draft.ts'
import { checkHearing } from '#core/news/hearing.ts'
import type { RichText } from '#core/rich-text/rich-text.ts'
import { actions, button, input, modal, plain, type Modal, type Option } from '../blocks.ts'
import type { SubmitAnswer } from '../on-submits.ts'
import type { Reader } from '../reader.ts'
import { richTextFromSlack } from '../rich-text-from-slack.ts'
import { richTextToSlack } from '../rich-text-to-slack.ts'
import { slackNames } from '../slack-names.ts'
import type { SubmitTurn } from '../turn.ts'
import { confirmNewsView } from './confirm-news.ts'
import { chosen, richText } from './form-values.ts'
import { confirmWithinIn, hearingFields, hearingIn, hearingMissing, urgentField } from './hearing-fields.ts'
import { matterField } from './matter-field.ts'

export type FilledNews = {
  matter?: Option
  body?: RichText
  /** The same as Slack holds it, while it is being written. */
  written?: types.RichTextBlock
  hearing?: Hearing | null
  confirmWithin?: number | null
  /** It asks for a hearing, too, and whether it is urgent. */
  more?: boolean
}

/** First step: which matter, and what to tell. */
export function newsForm(reader: Reader, filled: FilledNews = {}): Modal {
  const { words } = reader
  const { hearing, confirmWithin } = filled
  const asksMore = filled.more || Boolean(hearing) || Boolean(confirmWithin)
  return modal({
    callbackId: 'news',
    title: words.titles.news,
    submit: words.buttons.goOn,
    close: words.buttons.cancel,
    blocks: [
      matterField(words, filled.matter),
      newsField(reader, filled.written ?? (filled.body && richTextToSlack(filled.body))),
      ...(asksMore
        ? [...hearingFields(reader, hearing), urgentField(reader, confirmWithin)]
        : [actions('more', [button('news_more', words.practice.hearing.more, 'more')])]),
    ],
  })
}

/** The one rich text input of a piece of news. */
export function newsField({ words }: Reader, written?: types.RichTextBlock) {
  return input('text', words.fields.text, {
    type: 'rich_text_input',
    action_id: 'text',
    placeholder: plain(words.fields.textHint, 150),
    ...(written && { initial_value: written }),
  })
}

/** What was written becomes a draft; the second step says who will be told of it. */
export async function submitNews(turn: SubmitTurn): Promise<SubmitAnswer> {
  const { office, by, reader, view } = turn
  const matterId = chosen(view, 'matter')
  if (!matterId) return { response_action: 'errors', errors: { matter: reader.words.refusals.matterMissing } }
  const incomplete = hearingMissing(view, reader)
  if (incomplete) return incomplete
  const written = richText(view, 'text')
  const body = richTextFromSlack(written, await slackNames(turn.client, written), 'text')
  const told = await whoIsTold(office, { by, matterId })
  if (told.matter.closed) throw new MatterClosed()
  if (told.clients.length === 0) throw new NobodyToTell()
  const hearing = hearingIn(view, by.timeZone) ?? null
  if (hearing) checkHearing(hearing, office.clock(), by.timeZone)
  const content = { kind: 'news' as const, matterId, body, hearing, confirmWithin: confirmWithinIn(view) }
  const draftId = await saveDraft(office, { by, content })
  return { response_action: 'update', view: confirmNewsView(reader, told, content, draftId) }
}
