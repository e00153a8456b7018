import { isRefusal } from '#core/errors.ts'
import { channelMatter } from '../channels/channel-matter.ts'
import type { Modal } from '../blocks.ts'
import { slackNames } from '../slack-names.ts'
import { show } from '../show.ts'
import type { MessageTurn } from '../turn.ts'
import { matterOption } from '../views/matter-line.ts'
import { noticeView } from '../views/notice.ts'
import { newsForm } from '../views/publish-news.ts'
import { messageText, richTextOf } from './message-text.ts'

/** The form for news, filled in with what the message says and with the matter of its channel, if it has one. */
export async function messageToNews(turn: MessageTurn): Promise<void> {
  await show(turn, filledForm(turn))
}

async function filledForm(turn: MessageTurn): Promise<Modal> {
  const { reader, client, message } = turn
  const { words } = reader
  try {
    const rich = richTextOf(message)
    const body = messageText(message, rich ? await slackNames(client, rich) : {})
    const matter = await channelMatter(turn, turn.channelId)
    return newsForm(reader, { body, ...(matter && { matter: matterOption(words, matter) }) })
  } catch (error) {
    if (!isRefusal(error) || error.code !== 'text_missing') throw error
    return noticeView(words, words.titles.notDone, words.shortcuts.emptyMessage)
  }
}
