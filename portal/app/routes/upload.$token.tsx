import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData, useParams, type MetaFunction } from '@remix-run/react'
import { noteOpened } from '#core/delivery/evidence/note-opened.ts'
import { uploadPage } from '#core/requests/upload-page.ts'
import { portalWords } from '../../portal-words.ts'
import { isBehalfToken } from '#core/replies/behalf-mark.ts'
import { DeadLink } from '../components/dead-link.tsx'
import { HandInParts } from '../components/hand-in-parts.tsx'
import { LinkTrouble } from '../components/link-trouble.tsx'
import { isOpen, RequestCard, wantsPassword, wantsSomething } from '../components/request-card.tsx'
import { door, missing, param } from '../door.ts'
import { isOpenedByHand } from '../opened-by-hand.ts'
import { makeFrame, pageTitle, useWords } from '../frame.ts'
import { takeIn } from '../take-in.ts'
import { bringsPassword, takePassword } from '../take-password.ts'

/** One request for whoever holds the link that came with its e-mail; nothing else can be seen from here. */
export const loader = door(async (visit) => {
  const page = await uploadPage(visit.office, param(visit, 'token'))
  if (!page) return missing()
  const { request, closed, firm, locale, timeZone, onBehalf, replyAddressId } = page
  if (replyAddressId && isOpenedByHand(visit.request) && !isPasted(new URL(visit.request.url).search))
    await noteOpened(visit.office, { replyAddressId })
  const handedIn = new URL(visit.request.url).searchParams.get('handed')
  const frame = makeFrame({ locale, timeZone, firm, signedIn: false }, visit.office)
  const status = request || closed || onBehalf?.used ? 200 : 404
  return data({ frame, request, closed, handedIn, onBehalf }, { status })
})

export const action = door(async (visit) => {
  const token = param(visit, 'token')
  const page = await uploadPage(visit.office, token)
  // Sent twice, it was handed in once.
  if (page?.onBehalf?.used) return redirect(`/upload/${token}`, { status: 303 })
  if (page?.closed) throw data(null, { status: 409 })
  if (!page?.request) return missing()
  const pages = { request: `/upload/${token}` }
  const by = { uploadToken: token }
  if (bringsPassword(visit.request)) return takePassword(visit, { by, locale: page.locale, pages })
  return takeIn(visit, {
    by,
    items: page.request.items.map((item) => item.id),
    locale: page.locale,
    pages,
    at: `request-${page.request.id}`,
  })
})

// A messenger shows the title of a link that is pasted into it, which is to say nothing.
export const meta: MetaFunction<typeof loader> = ({ data, location }) => {
  const { title } = portalWords[data?.frame.locale ?? 'es-CL']
  return isPasted(location.search)
    ? pageTitle(undefined, title)
    : pageTitle(data?.frame, data?.request?.title ?? title)
}

/** Whether the link came by telephone, not in a letter. */
function isPasted(search: string): boolean {
  return new URLSearchParams(search).has('phone')
}

export default function Upload() {
  const { request, closed, handedIn, onBehalf } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  const words = useWords()
  const { token = '' } = useParams()
  if (onBehalf && !request) {
    return (
      <>
        <h1>{words.upload.behalf.title}</h1>
        <p className="lead" role="status">
          {onBehalf.used ? words.upload.behalf.done({ client: onBehalf.client }) : words.upload.behalf.closed}
        </p>
      </>
    )
  }
  if (closed) {
    return (
      <>
        <h1>{words.upload.closedTitle}</h1>
        <p className="lead">{words.upload.closed}</p>
      </>
    )
  }
  if (!request) return <DeadLink />
  return (
    <>
      <p className="kicker">{onBehalf ? words.upload.behalf.title : words.needs.title}</p>
      <h1>{request.title}</h1>
      {onBehalf && (
        <p className="lead">
          {words.upload.behalf.lead({
            client: onBehalf.client,
            road: words.upload.behalf.roads[onBehalf.road],
          })}
        </p>
      )}
      <RequestCard
        request={request}
        place={{ action: `/upload/${token}`, backTo: 'request', uploadToken: token }}
        handedIn={handedIn}
        refusal={refusal}
        titled={false}
      />
      {isOpen(request) && !wantsSomething(request) && !wantsPassword(request) && <p>{words.upload.done}</p>}
      <p className="meta">{onBehalf ? words.upload.behalf.once : words.upload.onlyThisRequest}</p>
      <HandInParts />
    </>
  )
}

/** Where it opens nothing: a member is told to ask for another, a client where to look for theirs. */
export function ErrorBoundary() {
  const { upload } = useWords()
  const { token = '' } = useParams()
  return <LinkTrouble lines={isBehalfToken(token) ? [upload.behalf.over] : undefined} />
}
