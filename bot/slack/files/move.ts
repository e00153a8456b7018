import type { Office } from '#core/office.ts'
import type { MemberActor } from '#core/members/actor.ts'
import { filesInStory, type FileInStory, type Story } from '#core/replies/files/files-in-story.ts'
import { findPlaces, type Place } from '#core/replies/files/find-places.ts'
import { moveFile, type MoveFile } from '#core/replies/files/move-file.ts'
import { context, input, modal, option, plain, type Modal, type Option } from '../blocks.ts'
import { cut } from '../mrkdwn.ts'
import type { SubmitAnswer } from '../on-submits.ts'
import type { Reader } from '../reader.ts'
import type { SubmitTurn, Turn } from '../turn.ts'
import { chosen } from '../views/form-values.ts'
import { noticeView } from '../views/notice.ts'
import { fileField, storyIn } from './story.ts'

/** Which of the files, and where it belongs. */
export async function moveForm(
  { office, by, reader }: Pick<Turn, 'office' | 'by' | 'reader'>,
  of: Story,
): Promise<Modal> {
  return renderMove(reader, await filesInStory(office, { by, of }), of)
}

/** The same from what is known already. */
export function renderMove(reader: Reader, files: FileInStory[], of: Story): Modal {
  const { words } = reader
  const { titles, fields, documentsHow, none } = words.practice.files
  if (files.length === 0) return noticeView(words, titles.move, none)
  return modal({
    callbackId: 'file_move',
    title: titles.move,
    submit: words.practice.files.moveNow,
    close: words.buttons.cancel,
    metadata: JSON.stringify(of),
    blocks: [
      fileField(reader, files),
      input('to', fields.to, {
        type: 'external_select',
        action_id: 'place',
        min_query_length: 0,
        placeholder: plain(fields.toHint, 150),
      }),
      context(documentsHow),
    ],
  })
}

/** What the type-ahead of a place offers; the view says whose files they are. */
export async function findPlaceOptions(
  office: Office,
  { by, reader, typed, metadata }: { by: MemberActor; reader: Reader; typed: string; metadata: string },
): Promise<Option[]> {
  const places = await findPlaces(office, { by, of: storyIn(metadata), words: typed })
  return places.map((place) => placeOption(reader, place))
}

function placeOption({ words }: Reader, place: Place): Option {
  if (place.kind === 'documents')
    return option(words.practice.files.documents, `documents:${place.matter.id}`, place.matter.title)
  return option(place.item, `item:${place.itemId}`, `${cut(place.request, 35)} · ${place.matter.title}`)
}

/** Moves it; the messages that told of it are brought up to date through the outbox. */
export async function submitMovedFile(turn: SubmitTurn): Promise<SubmitAnswer> {
  const { office, by, reader, view, interaction } = turn
  const { words } = reader
  const fileId = chosen(view, 'file')
  const to = placeMeant(chosen(view, 'to'))
  const missing = words.refusals.textMissing
  if (!fileId) return { response_action: 'errors', errors: { file: missing } }
  if (!to) return { response_action: 'errors', errors: { to: missing } }
  await moveFile(office, { by, fileId, to, interaction })
  return {
    response_action: 'update',
    view: noticeView(words, words.titles.done, words.practice.files.moved),
  }
}

function placeMeant(value: string | null): MoveFile['to'] | null {
  const [kind, id] = (value ?? '').split(':')
  if (!id) return null
  return kind === 'documents' ? { documentsOf: id } : { itemId: id }
}
