import type { Published } from '#core/news/publish-news.ts'
import type { ChatWords } from '#core/words/es-CL/chat.ts'

/** What a publication has done, in a sentence; the same when Slack delivers its confirmation a second time. */
export function whatWasSent({ done }: ChatWords, { announced, told }: Published): string {
  return announced ? done.sent({ mails: told }) : done.kept
}
