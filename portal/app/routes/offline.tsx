import { useLoaderData, type MetaFunction } from '@remix-run/react'
import { locales } from '#core/words/locale.ts'
import { portalWords } from '../../portal-words.ts'
import { Trouble } from '../components/trouble.tsx'
import { door, missing } from '../door.ts'
import { makeFrame, pageTitle, useWords } from '../frame.ts'

/** What `portal/worker` shows instead of a page that it has not kept; the same for everybody, in one language. */
export const loader = door(async ({ office, params }) => {
  const locale = locales.find((one) => one === params.locale)
  if (!locale) return missing()
  return { frame: makeFrame({ locale, timeZone: 'UTC', firm: null, signedIn: false }, office) }
})

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data?.frame, portalWords[data?.frame.locale ?? 'es-CL'].app.offlineTitle)

export default function Offline() {
  useLoaderData<typeof loader>()
  const { app, yourMatters } = useWords()
  return (
    <>
      <Trouble title={app.offlineTitle} lines={[app.offline]} />
      <p>
        {/* No address is this page's own: the one that could not be opened. */}
        <a className="button" href="">
          {app.retry}
        </a>
      </p>
      <p>
        {app.offlineKept} <a href="/matters">{yourMatters}</a>
      </p>
    </>
  )
}
