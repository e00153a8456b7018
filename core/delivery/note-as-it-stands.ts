import { arrivals, inboundMessages } from '#db/schema/replies.ts'
import { and, eq } from 'drizzle-orm'
import { matterFor } from '../matters/matter-for.ts'
import type { MemberActor } from '../members/actor.ts'
import type { ChatNotice } from '../notices.ts'
import type { Office } from '../office.ts'
import type { ChatNoteContent } from './chat-note.ts'
import { noteContent } from './note-content.ts'

type Standing = { by: MemberActor; noteKind: 'answersArrived' | 'mailQuarantined'; subjectId: string }

/** What a message in chat would say if it were posted now; null when it would say nothing. Throws NotFound for another's matter. */
export async function noteAsItStands(office: Office, wish: Standing): Promise<ChatNoteContent | null> {
  const tx = office.db.read
  const table = wish.noteKind === 'answersArrived' ? arrivals : inboundMessages
  const [about] = await tx
    .select({ matterId: table.matterId })
    .from(table)
    .where(and(eq(table.id, wish.subjectId), eq(table.firmId, wish.by.firmId)))
  if (!about) return null
  if (about.matterId) await matterFor(tx, wish.by, about.matterId)
  const notice: ChatNotice =
    wish.noteKind === 'answersArrived'
      ? { kind: wish.noteKind, arrivalId: wish.subjectId }
      : { kind: wish.noteKind, inboundId: wish.subjectId }
  return noteContent(office, tx, wish.by, notice)
}
