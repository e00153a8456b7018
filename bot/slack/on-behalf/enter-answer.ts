import { z } from 'zod'
import { roads, type Road } from '#core/replies/arrival.ts'
import { enterAnswer } from '#core/replies/handing-in/enter-answer.ts'
import { behalfMinutes, makeBehalfLink } from '#core/replies/handing-in/make-behalf-link.ts'
import { openForAnswer, type OpenForAnswer } from '#core/replies/handing-in/open-for-answer.ts'
import {
  actions,
  button,
  context,
  input,
  modal,
  option,
  plain,
  section,
  type Block,
  type Modal,
} from '../blocks.ts'
import { explain } from '../explain.ts'
import { bold } from '../mrkdwn.ts'
import type { SubmitAnswer } from '../on-submits.ts'
import type { Reader } from '../reader.ts'
import { show } from '../show.ts'
import type { ClickTurn, SubmitTurn } from '../turn.ts'
import { communicationState, communicationView } from '../views/communication.ts'
import { allChosen, chosen, typed } from '../views/form-values.ts'
import { noticeView } from '../views/notice.ts'
import { filesFrom, givenIn } from './slack-file.ts'

const state = z.object({
  requestId: z.string(),
  matterId: z.string().nullable(),
  clientId: z.string().nullable(),
})
type State = z.infer<typeof state>

/** What Slack takes in one field. */
const mostFiles = 10
const mostOptions = 100

/** From a request in a matter's communication; the value is its id. */
export async function openEnterAnswer(turn: ClickTurn): Promise<void> {
  const { office, by, reader, value: requestId, view } = turn
  const matterId =
    view?.callback_id === 'communication' ? communicationState(view.private_metadata).matterId : null
  await show(
    turn,
    openForAnswer(office, { by, requestId }).then((open) => enterAnswerForm(reader, open, matterId)),
  )
}

/** What came by another road: for which item, from whom, how, and what it is. */
export function enterAnswerForm(reader: Reader, open: OpenForAnswer, matterId: string | null): Modal {
  const { words } = reader
  const { onBehalf } = words.practice
  if (open.items.length === 0 || open.clients.length === 0)
    return noticeView(words, onBehalf.title, onBehalf.nothingOpen)
  const [only, ...others] = open.clients
  const metadata: State = {
    requestId: open.request.id,
    matterId,
    clientId: only && others.length === 0 ? only.clientId : null,
  }
  return modal({
    callbackId: 'answer_enter',
    title: onBehalf.title,
    submit: words.buttons.save,
    close: words.buttons.cancel,
    metadata: JSON.stringify(metadata),
    blocks: [
      section(bold(open.request.title)),
      context(onBehalf.how),
      ...fields(reader, open),
      context(onBehalf.link.how({ minutes: behalfMinutes })),
      actions('answer_link', [button('answer_link', onBehalf.link.button, open.request.id)]),
    ],
  })
}

