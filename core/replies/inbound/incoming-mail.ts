/**
 * A mail as the parser read it: facts only, nothing decided. JSON-safe, because it crosses a worker border.
 * Addresses are lower case; dates are ISO 8601; hashes are SHA-256 in hex.
 */
export type IncomingMail = {
  /** With its angle brackets; null when the mail carries none. */
  messageId: string | null
  inReplyTo: string[]
  /** As in the header: oldest first. */
  references: string[]
  from: { address: string; name: string }[]
  /** How many From lines the raw header holds; anything but 1 is never trusted. */
  fromLines: number
  /** Every address that may be ours: envelope, Delivered-To, X-Original-To, X-Forwarded-To, To, Cc. */
  recipients: string[]
  /** Those of To and Cc, as far as they can be believed: a signature of the sender's domain that covers either covers them. */
  shownTo: string[]
  subject: string
  date: string | null
  kind: MailKind
  /** The whole text as written, or made from the HTML. */
  text: string
  /** What the sender wrote this time, without quoted mail; all of `text` when the cut leaves nothing. */
  writtenText: string
  attachments: IncomingAttachment[]
  /** Over sender, date, decoded text and attachment names and bytes, never the raw bytes (the same mail comes by two roads). */
  contentHash: string
  /** Per-recipient blocks of a delivery report; empty unless `kind` is `bounce`. */
  failures: DeliveryFailure[]
  /** What the mail asks for besides, read from `writtenText` alone. */
  wishes: { stopReminding: boolean }
  /** Whom it says it is from, where it was sent on; anybody can write that. */
  forwardedFrom?: string | null
  authentication: MailAuthentication
}

/** Only `reply` may answer a request. */
export type MailKind = 'reply' | 'automatic' | 'bounce' | 'report' | 'calendar' | 'ours'

export type IncomingAttachment = {
  /** Safe to show: base name, NFC, no control or bidi characters, capped, unique within the mail. */
  name: string
  /** MIME type by content; falls back to the declared one. */
  type: string
  /** Bytes. */
  size: number
  sha256: string
  /** Where the parser spooled the bytes; whoever asked for the parse owns the folder. */
  path: string
  /** Why it cannot count as an answer, or null. */
  flag: AttachmentFlag | null
  /** Which attachment it was packed in, by its place among them, and in which folders there. */
  inside?: { of: number; folders: string }
}

export type AttachmentFlag =
  'empty' | 'encrypted' | 'smime' | 'winmail' | 'oversized' | 'infected' | 'archive' | 'unsafe' | 'link'

export type DeliveryFailure = {
  recipient: string
  /** RFC 3463 enhanced status, such as 5.1.1. */
  status: string
  /** Hard: the address is dead. Soft: it may work later. Delayed is no failure. */
  severity: 'hard' | 'soft' | 'delayed'
  diagnostic: string
  originalMessageId: string | null
}

/** `pass`: DMARC pass or an aligned DKIM signature; `fail`: DMARC fail; `none`: nothing proven either way. */
export type MailAuthentication =
  | {
      verdict: 'pass'
      /**
       * `server`: a server that may send for the sender's domain handed the mail over (SPF). `signature`: the domain signed
       * it, which stays as true when somebody else sends the same mail on, to whomever they like.
       */
      by: 'server' | 'signature'
      /** What it rests on, for the member and the audit trail. */
      detail: string
    }
  | { verdict: 'fail' | 'none'; detail: string }
