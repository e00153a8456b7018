import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { clients } from '#db/schema/clients.ts'
import { members } from '#db/schema/firms.ts'
import { matters } from '#db/schema/matters.ts'
import { files, inboundMessages } from '#db/schema/replies.ts'
import { needsPreview } from '../documents/kinds.ts'
import { fileUrl } from '../files/file-pass.ts'
import { matterInNote } from '../matters/who-is-told.ts'
import type { MemberActor } from '../members/actor.ts'
import type { Office } from '../office.ts'
import type { FileInNote, MatterInNote } from './chat-note.ts'

type FileRow = typeof files.$inferSelect

/** So many characters of what a client wrote stand in chat. */
const excerpt = 600

/** The mail as it came and where its handling stands. */
export async function inboundOf(tx: Query, inboundId: string) {
  const [inbound] = await tx.select().from(inboundMessages).where(eq(inboundMessages.id, inboundId))
  return inbound
}

/** The matter as chat names it; null where there is none. */
export async function matterIn(tx: Query, matterId: string | null): Promise<MatterInNote | null> {
  if (matterId === null) return null
  const [matter] = await tx.select().from(matters).where(eq(matters.id, matterId))
  return matter ? matterInNote(matter) : null
}

/** Null where there is no such client. */
export async function clientName(tx: Query, clientId: string | null): Promise<string | null> {
  const [client] = await tx
    .select({ name: clients.name })
    .from(clients)
    .where(eq(clients.id, clientId ?? ''))
  return client?.name ?? null
}

/** Null where there is no such member. */
export async function memberName(tx: Query, memberId: string | null): Promise<string | null> {
  const [member] = await tx
    .select({ name: members.name })
    .from(members)
    .where(eq(members.id, memberId ?? ''))
  return member?.name ?? null
}

/** What came with a mail, as far as it has not been purged. */
export async function filesOfMail(
  office: Office,
  tx: Query,
  by: MemberActor,
  inboundId: string,
): Promise<FileInNote[]> {
  const rows = await tx
    .select()
    .from(files)
    .where(and(eq(files.inboundId, inboundId), isNull(files.purgedAt)))
    .orderBy(asc(files.id))
  return rows.map((file) => fileInNote(office, by, file))
}

/** A file as chat speaks of it: a link that opens it with the member's rights, never its bytes. */
export function fileInNote(office: Office, by: MemberActor, file: FileRow): FileInNote {
  const { id, name, size, type, flag } = file
  const held = file.heldBecause
  const url = held ? '' : fileUrl(office, id, by.memberId)
  const viewUrl = url && needsPreview(type) ? `${url}&view` : null
  return { id, name, size, type, flag, held, url, viewUrl, contents: file.contents }
}

/** A text shortened for chat; null when there is none. */
export function shortened(text: string | null | undefined): string | null {
  const trimmed = text?.trim() ?? ''
  if (trimmed === '') return null
  return trimmed.length > excerpt ? `${trimmed.slice(0, excerpt).toWellFormed().trimEnd()}…` : trimmed
}
