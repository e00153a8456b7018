import { exchange, type Answer } from './exchange.ts'
import { persist } from './persist.ts'
import type { Progress } from './progress.ts'
import { Refused, sendPieces } from './send-pieces.ts'

type Wish = {
  itemId: string
  uploadToken?: string
  action: string
  /** What the form says besides its files. */
  fields: FormData
  signal: AbortSignal
  progress: Progress
}

/**
 * The files are sent one after the other, then handed in together as the form itself would; resolves with the address
 * it leads to. Handing in twice counts once, so that too is tried again. Throws as `sendPieces` does.
 */
export async function sendFiles(files: File[], wish: Wish): Promise<string> {
  const { signal, progress, fields } = wish
  const onWait = progress.wait
  const sent = []
  let before = 0
  for (const file of files) {
    const start = before
    const onSent = (bytes: number) => progress.show(start + bytes)
    const { itemId, uploadToken } = wish
    sent.push(await sendPieces(file, { itemId, uploadToken, signal, onSent, onWait }))
    before += file.size
  }
  fields.delete('files')
  fields.set('uploads', sent.map((upload) => upload.id).join(' '))
  progress.store()
  const answer = await persist(() => exchange('POST', wish.action, { body: fields, signal }), {
    signal,
    onWait,
  })
  for (const upload of sent) upload.forget()
  if (answer.status >= 400) throw new Refused(alertIn(answer))
  return answer.url
}

/** What the page tells a reader at once; a refusal and an apology are both told so. */
function alertIn({ text }: Answer): string | undefined {
  // Without its head, whose styles this page's policy would refuse with a complaint.
  const body = text.slice(text.indexOf('<body'))
  const alert = new DOMParser().parseFromString(body, 'text/html').querySelector('[role=alert]')
  const lines = [...(alert?.querySelectorAll('p') ?? [])].map((line) => line.textContent?.trim())
  return (lines.length > 0 ? lines.join(' ') : alert?.textContent?.trim()) || undefined
}
