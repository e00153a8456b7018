import type { HistoryEntry } from '#core/matters/matter-for-client.ts'
import { useCalendar } from '../calendar.ts'
import { useWords } from '../frame.ts'

/** When and where a hearing is, and what to bring. */
export function Hearing({
  newsId,
  hearing,
}: {
  newsId: string
  hearing: NonNullable<HistoryEntry['hearing']>
}) {
  const { history } = useWords()
  const calendar = useCalendar()
  const { place, bring } = hearing
  return (
    <dl className="hearing">
      <dt>{history.hearing}</dt>
      <dd className="when">
        {calendar.moment(new Date(hearing.at))}
        <br />
        <a href={`/hearings/${newsId}`} download>
          {history.hearingFile}
        </a>
      </dd>
      <dt>{history.place}</dt>
      <dd>{/^https:\/\/\S+$/.test(place) ? <a href={place}>{place}</a> : place}</dd>
      {bring && (
        <>
          <dt>{history.bring}</dt>
          <dd className="details">{bring}</dd>
        </>
      )}
    </dl>
  )
}
