import { useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useCalendar } from '../calendar.ts'
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
      <PreviewBanner />
      <AsOf />
      <header className="masthead">
        <p className="firm">{signedIn ? <a href="/matters">{firm?.name}</a> : (firm?.name ?? words.title)}</p>
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

/** Says to a member whose eyes they borrow, on every page. */
function PreviewBanner() {
  const { preview } = useFrame()
  const words = useWords()
  if (preview === null) return null
  return (
    <aside className="preview-banner" aria-label={words.preview.title}>
      <p>{words.preview.banner({ client: preview })}</p>
    </aside>
  )
}

/** On the copy that a browser kept, `portal/worker` shows since when it stands; hidden on every page that comes from here. */
function AsOf() {
  const { signedIn, preview, at } = useFrame()
  const { app } = useWords()
  const calendar = useCalendar()
  if (!signedIn || preview !== null) return null
  return (
    <p className="as-of" data-as-of="" hidden role="status">
      {app.asOf({ day: calendar.dayOfMoment(at), time: calendar.time(at) })}
    </p>
  )
}

function Sections() {
  const { preview } = useFrame()
  const words = useWords()
  return (
    <nav aria-label={words.sections} className="sections">
      <Section path="/matters" also={['/requests', '/code']} name={words.yourMatters} />
      <Section path="/contact" name={words.yourDetails} />
      <form method="post" action="/logout">
        <button className="link">{preview === null ? words.leave : words.preview.end}</button>
      </form>
    </nav>
  )
}

/** Marked on the section's own page and on all below it. */
function Section({ path, also = [], name }: { path: string; also?: string[]; name: string }) {
  const { pathname } = useLocation()
  const here = [path, ...also].some((one) => pathname === one || pathname.startsWith(`${one}/`))
  return (
    <a href={path} aria-current={here ? 'page' : undefined}>
      {name}
    </a>
  )
}

function Support() {
  const { firm } = useFrame()
  const isForMember = /^\/(preview|mails)\//.test(useLocation().pathname)
  const words = useWords()
  if (!firm) return null
  // A member knows whom to ask.
  if (isForMember) return null
  if (!firm.supportContact) return <p>{words.supportUnknown}</p>
  return (
    <p>
      {words.support} <Contact text={firm.supportContact} />
    </p>
  )
}

/** What the firm wrote as its contact; an address or a number can be tapped, whatever else stands around it. */
function Contact({ text }: { text: string }) {
  const pieces = text.split(/([\w.+-]+@[\w-]+(?:\.[\w-]+)+|\+?\(?\d[\d\s().-]{6,}\d)/)
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

/** Times are told in the client's own zone; `browser/zone-note.ts` names it to a reader whose clock shows another. */
function ZoneNote() {
  const { timeZone, zone, signedIn } = useFrame()
  const words = useWords()
  if (!signedIn) return null
  return (
    <p data-zone={timeZone} hidden>
      {words.zone({ zone })}
    </p>
  )
}
