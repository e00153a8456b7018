import { isRouteErrorResponse, useRouteError } from '@remix-run/react'
import { useWords } from '../frame.ts'
import { ErrorBoundary } from '../root.tsx'
import { Trouble } from './trouble.tsx'

/** Where a link opens nothing: kindly, and with the way to one that does; to the latest e-mail, unless other lines say where. */
export function LinkTrouble({ lines }: { lines?: string[] | undefined }) {
  const error = useRouteError()
  const { enter } = useWords()
  if (!isRouteErrorResponse(error) || error.status >= 500) return <ErrorBoundary />
  return <Trouble title={enter.badTitle} lines={lines ?? [enter.bad]} />
}
