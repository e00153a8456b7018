import { z } from 'zod'
import { isLoopback } from './values.ts'

/** A mailbox that is read over IMAP, as `IMAP_URL` names it. */
export type MailboxUrl = {
  /** Its address without the password: by this it is known in the database and the log. */
  name: string
  host: string
  port: number
  /** `tls` from the first byte, `starttls` before anything else is said, or `none`, on this machine alone. */
  encryption: 'tls' | 'starttls' | 'none'
  user: string
  /** Null: by a token (`IMAP_OAUTH_*`). */
  password: string | null
  /** Its parts, outermost first; `INBOX` unless said. */
  folder: string[]
}

/** One or more `imaps://user:password@host/FOLDER`, separated by blanks or commas. No problem it tells shows a password. */
export const mailboxUrls = z.string().transform((text, context): MailboxUrl[] => {
  const given = text.split(/[\s,]+/).filter(Boolean)
  const read = given.map(readOne)
  const refuse = (message: string) => {
    context.addIssue({ code: 'custom', message })
    return z.NEVER
  }
  for (const [index, one] of read.entries()) {
    const which = given.length > 1 ? ` (number ${index + 1} of ${given.length})` : ''
    if (typeof one === 'string') return refuse(`${one}${which}`)
  }
  const mailboxes = read.filter((one) => typeof one !== 'string')
  const names = new Set(mailboxes.map(({ name }) => name))
  return names.size < mailboxes.length ? refuse('names the same mailbox twice') : mailboxes
})

function readOne(text: string): MailboxUrl | string {
  const url = URL.parse(text)
  const isTls = url?.protocol === 'imaps:'
  if (!url?.hostname || !(isTls || url.protocol === 'imap:'))
    return 'must begin with imaps:// or imap:// and name a server'
  if (url.search || url.hash) return 'must have nothing after the folder: write a ? as %3F and a # as %23'
  if (!url.username) return 'must name the user: imaps://user:password@host/INBOX, an @ in it written as %40'
  const user = decoded(url.username)
  const password = decoded(url.password)
  const folder = url.pathname.split('/').filter(Boolean).map(decoded)
  if (user === null || password === null || folder.includes(null))
    return 'has a % that begins no percent-encoding: write it as %25'
  const port = Number(url.port) || (isTls ? 993 : 143)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const parts = folder.length > 0 ? folder.map(String) : ['INBOX']
  return {
    name: `${url.protocol}//${encodeURIComponent(user)}@${url.hostname}:${port}/${parts.map(encodeURIComponent).join('/')}`,
    host,
    port,
    encryption: isTls ? 'tls' : isLoopback(url.hostname) ? 'none' : 'starttls',
    user,
    password: password || null,
    folder: parts,
  }
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}
