import { useLocation } from '@remix-run/react'
import type { LockedFile } from '#core/replies/passwords/locked-files.ts'
import type { RequestSeen } from '#core/requests/request-seen.ts'
import { useCalendar } from '../calendar.ts'
import { useFrame, useWords } from '../frame.ts'
import type { HandInPlace } from '../hand-in-form.ts'
import { Field } from './field.tsx'

type Props = {
  request: RequestSeen
  place: HandInPlace
  refusal: { itemId: string; message: string } | null
}

/** What came and does not open without a password: for each document the one field to give it. */
export function LockedFiles({ request, place, refusal }: Props) {
  const { locked: words } = useWords()
  const { preview } = useFrame()
  const given = new URLSearchParams(useLocation().search).get('unlocked')
  if (request.locked.length === 0) return null
  const heading = `locked-${request.id}`
  return (
    <section className="locked" aria-labelledby={heading}>
      <p className="label-of-part" id={heading}>
        {words.title}
      </p>
      <p className="meta">{words.lead}</p>
      <fieldset className="untouched" disabled={preview !== null}>
        {request.locked.map((file) => (
          <Locked
            key={file.id}
            file={file}
            place={place}
            refusal={refusal?.itemId === file.id ? refusal.message : null}
            thanks={file.id === given && file.givenAt !== null && refusal === null}
          />
        ))}
      </fieldset>
    </section>
  )
}

type OneProps = { file: LockedFile; place: HandInPlace; refusal: string | null; thanks: boolean }

function Locked({ file, place, refusal, thanks }: OneProps) {
  const { locked: words } = useWords()
  const calendar = useCalendar()
  const form = <PasswordForm file={file} place={place} refusal={refusal} />
  return (
    <div className="locked-file" id={`locked-file-${file.id}`}>
      {thanks && (
        <p className="thanks" role="status" tabIndex={-1} data-thanks>
          {words.thanks}
        </p>
      )}
      {file.givenAt === null ? (
        form
      ) : (
        <>
          {file.name && <p className="file-name">{file.name}</p>}
          <p className="meta">{words.given({ moment: calendar.moment(file.givenAt) })}</p>
          <details className="more" open={refusal !== null}>
            <summary>
              {words.again}
              {file.name && <span className="unseen"> {file.name}</span>}
            </summary>
            {form}
          </details>
        </>
      )}
    </div>
  )
}

function PasswordForm({ file, place, refusal }: Omit<OneProps, 'thanks'>) {
  const { locked: words, password } = useWords()
  const calendar = useCalendar()
  const field = `password-${file.id}`
  const { name } = file
  return (
    <form method="post" action={`${place.action}#locked-file-${file.id}`} className="form">
      <input type="hidden" name="locked" value={file.id} />
      <input type="hidden" name="back" value={place.backTo} />
      <Field
        id={field}
        name="password"
        type="password"
        label={name ? words.label({ name }) : words.unnamed({ moment: calendar.moment(file.at) })}
        autoComplete="off"
        maxLength={200}
        problem={refusal}
      >
        <label data-show-password={field} hidden>
          <input type="checkbox" />
          {password.show}
        </label>
      </Field>
      <button className="button plain">{words.send}</button>
    </form>
  )
}
