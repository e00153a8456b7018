import {
  createReadableStreamFromReadable,
  type ActionFunctionArgs,
  type AppLoadContext,
  type EntryContext,
  type LoaderFunctionArgs,
} from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { PassThrough } from 'node:stream'
import { renderToPipeableStream } from 'react-dom/server'
import { compressed } from './compressed.ts'

/** Makes the whole page before a byte of it leaves: nothing here is slow enough to send it in pieces. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  { nonce }: AppLoadContext,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const { pipe } = renderToPipeableStream(<RemixServer context={remix} url={request.url} nonce={nonce} />, {
      nonce,
      onAllReady() {
        const page = new PassThrough()
        headers.set('Content-Type', 'text/html; charset=utf-8')
        headers.set('Cache-Control', 'private, no-store')
        resolve(
          compressed(request, new Response(createReadableStreamFromReadable(page), { status, headers })),
        )
        pipe(page)
      },
      onShellError: reject,
    })
  })
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
