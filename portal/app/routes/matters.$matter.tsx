import { redirect } from '@remix-run/node'
import { useLoaderData, type MetaFunction } from '@remix-run/react'
import { noteSeen } from '#core/delivery/evidence/note-seen.ts'
import { matterForClient, type MatterSeen } from '#core/matters/matter-for-client.ts'
import { confirmInPortal } from '#core/news/confirm-in-portal.ts'
import type { RequestSeen } from '#core/requests/request-seen.ts'
import { portalWords } from '../../portal-words.ts'
import { HandInParts } from '../components/hand-in-parts.tsx'
import { HistoryFilter } from '../components/history-filter.tsx'
import { Icon } from '../components/icon.tsx'
import { MatterKind, MatterList } from '../components/matter-list.tsx'
import { PictureDialog } from '../components/picture-dialog.tsx'
import { isOpen, RequestCard, wantsSomething } from '../components/request-card.tsx'
import { Timeline } from '../components/timeline.tsx'
import { useCalendar } from '../calendar.ts'
import { happened } from '../happened.ts'
import { door, param, whoEntered } from '../door.ts'
import { families } from '../family.ts'
import { frameOf, pageTitle, useWords } from '../frame.ts'
import { smallForm } from '../small-form.ts'
import { kindsIn, lookFor, seeks, soughtIn } from '../look-for.ts'
import { Unsent } from '../unsent.ts'

/** A shorter history is seen at a glance. */
const worthLookingFor = 3

/** All of a matter that this client may see: what is wanted of them, and everything that happened. */
export const loader = door(async (visit) => {
  const client = await whoEntered(visit)
  const seen = await matterForClient(visit.office, client, param(visit, 'matter'))
  await noteSeen(visit.office, client, subjectsOn(seen))
  const asked = new URL(visit.request.url).searchParams
  const frame = frameOf(client, visit.office)
  return { frame, handedIn: asked.get('handed'), sought: soughtIn(asked), seen: new Unsent(seen) }
})

function subjectsOn({ history, requests }: MatterSeen): string[] {
  const pieces = history.filter((entry) => entry.kind === 'news')
  return [...pieces, ...requests].map((one) => one.id)
}

/** Confirms a piece of urgent news, or an urgent request, and leads back to it. */
export const action = door(async (visit) => {
  const by = await whoEntered(visit)
  const matterId = param(visit, 'matter')
  const form = await smallForm(visit.request)
  const kind = form.has('request') ? 'request' : 'news'
  const id = form.get(kind) ?? ''
  await confirmInPortal(visit.office, { by, matterId, subject: { kind, id } })
  const place = kind === 'request' ? 'request' : 'entry'
  return redirect(`/matters/${matterId}#${place}-${id}`, { status: 303 })
})

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data?.frame, data?.seen.value.matter.title ?? portalWords['es-CL'].title)

export default function Matter() {
  const { matter, requests, offspring } = useLoaderData<typeof loader>().seen.value
  const words = useWords()
  const calendar = useCalendar()
  return (
    <>
      <p className="back">
        <a href="/matters">
          <Icon name="back" />
          {words.yourMatters}
        </a>
      </p>
      <h1 className="matter-title">{matter.title}</h1>
      <p className="meta">
        <MatterKind matter={matter} />
        {matter.closedAt && ` · ${words.matters.closedOn({ day: calendar.dayOfMoment(matter.closedAt) })}`}
      </p>
      {matter.parentId && (
        <p>
          <a href={`/matters/${matter.parentId}`}>{words.matters.parent}</a>
        </p>
      )}
      <Needs />
      <MatterList title={words.matters.offspring} matters={families(offspring)} />
      <History />
      <Requests
        title={words.history.earlierRequests}
        requests={requests.filter((one) => matter.closedAt || !isOpen(one))}
      />
      <HandInParts />
      <PictureDialog />
    </>
  )
}

function History() {
  const { seen, sought } = useLoaderData<typeof loader>()
  const { matter, requests, history } = seen.value
  const { history: words } = useWords()
  const all = happened(history, requests)
  const entries = lookFor(sought, all)
  const counts = { found: entries.length, total: all.length }
  return (
    <section aria-labelledby="history">
      <h2 id="history">{words.title}</h2>
      {(all.length >= worthLookingFor || seeks(sought)) && (
        <HistoryFilter page={`/matters/${matter.id}`} sought={sought} kinds={kindsIn(all)} {...counts} />
      )}
      {entries.length > 0 && <Timeline entries={entries} />}
      {all.length === 0 && <Empty says={words.none} next={words.noneNext} />}
      {all.length > 0 && entries.length === 0 && <Empty says={words.notFound} next={words.notFoundNext} />}
    </section>
  )
}

function Needs() {
  const { matter, requests, history: told } = useLoaderData<typeof loader>().seen.value
  const { needs, history, confirm } = useWords()
  const urgent = told.find((entry) => entry.urgent === 'asked')
  const wanted = matter.closedAt ? [] : requests.filter(wantsSomething).sort(bySoonest)
  const inReview = matter.closedAt ? [] : requests.filter((one) => isOpen(one) && !wantsSomething(one))
  return (
    <>
      <section aria-labelledby="needs" className="needs">
        <h2 id="needs">{needs.title}</h2>
        {urgent && (
          <p className="lead">
            {confirm.wanted} <a href={`#entry-${urgent.id}`}>{confirm.see}</a>
          </p>
        )}
        {wanted.length === 0 && !urgent && (
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
  const { seen, handedIn } = useLoaderData<typeof loader>()
  const { matter } = seen.value
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

function Empty({ says, next }: { says: string; next: string }) {
  return (
    <div className="empty">
      <p>{says}</p>
      <p className="meta">{next}</p>
    </div>
  )
}
