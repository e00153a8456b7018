import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData, type MetaFunction } from '@remix-run/react'
import { proveByCode } from '#core/access/step-up/prove-by-code.ts'
import { sendCode } from '#core/access/step-up/send-code.ts'
import { portalWords } from '../../portal-words.ts'
import { Field } from '../components/field.tsx'
import { door, whoEntered, type Visit } from '../door.ts'
import { frameOf, pageTitle, useWords } from '../frame.ts'
import { refused } from '../refused.ts'
import { smallForm } from '../small-form.ts'

/** The code that opens files of sensitive matters in this browser: asked for, typed in, done. */
export const loader = door(async (visit) => {
  const client = await whoEntered(visit)
  const step = new URL(visit.request.url).searchParams.get('step')
  return {
    frame: frameOf(client, visit.office),
    email: masked(client.email),
    step,
    file: fileAskedFor(visit),
  }
})

export const action = door(async (visit) => {
  const client = await whoEntered(visit)
  const file = fileAskedFor(visit)
  const page = (step: string) => `/code?step=${step}${file ? `&file=${file}` : ''}`
  try {
    const typed = (await smallForm(visit.request)).get('code')
    if (typed === null) {
      await sendCode(visit.office, client)
      return redirect(page('sent'), { status: 303 })
    }
    await proveByCode(visit.office, client, typed)
    return redirect(page('done'), { status: 303 })
  } catch (error) {
    const { data: said, init } = refused(error, client.locale)
    return data(said, init ?? undefined)
  }
})

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  pageTitle(page?.frame, portalWords[page?.frame.locale ?? 'es-CL'].code.title)

export default function Code() {
  const { email, step, file } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  const { code } = useWords()
  if (step === 'done' && !refusal) return <Done file={file} />
  if (step !== 'sent') {
    return (
      <>
        <h1>{code.title}</h1>
        <p>{code.lead({ email })}</p>
        {refusal && (
          <p className="problem" role="alert">
            {refusal.message}
          </p>
        )}
        <form method="post">
          <button className="button">{code.send}</button>
        </form>
      </>
    )
  }
  return (
    <>
      <h1>{code.title}</h1>
      <p role="status">{code.sent({ email })}</p>
      <form method="post" className="form">
        <Field
          name="code"
          type="text"
          label={code.label}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={12}
          problem={refusal?.message}
        />
        <button className="button">{code.button}</button>
      </form>
      <form method="post">
        <button className="link">{code.again}</button>
      </form>
    </>
  )
}

function Done({ file }: { file: string | null }) {
  const { code, yourMatters } = useWords()
  return (
    <>
      <h1>{code.doneTitle}</h1>
      <p role="status">{code.done}</p>
      {file && (
        <p>
          <a className="button" href={`/files/${file}`}>
            {code.open}
          </a>
        </p>
      )}
      <p>
        <a href="/matters">{yourMatters}</a>
      </p>
    </>
  )
}

function fileAskedFor({ request }: Visit): string | null {
  const file = new URL(request.url).searchParams.get('file') ?? ''
  return /^[a-z2-7]{1,40}$/.test(file) ? file : null
}

/** Enough of an address for its owner to know it: `r•••@correo.cl`. */
function masked(email: string): string {
  return email.replace(/^(.)[^@]*/, '$1•••')
}
