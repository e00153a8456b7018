import { data } from '@remix-run/node'
import { useActionData, useLoaderData, useParams, type MetaFunction } from '@remix-run/react'
import { noteOpened } from '#core/delivery/evidence/note-opened.ts'
import { uploadPage } from '#core/requests/upload-page.ts'
import { portalWords } from '../../portal-words.ts'
import { DeadLink } from '../components/dead-link.tsx'
import { HandInParts } from '../components/hand-in-parts.tsx'
import { isOpen, RequestCard, wantsSomething } from '../components/request-card.tsx'
import { door, missing, param } from '../door.ts'
import { isOpenedByHand } from '../opened-by-hand.ts'
import { makeFrame, pageTitle, useWords } from '../frame.ts'
import { takeIn } from '../take-in.ts'

export { LinkTrouble as ErrorBoundary } from '../components/link-trouble.tsx'

/** One request for whoever holds the link that came with its e-mail; nothing else can be seen from here. */
export const loader = door(async (visit) => {
  const page = await uploadPage(visit.office, param(visit, 'token'))
  if (!page) return missing()
  if (isOpenedByHand(visit.request)) await noteOpened(visit.office, { replyAddressId: page.replyAddressId })
  const { request, closed, firm, locale, timeZone } = page
  const handedIn = new URL(visit.request.url).searchParams.get('handed')
  const frame = makeFrame({ locale, timeZone, firm, signedIn: false }, visit.office)
  return data({ frame, request, closed, handedIn }, { status: request || closed ? 200 : 404 })
})

export const action = door(async (visit) => {
  const token = param(visit, 'token')
  const page = await uploadPage(visit.office, token)
  if (page?.closed) throw data(null, { status: 409 })
  if (!page?.request) return missing()
  return takeIn(visit, {
    by: { uploadToken: token },
    items: page.request.items.map((item) => item.id),
    locale: page.locale,
    pages: { request: `/upload/${token}` },
    at: `request-${page.request.id}`,
  })
})

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data?.frame, data?.request?.title ?? portalWords[data?.frame.locale ?? 'es-CL'].title)

export default function Upload() {
  const { request, closed, handedIn } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  const words = useWords()
  const { token = '' } = useParams()
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
      <p className="kicker">{words.needs.title}</p>
      <h1>{request.title}</h1>
      <RequestCard
        request={request}
        place={{ action: `/upload/${token}`, backTo: 'request', uploadToken: token }}
        handedIn={handedIn}
        refusal={refusal}
        titled={false}
      />
      {isOpen(request) && !wantsSomething(request) && <p>{words.upload.done}</p>}
      <p className="meta">{words.upload.onlyThisRequest}</p>
      <HandInParts />
    </>
  )
}
