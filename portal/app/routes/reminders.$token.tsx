import { redirect } from '@remix-run/node'
import { useLoaderData, type MetaFunction } from '@remix-run/react'
import { remindersPage, stopRemindersByLink } from '#core/reminders/reminders-page.ts'
import { portalWords } from '../../portal-words.ts'
import { door, missing, param } from '../door.ts'
import { makeFrame, pageTitle, useWords } from '../frame.ts'

export { LinkTrouble as ErrorBoundary } from '../components/link-trouble.tsx'

/** Says whether reminders are sent; programs that open every link of a mail stop nothing. */
export const loader = door(async (visit) => {
  const page = await remindersPage(visit.office, param(visit, 'token'))
  if (!page) return missing()
  const { locale, firm, stopped } = page
  return { frame: makeFrame({ locale, timeZone: 'UTC', firm, signedIn: false }, visit.office), stopped }
})

/** Stops reminders; mail programs post here as well, for their own "unsubscribe" (RFC 8058). */
export const action = door(async (visit) => {
  const token = param(visit, 'token')
  await stopRemindersByLink(visit.office, token)
  return redirect(`/reminders/${token}`, { status: 303 })
})

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data?.frame, portalWords[data?.frame.locale ?? 'es-CL'].reminders.title)

export default function Reminders() {
  const { frame, stopped } = useLoaderData<typeof loader>()
  const { reminders } = useWords()
  if (stopped) {
    return (
      <>
        <h1>{reminders.title}</h1>
        <p className="lead" role="status">
          {reminders.stopped}
        </p>
        <p>{reminders.stoppedStill}</p>
      </>
    )
  }
  return (
    <>
      <h1>{reminders.title}</h1>
      <p>{reminders.lead({ firm: frame.firm?.name ?? '' })}</p>
      <form method="post">
        <button className="button">{reminders.stop}</button>
      </form>
      <p className="meta">{reminders.still}</p>
    </>
  )
}
