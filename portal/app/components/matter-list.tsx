import type { MatterInList } from '#core/matters/matters-for-client.ts'
import { useCalendar } from '../calendar.ts'
import { useWords } from '../frame.ts'
import type { Family } from '../family.ts'
import { Due } from './due.tsx'

/** Matters under one heading; nothing at all where there are none. */
export function MatterList({ title, matters }: { title: string; matters: Family[] }) {
  if (matters.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <ul className="matters">
        {matters.map((family) => (
          <Row key={family.matter.id} family={family} />
        ))}
      </ul>
    </section>
  )
}

function Row({ family: { matter, born } }: { family: Family }) {
  const { needs, matters: words } = useWords()
  const calendar = useCalendar()
  return (
    <li className="matter">
      <h3>
        <a href={`/matters/${matter.id}`}>{matter.title}</a>
      </h3>
      <p className="meta">
        <MatterKind matter={matter} />
      </p>
      {matter.waiting > 0 ? (
        <>
          <p className="standing">{needs.waiting({ count: matter.waiting })}</p>
          <Due on={matter.nextDueOn} overdue={matter.overdue} />
          <a
            className="button"
            href={`/matters/${matter.id}`}
            aria-label={needs.settleIn({ matter: matter.title })}
          >
            {needs.settle}
          </a>
        </>
      ) : (
        <p className="meta">
          {matter.closedAt
            ? words.closedOn({ day: calendar.dayOfMoment(matter.closedAt) })
            : matter.lastActivityAt &&
              words.lastActivity({ day: calendar.dayOfMoment(matter.lastActivityAt) })}
        </p>
      )}
      {born.length > 0 && (
        <ul className="born" aria-label={words.offspring}>
          {born.map((family) => (
            <Row key={family.matter.id} family={family} />
          ))}
        </ul>
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
