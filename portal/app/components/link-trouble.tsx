import { isRouteErrorResponse, useRouteError } from '@remix-run/react'
import { useWords } from '../frame.ts'
import { ErrorBoundary } from '../root.tsx'
import { Trouble } from './trouble.tsx'

/** Where a link from an e-mail opens nothing: kindly, and with the way to one that does. */
export function LinkTrouble() {
  const error = useRouteError()
  const { enter } = useWords()
  if (!isRouteErrorResponse(error) || error.status >= 500) return <ErrorBoundary />
  return <Trouble title={enter.badTitle} lines={[enter.bad]} />
}
