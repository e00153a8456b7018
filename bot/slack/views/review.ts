import { z } from 'zod'
import { arrivalForReview } from '#core/replies/arrival-for-review.ts'
import { divider, modal, section, type Block, type Modal } from '../blocks.ts'
import { escape } from '../mrkdwn.ts'
import { entriesOf, headOf } from '../notes/answers-arrived.ts'
import type { NoteOf } from '../notes/note.ts'
import type { Reader } from '../reader.ts'
import type { Turn } from '../turn.ts'
import { noticeView } from './notice.ts'
import { inPages, pageButtons } from './pages.ts'

const state = z.object({ requestId: z.string(), page: z.number() })

/** Which request is reviewed, and which page of what came. */
export type ReviewState = z.infer<typeof state>

const perPage = 10

/** What a review said about itself. */
export function reviewState(metadata: string): ReviewState {
  return state.parse(JSON.parse(metadata))
}

/** What waits for a verdict in a request, as it stands now; `notice` says what was just done. */
export async function reviewView(
  { office, by, reader }: Pick<Turn, 'office' | 'by' | 'reader'>,
  shown: ReviewState,
  notice?: string,
): Promise<Modal> {
  const arrived = await arrivalForReview(office, { by, requestId: shown.requestId })
  if (arrived) return renderReview(reader, arrived, shown, notice)
  return noticeView(reader.words, reader.words.titles.review, reader.words.done.reviewed)
}

/** The same from what is known already. */
export function renderReview(
  reader: Reader,
  arrived: NoteOf<'answersArrived'>,
  shown: ReviewState,
  notice?: string,
): Modal {
  const { words } = reader
  const page = inPages(entriesOf(reader, arrived), shown.page, perPage)
  const nothing: Block[] = page.entries.length === 0 ? [section(words.done.reviewed)] : []
  return modal({
    callbackId: 'review',
    title: words.titles.review,
    close: words.buttons.close,
    metadata: JSON.stringify({ requestId: shown.requestId, page: page.page }),
    blocks: [
      ...(notice ? [section(escape(notice)), divider] : []),
      ...headOf(reader, arrived).blocks,
      ...page.entries.flat(),
      ...nothing,
      ...pageButtons(words, 'review', page),
    ],
  })
}
