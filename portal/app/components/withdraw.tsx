import type { FileSeen } from '#core/requests/request-seen.ts'
import { useWords } from '../frame.ts'
import type { HandInPlace } from '../hand-in-form.ts'

/** Takes back a file that was handed in by mistake; folded away, and asked once more. */
export function Withdraw({ file, place }: { file: FileSeen; place: HandInPlace }) {
  const { file: words } = useWords()
  return (
    <details className="withdraw">
      <summary>
        {words.withdraw}
        <span className="unseen"> {file.name}</span>
      </summary>
      <form method="post" action={`/files/${file.id}`}>
        <p>{words.withdrawSure({ name: file.name })}</p>
        <input type="hidden" name="back" value={place.backTo} />
        <button className="button plain">{words.withdrawYes}</button>
      </form>
    </details>
  )
}
