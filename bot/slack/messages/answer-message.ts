import { answerMessage } from '#core/replies/messages/answer-message.ts'
import { messageToAnswer } from '#core/replies/messages/message-for.ts'
import { context, input, modal, section, type Modal } from '../blocks.ts'
import { escape, quote, safe } from '../mrkdwn.ts'
import { originalLine } from '../notes/original-lines.ts'
import type { SubmitAnswer } from '../on-submits.ts'
import type { Reader } from '../reader.ts'
import { show } from '../show.ts'
import type { ClickTurn, SubmitTurn } from '../turn.ts'
import { typed } from '../views/form-values.ts'
import { sentView } from '../views/sent.ts'

/** What the form says of the message and of whom the answer goes to. */
export type ToAnswer = Awaited<ReturnType<typeof messageToAnswer>>

/** Opens the form in which a client's message is answered. */
export async function openMessageAnswer(turn: ClickTurn): Promise<void> {
  const { office, by, reader, value: inboundId } = turn
  await show(
    turn,
    messageToAnswer(office, { by, inboundId }).then((asked) => messageAnswerForm(reader, inboundId, asked)),
  )
}

/** What the client wrote, who will get the answer, and where to write it. */
export function messageAnswerForm({ words }: Reader, inboundId: string, to: ToAnswer): Modal {
  const { messages } = words
  const told = messages.willTell({ client: safe(to.client, 150), mails: to.mails })
  return modal({
    callbackId: 'message_answer',
    title: messages.title,
    submit: words.buttons.send,
    close: words.buttons.cancel,
    metadata: inboundId,
    blocks: [
      ...(to.wrote.trim() ? [section(quote(to.wrote, 2000))] : []),
      ...originalLine({ words }, to.originalUrl),
      input(
        'text',
        messages.field,
        { type: 'plain_text_input', action_id: 'text', multiline: true, max_length: 3000 },
        { hint: messages.fieldHint },
      ),
      context(to.sensitive ? `${told} ${escape(words.confirm.sensitive)}` : told),
    ],
  })
}

/** Sends the answer; for a minute it can be undone. */
export async function submitMessageAnswer(turn: SubmitTurn): Promise<SubmitAnswer> {
  const { office, by, view, interaction, reader } = turn
  const inboundId = view.private_metadata
  const done = await answerMessage(office, { by, inboundId, text: typed(view, 'text'), interaction })
  const sent = { kind: 'message', id: done.answerId, draftId: '' } as const
  return { response_action: 'update', view: sentView(reader, done, sent) }
}
