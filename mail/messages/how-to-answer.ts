import type { ItemInLetter, LetterFrame } from '#core/delivery/letter.ts'
import type { MailWords } from '#core/words/es-CL/mail.ts'
import { isOpen } from './checklist.ts'
import type { Draft } from './draft.ts'
import { uploadPage } from './upload-page.ts'

/**
 * How the open items can be handed in, by what they are: by reply, at the office, and by the upload page where files are
 * wanted, of which `instead` has something else to say.
 */
export function howToAnswer(
  letter: LetterFrame,
  items: ItemInLetter[],
  words: MailWords,
  instead: ReturnType<typeof uploadPage> | null = null,
): Pick<Draft, 'ask' | 'button'> {
  const open = items.filter(isOpen)
  const wants = (...kinds: ItemInLetter['kind'][]) => open.some((item) => kinds.includes(item.kind))
  const wantsFiles = wants('file', 'sign')
  const page = instead ?? (wantsFiles ? uploadPage(letter, words) : { ask: [], button: null })
  const byReply = replyFor(wantsFiles, wants('text'), words)
  const atTheOffice = wants('paper') ? words.reply.paper : null
  return { ask: [byReply, atTheOffice, ...page.ask].filter((text) => text !== null), button: page.button }
}

function replyFor(files: boolean, texts: boolean, words: MailWords) {
  if (files) return texts ? words.reply.filesAndText : words.reply.files
  return texts ? words.reply.text : null
}
