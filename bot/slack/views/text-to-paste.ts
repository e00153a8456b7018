import { linksToPaste, type LinkToPaste } from '#core/requests/text-to-paste.ts'
import { context, input, modal, section, type Modal } from '../blocks.ts'
import type { SubmitAnswer } from '../on-submits.ts'
import type { Reader } from '../reader.ts'
import { show } from '../show.ts'
import type { ClickTurn } from '../turn.ts'
import { wordsForChat } from '../words-for-chat.ts'

const mostClients = 30

/** From a request in a matter's communication; the value is its id. */
export async function openTextToPaste(turn: ClickTurn): Promise<void> {
  const { office, by, reader, interaction, value: requestId } = turn
  await show(
    turn,
    linksToPaste(office, { by, requestId, interaction }).then((links) => textToPasteView(reader, links)),
  )
}

/** For each client a text in their language, in a field: on a phone only what stands in one can be copied from a modal. */
export function textToPasteView({ words }: Reader, links: LinkToPaste[]): Modal {
  const { toPaste } = words.practice
  if (links.length === 0)
    return modal({
      callbackId: 'text_to_paste',
      title: toPaste.title,
      close: words.buttons.close,
      blocks: [section(toPaste.nobody)],
    })
  return modal({
    callbackId: 'text_to_paste',
    title: toPaste.title,
    submit: toPaste.done,
    blocks: [
      section(toPaste.how),
      ...(links.some((link) => link.safeContact) ? [context(`⚠️ ${toPaste.safeContact}`)] : []),
      ...links.slice(0, mostClients).map((link) =>
        input(`text-${link.clientId}`, [link.name, ...link.phones.slice(0, 3)].join(' · '), {
          type: 'plain_text_input',
          action_id: 'text',
          multiline: true,
          initial_value: wordsForChat(link.locale).practice.toPaste.text({ url: link.url }),
        }),
      ),
      ...(links.length > mostClients ? [context(toPaste.more({ count: links.length - mostClients }))] : []),
    ],
  })
}

/** Nothing is kept of it: it was there to be copied. */
export async function closeTextToPaste(): Promise<SubmitAnswer> {
  return null
}
