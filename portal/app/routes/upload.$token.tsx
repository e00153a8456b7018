import { useActionData, useLoaderData, useLocation, type MetaFunction } from '@remix-run/react'
import { uploadPage } from '#core/requests/upload-page.ts'
import { portalWords } from '../../portal-words.ts'
import { isOpen, RequestCard, wantsSomething } from '../components/request-card.tsx'
import { door, missing, param } from '../door.ts'
import { makeFrame, pageTitle, useWords } from '../frame.ts'
import { takeIn } from '../take-in.ts'

export { LinkTrouble as ErrorBoundary } from '../components/link-trouble.tsx'

/** One request for whoever holds the link that came with its e-mail; nothing else can be seen from here. */
export const loader = door(async (visit) => {
  const page = await uploadPage(visit.office, param(visit, 'token'))
  if (!page) return missing()
  const { request, firm, locale, timeZone } = page
  const handedIn = new URL(visit.request.url).searchParams.get('handed')
  return { frame: makeFrame({ locale, timeZone, firm, signedIn: false }, visit.office), request, handedIn }
})

export const action = door(async (visit) => {
  const token = param(visit, 'token')
  const page = await uploadPage(visit.office, token)
  if (!page) return missing()
  return takeIn(visit, {
    by: { uploadToken: token },
    items: page.request.items.map((item) => item.id),
    locale: page.locale,
    pages: { request: `/upload/${token}` },
    at: `request-${page.request.id}`,
  })
})

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data?.frame, data?.request.title ?? portalWords['es-CL'].title)

export default function Upload() {
  const { request, handedIn } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  const words = useWords()
  const { pathname } = useLocation()
  return (
    <>
      <p className="kicker">{words.needs.title}</p>
      <h1>{request.title}</h1>
      <RequestCard
        request={request}
        place={{ action: pathname, backTo: 'request' }}
        handedIn={handedIn}
        refusal={refusal}
        titled={false}
      />
      {isOpen(request) && !wantsSomething(request) && <p>{words.upload.done}</p>}
      <p className="meta">{words.upload.onlyThisRequest}</p>
    </>
  )
}
