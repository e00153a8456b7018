import { arrivalContent } from '../delivery/arrival-content.ts'
import type { ChatNoteContent } from '../delivery/chat-note.ts'
import type { MemberActor } from '../members/actor.ts'
import type { Office } from '../office.ts'
import { requestFor } from '../requests/request-for.ts'

export type ForReview = Extract<ChatNoteContent, { kind: 'answersArrived' }>

/** All that was handed in for a request, as the member reviews it; null when nothing was. Throws NotFound. */
export async function arrivalForReview(
  office: Office,
  wish: { by: MemberActor; requestId: string },
): Promise<ForReview | null> {
  await requestFor(office.db.read, wish.by, wish.requestId)
  return arrivalContent(office, office.db.read, wish.by, { requestId: wish.requestId })
}
