import { z } from 'zod'
import { communicationOf, type Communication } from '#core/matters/communication.ts'
import { placeIn } from '#core/matters/queue/place.ts'
import {
  actions,
  button,
  context,
  divider,
  header,
  menu,
  modal,
  option,
  section,
  sure,
  texts,
  type Block,
  type Modal,
} from '../blocks.ts'
import type { ChatWords } from '#core/words/es-CL/chat.ts'
import { escape, safe } from '../mrkdwn.ts'
import type { SubmitAnswer } from '../on-submits.ts'
import type { Reader } from '../reader.ts'
import type { SubmitTurn, Turn } from '../turn.ts'
import { historyLine, newsBlock, requestBlocks } from './communication-entries.ts'
import { ageButtons } from './pages.ts'

const place = placeIn.catch(null)

const state = z.object({
  matterId: z.string(),
  news: place,
  requests: place,
  history: place,
  /** The conversation in which it was asked for. */
  channel: z.string().optional(),
})

/** Which matter a communication view shows, and where the page of each list begins. */
export type CommunicationState = z.infer<typeof state>

const start = { news: null, requests: null, history: null }

const perPage = { news: 5, requests: 5, history: 10 }

/** What a communication view said about itself. */
export function communicationState(metadata: string): CommunicationState {
  return state.parse(JSON.parse(metadata))
}

/** A matter's Client Communication as it stands now; `notice` says what was just done. */
export async function communicationView(
  { office, by, reader }: Pick<Turn, 'office' | 'by' | 'reader'>,
  shown: Partial<CommunicationState> & { matterId: string },
  notice?: string,
): Promise<Modal> {
  const state = { ...start, ...shown }
  const wish = { by, matterId: shown.matterId, places: state, sizes: perPage }
  return renderCommunication(reader, await communicationOf(office, wish), state, notice)
}

/** The same from what is known already. */
export function renderCommunication(
  reader: Reader,
  communication: Communication,
  shown: CommunicationState,
  notice?: string,
): Modal {
  const { words } = reader
  return modal({
    callbackId: 'communication',
    title: words.titles.communication,
    close: words.buttons.close,
    metadata: JSON.stringify(shown),
    blocks: [
      ...(notice ? [section(escape(notice)), divider] : []),
      ...matterBlocks(reader, communication),
      divider,
      ...newsBlocks(reader, communication),
      divider,
      ...requestsBlocks(reader, communication),
      divider,
      ...historyBlocks(reader, communication),
    ],
  })
}

function matterBlocks({ words }: Reader, { matter }: Communication): Block[] {
  const names = matter.clients.map((name) => safe(name, 100))
  const clients =
    names.length > 0 ? words.matter.clients({ names: names.slice(0, 12).join(', ') }) : words.matter.noClients
  const facts = [
    ...(matter.number ? [safe(matter.number, 60)] : []),
    words.matter.reference({ reference: safe(matter.reference, 60) }),
    inPortal(),
    ...(matter.closed ? [words.matter.closedState] : []),
  ]
  return [
    header(matter.title),
    context(clients),
    context(facts.join(' · ')),
    actions('matter_actions', matterButtons()),
  ]

  function inPortal() {
    if (matter.hidden) return words.matter.hiddenState
    return matter.visibility === 'firm' ? words.matter.visibleState : words.matter.restrictedState
  }
  function matterButtons() {
    const visibility = matter.hidden ? showButton() : hideButton()
    const look = button('open_as_client', words.access.buttons.look, matter.id)
    const channel = button('matter_channel', words.channels.buttons.channel, matter.id)
    const more = menu('matter_menu', menuOf(words, matter))
    if (matter.closed) return [look, channel, visibility, more]
    return [
      button('publish', words.buttons.publish, matter.id, { style: 'primary' }),
      button('ask', words.buttons.request, matter.id),
      look,
      channel,
      visibility,
      more,
    ]
  }
  function hideButton() {
    const { hideTitle: title, hide: text } = words.confirm
    return button('hide', words.buttons.hide, matter.id, {
      confirm: sure(words, { title, text, yes: words.buttons.hide }),
    })
  }
  function showButton() {
    const { showTitle: title, show: text } = words.confirm
    return button('show', words.buttons.show, matter.id, {
      confirm: sure(words, { title, text, yes: words.buttons.show }),
    })
  }
}

function menuOf({ matters, ...words }: ChatWords, { id, closed, clients }: Communication['matter']) {
  const { buttons } = matters
  return [
    option(buttons.details, `details:${id}`),
    ...(clients.length === 0
      ? []
      : [
          option(clients.length > 1 ? matters.titles.clients : buttons.clients, `clients:${id}`),
          option(words.access.titles.list, `accesses:${id}`),
        ]),
    closed ? option(buttons.reopen, `reopen:${id}`) : option(buttons.close, `close:${id}`),
  ]
}

function newsBlocks(reader: Reader, { news, counts, beside }: Communication): Block[] {
  const { communication } = reader.words
  return [
    section(`*${communication.news({ count: counts.news })}*`),
    ...(news.length === 0 ? [context(communication.noNews)] : news.map((entry) => newsBlock(reader, entry))),
    ...ageButtons(reader.words, 'news', beside.news),
  ]
}

function requestsBlocks(reader: Reader, { requests, counts, beside }: Communication): Block[] {
  const { communication } = reader.words
  return [
    section(`*${communication.requests({ count: counts.requests })}*`),
    ...(requests.length === 0
      ? [context(communication.noRequests)]
      : requests.flatMap((entry) => requestBlocks(reader, entry))),
    ...ageButtons(reader.words, 'requests', beside.requests),
  ]
}

function historyBlocks(reader: Reader, { history, beside }: Communication): Block[] {
  const lines = history.map((entry) => historyLine(reader, entry)).filter((line) => line !== null)
  return [
    section(`*${reader.words.communication.history}*`),
    ...texts(lines).map((text) => context(text)),
    ...ageButtons(reader.words, 'history', beside.history),
  ]
}

/** Brings the communication under the modal that is being submitted up to date, where there is one. */
export function refreshBelow(turn: SubmitTurn, matterId: string, notice?: string): void {
  const below = turn.view.previous_view_id
  if (!below) return
  turn.after(async () =>
    turn.client.views.update({
      view_id: below,
      view: await communicationView(turn, { matterId }, notice),
    }),
  )
}

/** Answer to a submit after which the communication shows again: the one under the modal, or else in its place. */
export async function backToCommunication(
  turn: SubmitTurn,
  matterId: string,
  notice?: string,
): Promise<SubmitAnswer> {
  if (!turn.view.previous_view_id) {
    return { response_action: 'update', view: await communicationView(turn, { matterId }, notice) }
  }
  refreshBelow(turn, matterId, notice)
  return null
}
