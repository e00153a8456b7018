import { webApi } from '@slack/bolt'
import { explain } from './explain.ts'
import type { SubmitAnswer } from './on-submits.ts'
import type { ClickTurn, Modal, SubmitTurn, Turn } from './turn.ts'
import { loadingView } from './views/loading.ts'
import { noticeView } from './views/notice.ts'

/** Where a modal may be opened: in the three seconds after what its person did, over the one they stand in, if any. */
type Place = Pick<ClickTurn, 'client' | 'triggerId'> & { view?: ClickTurn['view'] }

/** Milliseconds. Slack waits three seconds for a modal or an answer, of which it may have taken half to say who somebody is. */
const patience = 700

/**
 * Opens a modal. Where what it is to say takes long, something stands there until it can be said, lest Slack waits no longer; should
 * it fail then, the same place says why.
 */
export async function show(
  turn: Place & Pick<Turn, 'office' | 'reader'>,
  view: Modal | Promise<Modal>,
): Promise<void> {
  const ready = await readyWithin(patience, view)
  if (ready) return void (await open(turn, ready))
  const opened = await open(turn, loadingView(turn.reader.words))
  await fillIn(turn, opened, view)
}

/** Answer to a submit after which what it asked for stands in the form's place; if that takes long, something until it does. */
export async function showInstead(turn: SubmitTurn, view: Promise<Modal>): Promise<SubmitAnswer> {
  const ready = await readyWithin(patience, view)
  if (!ready) turn.after(() => fillIn(turn, turn.view.id, view))
  return { response_action: 'update', view: ready ?? loadingView(turn.reader.words) }
}

async function fillIn(
  { office, reader, client }: Pick<Turn, 'office' | 'reader' | 'client'>,
  viewId: string,
  view: Modal | Promise<Modal>,
): Promise<void> {
  const { words, locale } = reader
  const loaded = await Promise.resolve(view).catch((error: unknown) => {
    const text = explain(office, error, words, locale)
    return text === null ? null : noticeView(words, words.titles.notDone, text)
  })
  if (loaded) await client.views.update({ view_id: viewId, view: loaded })
}

async function readyWithin(ms: number, view: Modal | Promise<Modal>): Promise<Modal | null> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<null>((resolve) => (timer = setTimeout(() => resolve(null), ms)))
  return Promise.race([view, late]).finally(() => clearTimeout(timer))
}

/**
 * Opens a modal that is ready, and tells its id. Slack lays three upon each other at most; past that it takes the place of the topmost.
 */
export async function open({ client, triggerId, view: below }: Place, view: Modal): Promise<string> {
  if (!below || below.type === 'home') {
    const opened = await client.views.open({ trigger_id: triggerId, view })
    return opened.view?.id ?? ''
  }
  try {
    const pushed = await client.views.push({ trigger_id: triggerId, view })
    return pushed.view?.id ?? ''
  } catch (error) {
    const isFull = error instanceof webApi.WebAPIPlatformError && error.data.error === 'push_limit_reached'
    if (!isFull) throw error
    await client.views.update({ view_id: below.id, view })
    return below.id
  }
}
