import { z } from 'zod'
import { addEntry } from '#core/entries/add-entry.ts'
import { FileNotGiven } from '#core/errors.ts'
import { matterFor } from '#core/matters/matter-for.ts'
import { fileSize } from '#core/words/format.ts'
import { channelMatter } from '../channels/channel-matter.ts'
import { context, input, modal, option, type Modal, type Option } from '../blocks.ts'
import { explain } from '../explain.ts'
import { cut } from '../mrkdwn.ts'
import { filesFrom, type SlackFile } from '../on-behalf/slack-file.ts'
import type { SubmitAnswer } from '../on-submits.ts'
import type { Reader } from '../reader.ts'
import { show } from '../show.ts'
import type { MessageTurn, SubmitTurn } from '../turn.ts'
import { allChosen, chosen, typed } from '../views/form-values.ts'
import { matterField } from '../views/matter-field.ts'
import { matterOption } from '../views/matter-line.ts'
import { noticeView } from '../views/notice.ts'

const attached = z.array(
  z.object({
    id: z.string().regex(/^F[A-Z0-9]+$/),
    name: z.string().nullish(),
    size: z.number().nullish(),
    mode: z.string().nullish(),
    is_external: z.boolean().nullish(),
  }),
)
type Attached = z.infer<typeof attached>

const metadata = z.object({ channel: z.string() })

/** What Slack lets one choose among. */
const mostFiles = 10

/** Asks in which matter, and which of the message's files; what is kept elsewhere than in Slack cannot be had. */
export async function messageToDocument(turn: MessageTurn): Promise<void> {
  const { reader, message, channelId } = turn
  const { document } = reader.words.shortcuts
  const all = attached.safeParse(message.files).data ?? []
  const files = all.filter((file) => file.mode !== 'tombstone' && file.is_external !== true)
  if (files.length === 0) return turn.tell(all.length > 0 ? document.outside : document.noFiles)
  await show(
    turn,
    channelMatter(turn, channelId).then((matter) =>
      documentForm(reader, files, channelId, matter && matterOption(reader.words, matter)),
    ),
  )
}

/** The form: which matter, which files, and under what name if it is one. */
export function documentForm(
  { words, locale }: Reader,
  files: Attached,
  channel: string,
  matter: Option | null,
): Modal {
  const { document } = words.shortcuts
  const options = files
    .slice(0, mostFiles)
    .map(({ id, name, size }) => option(name || id, id, size ? fileSize(size, locale) : ''))
  const [only, ...others] = files
  const name = { type: 'plain_text_input', action_id: 'title', max_length: 300 } as const
  return modal({
    callbackId: 'message_document',
    title: document.title,
    submit: words.buttons.save,
    close: words.buttons.cancel,
    metadata: JSON.stringify({ channel } satisfies z.infer<typeof metadata>),
    blocks: [
      context(document.how),
      matterField(words, matter ?? undefined),
      input('files', document.files, {
        type: 'checkboxes',
        action_id: 'files',
        options,
        initial_options: options,
      }),
      ...(only && others.length === 0
        ? [
            input(
              'title',
              document.name,
              { ...name, ...(only.name && { initial_value: cut(only.name, 300) }) },
              { optional: true, hint: document.nameHint },
            ),
          ]
        : []),
    ],
  })
}

/** Fetches the files after Slack has its answer, for that takes time; the view says at the end what became of it. */
export async function submitDocument(turn: SubmitTurn): Promise<SubmitAnswer> {
  const { office, by, reader, view } = turn
  const { words } = reader
  const { document } = words.shortcuts
  const matterId = chosen(view, 'matter')
  const fileIds = allChosen(view, 'files') ?? []
  if (!matterId) return { response_action: 'errors', errors: { matter: words.refusals.matterMissing } }
  if (fileIds.length === 0)
    return { response_action: 'errors', errors: { files: words.refusals.nothingHandedIn } }
  await matterFor(office.db.read, by, matterId)
  turn.after(async () =>
    turn.client.views.update({ view_id: view.id, view: await kept(turn, matterId, fileIds) }),
  )
  return { response_action: 'update', view: noticeView(words, document.title, document.working) }
}

async function kept(turn: SubmitTurn, matterId: string, fileIds: string[]): Promise<Modal> {
  const { office, by, view, reader, client, interaction } = turn
  const { words, locale } = reader
  const named = fileIds.length === 1 ? typed(view, 'title').trim() : ''
  try {
    for (const fileId of fileIds) {
      const found = await infoOf(turn, fileId)
      for await (const file of filesFrom(client, [found])) {
        const title = cut(named || found.name, 300)
        const once = `${interaction}:${fileId}`
        await addEntry(office, { by, matterId, kind: 'document', title, file, interaction: once })
      }
    }
    return noticeView(words, words.titles.done, words.shortcuts.document.done({ count: fileIds.length }))
  } catch (error) {
    return noticeView(words, words.titles.notDone, explain(office, error, words, locale) ?? '')
  }
}

/** The file as Slack has it now, looked up again: what a form says of it is not trusted. */
async function infoOf({ client, view }: SubmitTurn, fileId: string): Promise<SlackFile> {
  const { channel } = metadata.parse(JSON.parse(view.private_metadata))
  const { file } = await client.files.info({ file: fileId })
  const places = [...(file?.channels ?? []), ...(file?.groups ?? []), ...(file?.ims ?? [])]
  const url = file?.url_private_download ?? file?.url_private
  const name = file?.name ?? fileId
  if (!file || !url || !places.includes(channel)) throw new FileNotGiven(name)
  return { name, mimetype: file.mimetype ?? 'application/octet-stream', url }
}
