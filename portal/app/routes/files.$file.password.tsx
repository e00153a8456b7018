import { data } from '@remix-run/node'
import {
  isRouteErrorResponse,
  useActionData,
  useLoaderData,
  useLocation,
  useParams,
  useRouteError,
  type MetaFunction,
} from '@remix-run/react'
import { fileWithPassword, showPassword } from '#core/replies/passwords/show-password.ts'
import { portalWords } from '../../portal-words.ts'
import { useCalendar } from '../calendar.ts'
import { Trouble } from '../components/trouble.tsx'
import { door, missing, param, type Visit } from '../door.ts'
import { makeFrame, pageTitle, useWords } from '../frame.ts'
import { ErrorBoundary as AnyTrouble } from '../root.tsx'

/** What a member who comes from chat is told of a locked document; its password they have to ask for. */
export const loader = door(async (visit) => {
  const { name, matter, client, givenAt, ...about } = await fileWithPassword(
    visit.office,
    param(visit, 'file'),
    passOf(visit),
  )
  const frame = makeFrame({ ...about, signedIn: false }, visit.office)
  return { frame, name, matter, client, givenAt }
})

/** Shows the password, once, on the page that is answered. */
export const action = door(async (visit) =>
  data({ password: await showPassword(visit.office, param(visit, 'file'), passOf(visit)) }),
)

// What no pass of ours looks like is none.
function passOf({ request }: Visit): string {
  const pass = new URL(request.url).searchParams.get('pass') ?? ''
  return /^[a-z0-9-]{1,120}$/.test(pass) ? pass : missing()
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  pageTitle(page?.frame, portalWords[page?.frame.locale ?? 'es-CL'].locked.member.title)

export default function FilePassword() {
  const { name, matter, client, givenAt } = useLoaderData<typeof loader>()
  const shown = useActionData<typeof action>()
  const { locked } = useWords()
  const calendar = useCalendar()
  const { file = '' } = useParams()
  const pass = new URLSearchParams(useLocation().search).get('pass') ?? ''
  const words = locked.member
  return (
    <>
      <p className="kicker">{matter}</p>
      <h1>{words.title}</h1>
      <p>{words.lead({ name, client })}</p>
      <p className="meta">{locked.given({ moment: calendar.moment(givenAt) })}</p>
      {shown ? (
        <div className="shown-password" role="status">
          <p className="meta" id="shown-password">
            {words.label}
          </p>
          <p>
            <code aria-labelledby="shown-password">{shown.password}</code>
          </p>
        </div>
      ) : (
        <form method="post" action={`/files/${file}/password?pass=${pass}`}>
          <button className="button">{words.show}</button>
        </form>
      )}
      <p>
        <a className="button plain" href={`/files/${file}?pass=${pass}&save`}>
          {words.download}
        </a>
      </p>
      <p className="meta">{words.noted}</p>
    </>
  )
}

/** Where it opens nothing: a member is told where to come from instead. */
export function ErrorBoundary() {
  const error = useRouteError()
  const { locked } = useWords()
  if (!isRouteErrorResponse(error) || error.status >= 500) return <AnyTrouble />
  return <Trouble title={locked.member.badTitle} lines={[locked.member.bad]} />
}
