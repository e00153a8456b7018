import type { ReactNode } from 'react'
import type { HistoryEntry } from '#core/matters/matter-for-client.ts'
import { useCalendar } from '../calendar.ts'
import { useWords } from '../frame.ts'
import type { Happening } from '../happened.ts'
import { Confirm } from './confirm.tsx'
import { FileLink } from './file-link.tsx'
import { Hearing } from './hearing.tsx'
import { Icon } from './icon.tsx'

/** Everything that happened, newest first, a heading for each day. */
export function Timeline({ entries }: { entries: Happening[] }) {
  const calendar = useCalendar()
  const days = new Map<string, Happening[]>()
  for (const entry of entries) {
    const day = calendar.dayOf(entry.at)
    const ofThatDay = days.get(day)
    if (ofThatDay) ofThatDay.push(entry)
    else days.set(day, [entry])
  }
  return [...days].map(([day, ofThatDay]) => (
    <section key={day} className="day" aria-labelledby={`day-${day}`}>
      <h3 id={`day-${day}`}>{calendar.day(day)}</h3>
      <ol>
        {ofThatDay.map((entry) => (
          <Entry key={entry.id} entry={entry}>
            {'requestId' in entry ? (
              <p className="entry-title">
                <a href={`/requests/${entry.requestId}`}>{entry.title}</a>
              </p>
            ) : (
              <Told entry={entry} />
            )}
          </Entry>
        ))}
      </ol>
    </section>
  ))
}

function Entry({ entry, children }: { entry: Happening; children: ReactNode }) {
  const { history } = useWords()
  const calendar = useCalendar()
  return (
    <li className="entry" id={`entry-${entry.id}`}>
      <Icon name={entry.kind} />
      <div>
        <p className="meta">
          <strong>{history.kinds[entry.kind]}</strong> ·{' '}
          <time dateTime={entry.at.toISOString()}>{calendar.time(entry.at)}</time>
          {'urgent' in entry && entry.urgent && ` · ${history.urgent}`}
          {entry.author && ` · ${history.by({ author: entry.author })}`}
          {'edited' in entry && entry.edited && ` · ${history.edited}`}
        </p>
        {children}
      </div>
    </li>
  )
}

function Told({ entry }: { entry: HistoryEntry }) {
  return (
    <>
      {entry.title && <p className="entry-title">{entry.title}</p>}
      {entry.html && <div className="prose" dangerouslySetInnerHTML={{ __html: entry.html }} />}
      {entry.hearing && <Hearing newsId={entry.id} hearing={entry.hearing} />}
      {entry.urgent && <Confirm stands={entry.urgent} name="news" id={entry.id} />}
      {entry.text && <p className="details">{entry.text}</p>}
      {entry.file && <FileLink file={entry.file} />}
      {entry.earlier.length > 0 && <Earlier versions={entry.earlier} />}
    </>
  )
}

/** What an entry said before it was edited. */
function Earlier({ versions }: { versions: HistoryEntry['earlier'] }) {
  const { history } = useWords()
  const calendar = useCalendar()
  return (
    <details className="more">
      <summary>{history.earlier}</summary>
      {versions.map((version) => (
        <div key={version.at.getTime()} className="earlier">
          <p className="meta">{history.earlierAt({ moment: calendar.moment(version.at) })}</p>
          <div className="prose" dangerouslySetInnerHTML={{ __html: version.html }} />
        </div>
      ))}
    </details>
  )
}
