import type { Request, RequestHandler, Response } from 'express'
import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { clientSession } from '#core/access/session/client-session.ts'
import { isRefusal } from '#core/errors.ts'
import { openMade } from '#core/documents/open-made.ts'
import type { Office } from '#core/office.ts'
import { openFile, openFileByPass, openFileToSign, type OpenedFile } from '#core/replies/files/open-file.ts'
import { filePolicy, pdfPolicy, picturePolicy } from './security-headers.ts'
import { sessionTokenIn } from './session-cookie.ts'
import { streamWhileRight } from './stream-while-right.ts'
import { tellHeld } from './tell-held.ts'
import { isPicture, isViewable, looksLike } from './viewable.ts'

/** Types a browser cannot be made to run; any other is served as mere bytes. */
const harmless = /^(application\/pdf|image\/(png|jpeg|gif|webp|heic|heif|tiff)|text\/plain)$/

type FileRequest = Request<{ file: string }>

/**
 * Serves `/files/ID` to the client who may have it, or to the member whose chat message carries a pass for it: to be
 * saved, or with `?view` to be looked at where its bytes are those of a picture or a PDF, or something was made of it that is;
 * with `?thumbnail` its thumbnail. A member is led to the password of a file that has one, which `?save` leads past. It breaks off when the right
 * to it ends. For anybody else, and for what does not exist, the portal's pages answer. Not a route of Remix, whose
 * adapter would hold the whole file in memory for a slow reader.
 */
export function downloadFile(office: Office): RequestHandler<{ file: string }> {
  return async (request, response, next) => {
    // What no id of ours looks like does not exist; no database likes NUL in a question.
    if (!/^[a-z2-7]{1,40}$/.test(request.params.file)) return next()
    try {
      const opened = await fileFor(office, request)
      const { pass } = request.query
      if (opened?.hasPassword && wantsToOpen(request) && typeof pass === 'string')
        return response.redirect(303, `/files/${request.params.file}/password?pass=${pass}`)
      const file = opened && (await asAsked(office, request, opened))
      if (!file) return next()
      const stream = file.read()
      await describe(request, response, file, stream)
      await streamWhileRight(office, response, stream, async () => (await fileFor(office, request)) !== null)
    } catch (error) {
      if (isRefusal(error) && error.code === 'proof_needed')
        return response.redirect(303, `/code?file=${request.params.file}`)
      if (isRefusal(error) && error.code === 'file_held') return tellHeld(request, response)
      if (isRefusal(error)) return next()
      // A reader who hangs up in the middle, or who lost the right to it, is no fault of ours.
      if (!response.headersSent) next(error)
    }
  }
}

// A member comes from chat, and from the page the link leads to with `save`.
function wantsToOpen({ query }: FileRequest): boolean {
  return (query.save ?? query.view ?? query.thumbnail) === undefined
}

/** The file itself; its thumbnail, or nothing; or, to be looked at, what was made of one that browsers do not show. */
async function asAsked(office: Office, { query }: FileRequest, file: OpenedFile): Promise<OpenedFile | null> {
  if (query.thumbnail !== undefined) return openMade(office, file, 'thumbnail')
  if (query.view === undefined || isViewable(file.type)) return file
  return (await openMade(office, file, 'preview')) ?? file
}

async function describe(
  { query }: FileRequest,
  response: Response,
  { name, type, size }: OpenedFile,
  stream: Readable,
): Promise<void> {
  const head = await headOf(stream)
  const shown = (query.view ?? query.thumbnail) !== undefined && isViewable(type) && looksLike(type, head)
  response.attachment(name)
  if (shown) {
    const saved = String(response.getHeader('Content-Disposition'))
    response.setHeader('Content-Disposition', saved.replace(/^attachment/, 'inline'))
  }
  response.setHeader('Content-Type', harmless.test(type) ? type : 'application/octet-stream')
  response.setHeader('Content-Length', size)
  response.setHeader('Content-Security-Policy', shown ? policyToShow(type) : filePolicy)
  response.setHeader('Cache-Control', 'private, no-store')
}

function policyToShow(type: string): string {
  return isPicture(type) ? picturePolicy : pdfPolicy
}

/** The first bytes of a stream, which are still there to be read. */
async function headOf(stream: Readable): Promise<Buffer> {
  await once(stream, 'readable')
  const head: unknown = stream.read()
  if (!(head instanceof Buffer)) return Buffer.alloc(0)
  stream.unshift(head)
  return head
}

async function fileFor(office: Office, request: FileRequest): Promise<OpenedFile | null> {
  const { pass, upload } = request.query
  if (typeof pass === 'string') return openFileByPass(office, request.params.file, pass)
  if (typeof upload === 'string') return openFileToSign(office, request.params.file, upload)
  const token = sessionTokenIn(request.headers.cookie, office.config.web.baseUrl)
  const session = token && (await clientSession(office, token))
  return session ? openFile(office, session, request.params.file) : null
}
