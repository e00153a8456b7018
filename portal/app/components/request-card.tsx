import { useLocation } from '@remix-run/react'
import type { RequestSeen } from '#core/requests/request-seen.ts'
import { isLive, isWanted } from '#core/requests/request.ts'
import { useCalendar } from '../calendar.ts'
import { useFrame, useWords } from '../frame.ts'
import type { HandInPlace } from '../hand-in-form.ts'
import { Checklist } from './checklist.tsx'
import { Confirm } from './confirm.tsx'
import { Due } from './due.tsx'
import { LockedFiles } from './locked-files.tsx'

type Props = {
  request: RequestSeen
  place: HandInPlace
  /** Item that was just handed in, or that was refused and why. */
  handedIn?: string | null
  refusal?: { itemId: string; message: string } | null
  /** On a page of its own the title stands above already. */
  titled?: boolean
  /** The matter is closed: what was asked is not wanted any more. */
  closed?: boolean
}

/** One request: how much of it is still wanted and by when, then its checklist. */
export function RequestCard(props: Props) {
  const { request, place, handedIn = null, refusal = null, titled = true, closed = false } = props
  const { needs } = useWords()
  const calendar = useCalendar()
  const standing = useStanding(request)
  // Whoever came by a link has the letter, in which they are asked as well.
  const { signedIn } = useFrame()
  return (
    <article className="request" id={`request-${request.id}`}>
      {titled && <h3>{request.title}</h3>}
      {(!closed || !isOpen(request)) && <p className="standing">{standing}</p>}
      <Thanks request={request} itemId={handedIn} />
      <TakenBack request={request} />
      {wantsSomething(request) && !closed && <Due on={request.dueOn} overdue={request.overdue} />}
      {request.details && <p className="details">{request.details}</p>}
      {request.urgent && signedIn && !closed && (
        <Confirm
          stands={request.urgent}
          name="request"
          id={request.id}
          action={`/matters/${request.matterId}`}
        />
      )}
      {!closed && <LockedFiles request={request} place={place} refusal={refusal} />}
      <Checklist request={request} place={isOpen(request) && !closed ? place : null} refusal={refusal} />
      <p className="meta">
        {needs.asked({ author: request.author, day: calendar.dayOfMoment(request.at) })}
        {request.edited && ` · ${needs.edited}`}
      </p>
    </article>
  )
}

/** True while the client has to act on at least one item. */
export function wantsSomething(request: RequestSeen): boolean {
  return isOpen(request) && request.items.some(isWanted)
}

/** True while a document that came cannot be opened without a password that nobody has given. */
export function wantsPassword(request: RequestSeen): boolean {
  return request.locked.some((file) => file.givenAt === null)
}

/** True while it is neither complete nor cancelled. */
export function isOpen(request: RequestSeen): boolean {
  return isLive({ status: request.status, deletedAt: null })
}

function useStanding({ status, counts }: RequestSeen): string {
  const { needs } = useWords()
  if (status === 'cancelled') return needs.cancelled
  if (status === 'fulfilled') return needs.fulfilled
  if (counts.missing === 0) return needs.reviewing
  return needs.missing({ missing: counts.missing, total: counts.total })
}

/** Says that a file of this request was taken back. */
function TakenBack({ request }: { request: RequestSeen }) {
  const { file: words } = useWords()
  const itemId = new URLSearchParams(useLocation().search).get('withdrawn')
  if (!request.items.some((one) => one.id === itemId)) return null
  return (
    <p className="thanks" role="status" tabIndex={-1} data-thanks>
      {words.withdrawn}
    </p>
  )
}

/** Says that the item arrived; only of an item that really has. `browser/thanks.ts` takes the reader there. */
function Thanks({ request, itemId }: { request: RequestSeen; itemId: string | null }) {
  const { item: words } = useWords()
  const item = request.items.find((one) => one.id === itemId && !isWanted(one))
  if (!item) return null
  return (
    <p className="thanks" role="status" tabIndex={-1} data-thanks>
      {words.thanks({ item: item.title })}
    </p>
  )
}
