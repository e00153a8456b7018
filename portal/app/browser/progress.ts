import { fileSize } from '#core/words/format.ts'
import type { Locale } from '#core/words/locale.ts'
import { counted, filled, within } from './parts.ts'

/** Before this, a guess at the time left would only jump about. */
const soonestGuess = 1500

export type Progress = {
  show: (sent: number) => void
  /** The connection is lost. */
  wait: () => void
  /** Everything is there; only the answer is awaited. */
  store: () => void
}

/** Tells in `view` (of `hand-in-parts.tsx`) how far `total` bytes have come, in bytes and in time. Read out by quarters only. */
export function progressIn(view: HTMLElement, total: number, locale: Locale): Progress {
  const words = view.dataset
  const bar = view.querySelector('progress') ?? document.createElement('progress')
  const said = within(view, '[data-said]')
  const heard = within(view, '[role=status]')
  let began: { at: number; sent: number } | null = null
  bar.max = total

  function timeLeft(sent: number): string {
    began ??= { at: Date.now(), sent }
    const elapsed = Date.now() - began.at
    const moved = sent - began.sent
    if (moved <= 0 || elapsed < soonestGuess) return ''
    const seconds = Math.max(1, Math.ceil(((total - sent) / moved) * (elapsed / 1000)))
    if (seconds > 90) return counted(Math.round(seconds / 60), words.oneMinute, words.otherMinutes)
    return counted(seconds, words.oneSecond, words.otherSeconds)
  }

  return {
    show(sent) {
      const sizes = { sent: fileSize(sent, locale), total: fileSize(total, locale) }
      const quarter = Math.floor((sent / total) * 4) * 25
      bar.value = sent
      said.textContent = [filled(words.amount, sizes), timeLeft(sent)].filter(Boolean).join(' · ')
      tell(heard, quarter === 0 ? words.starting : `${quarter} %`)
    },
    wait() {
      // What it took to wait says nothing of how fast the rest will be.
      began = null
      said.textContent = words.waiting ?? ''
      tell(heard, words.waiting)
    },
    store() {
      bar.removeAttribute('value')
      said.textContent = words.storing ?? ''
      tell(heard, words.storing)
      within(view, 'button').remove()
    },
  }
}

// The same words set again would be read out again.
function tell(place: HTMLElement, words = '') {
  if (place.textContent !== words) place.textContent = words
}
