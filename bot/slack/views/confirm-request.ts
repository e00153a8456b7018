import { NotFound } from '#core/errors.ts'
import { whoIsTold, type WhoIsTold } from '#core/matters/who-is-told.ts'
import { readDraft, type RequestDraft } from '#core/news/draft.ts'
import { parseItems } from '#core/requests/parse-items.ts'
import { requestDocuments } from '#core/requests/request-documents.ts'
import { dayInWords } from '#core/words/format.ts'
import { actions, button, divider, modal, section, texts, type Block, type Modal } from '../blocks.ts'
import { bold, quote, safe } from '../mrkdwn.ts'
import type { SubmitAnswer } from '../on-submits.ts'
import type { Reader } from '../reader.ts'
import type { SubmitTurn } from '../turn.ts'
import { refreshBelow } from './communication.ts'
import { allChosen } from './form-values.ts'
import { ifHidden, isHiddenSince } from './if-hidden.ts'
import { sentView } from './sent.ts'
import { toldBlocks } from './told.ts'

/** Second step: who will be asked, and for what. */
export function confirmRequestView(
  reader: Reader,
  told: WhoIsTold,
  draft: RequestDraft,
  draftId: string,
): Modal {
  const { words } = reader
  return modal({
    callbackId: 'request_confirm',
    title: words.titles.confirm,
    submit: words.buttons.send,
    close: words.buttons.cancel,
    metadata: draftId,
    blocks: [
      ...toldBlocks(reader, told),
      divider,
      ...draftBlocks(reader, draft),
      ...(draft.confirmWithin
        ? [section(`❗ ${words.practice.hearing.willConfirm({ hours: draft.confirmWithin })}`)]
        : []),
      actions('correct', [button('correct', words.buttons.correct, draftId)]),
    ],
  })
}

function draftBlocks({ words: { confirm, practice }, locale, today }: Reader, draft: RequestDraft): Block[] {
  const due = draft.dueOn ? confirm.due({ day: dayInWords(draft.dueOn, locale, today) }) : confirm.noDue
  const items = parseItems(draft.items).map(({ title, kind, issuedWithinDays }, index) => {
    const marks = [
      ...(kind === 'text' ? [confirm.written.toLocaleLowerCase(locale)] : []),
      ...(kind === 'paper' || kind === 'sign' ? [practice.items.kinds[kind]] : []),
      ...(issuedWithinDays ? [practice.items.issuedWithin({ days: issuedWithinDays })] : []),
    ]
    return `${index + 1}. ${safe(title)}${marks.length > 0 ? ` (${marks.join(', ')})` : ''}`
  })
  const heads = [bold(draft.title), due, ...(draft.details.trim() ? [quote(draft.details, 1500)] : [])]
  return [...texts(heads), ...texts(items)].map((text) => section(text))
}

/** Asks for what the draft says, once however often it is confirmed; the last view says what was done, or asks again if the matter was hidden meanwhile. */
export async function submitConfirmedRequest(turn: SubmitTurn): Promise<SubmitAnswer> {
  const { office, by, reader, view } = turn
  const draftId = view.private_metadata
  const draft = await readDraft(office, { by, draftId })
  if (draft.kind !== 'request') throw new NotFound()
  const { matterId, title, details, dueOn } = draft
  const confirmWithin = draft.confirmWithin ?? undefined
  const wish = { by, matterId, title, details, dueOn, items: parseItems(draft.items), draftId, confirmWithin }
  const choices = { audience: allChosen(view, 'audience'), ifHidden: ifHidden(view) }
  try {
    const done = await requestDocuments(office, { ...wish, ...choices })
    refreshBelow(turn, matterId)
    const sent = { kind: 'request', id: done.requestId, draftId } as const
    return { response_action: 'update', view: sentView(reader, done, sent) }
  } catch (error) {
    if (!isHiddenSince(error, view)) throw error
    const told = await whoIsTold(office, { by, matterId })
    return { response_action: 'update', view: confirmRequestView(reader, told, draft, draftId) }
  }
}
