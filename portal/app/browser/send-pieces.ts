import { ConnectionBroke, exchange, type Answer } from './exchange.ts'
import { persist } from './persist.ts'
import { rememberedUpload } from './remembered-uploads.ts'

/** The server will not have it, and says why in the reader's words. */
export class Refused extends Error {}

type Wish = {
  itemId: string
  /** Of those who have not entered. */
  uploadToken?: string
  signal: AbortSignal
  /** Bytes that are there, of this file. */
  onSent: (bytes: number) => void
  onWait: () => void
}

/** Small enough that little is lost with one on a poor line. */
const pieceBytes = 1024 * 1024

/**
 * The whole file is with the server, as the upload whose id is given back: what came of it before is not sent again.
 * Throws Refused, ConnectionBroke once patience is at its end, and an AbortError.
 */
export async function sendPieces(file: File, wish: Wish): Promise<{ id: string; forget: () => void }> {
  const { signal, onSent } = wish
  const headers: Record<string, string> = wish.uploadToken ? { 'x-upload-token': wish.uploadToken } : {}
  const memory = await rememberedUpload(file, wish.itemId)
  let id = memory.id

  async function begin(): Promise<string> {
    const about = { item: wish.itemId, name: file.name, type: file.type, size: file.size }
    const body = JSON.stringify(about)
    const json = { ...headers, 'content-type': 'application/json' }
    const begun = told(await exchange('POST', '/uploads', { headers: json, body, signal }))
    if (typeof begun.id !== 'string') throw new Refused()
    memory.remember(begun.id)
    return begun.id
  }

  async function howFar(upload: string): Promise<number | null> {
    const answer = await exchange('GET', `/uploads/${upload}`, { headers, signal })
    return answer.status === 404 ? null : offsetIn(answer)
  }

  await persist(async (advance) => {
    let offset = id === null ? 0 : await howFar(id)
    if (id === null || offset === null) {
      id = await begin()
      offset = 0
    }
    while (offset < file.size) {
      onSent(offset)
      const from = offset
      const body = file.slice(from, from + pieceBytes)
      const onPiece = (bytes: number) => onSent(from + bytes)
      const address = `/uploads/${id}?offset=${from}`
      const answer = await exchange('PUT', address, { headers, body, signal, onSent: onPiece })
      offset = offsetIn(answer)
      if (offset <= from) throw new ConnectionBroke('a piece did not count')
      advance()
    }
  }, wish)
  onSent(file.size)
  return { id: id ?? '', forget: memory.forget }
}

function offsetIn(answer: Answer): number {
  const { offset } = told(answer)
  if (typeof offset !== 'number') throw new Refused()
  return offset
}

// A piece that began in the wrong place (409) is told the right one, as one that was taken.
function told({ status, text }: Answer): { id?: unknown; offset?: unknown } {
  const said: unknown = text.startsWith('{') ? JSON.parse(text) : null
  if (typeof said !== 'object' || said === null) throw new Refused()
  if (status < 400 || status === 409) return said
  throw new Refused('message' in said && typeof said.message === 'string' ? said.message : undefined)
}
