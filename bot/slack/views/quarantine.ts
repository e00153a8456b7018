import { NotFound } from '#core/errors.ts'
import { noteAsItStands } from '#core/delivery/note-as-it-stands.ts'
import { modal, type Modal } from '../blocks.ts'
import { renderContent } from '../notes/render-note.ts'
import type { ChatNoteContent } from '#core/delivery/chat-note.ts'
import type { Reader } from '../reader.ts'
import type { Turn } from '../turn.ts'

/** A quarantined mail as it stands now, with the ways out that are left. */
export async function quarantineView(
  { office, by, reader }: Pick<Turn, 'office' | 'by' | 'reader'>,
  inboundId: string,
): Promise<Modal> {
  const note = await noteAsItStands(office, { by, noteKind: 'mailQuarantined', subjectId: inboundId })
  if (!note) throw new NotFound()
  return renderQuarantine(reader, note)
}

/** The same from what is known already. */
export function renderQuarantine(reader: Reader, note: ChatNoteContent): Modal {
  const { words } = reader
  return modal({
    callbackId: 'quarantine',
    title: words.titles.quarantine,
    close: words.buttons.close,
    blocks: renderContent(reader, note).blocks,
  })
}
