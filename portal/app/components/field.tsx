import type { ReactNode } from 'react'

type Props = {
  name: string
  /** Where several of that name stand on a page; the name, unless said. */
  id?: string
  label: string
  type: 'email' | 'password' | 'text'
  autoComplete: string
  hint?: string
  problem?: string | null
  value?: string
  inputMode?: 'numeric'
  maxLength?: number
  /** Something about the field that stands below it. */
  children?: ReactNode
}

/** One line to fill in, with what helps and what was wrong read out along with it. */
export function Field({ name, id = name, label, hint, problem, value, children, ...how }: Props) {
  const notes = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="meta" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <input
        id={id}
        name={name}
        required
        defaultValue={value}
        aria-invalid={Boolean(problem)}
        aria-describedby={notes || undefined}
        {...how}
      />
      {problem && (
        <p className="problem" role="alert" id={`${id}-problem`}>
          {problem}
        </p>
      )}
      {children}
    </div>
  )
}
