import { setToSign } from '#core/requests/set-to-sign.ts'
import { input, modal, section, type Modal } from '../blocks.ts'
import { explain } from '../explain.ts'
import { filesFrom, givenIn } from '../on-behalf/slack-file.ts'
import type { SubmitAnswer } from '../on-submits.ts'
import type { Reader } from '../reader.ts'
import type { SubmitTurn } from '../turn.ts'
import { noticeView } from '../views/notice.ts'
import { aboutItem } from './about-item.ts'
import type { AboutItem } from './about-item.ts'
import { itemsView } from '../views/items.ts'

/** The document that the client is to sign. */
export function toSignForm({ words }: Reader, about: AboutItem): Modal {
  const { titles, fields, toSignHow } = words.practice.items
  return modal({
    callbackId: 'item_to_sign',
    title: titles.toSign,
    submit: words.buttons.save,
    close: words.buttons.cancel,
    metadata: JSON.stringify(about),
    blocks: [
      section(toSignHow),
      input('files', fields.toSign, { type: 'file_input', action_id: 'files', max_files: 1 }),
    ],
  })
}

/** Fetches it after Slack has its answer; the view says at the end what became of it. */
export async function submitToSign(turn: SubmitTurn): Promise<SubmitAnswer> {
  const { view, reader, client } = turn
  const { words } = reader
  const about = aboutItem(view.private_metadata)
  if (givenIn(view, 'files').length === 0)
    return { response_action: 'errors', errors: { files: words.refusals.textMissing } }
  turn.after(async () => {
    await client.views.update({ view_id: view.id, view: await attached(turn, about) })
    if (!view.previous_view_id) return
    await client.views.update({ view_id: view.previous_view_id, view: await itemsView(turn, about.subject) })
  })
  const { titles } = words.practice.items
  return {
    response_action: 'update',
    view: noticeView(words, titles.toSign, words.practice.onBehalf.working),
  }
}

async function attached(turn: SubmitTurn, { itemId }: AboutItem): Promise<Modal> {
  const { office, by, view, client, reader, interaction } = turn
  const { words, locale } = reader
  try {
    const files = filesFrom(client, givenIn(view, 'files'))
    const { itemTitle } = await setToSign(office, { by, itemId, files, interaction })
    return noticeView(words, words.titles.done, words.practice.items.attached({ item: itemTitle }))
  } catch (error) {
    return noticeView(words, words.titles.notDone, explain(office, error, words, locale) ?? '')
  }
}
