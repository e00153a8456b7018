import { webApi } from '@slack/bolt'
import type { ChatWords } from '#core/words/es-CL/chat.ts'
import { actions, button, section } from '../blocks.ts'
import { cut, escape } from '../mrkdwn.ts'
import type { Answer, ClickTurn, CommandTurn } from '../turn.ts'
import { despachoCommand, shortCommand } from './despacho.ts'
import { shortCommands } from './subcommands.ts'

/** What a button's value holds; no search for a matter is as long. */
const mostTyped = 1500

/** Whether Slack shows no modal any more, its three seconds being over, or wants to be asked less often: the same may be done again. */
export function isTooLate(error: unknown): boolean {
  if (error instanceof webApi.WebAPIRateLimitedError) return true
  return error instanceof webApi.WebAPIPlatformError && error.data.error === 'expired_trigger_id'
}

/** Says that it was too slow, with a button that does the same again. */
export function tryAgainAnswer(words: ChatWords, command: string, typed: string): Answer {
  const { refusals, shortcuts } = words
  const again = button('try_again', shortcuts.again, cut(`${command} ${typed}`.trim(), mostTyped))
  return {
    text: escape(refusals.tooSlow),
    blocks: [section(escape(refusals.tooSlow)), actions('try_again', [again])],
  }
}

/** Does what the command would have done; the click has three seconds of its own. */
export async function tryAgain(turn: ClickTurn): Promise<void> {
  const [command = '', ...typed] = turn.value.split(' ')
  const act = actOf(command)
  const tell: CommandTurn['tell'] = ({ text }) => turn.tell(text)
  await act({ ...turn, tell }, typed.join(' '))
}

function actOf(command: string) {
  for (const subcommand of ['news', 'request', 'pending', 'matter'] as const) {
    if (shortCommands[subcommand].includes(command)) return shortCommand(subcommand)
  }
  return despachoCommand
}
