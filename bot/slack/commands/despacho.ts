import type { CommandTurn } from '../turn.ts'
import { accessCommand } from './access.ts'
import { clientCommand } from './client.ts'
import { helpCommand, unknownCommand } from './help.ts'
import { matterCommand } from './matter.ts'
import { pendingCommand } from './pending.ts'
import { publishNewsCommand } from './publish-news.ts'
import { requestDocumentsCommand } from './request-documents.ts'
import { settingsCommand } from './settings.ts'
import { parseCommand, type shortCommands, type Subcommand } from './subcommands.ts'

const commands: Record<Subcommand, (turn: CommandTurn, words: string) => Promise<void>> = {
  news: publishNewsCommand,
  request: requestDocumentsCommand,
  pending: pendingCommand,
  matter: matterCommand,
  access: accessCommand,
  client: clientCommand,
  settings: settingsCommand,
  help: helpCommand,
}

/** `/despacho`: the first word says what, the others which matter. */
export async function despachoCommand(turn: CommandTurn, typed: string): Promise<void> {
  const { subcommand, first, words } = parseCommand(typed)
  if (subcommand === null) return unknownCommand(turn, first)
  await commands[subcommand](turn, words)
}

/** A short command is one subcommand; all that is typed is words. */
export function shortCommand(subcommand: keyof typeof shortCommands) {
  return (turn: CommandTurn, typed: string) => commands[subcommand](turn, typed.trim())
}
