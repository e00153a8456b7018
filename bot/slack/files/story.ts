import { z } from 'zod'
import type { FileInNote } from '#core/delivery/chat-note.ts'
import type { FileInStory, Story } from '#core/replies/files/files-in-story.ts'
import { fileSize } from '#core/words/format.ts'
import { cut } from '../mrkdwn.ts'
import { input, menu, option, plain, type Block, type Option } from '../blocks.ts'
import type { Reader } from '../reader.ts'

const story = z.union([z.object({ requestId: z.string() }), z.object({ inboundId: z.string() })])

/** Which files a view is about, as it said itself. */
export function storyIn(metadata: string): Story {
  return story.parse(JSON.parse(metadata))
}

/** It waits for a scan; in any other way held, it stays so. */
export function isUnscanned({ held }: Pick<FileInNote, 'held'>): boolean {
  return held === 'down' || held === 'limits'
}

/** The ⋯ of a message that tells of files, of which those not scanned can be released; its value is `move:request:ID` and so on. */
export function filesMenu({ words }: Reader, of: Story, files: FileInNote[]) {
  const { menu: choices } = words.practice.files
  const which = 'requestId' in of ? `request:${of.requestId}` : `mail:${of.inboundId}`
  return menu('files_menu', [
    option(choices.move, `move:${which}`),
    option(choices.purge, `purge:${which}`),
    ...(files.some(isUnscanned) ? [option(choices.release, `release:${which}`)] : []),
  ])
}

/** The story a value of that menu means. */
export function storyMeant(kind: string, id: string): Story {
  return kind === 'mail' ? { inboundId: id } : { requestId: id }
}

/** What a select of Slack's holds. */
const mostFiles = 100

/** The select of the files there are; the only one is picked already. */
export function fileField(reader: Reader, files: FileInStory[]): Block {
  const { fields } = reader.words.practice.files
  const options = files.slice(0, mostFiles).map((file) => fileOption(reader, file))
  const [only, ...others] = options
  return input('file', fields.file, {
    type: 'static_select',
    action_id: 'file',
    placeholder: plain(fields.file, 150),
    options,
    ...(only && others.length === 0 && { initial_option: only }),
  })
}

function fileOption({ locale }: Reader, file: FileInStory): Option {
  const below = [file.item && cut(file.item, 55), fileSize(file.size, locale)]
  return option(file.name, file.id, below.filter((part) => part).join(' · '))
}
