import type { LoaderFunctionArgs } from '@remix-run/node'
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useRouteError,
  useRouteLoaderData,
  type MetaFunction,
} from '@remix-run/react'
import { useMemo, type ReactNode } from 'react'
import { accentFor } from '#core/firms/accent.ts'
import { CalendarContext, calendarFor } from './calendar.ts'
import { Page } from './components/page.tsx'
import { Trouble } from './components/trouble.tsx'
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
        <Links />
        {/* Browsers hide a nonce from scripts, so it never looks the same twice. */}
        <style nonce={nonce} suppressHydrationWarning>
          {`:root{--accent:${accent.light}}@media (prefers-color-scheme:dark){:root{--accent:${accent.dark}}}`}
        </style>
      </head>
      <body>
        <FrameContext.Provider value={frame}>
          <CalendarContext.Provider value={calendar}>
            <Page>{children}</Page>
          </CalendarContext.Provider>
        </FrameContext.Provider>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
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
    if (error.status === 401) return <Trouble title={errors.signedOutTitle} lines={[errors.signedOut]} />
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
