import type { ChatNote, ChatNoteContent } from '#core/delivery/chat-note.ts'
import type { Block } from '../blocks.ts'

/** A message as it is posted; `text` is what notifications and screen readers get. */
export type Posted = { text: string; blocks: Block[] }

export type NoteOf<Kind extends ChatNote['kind']> = Extract<ChatNoteContent, { kind: Kind }>

const mostBlocks = 50
const mostUnits = 12_000

/**
 * True when Slack takes the blocks as one message: at most fifty, and about 13,000 characters with all their markup,
 * which it documents nowhere (github.com/slackapi/bolt-js/issues/2509).
 */
export function fitsInMessage(blocks: Block[]): boolean {
  return blocks.length <= mostBlocks && JSON.stringify(blocks).length <= mostUnits
}
