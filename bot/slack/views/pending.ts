import { z } from 'zod'
import type { PendingWork } from '#core/delivery/chat-note.ts'
import { pendingWork } from '#core/matters/pending.ts'
import { divider, modal, section, type Modal } from '../blocks.ts'
import { escape } from '../mrkdwn.ts'
import type { Reader } from '../reader.ts'
import type { Turn } from '../turn.ts'
import { pendingBlocks } from './pending-blocks.ts'

const state = z.object({ matterIds: z.array(z.string()).nullable() })

/** Of which matters it is told; null: of all. */
export type PendingState = z.infer<typeof state>

/** Of each kind; a modal holds a hundred blocks. */
const mostOfEach = 7

/** What a view of pending work said about itself. */
export function pendingState(metadata: string): PendingState {
  return state.parse(JSON.parse(metadata))
}

/** What waits for the member as it stands now; `notice` says what was just done. */
export async function pendingView(
  { office, by, reader }: Pick<Turn, 'office' | 'by' | 'reader'>,
  shown: PendingState,
  notice?: string,
): Promise<Modal> {
  return renderPending(reader, await pendingWork(office, { by }), shown, notice)
}

/** The same from what is known already. */
export function renderPending(
  reader: Reader,
  work: PendingWork,
  shown: PendingState,
  notice?: string,
): Modal {
  const { words } = reader
  return modal({
    callbackId: 'pending',
    title: words.titles.pending,
    close: words.buttons.close,
    metadata: JSON.stringify(shown),
    blocks: [
      ...(notice ? [section(escape(notice)), divider] : []),
      ...pendingBlocks(reader, ofMatters(work, shown.matterIds), mostOfEach),
    ],
  })
}

/** Mail that belongs to no request in particular is only told where all matters are. */
function ofMatters(work: PendingWork, ids: string[] | null): PendingWork {
  if (ids === null) return work
  const isOne = (entry: { matter: { id: string } }) => ids.includes(entry.matter.id)
  return {
    toReview: work.toReview.filter(isOne),
    overdue: work.overdue.filter(isOne),
    dueSoon: work.dueSoon.filter(isOne),
    waiting: work.waiting.filter(isOne),
    quarantined: [],
    failed: [],
  }
}
