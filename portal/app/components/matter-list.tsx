import { Link } from '@remix-run/react'
import type { MatterInList } from '#core/matters/matters-for-client.ts'
import { useCalendar } from '../calendar.ts'
import { useWords } from '../frame.ts'
import { Due } from './due.tsx'

/** Matters under one heading; nothing at all where there are none. */
export function MatterList({ title, matters }: { title: string; matters: MatterInList[] }) {
  if (matters.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <ul className="matters">
        {matters.map((matter) => (
          <Row key={matter.id} matter={matter} />
        ))}
      </ul>
    </section>
  )
}

function Row({ matter }: { matter: MatterInList }) {
  const { needs, matters: words } = useWords()
  const calendar = useCalendar()
  return (
    <li className="matter">
      <h3>
        <Link to={`/matters/${matter.id}`}>{matter.title}</Link>
      </h3>
      <p className="meta">
        <MatterKind matter={matter} />
      </p>
      {matter.waiting > 0 ? (
        <>
          <p className="standing">{needs.waiting({ count: matter.waiting })}</p>
          <Due on={matter.nextDueOn} overdue={matter.overdue} />
          <Link
            className="button"
            to={`/matters/${matter.id}`}
            aria-label={needs.settleIn({ matter: matter.title })}
          >
            {needs.settle}
          </Link>
        </>
      ) : (
        <p className="meta">
          {matter.closedAt
            ? words.closedOn({ day: calendar.dayOfMoment(matter.closedAt) })
            : matter.lastActivityAt &&
              words.lastActivity({ day: calendar.dayOfMoment(matter.lastActivityAt) })}
        </p>
      )}
    </li>
  )
}

/** What sort of matter it is, and its number as the court writes it. */
export function MatterKind({ matter }: { matter: MatterInList }) {
  const { matters: words } = useWords()
  const kind = matter.relation ? words[matter.relation] : words[matter.kind]
  if (!matter.number) return kind
  return (
    <>
      {kind} · <span className="whole">{matter.number}</span>
    </>
  )
}
