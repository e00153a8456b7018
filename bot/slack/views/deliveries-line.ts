import type { Delivered } from '#core/matters/communication/deliveries-of.ts'
import type { ChatWords } from '#core/words/es-CL/chat.ts'

/** "3 enviados · 1 rebotado · 1 visto en el portal"; empty where nothing was mailed. */
export function deliveriesLine(words: ChatWords, delivered: Delivered): string {
  const kinds = ['accepted', 'queued', 'bounced', 'failed', 'cancelled', 'opened', 'seen'] as const
  return kinds
    .filter((kind) => delivered[kind] > 0)
    .map((kind) => words.deliveries[kind]({ count: delivered[kind] }))
    .join(' · ')
}
