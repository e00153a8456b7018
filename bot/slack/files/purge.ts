import { filesInStory, type FileInStory, type Story } from '#core/replies/files/files-in-story.ts'
import { purgeFile } from '#core/replies/files/purge-file.ts'
import { input, modal, section, type Modal } from '../blocks.ts'
import type { SubmitAnswer } from '../on-submits.ts'
import type { Reader } from '../reader.ts'
import type { SubmitTurn, Turn } from '../turn.ts'
import { chosen, typed } from '../views/form-values.ts'
import { noticeView } from '../views/notice.ts'
import { fileField } from './story.ts'

/** Which of the files, and why it has to go. */
export async function purgeForm(
  { office, by, reader }: Pick<Turn, 'office' | 'by' | 'reader'>,
  of: Story,
): Promise<Modal> {
  return renderPurge(reader, await filesInStory(office, { by, of }), of)
}

/** The same from what is known already. */
export function renderPurge(reader: Reader, files: FileInStory[], of: Story): Modal {
  const { words } = reader
  const { titles, fields, purgeHow, purgeNow, none } = words.practice.files
  if (files.length === 0) return noticeView(words, titles.purge, none)
  return modal({
    callbackId: 'file_purge',
    title: titles.purge,
    submit: purgeNow,
    close: words.buttons.cancel,
    metadata: JSON.stringify(of),
    blocks: [
      section(purgeHow),
      fileField(reader, files),
      input(
        'why',
        fields.why,
        { type: 'plain_text_input', action_id: 'why', max_length: 300 },
        { hint: fields.whyHint },
      ),
    ],
  })
}

/** Does away with it; the messages that told of it are brought up to date through the outbox. */
export async function submitPurgedFile(turn: SubmitTurn): Promise<SubmitAnswer> {
  const { office, by, reader, view, interaction } = turn
  const { words } = reader
  const fileId = chosen(view, 'file')
  if (!fileId) return { response_action: 'errors', errors: { file: words.refusals.textMissing } }
  await purgeFile(office, { by, fileId, reason: typed(view, 'why'), interaction })
  return {
    response_action: 'update',
    view: noticeView(words, words.titles.done, words.practice.files.purged),
  }
}
