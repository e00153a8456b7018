import type { Query } from '#db/database.ts'
import type { Letter } from './letter.ts'
import type { OutboxRow } from './note-refused.ts'
import { mailsInThread } from './read-for-letters.ts'

type Mail = Awaited<ReturnType<typeof mailsInThread>>[number]

/**
 * The conversation that a letter goes on with: of its matter, or of its subject where it has none, and of one address. It
 * replies to the client's mail it answers, else to the last letter about the same thing, else to the last one at all.
 */
export async function threadOf(tx: Query, row: OutboxRow): Promise<Letter['thread']> {
  const mails = row.threadKey ? await mailsInThread(tx, row.threadKey) : []
  const before = mails.filter((mail) => isBefore(mail, row))
  const ours = before.flatMap((mail) => nameOf(mail) ?? [])
  const same = before.filter(
    ({ replyAddressId }) => replyAddressId !== null && replyAddressId === row.replyAddressId,
  )
  const theirs = row.inReplyTo
  const inReplyTo = theirs ?? same.map(nameOf).at(-1) ?? ours.at(-1)
  if (!inReplyTo) return null
  const isUrgent = mails.some(({ id, urgentAt }) => id === row.id && urgentAt !== null)
  // RFC 5322: the parent comes last. A long thread keeps its first mail and its last ones.
  const references = [...new Set([...ours.slice(0, 1), ...ours.slice(-8), inReplyTo])]
  // Urgent news has a subject of its own, lest it drown, and what is about it goes on with that.
  const others = isUrgent ? [] : before.filter(({ urgentAt }) => urgentAt === null)
  return { subject: lastSubject(same) ?? lastSubject(others), inReplyTo, references }
}

/**
 * What has left, or is on its way since before. What is sent once more, for it came back, goes where it went before: behind
 * what left before it.
 */
function isBefore(mail: Mail, row: OutboxRow): boolean {
  if (mail.id === row.id) return false
  return mail.id < row.id || (mail.acceptedAt !== null && row.acceptedAt === null)
}

// What its reader knows it by.
function nameOf({ serverMessageId, messageId }: Mail): string | null {
  return serverMessageId ?? messageId
}

// One that is on its way has none yet.
function lastSubject(mails: Mail[]): string | null {
  return mails.findLast(({ subject }) => subject !== null)?.subject ?? null
}
