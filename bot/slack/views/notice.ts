import type { ChatWords } from '#core/words/es-CL/chat.ts'
import { modal, section, type Modal } from '../blocks.ts'
import { escape } from '../mrkdwn.ts'

/** A view that only says something: what was done, or why it could not be. */
export function noticeView(words: ChatWords, title: string, text: string): Modal {
  return modal({ callbackId: 'notice', title, blocks: [section(escape(text))], close: words.buttons.close })
}
