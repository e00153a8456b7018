import { fileSize } from '#core/words/format.ts'
import { useFrame, useWords } from '../frame.ts'

/** Before this, a guess at the time left would only jump about. */
const soonestGuess = 1500

type Props = {
  /** Bytes; null once all are there and the answer is awaited. */
  sent: number | null
  total: number
  /** When it began, in milliseconds since 1970. */
  since: number
  onStop: () => void
}

/** How far an upload has come, in bytes and in time, and the way to stop it. Read out by quarters only. */
export function Progress({ sent, total, since, onStop }: Props) {
  const { upload } = useWords()
  const { locale } = useFrame()
  const done = Math.min(sent ?? total, total)
  const timeLeft = useTimeLeft(done, total, since)
  const bytes = upload.progress({ sent: fileSize(done, locale), total: fileSize(total, locale) })
  const quarter = Math.floor((done / total) * 4) * 25
  return (
    <div className="progress">
      <progress max={total} value={sent ?? undefined} aria-label={upload.starting} />
      <p>{sent === null ? upload.storing : [bytes, timeLeft].filter(Boolean).join(' · ')}</p>
      <p className="unseen" role="status">
        {sent === null ? upload.storing : quarter === 0 ? upload.starting : `${quarter} %`}
      </p>
      {sent !== null && (
        <button type="button" className="button plain" onClick={onStop}>
          {upload.stop}
        </button>
      )}
    </div>
  )
}

function useTimeLeft(done: number, total: number, since: number): string | null {
  const { upload } = useWords()
  const elapsed = Date.now() - since
  if (done === 0 || elapsed < soonestGuess) return null
  const seconds = Math.ceil(((total - done) / done) * (elapsed / 1000))
  return seconds > 90
    ? upload.minutesLeft({ minutes: Math.round(seconds / 60) })
    : upload.secondsLeft({ seconds: Math.max(seconds, 1) })
}
