import { z } from 'zod'
import { closeMatter } from '#core/matters/close-matter.ts'
import type { MatterDetails } from '#core/matters/matter-details.ts'
import { context, modal, section, type Modal } from '../blocks.ts'
import type { SubmitAnswer } from '../on-submits.ts'
import type { Reader } from '../reader.ts'
import type { SubmitTurn } from '../turn.ts'
import { tellCancelledField } from '../views/cancel-request.ts'
import { backToCommunication } from '../views/communication.ts'
import { chosen } from '../views/form-values.ts'
import { matterLine } from '../views/matter-line.ts'

const metadata = z.object({ matterId: z.string() })

/** The last question before a matter is closed: what becomes of what is open, and whether the clients are told. */
export function closeMatterView({ words }: Reader, { matter, openRequests }: MatterDetails): Modal {
  const { titles, buttons, closeHow, closeRequests } = words.matters
  return modal({
    callbackId: 'matter_close',
    title: titles.close,
    submit: buttons.closeYes,
    close: words.buttons.cancel,
    metadata: JSON.stringify({ matterId: matter.id } satisfies z.infer<typeof metadata>),
    blocks: [
      context(matterLine(words, matter)),
      section(closeHow),
      ...(openRequests > 0 ? [section(closeRequests({ count: openRequests }))] : []),
      ...(openRequests > 0 && !matter.hidden ? [tellCancelledField(words)] : []),
    ],
  })
}

/** Closes it; the communication shows so. */
export async function submitClosedMatter(turn: SubmitTurn): Promise<SubmitAnswer> {
  const { office, by, reader, view, interaction } = turn
  const { matterId } = metadata.parse(JSON.parse(view.private_metadata))
  await closeMatter(office, { by, matterId, tell: chosen(view, 'announce') === 'tell', interaction })
  return backToCommunication(turn, matterId, reader.words.matters.done.closed)
}
