import { data, redirect } from '@remix-run/node'
import { useLoaderData, useParams, type MetaFunction } from '@remix-run/react'
import { noteOpened } from '#core/delivery/evidence/note-opened.ts'
import { confirmByLink } from '#core/news/confirm-by-link.ts'
import { confirmPass } from '#core/news/confirm-link.ts'
import { portalWords } from '../../portal-words.ts'
import { door, missing, param } from '../door.ts'
import { isOpenedByHand } from '../opened-by-hand.ts'
import { makeFrame, pageTitle, useWords } from '../frame.ts'

export { LinkTrouble as ErrorBoundary } from '../components/link-trouble.tsx'

/** Asks to confirm an urgent notice, without a word of it; programs that open every link of a mail confirm nothing. */
export const loader = door(async (visit) => {
  const pass = await confirmPass(visit.office, visit.office.db.read, param(visit, 'token'))
  if (!pass) return missing()
  if (isOpenedByHand(visit.request)) await noteOpened(visit.office, pass)
  const { locale, firm, isOver, confirmed } = pass
  const frame = makeFrame({ locale, timeZone: 'UTC', firm, signedIn: false }, visit.office)
  return data({ frame, isOver, confirmed }, { status: isOver ? 404 : 200 })
})

/** Confirms it. */
export const action = door(async (visit) => {
  const token = param(visit, 'token')
  await confirmByLink(visit.office, token)
  return redirect(`/confirm/${token}`, { status: 303 })
})

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data?.frame, portalWords[data?.frame.locale ?? 'es-CL'].confirm.title)

export default function Confirm() {
  const { frame, isOver, confirmed } = useLoaderData<typeof loader>()
  const { confirm } = useWords()
  const { token = '' } = useParams()
  if (isOver || confirmed) {
    return (
      <>
        <h1>{confirm.title}</h1>
        <p className="lead" role="status">
          {isOver ? confirm.over : confirm.done}
        </p>
        <p>
          <a href="/matters">{confirm.portal}</a>
        </p>
      </>
    )
  }
  return (
    <>
      <h1>{confirm.title}</h1>
      <p>{confirm.lead({ firm: frame.firm?.name ?? '' })}</p>
      <form method="post" action={`/confirm/${token}`}>
        <button className="button">{confirm.button}</button>
      </form>
    </>
  )
}
