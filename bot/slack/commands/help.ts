import type { ChatWords } from '#core/words/es-CL/chat.ts'
import { context, section } from '../blocks.ts'
import { safe } from '../mrkdwn.ts'
import type { CommandTurn } from '../turn.ts'
import { subcommands } from './subcommands.ts'

/** Lists what there is, in the member's language. */
export async function helpCommand(turn: CommandTurn): Promise<void> {
  const { words } = turn.reader
  await turn.tell(helpAnswer(words, words.commands.helpTitle))
}

/** The same list for somebody whose first word is none of it. */
export async function unknownCommand(turn: CommandTurn, first: string): Promise<void> {
  const { words } = turn.reader
  const { commands } = words
  const lead = first === '' ? commands.nothing : commands.unknown({ word: safe(first, 60) })
  await turn.tell(helpAnswer(words, lead))
}

function helpAnswer({ commands }: ChatWords, lead: string) {
  const lines = subcommands.map((kind) => `\`/despacho ${commands.names[kind]}\` ${commands.help[kind]}`)
  const text = [lead, ...lines].join('\n')
  return { text, blocks: [section(text), context(commands.helpWords)] }
}
