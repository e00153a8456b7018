import type { Published } from '#core/news/publish-news.ts'
import { actions, button, context, modal, section, type Modal } from '../blocks.ts'
import { escape } from '../mrkdwn.ts'
import type { Reader } from '../reader.ts'
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
