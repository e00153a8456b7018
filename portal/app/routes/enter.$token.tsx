import { redirect } from '@remix-run/node'
import { useLoaderData, type MetaFunction } from '@remix-run/react'
import { enterByLink } from '#core/access/enter-by-link.ts'
import { lookAtLink } from '#core/access/look-at-link.ts'
import { portalWords } from '../../portal-words.ts'
import { sessionCookie } from '../../session-cookie.ts'
import { door, missing, param } from '../door.ts'
import { makeFrame, pageTitle, useWords } from '../frame.ts'

export { LinkTrouble as ErrorBoundary } from '../components/link-trouble.tsx'

/** Looks at a link without using it: programs that scan mail open links, too. */
export const loader = door(async (visit) => {
  const link = await lookAtLink(visit.office, param(visit, 'token'))
  if (!link) return missing()
  const { firmName: name, supportContact, accent } = link
  const about = {
    locale: link.locale,
    timeZone: 'UTC',
    firm: { name, supportContact, accent },
    signedIn: false,
  }
  const frame = makeFrame(about, visit.office)
  return { frame, clientName: link.clientName }
})

/** Enters by the link; afterwards this browser holds a session. */
export const action = door(async (visit) => {
  const { sessionToken, expiresAt } = await enterByLink(visit.office, { token: param(visit, 'token') })
  const cookie = sessionCookie(visit.office.config.web.baseUrl, sessionToken, expiresAt)
  return redirect('/matters', { status: 303, headers: { 'Set-Cookie': cookie } })
})

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data?.frame, portalWords[data?.frame.locale ?? 'es-CL'].enter.title)

export default function Enter() {
  const { frame, clientName } = useLoaderData<typeof loader>()
  const { enter } = useWords()
  return (
    <>
      <h1>{enter.title}</h1>
      <p>{enter.lead({ firm: frame.firm?.name ?? '' })}</p>
      <p className="meta">{enter.for({ client: clientName })}</p>
      <form method="post">
        <button className="button">{enter.button}</button>
      </form>
      <p className="meta">{enter.personal}</p>
    </>
  )
}
