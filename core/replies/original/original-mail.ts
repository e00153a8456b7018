/** A mail as it came, to be looked at; JSON-safe, because it crosses a worker border. Nothing in it is proven. */
export type OriginalMail = {
  from: Correspondent[]
  to: Correspondent[]
  cc: Correspondent[]
  subject: string
  /** As its sender's clock said, ISO 8601. */
  date: string | null
  /** Everything that was written and quoted; made from the HTML where there is nothing else. */
  text: string
  /** It goes on; so much of it is shown. */
  isCut: boolean
  /** Names safe to show; sizes in bytes. */
  attachments: { name: string; size: number }[]
}

/** Lower-case address; the name as they wrote it, or empty. */
export type Correspondent = { address: string; name: string }

/** Reads a stored raw mail for display, by its path on this machine; null where it cannot be read, now or later. */
export type ReadOriginal = (rawPath: string) => Promise<OriginalMail | null>
