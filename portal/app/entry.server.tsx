import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { renderToStaticMarkup } from 'react-dom/server'
import { BehaviourContext } from './behaviour.ts'
import { compressed } from './compressed.ts'
import { readerHeader, readerMark } from '../reader-mark.ts'

/** Writes a whole page, as it will stay: no browser takes it over, so nothing is handed on to one. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  { nonce, session }: AppLoadContext,
): Promise<Response> {
  const { module, imports } = remix.manifest.entry
  const page = renderToStaticMarkup(
    <BehaviourContext.Provider value={[module, ...imports]}>
      <RemixServer context={{ ...remix, serverHandoffStream: undefined }} url={request.url} nonce={nonce} />
    </BehaviourContext.Provider>,
  )
  const reader = await readerMark({ session })
  if (reader) headers.set(readerHeader, reader)
  headers.set('Content-Type', 'text/html; charset=utf-8')
  headers.set('Cache-Control', 'private, no-store')
  return compressed(request, new Response(`<!doctype html>${page}`, { status, headers }))
}

export function handleDataRequest(response: Response, { request }: LoaderFunctionArgs | ActionFunctionArgs) {
  response.headers.set('Cache-Control', 'private, no-store')
  return compressed(request, response)
}

/** Loaders and actions log their own failures (`door.ts`); what comes here broke while a page was being made. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs) {
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return
  context.office.log.error({ error, reference: context.reference }, 'a portal page could not be made')
}
