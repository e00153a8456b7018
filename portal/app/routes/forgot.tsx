import { data } from '@remix-run/node'
import { useActionData, type MetaFunction } from '@remix-run/react'
import { askForWayIn } from '#core/access/passwords/ask-for-way-in.ts'
import { emailAddress } from '#core/clients/email-address.ts'
import { portalWords } from '../../portal-words.ts'
import { Field } from '../components/field.tsx'
import { door } from '../door.ts'
import { makeFrame, pageTitle, useWords } from '../frame.ts'
import { refused } from '../refused.ts'
import { smallForm } from '../small-form.ts'

export const loader = door(async ({ office, browserLocale }) => ({
  frame: makeFrame({ locale: browserLocale, timeZone: 'UTC', firm: null, signedIn: false }, office),
}))

/** Answers alike whether the address has an access or not. */
export const action = door(async ({ office, request, from, browserLocale }) => {
  let typed = ''
  try {
    typed = (await smallForm(request)).get('email') ?? ''
    const email = emailAddress(typed)
    await askForWayIn(office, { email, from })
    return data({ sentTo: email, message: null, typed })
  } catch (error) {
    const { data: said, init } = refused(error, browserLocale)
    return data({ sentTo: null, ...said, typed: typed.slice(0, 254) }, init ?? undefined)
  }
})

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  pageTitle(page?.frame, portalWords[page?.frame.locale ?? 'es-CL'].forgot.title)

export default function Forgot() {
  const said = useActionData<typeof action>()
  const { forgot, login } = useWords()
  if (said?.sentTo) {
    return (
      <>
        <h1>{forgot.sentTitle}</h1>
        <p role="status">{forgot.sent({ email: said.sentTo })}</p>
        <p className="meta">{forgot.notThere}</p>
      </>
    )
  }
  return (
    <>
      <h1>{forgot.title}</h1>
      <p>{forgot.lead}</p>
      <form method="post" className="form">
        <Field
          name="email"
          type="email"
          label={login.email}
          autoComplete="email"
          maxLength={254}
          value={said?.typed}
          problem={said?.message}
        />
        <button className="button">{forgot.button}</button>
      </form>
    </>
  )
}
