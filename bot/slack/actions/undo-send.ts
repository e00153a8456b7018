import { takeBack } from '#core/matters/take-back.ts'
import { takeBackEdit } from '#core/matters/take-back-edit.ts'
import { takeBackAnswer } from '#core/replies/messages/take-back-answer.ts'
import type { ClickTurn } from '../turn.ts'
import { communicationView } from '../views/communication.ts'
import { noticeView } from '../views/notice.ts'
import { undoneView } from '../views/sent.ts'

/** Takes back what was just sent; the value is its kind, its id and the draft it was written in. */
export async function undoSend(turn: ClickTurn): Promise<void> {
  const { office, by, reader, interaction, client, view } = turn
  const [kind, subjectId = '', draftId = ''] = turn.value.split(':')
  if (view && kind === 'message') return undoAnswer(turn, view.id, subjectId)
  if (!view || (kind !== 'news' && kind !== 'request')) return
  const done = await takeBack(office, { by, kind, subjectId, interaction })
  const text = reader.words.practice.undo.done(done)
  await client.views.update({ view_id: view.id, view: undoneView(reader, text, draftId) })
  await refreshUnder(turn, done.matterId)
}

/** Takes back a change that clients were told of; the value is the kind of what was changed, and its id. */
export async function undoEdit(turn: ClickTurn): Promise<void> {
  const { office, by, reader, interaction, client, view } = turn
  const [kind, subjectId = ''] = turn.value.split(':')
  if (!view || (kind !== 'news' && kind !== 'request')) return
  const done = await takeBackEdit(office, { by, kind, subjectId, interaction })
  const { words } = reader
  const text = words.practice.undo.doneEdit(done)
  await client.views.update({ view_id: view.id, view: noticeView(words, words.titles.done, text) })
  await refreshUnder(turn, done.matterId)
}

async function refreshUnder(turn: ClickTurn, matterId: string): Promise<void> {
  const { client, view } = turn
  if (!view?.previous_view_id) return
  const below = await communicationView(turn, { matterId })
  await client.views.update({ view_id: view.previous_view_id, view: below })
}

async function undoAnswer(
  { office, by, reader, interaction, client }: ClickTurn,
  viewId: string,
  answerId: string,
) {
  const done = await takeBackAnswer(office, { by, answerId, interaction })
  const text =
    `${reader.words.messages.undone} ${done.disregarded > 0 ? reader.words.practice.undo.done(done) : ''}`.trim()
  await client.views.update({ view_id: viewId, view: undoneView(reader, text, '') })
}
