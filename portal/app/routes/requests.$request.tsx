import { useActionData, useLoaderData, type MetaFunction } from '@remix-run/react'
import { noteSeen } from '#core/delivery/evidence/note-seen.ts'
import { requestForClient } from '#core/requests/request-for-client.ts'
import { portalWords } from '../../portal-words.ts'
import { HandInParts } from '../components/hand-in-parts.tsx'
import { Icon } from '../components/icon.tsx'
import { PictureDialog } from '../components/picture-dialog.tsx'
import { RequestCard, wantsSomething } from '../components/request-card.tsx'
import { door, param, whoEntered } from '../door.ts'
import { frameOf, pageTitle, useWords } from '../frame.ts'
import { takeIn } from '../take-in.ts'
import { bringsPassword, takePassword } from '../take-password.ts'

export const loader = door(async (visit) => {
  const client = await whoEntered(visit)
  const request = await requestForClient(visit.office, client, param(visit, 'request'))
  await noteSeen(visit.office, client, [request.id])
  const handedIn = new URL(visit.request.url).searchParams.get('handed')
  return { frame: frameOf(client, visit.office), request, handedIn }
})

/** Hands in what a form of this request brings, or takes the password of a document, and leads back to the page the form stood on. */
export const action = door(async (visit) => {
  const client = await whoEntered(visit)
  const request = await requestForClient(visit.office, client, param(visit, 'request'))
  const pages = { request: `/requests/${request.id}`, matter: `/matters/${request.matterId}` }
  const by = { session: client }
  if (bringsPassword(visit.request)) return takePassword(visit, { by, locale: client.locale, pages })
  return takeIn(visit, {
    by,
    items: request.items.map((item) => item.id),
    locale: client.locale,
    pages,
    at: `request-${request.id}`,
  })
})

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data?.frame, data?.request.title ?? portalWords['es-CL'].title)

export default function Request() {
  const { request, handedIn } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  const { needs } = useWords()
  return (
    <>
      <p className="back">
        <a href={`/matters/${request.matterId}`}>
          <Icon name="back" />
          {request.matterTitle}
        </a>
      </p>
      {wantsSomething(request) && !request.matterClosed && <p className="kicker">{needs.title}</p>}
      <h1>{request.title}</h1>
      <RequestCard
        request={request}
        place={{ action: `/requests/${request.id}`, backTo: 'request' }}
        handedIn={handedIn}
        refusal={refusal}
        titled={false}
        closed={request.matterClosed}
      />
      <HandInParts />
      <PictureDialog />
    </>
  )
}
