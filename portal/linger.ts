import type { RequestHandler } from 'express'

/** How long a sender may go on sending what is no longer read. */
const patience = 5000

/**
 * After an answer that did not wait for the whole request, such as a refusal of a far too large upload: reads on for a
 * moment into nowhere, then hangs up. Hanging up at once makes browsers lose the answer itself.
 */
export const linger: RequestHandler = (request, response, next) => {
  response.once('finish', () => {
    if (request.readableEnded || request.destroyed) return
    request.removeAllListeners('data')
    request.resume()
    const hangUp = setTimeout(() => request.destroy(), patience).unref()
    request.once('close', () => clearTimeout(hangUp))
  })
  next()
}
