/** What was answered: `url` after all redirects. */
export type Answer = { status: number; text: string; url: string }

/** No answer came, or none that counts: the connection broke, stood still, or the server is being restarted. */
export class ConnectionBroke extends Error {}

/** How long nothing at all may move before a connection is given up as dead. */
const stillness = 30_000

type Wish = {
  headers?: Record<string, string>
  body?: XMLHttpRequestBodyInit
  signal: AbortSignal
  /** Bytes of the body sent so far. */
  onSent?: (bytes: number) => void
}

/** Asks and waits for the answer. Throws ConnectionBroke, and an AbortError once the signal is given. */
export function exchange(method: string, address: string, wish: Wish): Promise<Answer> {
  const { headers = {}, body = null, signal, onSent } = wish
  const request = new XMLHttpRequest()
  let watch = 0
  const stillAlive = () => {
    clearTimeout(watch)
    watch = window.setTimeout(() => request.abort(), stillness)
  }
  const abort = () => request.abort()
  const answered = new Promise<Answer>((resolve, reject) => {
    request.onload = () => {
      const { status, responseText: text, responseURL: url } = request
      if (status >= 500) reject(new ConnectionBroke(`answered with ${status}`))
      else resolve({ status, text, url })
    }
    request.onerror = () => reject(new ConnectionBroke())
    request.onabort = () => reject(signal.aborted ? stopped() : new ConnectionBroke())
  })
  request.upload.onprogress = ({ loaded }) => {
    stillAlive()
    onSent?.(loaded)
  }
  request.onprogress = stillAlive
  request.onloadend = () => {
    clearTimeout(watch)
    signal.removeEventListener('abort', abort)
  }
  if (signal.aborted) throw stopped()
  signal.addEventListener('abort', abort)
  request.open(method, address)
  for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
  stillAlive()
  request.send(body)
  return answered
}

function stopped(): DOMException {
  return new DOMException('stopped', 'AbortError')
}
