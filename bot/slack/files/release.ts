import { filesInStory, type FileInStory, type Story } from '#core/replies/files/files-in-story.ts'
import { releaseFile } from '#core/virus/release-file.ts'
import { modal, section, type Modal } from '../blocks.ts'
import type { SubmitAnswer } from '../on-submits.ts'
import type { Reader } from '../reader.ts'
import type { SubmitTurn, Turn } from '../turn.ts'
import { chosen } from '../views/form-values.ts'
import { noticeView } from '../views/notice.ts'
import { fileField, isUnscanned } from './story.ts'

/** Which of the files that wait for a scan, and what it means to open one without. */
export async function releaseForm(
  { office, by, reader }: Pick<Turn, 'office' | 'by' | 'reader'>,
  of: Story,
): Promise<Modal> {
  return renderRelease(reader, (await filesInStory(office, { by, of })).filter(isUnscanned), of)
}

/** The same from what is known already. */
export function renderRelease(reader: Reader, files: FileInStory[], of: Story): Modal {
  const { words } = reader
  const { titles, releaseHow, releaseNow, noneHeld } = words.practice.files
  if (files.length === 0) return noticeView(words, titles.release, noneHeld)
  return modal({
    callbackId: 'file_release',
    title: titles.release,
    submit: releaseNow,
    close: words.buttons.cancel,
    metadata: JSON.stringify(of),
    blocks: [section(releaseHow), fileField(reader, files)],
  })
}

/** Releases it; the messages that told of it are brought up to date through the outbox. */
export async function submitReleasedFile(turn: SubmitTurn): Promise<SubmitAnswer> {
  const { office, by, reader, view, interaction } = turn
  const { words } = reader
  const fileId = chosen(view, 'file')
  if (!fileId) return { response_action: 'errors', errors: { file: words.refusals.textMissing } }
  await releaseFile(office, { by, fileId, interaction })
  return {
    response_action: 'update',
    view: noticeView(words, words.titles.done, words.practice.files.released),
  }
}
