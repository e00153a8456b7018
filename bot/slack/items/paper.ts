import { openForAnswer } from '#core/replies/handing-in/open-for-answer.ts'
import { receivePaper } from '#core/requests/paper/receive-paper.ts'
import { returnPaper } from '#core/requests/paper/return-paper.ts'
import { context, input, modal, option, plain, type Block, type Modal } from '../blocks.ts'
import type { SubmitAnswer } from '../on-submits.ts'
import type { Reader } from '../reader.ts'
import type { SubmitTurn, Turn } from '../turn.ts'
import { chosen, typed } from '../views/form-values.ts'
import { aboutItem, backToItems, type AboutItem } from './about-item.ts'

const mostClients = 100

/** Who handed the original over, and where it is kept. */
export async function receivePaperForm(
  { office, by, reader }: Pick<Turn, 'office' | 'by' | 'reader'>,
  about: AboutItem,
): Promise<Modal> {
  const { clients } = await openForAnswer(office, { by, requestId: about.subject.id })
  return renderReceivePaper(reader, clients, about)
}

/** The same from what is known already. */
export function renderReceivePaper(
  { words }: Reader,
  clients: { clientId: string; name: string }[],
  about: AboutItem,
): Modal {
  const { titles, fields, receiveHow } = words.practice.items
  const [only, ...others] = clients
  const whose: Block[] =
    others.length > 0
      ? [
          input('whose', fields.whose, {
            type: 'static_select',
            action_id: 'whose',
            placeholder: plain(fields.whose, 150),
            options: clients.slice(0, mostClients).map(({ clientId, name }) => option(name, clientId)),
          }),
        ]
      : []
  return modal({
    callbackId: 'item_receive',
    title: titles.receive,
    submit: words.buttons.save,
    close: words.buttons.cancel,
    metadata: JSON.stringify({ ...about, ...(others.length === 0 && only && { clientId: only.clientId }) }),
    blocks: [
      ...whose,
      input(
        'kept',
        fields.kept,
        { type: 'plain_text_input', action_id: 'kept', max_length: 200 },
        { hint: fields.keptHint },
      ),
      context(receiveHow),
    ],
  })
}

/** Takes it into custody. */
export async function submitReceivedPaper(turn: SubmitTurn): Promise<SubmitAnswer> {
  const { office, by, view, interaction, reader } = turn
  const about = aboutItem(view.private_metadata)
  const clientId = about.clientId ?? chosen(view, 'whose')
  if (!clientId) return { response_action: 'errors', errors: { whose: reader.words.refusals.textMissing } }
  await receivePaper(office, {
    by,
    itemId: about.itemId,
    clientId,
    keptWhere: typed(view, 'kept'),
    interaction,
  })
  return backToItems(turn, about)
}

/** To whom the original goes back. */
export function returnPaperForm({ words }: Reader, about: AboutItem): Modal {
  const { titles, fields } = words.practice.items
  return modal({
    callbackId: 'item_return',
    title: titles.giveBack,
    submit: words.buttons.save,
    close: words.buttons.cancel,
    metadata: JSON.stringify(about),
    blocks: [
      input(
        'returned',
        fields.returned,
        { type: 'plain_text_input', action_id: 'returned', max_length: 200 },
        { hint: fields.returnedHint },
      ),
    ],
  })
}

/** Ends the custody. */
export async function submitReturnedPaper(turn: SubmitTurn): Promise<SubmitAnswer> {
  const { office, by, view, interaction } = turn
  const about = aboutItem(view.private_metadata)
  await returnPaper(office, { by, itemId: about.itemId, returnedTo: typed(view, 'returned'), interaction })
  return backToItems(turn, about)
}
