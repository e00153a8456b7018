import { and, eq, isNull } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { clients } from '#db/schema/clients.ts'
import { matters } from '#db/schema/matters.ts'
import { filePasswords, files } from '#db/schema/replies.ts'
import { fileUrl } from '../files/file-pass.ts'
import { matterInNote } from '../matters/who-is-told.ts'
import type { MemberActor } from '../members/actor.ts'
import type { Office } from '../office.ts'
import type { ChatNoteContent } from './chat-note.ts'

/** That there is a password for the file, never which; null once the file is gone. */
export async function passwordContent(
  office: Office,
  tx: Query,
  by: MemberActor,
  fileId: string,
): Promise<ChatNoteContent | null> {
  const [found] = await tx
    .select({ name: files.name, matter: matters, client: clients.name })
    .from(filePasswords)
    .innerJoin(files, eq(files.id, filePasswords.fileId))
    .innerJoin(matters, eq(matters.id, files.matterId))
    .innerJoin(clients, eq(clients.id, files.clientId))
    .where(and(eq(files.id, fileId), eq(files.firmId, by.firmId), isNull(files.purgedAt)))
  if (!found) return null
  const { name, matter, client } = found
  const file = { id: fileId, name, url: fileUrl(office, fileId, by.memberId) }
  return { kind: 'passwordGiven', matter: matterInNote(matter), client, file }
}
