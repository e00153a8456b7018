import { z } from 'zod'
import type { ChatWords } from '#core/words/es-CL/chat.ts'
import { button } from '../blocks.ts'
import { cut } from '../mrkdwn.ts'

const wanted = z.union([
  z.object({ title: z.string() }).strict(),
  z.object({ clientId: z.string() }).strict(),
])

/** What is known of a matter before it is written down: the words that were looked for, or whose it is. */
type WantedMatter = z.infer<typeof wanted>

/** How long the words may be that a button carries. */
const mostTyped = 300

/** Leads to the form for a new matter. */
export function newMatterButton({ matters }: ChatWords, known: WantedMatter) {
  const value = 'title' in known ? { title: cut(known.title, mostTyped) } : known
  return button('matter_new', matters.buttons.newMatter, JSON.stringify(value))
}

/** What such a button knew. */
export function wantedMatter(value: string): WantedMatter {
  return wanted.parse(JSON.parse(value))
}
