import { useWords } from '../frame.ts'

/**
 * How to enter without the e-mail at hand: by a password, or by having the way in mailed again, which comes first for
 * somebody who came by a link.
 */
export function WaysIn({ byLink = false }: { byLink?: boolean }) {
  const { start, enter } = useWords()
  if (byLink) {
    return (
      <>
        <p>
          <a className="button" href="/forgot">
            {enter.sendAgain}
          </a>
        </p>
        <p>
          <a href="/login">{start.login}</a>
        </p>
      </>
    )
  }
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
