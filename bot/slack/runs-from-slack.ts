import type { types } from '@slack/bolt'
import { isSafeLink } from '#core/rich-text/is-safe-link.ts'
import type { RichTextMark, RichTextRun } from '#core/rich-text/rich-text.ts'

/** How to name what Slack only numbers; what nobody can name keeps its id. */
export type SlackNames = {
  userName?: (id: string) => string | undefined
  channelName?: (id: string) => string | undefined
  usergroupName?: (id: string) => string | undefined
}

/** Runs of text and marks for Slack's inline elements. Their text may hold line ends, which are the caller's to part. */
export function runsFromSlack(elements: types.RichTextElement[], names: SlackNames): RichTextRun[] {
  return elements.map((element) => {
    const isLink = element.type === 'link' && isSafeLink(element.url)
    const link: RichTextMark[] = isLink ? [{ type: 'link', attrs: { href: element.url } }] : []
    const marks = [...link, ...styleMarks(element.style, isLink)]
    return { type: 'text', text: wordsOf(element, names), ...(marks.length > 0 ? { marks } : {}) }
  })
}

/** `code` bears no other mark beside it; on a link it is the link that stays. */
function styleMarks(style: types.RichTextText['style'], isLink: boolean): RichTextMark[] {
  if (style?.code && !isLink) return [{ type: 'code' }]
  const marks = ['bold', 'italic', 'strike', 'underline'] as const
  return marks.filter((type) => style?.[type]).map((type) => ({ type }))
}

function wordsOf(element: types.RichTextElement, names: SlackNames): string {
  switch (element.type) {
    case 'text':
      return element.text
    case 'link':
      return linkWords(element)
    case 'user':
      return `@${names.userName?.(element.user_id) ?? element.user_id}`
    case 'usergroup':
      return `@${names.usergroupName?.(element.usergroup_id) ?? element.usergroup_id}`
    case 'channel':
      return `#${names.channelName?.(element.channel_id) ?? element.channel_id}`
    case 'broadcast':
      return `@${element.range}`
    case 'team':
      return element.team_id
    case 'color':
      return element.value
    case 'date':
      return element.fallback ?? new Date(element.timestamp * 1000).toISOString().slice(0, 10)
    case 'emoji':
      return emojiWords(element)
    default:
      return unknownWords(element)
  }
}

function linkWords({ text, url }: types.RichTextLink): string {
  if (!text || text === url) return url
  return url.startsWith('http://') ? `${text} (${url})` : text
}

/** Slack gives code points in hexadecimal, joined by hyphens; a workspace's own emoji have none. */
function emojiWords({ name, unicode }: types.RichTextEmoji): string {
  const points = (unicode ?? '').split('-').map((point) => Number.parseInt(point, 16))
  const isCharacter = points.every((point) => point > 0 && point <= 0x10ffff)
  return isCharacter ? String.fromCodePoint(...points) : `:${name}:`
}

/** Slack adds kinds of elements as it grows: what has a text is not lost. */
function unknownWords(element: object): string {
  if ('text' in element && typeof element.text === 'string') return element.text
  return 'fallback' in element && typeof element.fallback === 'string' ? element.fallback : ''
}
