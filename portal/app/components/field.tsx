import type { ReactNode } from 'react'

type Props = {
  name: string
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
export function Field({ name, label, hint, problem, value, children, ...how }: Props) {
  const notes = [hint && `${name}-hint`, problem && `${name}-problem`].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      {hint && (
        <p className="meta" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      <input
        id={name}
        name={name}
        required
        defaultValue={value}
        aria-invalid={Boolean(problem)}
        aria-describedby={notes || undefined}
        {...how}
      />
      {problem && (
        <p className="problem" role="alert" id={`${name}-problem`}>
          {problem}
        </p>
      )}
      {children}
    </div>
  )
}
