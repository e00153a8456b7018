import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData, type MetaFunction } from '@remix-run/react'
import { enterByPassword } from '#core/access/passwords/enter-by-password.ts'
import { portalWords } from '../../portal-words.ts'
import { Field } from '../components/field.tsx'
import { door } from '../door.ts'
import { makeFrame, pageTitle, useWords } from '../frame.ts'
import { letIn } from '../let-in.ts'
import { refused } from '../refused.ts'
import { smallForm } from '../small-form.ts'

/** Asks for address and password; those who have entered go on to their matters. */
export const loader = door(async ({ office, session, browserLocale }) => {
  if (await session()) throw redirect('/matters')
  return {
    frame: makeFrame({ locale: browserLocale, timeZone: 'UTC', firm: null, signedIn: false }, office),
  }
})

export const action = door(async (visit) => {
  const { office, request, from, browserLocale } = visit
  let email = ''
  try {
    const form = await smallForm(request)
    email = form.get('email') ?? ''
    const wish = { email, password: form.get('password') ?? '', from }
    return await letIn(visit, await enterByPassword(office, wish))
  } catch (error) {
    const { data: said, init } = refused(error, browserLocale)
    return data({ ...said, email: email.slice(0, 254) }, init ?? undefined)
  }
})

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  pageTitle(page?.frame, portalWords[page?.frame.locale ?? 'es-CL'].login.title)

export default function Login() {
  useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  const { login } = useWords()
  return (
    <>
      <h1>{login.title}</h1>
      <form method="post" className="form">
        <Field
          name="email"
          type="email"
          label={login.email}
          autoComplete="username"
          maxLength={254}
          value={refusal?.email}
        />
        <Field
          name="password"
          type="password"
          label={login.password}
          autoComplete="current-password"
          problem={refusal?.message}
        />
        <button className="button">{login.button}</button>
      </form>
      <p>
        <a href="/forgot">{login.forgot}</a>
      </p>
      <p className="meta">{login.byLink}</p>
    </>
  )
}
