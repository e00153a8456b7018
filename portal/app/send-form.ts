export type Sending = {
  /** The address the server led to in the end, or why it refused (null: the connection broke). */
  outcome: Promise<
    { kind: 'done'; url: string } | { kind: 'refused'; message: string | null } | { kind: 'stopped' }
  >
  stop: () => void
}

/**
 * Sends a form as the browser itself would and reads the page that answers, but tells of its progress: bytes sent of
 * all, and `null` once everything is there and only the answer is awaited.
 */
export function sendForm(action: string, form: FormData, onProgress: (sent: number | null) => void): Sending {
  const request = new XMLHttpRequest()
  const outcome: Sending['outcome'] = new Promise((resolve) => {
    request.upload.onprogress = (event) => onProgress(event.loaded)
    request.upload.onload = () => onProgress(null)
    request.onload = () =>
      resolve(
        request.status < 400
          ? { kind: 'done', url: request.responseURL }
          : { kind: 'refused', message: alertIn(request.responseText) },
      )
    request.onerror = () => resolve({ kind: 'refused', message: null })
    request.onabort = () => resolve({ kind: 'stopped' })
  })
  request.open('POST', action)
  request.send(form)
  return { outcome, stop: () => request.abort() }
}

/** What the page tells a reader at once; a refusal and an apology are both told so. */
function alertIn(page: string): string | null {
  // Without its head, whose styles this page's policy would refuse with a complaint.
  const body = page.slice(page.indexOf('<body'))
  const alert = new DOMParser().parseFromString(body, 'text/html').querySelector('[role=alert]')
  const lines = [...(alert?.querySelectorAll('p') ?? [])].map((line) => line.textContent?.trim())
  return (lines.length > 0 ? lines.join(' ') : alert?.textContent?.trim()) || null
}
