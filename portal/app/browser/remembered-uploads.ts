/** Where unfinished uploads are remembered, each as `until ID`; its name tells nobody what was sent. */
const prefix = 'upload:'
/** As long as the server keeps the pieces. */
const kept = 24 * 3_600_000

export type RememberedUpload = { id: string | null; remember: (id: string) => void; forget: () => void }

/** What this browser remembers of a file's earlier way to an item; nothing where it cannot remember. */
export async function rememberedUpload(file: File, itemId: string): Promise<RememberedUpload> {
  const key = await keyOf(file, itemId)
  const [until, id = null] = (key && storage()?.getItem(key)?.split(' ')) || []
  return {
    id: Number(until) > Date.now() ? id : null,
    remember: (begun) => key && storage()?.setItem(key, `${Date.now() + kept} ${begun}`),
    forget: () => key && storage()?.removeItem(key),
  }
}

/** Nothing of what was being sent stays in this browser once its reader leaves. */
export function forgetOnLeaving(): void {
  document.querySelector('form[action="/logout"]')?.addEventListener('submit', () => {
    const all = storage()
    for (const key of Object.keys(all ?? {})) if (key.startsWith(prefix)) all?.removeItem(key)
  })
}

// A fingerprint of the file, as a hash: the name of a file is nobody's business who sits down here later.
async function keyOf(file: File, itemId: string): Promise<string | null> {
  // Browsers hide it where the connection could be listened to.
  if (!('subtle' in crypto)) return null
  const about = JSON.stringify([file.name, file.size, file.lastModified, itemId])
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(about))
  return prefix + [...new Uint8Array(hash, 0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

// Some browsers throw at the mere mention of it.
function storage(): Storage | null {
  try {
    return localStorage
  } catch {
    return null
  }
}
