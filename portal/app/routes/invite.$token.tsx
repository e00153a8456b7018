import {
  isRouteErrorResponse,
  useActionData,
  useLoaderData,
  useRouteError,
  type MetaFunction,
} from '@remix-run/react'
import { leastPassword } from '#core/access/passwords/check-password.ts'
import { lookAtPasswordLink } from '#core/access/links/look-at-link.ts'
import { setPassword } from '#core/access/passwords/set-password.ts'
import { portalWords } from '../../portal-words.ts'
import { Field } from '../components/field.tsx'
import { Trouble } from '../components/trouble.tsx'
import { WaysIn } from '../components/ways-in.tsx'
import { door, missing, param } from '../door.ts'
import { makeFrame, pageTitle, useWords } from '../frame.ts'
import { letIn } from '../let-in.ts'
import { refused } from '../refused.ts'
import { ErrorBoundary as AnyTrouble } from '../root.tsx'
import { smallForm } from '../small-form.ts'

/** The page on which the holder of an account sets a password; looking at it uses nothing up. */
export const loader = door(async (visit) => {
  const found = await lookAtPasswordLink(visit.office, param(visit, 'token'))
  if (!found) return missing()
  const { locale, firm, email, hasPassword } = found
  const frame = makeFrame({ locale, timeZone: 'UTC', firm, signedIn: false }, visit.office)
  return { frame, email, hasPassword, least: leastPassword }
})

export const action = door(async (visit) => {
  const token = param(visit, 'token')
  const found = await lookAtPasswordLink(visit.office, token)
  if (!found) return missing()
  try {
    const password = (await smallForm(visit.request)).get('password') ?? ''
    return await letIn(visit, await setPassword(visit.office, { token, password }))
  } catch (error) {
    return refused(error, found.locale)
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data?.frame, portalWords[data?.frame.locale ?? 'es-CL'].password.title)

export default function Invite() {
  const { frame, email, hasPassword, least } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  const { password } = useWords()
  return (
    <>
      <h1>{hasPassword ? password.titleAgain : password.title}</h1>
      <p>{password.lead({ firm: frame.firm?.name ?? '' })}</p>
      <p className="meta">{password.account({ email })}</p>
      <form method="post" className="form">
        {/* Password keepers learn from it which account the password is for. */}
        <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
        <Field
          name="password"
          type="password"
          label={password.label}
          hint={password.hint({ least })}
          autoComplete="new-password"
          problem={refusal?.message}
        >
          <label data-show-password="password" hidden>
            <input type="checkbox" />
            {password.show}
          </label>
        </Field>
        <button className="button">{password.button}</button>
      </form>
    </>
  )
}

/** Where such a link opens nothing: what can be done instead. */
export function ErrorBoundary() {
  const error = useRouteError()
  const { password } = useWords()
  if (!isRouteErrorResponse(error) || error.status >= 500) return <AnyTrouble />
  return (
    <>
      <Trouble title={password.badTitle} lines={[password.bad]} />
      <WaysIn login={password.toLogin} again={password.again} />
    </>
  )
}
