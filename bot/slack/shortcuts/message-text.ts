import type { types } from '@slack/bolt'
import { z } from 'zod'
import { plainTextToRichText } from '#core/rich-text/plain-text-to-rich-text.ts'
import type { RichText } from '#core/rich-text/rich-text.ts'
import { richTextFromSlack } from '../rich-text-from-slack.ts'
import type { SlackNames } from '../runs-from-slack.ts'
import type { MessageTurn } from '../turn.ts'

const block = z.object({ type: z.string(), elements: z.array(z.unknown()).optional() })

/** The rich text blocks of a message as one; null where it has none, as most that apps post. */
export function richTextOf(message: MessageTurn['message']): types.RichTextBlock | null {
  const blocks = z.array(block).safeParse(message.blocks).data ?? []
  const elements = blocks.flatMap((one) => (one.type === 'rich_text' ? (one.elements ?? []) : []))
  // What Slack calls a rich text block is one; `richTextFromSlack` takes any kind of element.
  return elements.length > 0
    ? { type: 'rich_text', elements: elements as types.RichTextBlockElement[] }
    : null
}

/** What a message says, in our form. Throws TextMissing where it says nothing, TextTooLong. */
export function messageText(message: MessageTurn['message'], names: SlackNames): RichText {
  const rich = richTextOf(message)
  return rich ? richTextFromSlack(rich, names) : plainTextToRichText(plainOf(message.text ?? ''))
}

/** Slack's mrkdwn as plain text: `<https://a.example|words>` as both, mentions by what they are called there. */
function plainOf(text: string): string {
  return text
    .replace(/<([@#!])([^<>|]*)(?:\|([^<>]*))?>/g, (_, sign: string, id: string, name?: string) =>
      sign === '!' ? `@${name ?? id}` : `${sign}${name ?? id}`,
    )
    .replace(/<([^<>|]+)\|([^<>]*)>/g, (_, url: string, name: string) =>
      name === url ? url : `${name} (${url})`,
    )
    .replace(/<([^<>]+)>/g, '$1')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
}
