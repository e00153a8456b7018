import type { MessageShortcut, types, ViewOutput, webApi } from '@slack/bolt'
import type { MemberActor } from '#core/members/actor.ts'
import type { Office } from '#core/office.ts'
import type { Block } from './blocks.ts'
import type { HomesShown } from './home/homes-shown.ts'
import type { People } from './people.ts'
import type { Reader } from './reader.ts'
import type { TokensLately } from './tokens-lately.ts'

/** What every listener shares. */
export type Door = {
  office: Office
  people: People
  homes: HomesShown
  tokens: TokensLately
  /** Holds the server's stop back until the work is done. */
  during: <T>(work: Promise<T>) => Promise<T>
}

/** One interaction of a member who may act. */
export type Turn = {
  office: Office
  by: MemberActor
  reader: Reader
  client: webApi.WebClient
  /** Who they are in Slack. */
  chatUser: { tenant: string; userId: string }
  /** One effect per interaction, however often Slack delivers it. */
  interaction: string
}

export type CommandTurn = Turn & {
  triggerId: string
  /** The conversation in which it was typed; null where it was in none. */
  channelId: string | null
  /** Answers so that nobody else sees it. */
  tell: (answer: Answer) => Promise<void>
}

/** A shortcut was picked from a message's menu. */
export type MessageTurn = Turn & {
  triggerId: string
  channelId: string
  message: MessageShortcut['message']
  /** Tells the member alone, under the message. */
  tell: (text: string) => Promise<void>
}

export type SubmitTurn = Turn & {
  view: ViewOutput
  /** Runs after Slack has its answer; a failure is logged and changes nothing any more. */
  after: (work: () => Promise<unknown>) => void
}

export type ClickTurn = Turn & {
  triggerId: string
  /** The conversation in which it was clicked; null in a modal or home. */
  channelId: string | null
  /** Of the button, or of the option that was picked. */
  value: string
  /** The modal, or home, it happened in; null in a message. */
  view: ViewOutput | null
  /** What is picked in the blocks around it, by block. */
  picked: (blockId: string) => string | null
  /** Tells the member alone: under the message, or in a view over the modal. */
  tell: (text: string) => Promise<void>
}

export type Answer = { text: string; blocks?: Block[] }

export type Modal = types.ModalView
