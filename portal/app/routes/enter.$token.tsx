import { useActionData, useLoaderData, type MetaFunction } from '@remix-run/react'
import { enterByLink } from '#core/access/links/enter-by-link.ts'
import { lookAtLink } from '#core/access/links/look-at-link.ts'
import { isRefusal } from '#core/errors.ts'
import { portalWords } from '../../portal-words.ts'
import { LinkTrouble } from '../components/link-trouble.tsx'
import { WaysIn } from '../components/ways-in.tsx'
import { door, missing, param, type Visit } from '../door.ts'
import { makeFrame, pageTitle, useWords } from '../frame.ts'
import { letIn } from '../let-in.ts'
import { refused } from '../refused.ts'

/** Looks at a link without using it: programs that scan mail open links, too. */
export const loader = door(async (visit) => {
  const link = await lookAtLink(visit.office, param(visit, 'token'))
  if (!link) return missing()
  const about = {
    locale: link.locale,
    timeZone: 'UTC',
    firm: link.firm,
    signedIn: false,
  }
  const frame = makeFrame(about, visit.office)
  return { frame, clientName: link.clientName }
})

/** Enters by the link; afterwards this browser holds a session. */
export const action = door(async (visit) => {
  try {
    const wish = { token: param(visit, 'token'), from: visit.from }
    return await letIn(visit, await enterByLink(visit.office, wish))
  } catch (error) {
    return refusedLink(error, visit)
  }
})

function refusedLink(error: unknown, { browserLocale }: Visit) {
  if (isRefusal(error) && error.code === 'not_found') return missing()
  return refused(error, browserLocale)
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data?.frame, portalWords[data?.frame.locale ?? 'es-CL'].enter.title)

export default function Enter() {
  const { frame, clientName } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  const { enter } = useWords()
  return (
    <>
      <h1>{enter.title}</h1>
      <p>{enter.lead({ firm: frame.firm?.name ?? '' })}</p>
      <p className="meta">{enter.for({ client: clientName })}</p>
      {refusal && (
        <p className="problem" role="alert">
          {refusal.message}
        </p>
      )}
      <form method="post">
        <button className="button">{enter.button}</button>
      </form>
      <p className="meta">{enter.personal}</p>
    </>
  )
}

/** Where such a link opens nothing: how to get one that does. */
export function ErrorBoundary() {
  const { enter } = useWords()
  return (
    <>
      <LinkTrouble />
      <WaysIn again={enter.sendAgain} againFirst />
    </>
  )
}
