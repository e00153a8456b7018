import { randomBytes } from 'node:crypto'
import type { SlackCall } from './slack-call.ts'
import { messageOf, type SlackMessage } from './read-messages.ts'
import type { Emulator } from './start-emulator.ts'
import { slackApp } from './workspace.ts'

const MOST_USES = 5

/** Where an answer to a response URL belongs. */
export type ResponseTarget = { userId: string; channelId: string; messageTs?: string }

/** An ephemeral message and the one who sees it. */
export type EphemeralMessage = SlackMessage & { to: string }

export type ResponseUrls = {
  /** A path of the Slack API, good for five answers about this target. */
  mint: (target: ResponseTarget) => string
  /** Does what the call to such a path asks; gives back what is wrong with it, if anything. */
  answer: (path: string, call: SlackCall) => Promise<string | undefined>
}

/** Answers to commands and buttons by response URL: an ephemeral message, one for all, an edit or a removal. */
export function keepResponseUrls(
  emulator: Emulator,
  tell: (message: EphemeralMessage) => void,
): ResponseUrls {
  const targets = new Map<string, { target: ResponseTarget; uses: number }>()
  return {
    mint(target) {
      const path = `/response/${randomBytes(12).toString('hex')}`
      targets.set(path, { target, uses: 0 })
      return path
    },
    async answer(path, { args }) {
      const known = targets.get(path)
      if (!known) return 'unknown response_url'
      if (++known.uses > MOST_USES) return `response_url used more than ${MOST_USES} times`
      const { channelId: channel, messageTs: ts, userId: to } = known.target
      if (args.delete_original === true) await emulator.ask('chat.delete', { channel, ts })
      else if (args.replace_original === true) {
        const { ok } = await emulator.ask('chat.update', { ...args, channel, ts })
        // What only one person saw is not among the messages: they see the new one in its place.
        if (ok !== true) tell({ ...ephemeral(channel, args), to })
      } else if (args.response_type === 'in_channel')
        await emulator.ask('chat.postMessage', { ...args, channel })
      else tell({ ...ephemeral(channel, args), to })
      return undefined
    },
  }
}

/** What an app says to one person only, in `channel`. */
export function ephemeral(channel: string, said: Record<string, unknown>): SlackMessage {
  const message = messageOf(channel, {
    ...said,
    ts: (Date.now() / 1000).toFixed(6),
    user: slackApp.botUserId,
  })
  return { ...message, isEphemeral: true }
}
