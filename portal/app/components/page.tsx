import { Link, NavLink } from '@remix-run/react'
import { useEffect, useState, type ReactNode } from 'react'
import { useFrame, useWords } from '../frame.ts'

/** The sheet every page is written on: the firm's name, the way around, the page itself, and whom to ask. */
export function Page({ children }: { children: ReactNode }) {
  const { firm, signedIn } = useFrame()
  const words = useWords()
  return (
    <>
      <a className="skip" href="#content">
        {words.skip}
      </a>
      <header className="masthead">
        <p className="firm">
          {signedIn ? <Link to="/matters">{firm?.name}</Link> : (firm?.name ?? words.title)}
        </p>
        {signedIn && <Sections />}
      </header>
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <footer className="colophon">
        <Support />
        <ZoneNote />
      </footer>
    </>
  )
}

function Sections() {
  const words = useWords()
  return (
    <nav aria-label={words.sections} className="sections">
      <NavLink to="/matters">{words.yourMatters}</NavLink>
      <NavLink to="/contact">{words.yourDetails}</NavLink>
      <form method="post" action="/logout">
        <button className="link">{words.leave}</button>
      </form>
    </nav>
  )
}

function Support() {
  const { firm } = useFrame()
  const words = useWords()
  if (!firm) return null
  if (!firm.supportContact) return <p>{words.supportUnknown}</p>
  return (
    <p>
      {words.support} <Contact text={firm.supportContact} />
    </p>
  )
}

/** What the firm wrote as its contact; an address or a number can be tapped, whatever else stands around it. */
function Contact({ text }: { text: string }) {
  const pieces = text.split(/([\w.+-]+@[\w-]+(?:\.[\w-]+)+|\+?\d[\d\s().-]{6,}\d)/)
  return pieces.map((piece, i) => {
    if (i % 2 === 0) return piece
    const href = piece.includes('@') ? `mailto:${piece}` : `tel:${piece.replace(/[^\d+]/g, '')}`
    return (
      <a key={i} href={href}>
        {piece}
      </a>
    )
  })
}

/** Times are told in the client's own zone; the zone is named only to a reader whose clock shows another. */
function ZoneNote() {
  const { timeZone, zone, signedIn } = useFrame()
  const words = useWords()
  const [elsewhere, setElsewhere] = useState(false)
  useEffect(() => {
    const now = new Date()
    const offset = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
    const here = new Intl.DateTimeFormat('en', { timeZoneName: 'longOffset' })
    setElsewhere(offset.format(now) !== here.format(now))
  }, [timeZone])
  return signedIn && elsewhere ? <p>{words.zone({ zone })}</p> : null
}
