import { Link, useLoaderData, type MetaFunction } from '@remix-run/react'
import { matterForClient } from '#core/matters/matter-for-client.ts'
import type { RequestSeen } from '#core/requests/request-seen.ts'
import { portalWords } from '../../portal-words.ts'
import { Icon } from '../components/icon.tsx'
import { MatterKind, MatterList } from '../components/matter-list.tsx'
import { isOpen, RequestCard, wantsSomething } from '../components/request-card.tsx'
import { Timeline } from '../components/timeline.tsx'
import { useCalendar } from '../calendar.ts'
import { happened } from '../happened.ts'
import { door, param, whoEntered } from '../door.ts'
import { frameOf, pageTitle, useWords } from '../frame.ts'

/** All of a matter that this client may see: what is wanted of them, and everything that happened. */
export const loader = door(async (visit) => {
  const client = await whoEntered(visit)
  const seen = await matterForClient(visit.office, client, param(visit, 'matter'))
  const handedIn = new URL(visit.request.url).searchParams.get('handed')
  return { frame: frameOf(client, visit.office), handedIn, ...seen }
})

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data?.frame, data?.matter.title ?? portalWords['es-CL'].title)

export default function Matter() {
  const { matter, requests, history, offspring } = useLoaderData<typeof loader>()
  const entries = happened(history, requests)
  const words = useWords()
  const calendar = useCalendar()
  return (
    <>
      <p className="back">
        <Link to="/matters">
          <Icon name="back" />
          {words.yourMatters}
        </Link>
      </p>
      <h1 className="matter-title">{matter.title}</h1>
      <p className="meta">
        <MatterKind matter={matter} />
        {matter.closedAt && ` · ${words.matters.closedOn({ day: calendar.dayOfMoment(matter.closedAt) })}`}
      </p>
      {matter.parentId && (
        <p>
          <Link to={`/matters/${matter.parentId}`}>{words.matters.parent}</Link>
        </p>
      )}
      <Needs />
      <MatterList title={words.matters.offspring} matters={offspring} />
      <section aria-labelledby="history">
        <h2 id="history">{words.history.title}</h2>
        {entries.length > 0 ? <Timeline entries={entries} /> : <NoHistory />}
      </section>
      <Requests
        title={words.history.earlierRequests}
        requests={requests.filter((one) => matter.closedAt || !isOpen(one))}
      />
    </>
  )
}

function Needs() {
  const { matter, requests } = useLoaderData<typeof loader>()
  const { needs, history } = useWords()
  const wanted = matter.closedAt ? [] : requests.filter(wantsSomething).sort(bySoonest)
  const inReview = matter.closedAt ? [] : requests.filter((one) => isOpen(one) && !wantsSomething(one))
  return (
    <>
      <section aria-labelledby="needs" className="needs">
        <h2 id="needs">{needs.title}</h2>
        {wanted.length === 0 && (
          <p className="lead">{matter.closedAt ? needs.nothingInClosed : needs.nothing}</p>
        )}
        <Cards requests={wanted} />
      </section>
      <Requests title={history.inReview} requests={inReview} />
    </>
  )
}

function bySoonest(a: RequestSeen, b: RequestSeen): number {
  return (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999')
}

function Requests({ title, requests }: { title: string; requests: RequestSeen[] }) {
  if (requests.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <Cards requests={requests} />
    </section>
  )
}

function Cards({ requests }: { requests: RequestSeen[] }) {
  const { matter, handedIn } = useLoaderData<typeof loader>()
  return requests.map((request) => (
    <RequestCard
      key={request.id}
      request={request}
      place={{ action: `/requests/${request.id}`, backTo: 'matter' }}
      handedIn={handedIn}
      closed={matter.closedAt !== null}
    />
  ))
}

function NoHistory() {
  const { history } = useWords()
  return (
    <div className="empty">
      <p>{history.none}</p>
      <p className="meta">{history.noneNext}</p>
    </div>
  )
}
