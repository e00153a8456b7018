import { useWords } from '../frame.ts'

/** How to enter without the e-mail at hand: by a password, or by having the way in mailed again. */
export function WaysIn() {
  const { start } = useWords()
  return (
    <>
      <p>
        <a className="button" href="/login">
          {start.login}
        </a>
      </p>
      <p>
        <a href="/forgot">{start.forgot}</a>
      </p>
    </>
  )
}
