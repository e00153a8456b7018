import type { ChatWords } from '#core/words/es-CL/chat.ts'
import { modal, section, type Modal } from '../blocks.ts'

/** What stands there until what was asked for does. */
export function loadingView(words: ChatWords): Modal {
  return modal({
    callbackId: 'loading',
    title: 'Despacho',
    close: words.buttons.close,
    blocks: [section(words.shortcuts.loading)],
  })
}
