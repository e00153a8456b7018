import { json, Router, type ErrorRequestHandler, type Request, type RequestHandler } from 'express'
import { clientSession } from '#core/access/session/client-session.ts'
import { isRefusal } from '#core/errors.ts'
import type { Office } from '#core/office.ts'
import type { Uploader } from '#core/replies/handing-in/asked-item.ts'
import { uploadPage } from '#core/requests/upload-page.ts'
import { appendPart } from '#core/uploads/append-part.ts'
import { beginUpload } from '#core/uploads/begin-upload.ts'
import { uploadState } from '#core/uploads/upload-state.ts'
import { answerFor } from './app/refusals.ts'
import { browserLocale } from './load-context.ts'
import { portalWords } from './portal-words.ts'
import { sessionTokenIn } from './session-cookie.ts'

/** Whoever has not entered says in this header by which upload link they came. */
const tokenHeader = 'x-upload-token'

type Said = { status: number; body: object }
type Act = (by: Uploader, request: Request) => Promise<Said>

const unreadable: Said = { status: 400, body: {} }

/**
 * Files in pieces, for pages in which scripts run: `POST /uploads` announces one (`item`, `name`, `type`, `size` as JSON)
 * and answers its `id`; `PUT /uploads/ID?offset=N` brings a piece; `GET /uploads/ID` says how far it has come. A piece
 * from the wrong place answers 409 with the right `offset`, a refusal has a `message` for its reader. What is complete is
 * handed in by the form itself. Not routes of Remix, whose adapter knows no back pressure.
 */
export function receivePieces(office: Office): Router {
  const routes = Router()
  const door = (act: Act) => answering(office, act)
  routes.post(
    '/uploads',
    json({ limit: '16kb' }),
    door(async (by, { body }) => {
      const file = fileIn(body)
      if (!file) return unreadable
      const { uploadId } = await beginUpload(office, { by, ...file })
      return { status: 201, body: { id: uploadId } }
    }),
  )
  routes.put(
    '/uploads/:upload',
    door(async (by, request) => {
      const { offset } = request.query
      if (typeof offset !== 'string' || !/^\d{1,15}$/.test(offset)) return unreadable
      // Kept alive when only the beginning is read, or its sender could not be told why.
      const bytes = request.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>
      const piece = { by, uploadId: uploadIn(request), offset: Number(offset), bytes }
      const { taken, offset: now } = await appendPart(office, piece)
      return { status: taken ? 200 : 409, body: { offset: now } }
    }),
  )
  routes.get(
    '/uploads/:upload',
    door(async (by, request) => ({
      status: 200,
      body: await uploadState(office, { by, uploadId: uploadIn(request) }),
    })),
  )
  routes.use(notJson)
  return routes
}

function answering(office: Office, act: Act): RequestHandler {
  return async (request, response, next) => {
    response.setHeader('Cache-Control', 'private, no-store')
    try {
      const by = await whoSends(office, request)
      const { status, body } = by ? await act(by, request) : await signedOut(office, request)
      response.status(status).json(body)
    } catch (error) {
      if (isRefusal(error)) {
        const { status, say } = answerFor(error.code)
        const locale = await localeOf(office, request)
        response.status(status).json({ message: say(portalWords[locale], error.facts, locale) })
      } else if (!request.destroyed) next(error)
    }
  }
}

async function whoSends(office: Office, request: Request): Promise<Uploader | null> {
  const uploadToken = request.headers[tokenHeader]
  if (typeof uploadToken === 'string') return /^[a-z2-7-]{1,100}$/.test(uploadToken) ? { uploadToken } : null
  const token = sessionTokenIn(request.headers.cookie, office.config.web.baseUrl)
  const session = token ? await clientSession(office, token) : null
  return session && { session }
}

async function signedOut(office: Office, request: Request): Promise<Said> {
  const locale = await localeOf(office, request)
  return { status: 401, body: { message: portalWords[locale].errors.signedOut } }
}

async function localeOf(office: Office, request: Request) {
  const by = await whoSends(office, request)
  if (!by) return browserLocale(request)
  if ('session' in by) return by.session.locale
  return (await uploadPage(office, by.uploadToken))?.locale ?? browserLocale(request)
}

function fileIn(body: unknown): { itemId: string; name: string; type: string; size: number } | null {
  if (typeof body !== 'object' || body === null) return null
  const { item, name, type, size } = body as Record<string, unknown>
  if (typeof item !== 'string' || !isId(item)) return null
  if (typeof name !== 'string' || typeof type !== 'string' || typeof size !== 'number') return null
  return { itemId: item, name, type, size }
}

// What no id of ours looks like is nobody's; no database likes NUL in a question.
function uploadIn(request: Request): string {
  const { upload } = request.params
  return typeof upload === 'string' && isId(upload) ? upload : '-'
}

function isId(text: string): boolean {
  return /^[a-z2-7]{1,40}$/.test(text)
}

const notJson: ErrorRequestHandler = (error, request, response, next) => {
  const { status } = error as { status?: unknown }
  if (typeof status !== 'number' || status >= 500) return next(error)
  const { refusals } = portalWords[browserLocale(request)]
  response.status(status).json({ message: refusals.unreadable })
}
