import type { LoaderFunctionArgs } from '@remix-run/node'
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  useRouteError,
  useRouteLoaderData,
  type MetaFunction,
} from '@remix-run/react'
import { useContext, useMemo, type ReactNode } from 'react'
import { accentFor } from '#core/firms/accent.ts'
import { CalendarContext, calendarFor } from './calendar.ts'
import { Page } from './components/page.tsx'
import { Trouble } from './components/trouble.tsx'
import { WaysIn } from './components/ways-in.tsx'
import { BehaviourContext } from './behaviour.ts'
import { FrameContext, frameOf, makeFrame, pageTitle, useInnermostFrame, useWords } from './frame.ts'
import { portalWords } from '../portal-words.ts'
import './styles/portal.css'

/** Whose portal this is; never fails, so that every failure further in still has a frame to be told in. */
export async function loader({ context }: LoaderFunctionArgs) {
  const { office, browserLocale, nonce, reference } = context
  const session = await context.session().catch(() => null)
  const nobody = { locale: browserLocale, timeZone: 'UTC', firm: null, signedIn: false }
  const frame = session ? frameOf(session, office) : makeFrame(nobody, office)
  return { frame, nonce, reference }
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data?.frame, portalWords[data?.frame.locale ?? 'es-CL'].title)

/** A page is complete as the server writes it and is not rendered again; what scripts add to it stands in `browser/`. */
export function Layout({ children }: { children: ReactNode }) {
  const frame = useInnermostFrame()
  const nonce = useRouteLoaderData<typeof loader>('root')?.nonce
  const calendar = useMemo(() => calendarFor(frame), [frame])
  const accent = accentFor(frame.firm?.accent ?? null)
  return (
    <html lang={frame.locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="format-detection" content="telephone=no" />
        <Meta />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <Installable />
        <Links />
        <Behaviour nonce={nonce} />
        <style nonce={nonce}>
          {`:root{--accent:${accent.light}}@media (prefers-color-scheme:dark){:root{--accent:${accent.dark}}}`}
        </style>
      </head>
      <body>
        <FrameContext.Provider value={frame}>
          <CalendarContext.Provider value={calendar}>
            <Page>{children}</Page>
          </CalendarContext.Provider>
        </FrameContext.Provider>
      </body>
    </html>
  )
}

/** What makes an app of it; the manifest names the firm of whoever has entered, so it is asked for with their cookie. */
function Installable() {
  return (
    <>
      <link rel="manifest" href="/manifest.webmanifest" crossOrigin="use-credentials" />
      <link rel="apple-touch-icon" href="/apple-touch-icon.png" />
      <meta name="theme-color" media="(prefers-color-scheme: light)" content="#faf8f3" />
      <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#171613" />
      <meta name="mobile-web-app-capable" content="yes" />
      <meta name="apple-mobile-web-app-capable" content="yes" />
    </>
  )
}

function Behaviour({ nonce }: { nonce?: string }) {
  const [script, ...parts] = useContext(BehaviourContext)
  return (
    <>
      {parts.map((part) => (
        <link key={part} rel="modulepreload" href={part} />
      ))}
      {script && <script nonce={nonce} type="module" src={script} />}
    </>
  )
}

export default function Portal() {
  return <Outlet />
}

export function ErrorBoundary() {
  const error = useRouteError()
  const own = useRouteLoaderData<typeof loader>('root')?.reference
  const { errors } = useWords()
  if (isRouteErrorResponse(error)) {
    if (error.status === 401) {
      return (
        <>
          <Trouble title={errors.signedOutTitle} lines={[errors.signedOut]} />
          <WaysIn />
        </>
      )
    }
    if (error.status < 500) return <Trouble title={errors.missingTitle} lines={[errors.missing]} home />
  }
  const reference = referenceIn(error) ?? own
  const lines = [errors.broken, ...(reference ? [errors.reference({ reference })] : [])]
  return <Trouble title={errors.brokenTitle} lines={lines} home />
}

function referenceIn(error: unknown): string | null {
  if (!isRouteErrorResponse(error)) return null
  const data: unknown = error.data
  if (typeof data !== 'object' || data === null || !('reference' in data)) return null
  return typeof data.reference === 'string' ? data.reference : null
}
