import { useWords } from '../frame.ts'

type Words = {
  /** What entering by a password is called here, if not as usual. */
  login?: string
  /** What having the way in mailed again is called here. */
  again?: string
  /** The mail comes first, which for somebody who came by a link is the likelier way. */
  againFirst?: boolean
}

/** How to enter without the e-mail at hand: by a password, or by having the way in mailed again. */
export function WaysIn({ login, again, againFirst = false }: Words) {
  const { start } = useWords()
  const byPassword = { to: '/login', words: login ?? start.login }
  const byMail = { to: '/forgot', words: again ?? start.forgot }
  const ways = againFirst ? [byMail, byPassword] : [byPassword, byMail]
  return ways.map(({ to, words }, place) => (
    <p key={to}>
      <a className={place === 0 ? 'button' : undefined} href={to}>
        {words}
      </a>
    </p>
  ))
}
