import type { Query } from '#db/database.ts'
import type { Request } from '../requests/request.ts'
import { countsOf, isLive } from '../requests/request.ts'
import { itemsOf } from '../requests/items-of.ts'
import { isEventOfMatter } from '../matters/channels/tell-in-channel.ts'
import type { ChatNoteContent, MatterInNote, NoteInChannel } from './chat-note.ts'

/**
 * Of a note what everybody in the matter's channel may read: no names of clients, no titles, no files, nothing that was written.
 * Null for what a channel is not told.
 */
export async function inChannel(
  tx: Query,
  content: ChatNoteContent,
  matter: MatterInNote,
  request: Request | null,
): Promise<NoteInChannel | null> {
  if (!isEventOfMatter(content.kind)) return null
  const items = request ? await itemsOf(tx, request.id) : []
  const { total, received } = countsOf(items)
  const waits = content.kind === 'mailQuarantined' && content.decision === null
  return {
    kind: 'inChannel',
    about: content.kind,
    matter: { id: matter.id, reference: matter.reference },
    request: request && { id: request.id, counts: { total, received }, isLive: isLive(request) },
    ...verdictsIn(content),
    inboundId: waits ? content.inboundId : null,
  }
}

function verdictsIn(content: ChatNoteContent): Pick<NoteInChannel, 'toReview' | 'decided'> {
  if (content.kind === 'mailQuarantined') {
    const by = content.decidedBy ? [content.decidedBy] : []
    return { toReview: 0, decided: { approved: 0, rejected: 0, by } }
  }
  const { items, unsure, request } =
    content.kind === 'answersArrived' ? content : { items: [], unsure: [], request: { isOver: true } }
  const withStatus = (status: string) => items.filter((item) => item.status === status)
  const decided = [...withStatus('approved'), ...withStatus('rejected')]
  return {
    toReview: request.isOver ? 0 : withStatus('received').length + unsure.length,
    decided: {
      approved: withStatus('approved').length,
      rejected: withStatus('rejected').length,
      by: [...new Set(decided.flatMap((item) => item.decidedBy ?? []))],
    },
  }
}
