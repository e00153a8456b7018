import type { Request, RequestHandler } from 'express'
import { once } from 'node:events'
import { pipeline } from 'node:stream/promises'
import { clientSession } from '#core/access/client-session.ts'
import { isRefusal } from '#core/errors.ts'
import type { Office } from '#core/office.ts'
import { openFile, openFileByPass, type OpenedFile } from '#core/replies/open-file.ts'
import { filePolicy } from './security-headers.ts'
import { sessionTokenIn } from './session-cookie.ts'

/** Types a browser cannot be made to run; any other is served as mere bytes. */
const harmless = /^(application\/pdf|image\/(png|jpeg|gif|webp|heic|heif|tiff)|text\/plain)$/

type FileRequest = Request<{ file: string }>

/**
 * Serves `/files/ID` to the client who may have it, or to the member whose chat message carries a pass for it; always
 * to be saved and never to be shown here. For anybody else, and for what does not exist, the portal's pages answer. Not a route of Remix, whose adapter would hold the whole
 * file in memory for a slow reader.
 */
export function downloadFile(office: Office): RequestHandler<{ file: string }> {
  return async (request, response, next) => {
    // What no id of ours looks like does not exist; no database likes NUL in a question.
    if (!/^[a-z2-7]{1,40}$/.test(request.params.file)) return next()
    try {
      const file = await fileFor(office, request)
      if (!file) return next()
      await once(file.stream, 'readable')
      response.attachment(file.name)
      response.setHeader('Content-Type', harmless.test(file.type) ? file.type : 'application/octet-stream')
      response.setHeader('Content-Length', file.size)
      response.setHeader('Content-Security-Policy', filePolicy)
      response.setHeader('Cache-Control', 'private, no-store')
      await pipeline(file.stream, response)
    } catch (error) {
      if (isRefusal(error)) return next()
      // A reader who hangs up in the middle is no fault of ours.
      if (!response.headersSent) next(error)
    }
  }
}

async function fileFor(office: Office, request: FileRequest): Promise<OpenedFile | null> {
  const { pass } = request.query
  if (typeof pass === 'string') return openFileByPass(office, request.params.file, pass)
  const token = sessionTokenIn(request.headers.cookie, office.config.web.baseUrl)
  const session = token && (await clientSession(office, token))
  return session ? openFile(office, session, request.params.file) : null
}
