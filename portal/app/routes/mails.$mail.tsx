import { isRouteErrorResponse, useLoaderData, useRouteError, type MetaFunction } from '@remix-run/react'
import { openOriginal } from '#core/replies/original/open-original.ts'
import { portalWords } from '../../portal-words.ts'
import { Original } from '../components/original.tsx'
import { Trouble } from '../components/trouble.tsx'
import { door, missing, param } from '../door.ts'
import { makeFrame, pageTitle, useWords } from '../frame.ts'
import { ErrorBoundary as AnyTrouble } from '../root.tsx'

/** Shows a member who comes from chat a client's mail as it came. */
export const loader = door(async (visit) => {
  const id = param(visit, 'mail')
  const pass = new URL(visit.request.url).searchParams.get('pass')
  if (!pass) return missing()
  const { reader, ...opened } = await openOriginal(visit.office, id, pass)
  const firm = { ...reader.firm, supportContact: null }
  const frame = makeFrame({ ...reader, firm, signedIn: false }, visit.office)
  return { frame, opened, saveAt: `/mails/${id}/eml?pass=${encodeURIComponent(pass)}` }
})

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data?.frame, portalWords[data?.frame.locale ?? 'es-CL'].original.title)

export default function OriginalPage() {
  const { opened, saveAt } = useLoaderData<typeof loader>()
  return <Original opened={opened} saveAt={saveAt} />
}

export function ErrorBoundary() {
  const error = useRouteError()
  const { original } = useWords()
  if (!isRouteErrorResponse(error) || error.status >= 500) return <AnyTrouble />
  return <Trouble title={original.badTitle} lines={[original.bad]} />
}
