import type { Edited } from '#core/news/edit-news.ts'
import type { Published } from '#core/news/publish-news.ts'
import { actions, button, context, modal, section, type Modal } from '../blocks.ts'
import { escape } from '../mrkdwn.ts'
import type { Reader } from '../reader.ts'
import { noticeView } from './notice.ts'
import { whatWasSent } from './what-was-sent.ts'

/** What was sent, as the button that undoes it says it: `news:ID:DRAFT`. */
export type Sent = { kind: 'news' | 'request' | 'message'; id: string; draftId: string }

/** The last view after a send: what was done, and for a minute the way to undo it. */
export function sentView({ words }: Reader, done: Published, { kind, id, draftId }: Sent): Modal {
  const { undo } = words.practice
  const said = [
    whatWasSent(words, done),
    ...(done.told > 0 && done.heldSeconds > 0 ? [undo.held({ seconds: String(done.heldSeconds) })] : []),
  ]
  return modal({
    callbackId: 'sent',
    title: words.titles.done,
    close: words.buttons.close,
    blocks: [
      section(escape(said.join(' '))),
      context(undo.may),
      actions('undo', [button('undo_send', undo.button, [kind, id, draftId].join(':'))]),
    ],
  })
}

/** The last view after a change: what was done, and, where clients are told of it, for a minute the way to undo it. */
export function savedView(
  { words }: Reader,
  { told, heldSeconds }: Edited,
  { kind, id }: Pick<Sent, 'kind' | 'id'>,
): Modal {
  const { done, titles, practice } = words
  if (told === 0) return noticeView(words, titles.done, done.saved)
  const held = heldSeconds > 0 ? ` ${practice.undo.held({ seconds: String(heldSeconds) })}` : ''
  return modal({
    callbackId: 'sent',
    title: titles.done,
    close: words.buttons.close,
    blocks: [
      section(escape(done.savedAndSent({ mails: told }) + held)),
      context(practice.undo.may),
      actions('undo', [button('undo_edit', practice.undo.button, [kind, id].join(':'))]),
    ],
  })
}

/** What is left of a send that was undone: what became of it, and the way to the form with what was written, where there is a draft of it. */
export function undoneView({ words }: Reader, text: string, draftId: string): Modal {
  return modal({
    callbackId: 'undone',
    title: words.titles.done,
    close: words.buttons.close,
    blocks: [
      section(escape(text)),
      ...(draftId ? [actions('correct', [button('correct', words.practice.undo.again, draftId)])] : []),
    ],
  })
}