function fields({ words }: Reader, { items, clients }: OpenForAnswer): Block[] {
  const { fields, roads: by, sendReceipt } = words.practice.onBehalf
  const choices = items.slice(0, mostOptions).map(({ id, title }) => option(title, id))
  const [only, ...others] = choices
  const people = clients.slice(0, mostOptions).map(({ clientId, name }) => option(name, clientId))
  return [
    input('item', fields.item, {
      type: 'static_select',
      action_id: 'item',
      placeholder: plain(fields.item, 150),
      options: choices,
      ...(only && others.length === 0 && { initial_option: only }),
    }),
    ...(people.length > 1
      ? [
          input('whose', fields.client, {
            type: 'static_select',
            action_id: 'whose',
            placeholder: plain(fields.client, 150),
            options: people,
          }),
        ]
      : []),
    input('road', fields.road, {
      type: 'radio_buttons',
      action_id: 'road',
      options: roads.map((road) => option(capital(by[road]), road)),
    }),
    input(
      'files',
      fields.files,
      { type: 'file_input', action_id: 'files', max_files: mostFiles },
      { optional: true },
    ),
    input(
      'answer',
      fields.text,
      { type: 'plain_text_input', action_id: 'answer', multiline: true, max_length: 3000 },
      { optional: true },
    ),
    input(
      'receipt',
      fields.receipt,
      { type: 'checkboxes', action_id: 'receipt', options: [option(sendReceipt, 'send')] },
      { optional: true },
    ),
  ]
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Instead of files in Slack, a page of ours that takes them, once: for the item, the client and the road that are picked in the form. */
export async function openAnswerLink(turn: ClickTurn): Promise<void> {
  const { office, by, reader, view, interaction } = turn
  if (view?.callback_id !== 'answer_enter') return
  const { words } = reader
  const { link } = words.practice.onBehalf
  const about = state.parse(JSON.parse(view.private_metadata))
  const [itemId, clientId] = [chosen(view, 'item'), about.clientId ?? chosen(view, 'whose')]
  const road = roads.find((one) => one === chosen(view, 'road'))
  if (!itemId || !clientId || !road) return turn.tell(link.pickFirst)
  const receipt = (allChosen(view, 'receipt') ?? []).includes('send')
  const made = makeBehalfLink(office, { by, itemId, clientId, road, receipt, interaction })
  await show(
    turn,
    made.then(({ url }) => answerLinkView(reader, url)),
  )
}

/** The link itself, to be opened here or on a telephone. */
export function answerLinkView({ words }: Reader, url: string): Modal {
  const { link } = words.practice.onBehalf
  return modal({
    callbackId: 'answer_link',
    title: words.practice.onBehalf.title,
    close: words.buttons.close,
    blocks: [
      section(link.ready({ minutes: behalfMinutes })),
      actions('link', [button('look', link.open, 'look', { url, style: 'primary' })]),
      context(link.onlyYours),
    ],
  })
}

/** Fetches the files after Slack has its answer, for that takes time; the view says at the end what became of it. */
export async function submitEnteredAnswer(turn: SubmitTurn): Promise<SubmitAnswer> {
  const { view, reader } = turn
  const { words } = reader
  const about = state.parse(JSON.parse(view.private_metadata))
  const itemId = chosen(view, 'item')
  const clientId = about.clientId ?? chosen(view, 'whose')
  const road = roads.find((one) => one === chosen(view, 'road'))
  const missing = words.refusals.textMissing
  if (!itemId) return { response_action: 'errors', errors: { item: missing } }
  if (!clientId) return { response_action: 'errors', errors: { whose: missing } }
  if (!road) return { response_action: 'errors', errors: { road: missing } }
  if (givenIn(view, 'files').length === 0 && typed(view, 'answer').trim() === '')
    return { response_action: 'errors', errors: { answer: words.refusals.nothingHandedIn } }
  turn.after(() => enter(turn, about, { itemId, clientId, road }))
  const { onBehalf } = words.practice
  return { response_action: 'update', view: noticeView(words, onBehalf.title, onBehalf.working) }
}

async function enter(
  turn: SubmitTurn,
  { matterId }: State,
  meant: { itemId: string; clientId: string; road: Road },
): Promise<void> {
  const { view, client } = turn
  await client.views.update({ view_id: view.id, view: await entered(turn, meant) })
  if (!view.previous_view_id || matterId === null) return
  const below = await communicationView(turn, { matterId })
  await client.views.update({ view_id: view.previous_view_id, view: below })
}

async function entered(
  { office, by, view, client, reader, interaction }: SubmitTurn,
  meant: { itemId: string; clientId: string; road: Road },
): Promise<Modal> {
  const { words, locale } = reader
  try {
    const { itemTitle } = await enterAnswer(office, {
      by,
      ...meant,
      files: filesFrom(client, givenIn(view, 'files')),
      text: typed(view, 'answer'),
      receipt: (allChosen(view, 'receipt') ?? []).includes('send'),
      interaction,
    })
    return noticeView(words, words.titles.done, words.practice.onBehalf.done({ item: itemTitle }))
  } catch (error) {
    return noticeView(words, words.titles.notDone, explain(office, error, words, locale) ?? '')
  }
}
