import { data, redirect } from '@remix-run/node'
import { useLoaderData, useParams, type MetaFunction } from '@remix-run/react'
import { remindersPage } from '#core/reminders/reminders-page.ts'
import { resumeRemindersByLink } from '#core/reminders/resume-by-link.ts'
import { stopRemindersByLink } from '#core/reminders/stop-by-link.ts'
import { portalWords } from '../../portal-words.ts'
import { DeadLink } from '../components/dead-link.tsx'
import { door, missing, param } from '../door.ts'
import { makeFrame, pageTitle, useWords } from '../frame.ts'

export { LinkTrouble as ErrorBoundary } from '../components/link-trouble.tsx'

/** Says whether reminders are sent; programs that open every link of a mail stop nothing. */
export const loader = door(async (visit) => {
  const page = await remindersPage(visit.office, param(visit, 'token'))
  if (!page) return missing()
  const { locale, firm, reminders } = page
  const frame = makeFrame({ locale, timeZone: 'UTC', firm, signedIn: false }, visit.office)
  return data({ frame, reminders }, { status: reminders ? 200 : 404 })
})

/**
 * Stops reminders; mail programs post here as well, for their own "unsubscribe" (RFC 8058), with a form of their own.
 * With `again` in the address they are sent again.
 */
export const action = door(async (visit) => {
  const token = param(visit, 'token')
  const wantsThem = new URL(visit.request.url).searchParams.has('again')
  if (wantsThem) await resumeRemindersByLink(visit.office, token)
  else await stopRemindersByLink(visit.office, token)
  return redirect(`/reminders/${token}`, { status: 303 })
})

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data?.frame, portalWords[data?.frame.locale ?? 'es-CL'].reminders.title)

export default function Reminders() {
  const { frame, reminders: page } = useLoaderData<typeof loader>()
  const { reminders } = useWords()
  const { token = '' } = useParams()
  if (!page) return <DeadLink />
  const { email, stopped, mayResume } = page
  const firm = frame.firm?.name ?? ''
  if (!stopped) {
    return (
      <>
        <h1>{reminders.title}</h1>
        <p>{email ? reminders.leadAt({ firm, email }) : reminders.lead({ firm })}</p>
        <form method="post" action={`/reminders/${token}`}>
          <button className="button">{reminders.stop}</button>
        </form>
        <p className="meta">
          {email ? reminders.onlyHere : reminders.everywhere} {reminders.still}
        </p>
      </>
    )
  }
  return (
    <>
      <h1>{reminders.title}</h1>
      <p className="lead" role="status">
        {email ? reminders.stoppedAt({ email }) : reminders.stopped}
      </p>
      <p>{reminders.stoppedStill}</p>
      {mayResume ? (
        <form method="post" action={`/reminders/${token}?again`}>
          <button className="button plain">{reminders.again}</button>
        </form>
      ) : (
        <p>{reminders.askFirm}</p>
      )}
    </>
  )
}
