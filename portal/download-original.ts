import type { RequestHandler } from 'express'
import { once } from 'node:events'
import { isRefusal } from '#core/errors.ts'
import type { Office } from '#core/office.ts'
import { mayStillSave, saveOriginal } from '#core/replies/original/save-original.ts'
import { filePolicy } from './security-headers.ts'
import { streamWhileRight } from './stream-while-right.ts'
import { tellHeld } from './tell-held.ts'

/**
 * Serves `/mails/ID/eml`, a client's mail as it came, to the member whose chat message carries a pass for it: only ever to be
 * saved, piece by piece. Whoever may not have it comes to the mail's page, which says why.
 */
export function downloadOriginal(office: Office): RequestHandler<{ mail: string }> {
  return async (request, response, next) => {
    const { mail } = request.params
    if (!/^[a-z2-7]{1,40}$/.test(mail)) return next()
    const pass = typeof request.query.pass === 'string' ? request.query.pass : ''
    try {
      const file = await saveOriginal(office, mail, pass)
      const stream = file.read()
      await once(stream, 'readable')
      response.attachment(file.name)
      response.setHeader('Content-Type', file.type)
      response.setHeader('Content-Length', file.size)
      response.setHeader('Content-Security-Policy', filePolicy)
      response.setHeader('Cache-Control', 'private, no-store')
      await streamWhileRight(office, response, stream, () => mayStillSave(office, mail, pass))
    } catch (error) {
      if (isRefusal(error) && error.code === 'file_held') return tellHeld(request, response)
      if (isRefusal(error)) return response.redirect(303, `/mails/${mail}?pass=${encodeURIComponent(pass)}`)
      // A reader who hangs up in the middle, or who lost the right to it, is no fault of ours.
      if (!response.headersSent) next(error)
    }
  }
}
