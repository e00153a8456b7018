import { isRouteErrorResponse, useLoaderData, useRouteError, type MetaFunction } from '@remix-run/react'
import { beginPreview, lookAtPreview } from '#core/access/preview/preview.ts'
import { portalWords } from '../../portal-words.ts'
import { Trouble } from '../components/trouble.tsx'
import { door, missing, param } from '../door.ts'
import { makeFrame, pageTitle, useWords } from '../frame.ts'
import { letIn } from '../let-in.ts'
import { ErrorBoundary as AnyTrouble } from '../root.tsx'

/** Offers a member who comes from chat a look through a client's eyes; opening the page uses nothing up. */
export const loader = door(async (visit) => {
  const offered = await lookAtPreview(visit.office, param(visit, 'token'))
  if (!offered) return missing()
  const { locale, firmName: name, accent, clientName } = offered
  const firm = { name, accent, supportContact: null }
  return { frame: makeFrame({ locale, timeZone: 'UTC', firm, signedIn: false }, visit.office), clientName }
})

export const action = door(async (visit) => {
  const { matterId, ...entered } = await beginPreview(visit.office, { token: param(visit, 'token') })
  return letIn(visit, entered, matterId ? `/matters/${matterId}` : '/matters')
})

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data?.frame, portalWords[data?.frame.locale ?? 'es-CL'].preview.title)

export default function Preview() {
  const { clientName } = useLoaderData<typeof loader>()
  const { preview } = useWords()
  return (
    <>
      <h1>{preview.title}</h1>
      <p>{preview.lead({ client: clientName })}</p>
      <p className="meta">{preview.onlyYours}</p>
      <form method="post">
        <button className="button">{preview.button}</button>
      </form>
    </>
  )
}

export function ErrorBoundary() {
  const error = useRouteError()
  const { preview } = useWords()
  if (!isRouteErrorResponse(error) || error.status >= 500) return <AnyTrouble />
  return <Trouble title={preview.badTitle} lines={[preview.bad]} />
}
