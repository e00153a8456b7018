import { useWords } from '../frame.ts'
import type { Happening } from '../happened.ts'
import { seeks, type Sought } from '../look-for.ts'

type Props = {
  /** Address of the page it stands on. */
  page: string
  sought: Sought
  /** Those that occur in this history. */
  kinds: Happening['kind'][]
  found: number
  total: number
}

/** Looks for something in a history: a form that leads to the same page with what was found. */
export function HistoryFilter({ page, sought, kinds, found, total }: Props) {
  const { history } = useWords()
  return (
    <form className="history-filter" role="search" action={`${page}#history`} aria-label={history.search}>
      <div className="search">
        <label>
          <span className="label">{history.search}</span>
          <input type="search" name="q" defaultValue={sought.words} maxLength={200} enterKeyHint="search" />
        </label>
        <button className="button plain">{history.find}</button>
      </div>
      {kinds.length > 1 && (
        <details className="more" open={sought.kinds.length > 0}>
          <summary>{history.only}</summary>
          <div className="choices" role="group" aria-label={history.only}>
            {kinds.map((kind) => (
              <label key={kind}>
                <input
                  type="checkbox"
                  name="show"
                  value={kind}
                  defaultChecked={sought.kinds.includes(kind)}
                />
                {history.kinds[kind]}
              </label>
            ))}
          </div>
        </details>
      )}
      {seeks(sought) && (
        <p className="found">
          <span role="status">{history.found({ count: found, total })}</span> ·{' '}
          <a href={`${page}#history`}>{history.everything}</a>
        </p>
      )}
    </form>
  )
}
