import { allCategories, type AccessShown } from '#core/access/granting/access-shown.ts'
import type { MailTold } from '#core/delivery/evidence/what-became.ts'
import type { Looker, WhyNotSeen } from '#core/access/who-sees-matter.ts'
import type { Communication } from '#core/matters/communication.ts'
import type { WhoIsTold } from '#core/matters/who-is-told.ts'
import { plainTextToRichText } from '#core/rich-text/plain-text-to-rich-text.ts'
import type { Modal } from '../blocks.ts'
import { renderMove } from '../files/move.ts'
import { renderPurge } from '../files/purge.ts'
import { renderRelease } from '../files/release.ts'
import { expiryForm } from '../items/expiry.ts'
import { renderReceivePaper, returnPaperForm } from '../items/paper.ts'
import { toSignForm } from '../items/to-sign.ts'
import { answerLinkView, enterAnswerForm } from '../on-behalf/enter-answer.ts'
import { arrivedNote, sampleNotes } from '../notes/sample-notes.ts'
import type { Reader } from '../reader.ts'
import { renderAccesses } from './accesses.ts'
import { addAccessForm, addedAccessView } from './add-access.ts'
import { cancelRequestView } from './cancel-request.ts'
import { renderCommunication } from './communication.ts'
import { confirmNewsView } from './confirm-news.ts'
import { confirmRequestView } from './confirm-request.ts'
import { deleteNewsView } from './delete-news.ts'
import { deleteRequestView } from './delete-request.ts'
import { editAccessForm } from './edit-access.ts'
import { editNewsForm } from './edit-news.ts'
import { editRequestForm } from './edit-request.ts'
import { renderItems } from './items.ts'
import { matterOption } from './matter-line.ts'
import { noticeView } from './notice.ts'
import { renderOpenAsClient } from './open-as-client.ts'
import { renderEvidence } from './evidence.ts'
import { renderPending } from './pending.ts'
import { pickClientForm } from './pick-client.ts'
import { pickMatterForm } from './pick-matter.ts'
import { newsForm } from './publish-news.ts'
import { removeAccessView } from './remove-access.ts'
import { rejectForm } from './reject.ts'
import { forwardPlaceForm } from '../messages/forward-place.ts'
import { messageAnswerForm } from '../messages/answer-message.ts'
import { requestForm } from './request-documents.ts'
import { savedView, sentView, undoneView } from './sent.ts'
import { textToPasteView } from './text-to-paste.ts'
import { renderReview } from './review.ts'

type Sample = [name: string, view: Modal]

const title = '⚖️ «Ñandú» <!channel> & hijos *con* عبد الرحمن '.repeat(10).slice(0, 300)
const idOf = (kind: string) => `${kind}0`.padEnd(20, 'x')
/** Each says of what it is, for whoever puts a real one in its place. */
const ids = {
  matter: idOf('matter'),
  client: idOf('client'),
  news: idOf('news'),
  request: idOf('request'),
  item: idOf('item'),
  answer: idOf('answer'),
  inbound: idOf('inbound'),
  draft: idOf('draft'),
  access: idOf('access'),
  event: idOf('event'),
}
const at = new Date('2026-03-02T12:00:00Z')
const longNews = plainTextToRichText('Estimada Rosa: hubo audiencia & acuerdo <parcial>. '.repeat(380))
const hearing = { at: '2026-03-10T13:30:00.000Z', place: title, bring: title.repeat(4).slice(0, 1000) }
const deliveries = { queued: 1, accepted: 200, failed: 3, bounced: 4, cancelled: 5, opened: 100, seen: 100 }

/** A matter with the longest title, names and reference. */
export function matter(hidden: boolean, closed: boolean): Communication['matter'] {
  const clients = Array.from({ length: 40 }, (_, number) => `${number} ${title}`.slice(0, 200))
  return {
    id: ids.matter,
    title,
    reference: 'R'.repeat(60),
    hidden,
    closed,
    number: '0001234-56.2025.8.26.0100',
    clients,
    visibility: 'firm',
  }
}

const key = { at: '1772546400000', id: ids.event }
const beside = { next: { after: key }, back: { before: key } }

/** A matter in which as much has happened as can be shown. */
export function communication(hidden: boolean, closed: boolean): Communication {
  const by = { at, author: title.slice(0, 200), editedAt: at, deliveries }
  const items = Array.from({ length: 80 }, (_, number) => ({
    id: `item${number}`.padEnd(20, 'x'),
    title: `${number} ${title}`.slice(0, 300),
    kind: (['file', 'text', 'paper', 'sign'] as const)[number % 4] ?? 'file',
    issuedWithinDays: number % 3 === 0 ? 90 : null,
    expiresOn: number % 3 === 0 ? '2026-04-01' : null,
    paper:
      number % 4 === 2
        ? {
            clientId: ids.client,
            receivedAt: at,
            receivedBy: title.slice(0, 200),
            keptWhere: title.slice(0, 200),
            returnedAt: number % 8 === 2 ? at : null,
            returnedTo: number % 8 === 2 ? title.slice(0, 200) : null,
          }
        : null,
    toSign: number % 4 === 3 ? `${title}.pdf`.slice(0, 120) : null,
    status: (['pending', 'received', 'approved', 'rejected', 'waived'] as const)[number % 5] ?? 'pending',
    answerId: null,
  }))
  const statuses = ['open', 'partial', 'fulfilled', 'cancelled'] as const
  return {
    matter: matter(hidden, closed),
    news: Array.from({ length: 5 }, () => ({
      id: ids.news,
      body: longNews,
      hearing,
      urgent: { confirmed: 1, of: 12 },
      announced: !hidden,
      undoable: hidden,
      ...by,
    })),
    requests: Array.from({ length: 5 }, (_, number) => ({
      id: `request${number}`.padEnd(20, 'x'),
      title,
      details: title.repeat(10).slice(0, 3000),
      dueOn: '2026-03-17',
      urgent: { confirmed: 1, of: 2 },
      status: statuses[number % 4] ?? 'open',
      counts: { total: 80, received: 40, settled: 10 },
      announced: !hidden,
      undoable: hidden,
      items,
      ...by,
    })),
    history: Array.from({ length: 10 }, () => ({
      id: ids.event,
      at,
      kind: 'itemWaived',
      actor: title,
      subjectId: items[0]?.id ?? null,
      subject: title,
      facts: {},
    })),
    counts: { news: 12_000, requests: 12_000 },
    beside: { news: beside, requests: beside, history: beside },
  }
}

function told(clients: number, hidden: boolean): WhoIsTold {
  return {
    matter: { ...matter(hidden, false), sensitive: hidden },
    clients: Array.from({ length: clients }, (_, number) => ({
      clientId: `client${number}`.padEnd(20, 'x'),
      name: `${number} ${title}`.slice(0, 200),
      emails: Array.from(
        { length: 12 },
        (_, index) => `${'persona'.repeat(20)}${index}@${'correo'.repeat(12)}.example`,
      ),
    })),
    accesses: clients,
  }
}

const forwardPlaces = Array.from({ length: 100 }, (_, number) => ({
  requestId: ids.request,
  clientId: `client${number}`.padEnd(20, 'x'),
  client: title,
  title,
  matter: { id: ids.matter, title, reference: 'K7Q2', hidden: false, closed: false },
  suggested: number === 0,
}))

const draft = {
  kind: 'request' as const,
  matterId: ids.matter,
  title,
  details: title.repeat(10).slice(0, 3000),
  items: Array.from({ length: 80 }, (_, number) => `${number} ${title}`.slice(0, 300)).join('\n'),
  dueOn: '2026-03-17',
}

// More than can be asked for, as it stands in the form until it is refused.
const widest = {
  ...draft,
  items: Array.from({ length: 200 }, () => '出生证明的原件。'.repeat(40)).join('\n'),
}

const pending = sampleNotes.flatMap((note) => (note.kind === 'digest' ? [note.pending] : []))

const email = `${'persona'.repeat(9)}@${'correo.'.repeat(26)}example`

/** The longest access there is, for as many clients. */
function access(clients: number, state: AccessShown['state']): AccessShown {
  return {
    accessId: ids.access,
    kind: state === 'invited' ? 'link' : 'account',
    name: title.slice(0, 200),
    email,
    clients: Array.from({ length: clients }, (_, number) => ({
      clientId: `client${number}`.padEnd(20, 'x'),
      name: `${number} ${title}`.slice(0, 200),
    })),
    can: [...allCategories],
    privateMatters: true,
    teamMatters: true,
    state,
    invitedAt: state === 'not_invited' ? null : at,
    lastSeenAt: state === 'entered' ? at : null,
  }
}

/** As many mails as are shown, each with all that can be known of one. */
const mails = Array.from({ length: 60 }, (_, number): MailTold => ({
  kind: number % 2 === 0 ? 'documentsRequested' : 'answerRejected',
  email,
  clientId: ids.client,
  client: title.slice(0, 200),
  state: (['bounced', 'failed', 'waiting', 'queued', 'cancelled'] as const)[number % 5] ?? 'accepted',
  queuedAt: at,
  acceptedAt: at,
  bouncedAt: at,
  openedAt: at,
  seenAt: at,
  confirmedAt: at,
  reason: title.repeat(2).slice(0, 500),
}))

const states = ['not_invited', 'invited', 'entered'] as const
const someAccesses = Array.from({ length: 8 }, (_, number) => access(60, states[number % 3] ?? 'entered'))
const linksNamed = Array.from({ length: 200 }, (_, number) => ({
  clientId: `${'c'.repeat(15)}${number}`,
  name: `${number} ${title}`.slice(0, 200),
  phones: Array.from({ length: 5 }, () => '+56 9 1234 5678 (casa de su hermana mayor)'),
  locale: 'pt-BR' as const,
  url: `https://portal.example/upload/${'a'.repeat(80)}?phone`,
  safeContact: number % 2 === 0,
}))

const clientsNamed = Array.from({ length: 200 }, (_, number) => ({
  clientId: `client${number}`.padEnd(20, 'x'),
  name: `${number} ${title}`.slice(0, 200),
  email,
}))
const client = { clientId: ids.client, name: title.slice(0, 200), email }
const over = { whose: { matterId: ids.matter }, page: 12 }
const about = {
  itemId: ids.item,
  subject: { matterId: ids.matter, id: ids.request, over: 'communication' as const },
}
const sent = (['news', 'request', 'message'] as const).map((kind) => ({
  kind,
  id: idOf(kind),
  draftId: kind === 'message' ? '' : ids.draft,
}))
const someFiles = Array.from({ length: 120 }, (_, number) => ({
  id: `file${number}`.padEnd(20, 'x'),
  name: `${number} ${title}`.slice(0, 120),
  size: 840_000,
  item: number % 2 === 0 ? title : null,
  held: 'down' as const,
}))
const reasons: (WhyNotSeen | null)[] = [null, 'other_side', 'hidden', 'private', 'team', 'parent']
const lookers: Looker[] = reasons.flatMap((why) => [
  { client, access: access(60, 'entered'), why },
  { client, access: null, why },
])
const previewUrl = `https://despacho.estudio-rojas-y-asociados.example/preview/${'a'.repeat(43)}`

/** Every view of this room and of those around it with the longest data there is; for tests. */
export function sampleViews(reader: Reader): Sample[] {
  const { words } = reader
  const open = communication(false, false)
  const restricted = { ...open, matter: { ...open.matter, visibility: 'team' as const } }
  const one = told(1, false)
  const restrictedTold = { ...one, matter: { ...one.matter, visibility: 'private' as const } }
  const [news, request] = [open.news[0], open.requests[0]]
  if (!news || !request) throw new Error('no samples')
  const newest = { matterId: ids.matter, news: null, requests: null, history: null }
  const place = { after: key }
  const shown = { matterId: ids.matter, news: place, requests: place, history: place, channel: 'C0CAUSAS' }
  const short = { title: 'Antecedentes', details: '', items: 'Cédula\n¿Estado civil?', dueOn: '2026-03-17' }

  return [
    ['the form for news', newsForm(reader)],
    [
      'the form for news, filled in',
      newsForm(reader, { matter: matterOption(words, open.matter), body: longNews }),
    ],
    ['the form for news with a hearing', newsForm(reader, { hearing, confirmWithin: 24, body: longNews })],
    [
      'the second step for one client',
      confirmNewsView(reader, told(1, false), { body: longNews }, ids.draft),
    ],
    [
      'the second step for many clients of a hidden matter',
      confirmNewsView(reader, told(100, true), { body: longNews, hearing, confirmWithin: 24 }, ids.draft),
    ],
    [
      'the second step for more clients than a select holds',
      confirmNewsView(reader, told(150, true), { body: longNews, hearing, confirmWithin: 24 }, ids.draft),
    ],
    ['the form for a request', requestForm(reader)],
    ['the form for a request, filled in', requestForm(reader, { request: short })],
    ['the form for a request with the longest checklist', requestForm(reader, { request: draft })],
    ['the form for a request with all the fields it may have', requestForm(reader, { request: widest })],
    [
      'the second step of a request of a matter that not all see',
      confirmRequestView(reader, restrictedTold, draft, ids.draft),
    ],
    ['the second step of a request', confirmRequestView(reader, told(100, true), draft, ids.draft)],
    ['a communication', renderCommunication(reader, open, newest, title)],
    ['a later page of it', renderCommunication(reader, open, shown)],
    ['a hidden matter', renderCommunication(reader, communication(true, false), shown)],
    ['a matter that not all of the firm see', renderCommunication(reader, restricted, shown)],
    ['a closed matter', renderCommunication(reader, communication(true, true), shown)],
    [
      'a matter with nothing in it',
      renderCommunication(reader, { ...open, news: [], requests: [], history: [] }, shown),
    ],
    ['editing news', editNewsForm(reader, open.matter, news)],
    ['deleting news', deleteNewsView(reader, open.matter, news)],
    ['editing a request', editRequestForm(reader, open.matter, request)],
    ['deleting a request', deleteRequestView(reader, open.matter, request)],
    ['cancelling a request', cancelRequestView(reader, open.matter, request)],
    [
      'the items of a request',
      renderItems(reader, open.matter, request, {
        matterId: ids.matter,
        id: ids.request,
        over: 'communication',
      }),
    ],
    ['a review', renderReview(reader, arrivedNote(80, 10, 20, true), { requestId: ids.request, page: 0 })],
    [
      'the end of a review',
      renderReview(reader, arrivedNote(80, 10, 20, true), { requestId: ids.request, page: 9 }),
    ],
    ['a rejection', rejectForm(reader, ids.answer)],
    [
      'whose a mail is that was sent on',
      forwardPlaceForm(reader, ids.inbound, { reason: 'from_member', places: forwardPlaces }),
    ],
    [
      'whose a mail is, where nothing is open',
      forwardPlaceForm(reader, ids.inbound, { reason: 'from_member', places: [] }),
    ],
    [
      'what a client’s mail answers',
      forwardPlaceForm(reader, ids.inbound, { reason: 'not_addressed', places: forwardPlaces }),
    ],
    [
      'what a client’s mail answers, where nothing is open',
      forwardPlaceForm(reader, ids.inbound, { reason: 'no_match', places: [] }),
    ],
    [
      'an answer to a message',
      messageAnswerForm(reader, ids.inbound, {
        client: title.slice(0, 200),
        mails: 30,
        wrote: title.repeat(20),
        originalUrl: `https://portal.estudio.example/mails/${ids.inbound}?pass=${'p'.repeat(60)}`,
        sensitive: true,
      }),
    ],
    ['a search that found several', pickMatterForm(reader, words.matter.none({ words: title }), title)],
    ['the question whose accesses', pickClientForm(reader, words.access.notFound({ words: title }), title)],
    [
      'the accesses of all clients',
      renderAccesses(
        reader,
        { clients: null, accesses: someAccesses, page: 3, hasMore: true },
        { whose: 'all', page: 3 },
        title,
      ),
    ],
    [
      'the accesses of a matter with many clients',
      renderAccesses(reader, { clients: clientsNamed, accesses: someAccesses, page: 0, hasMore: true }, over),
    ],
    [
      'a client without an access',
      renderAccesses(reader, { clients: [client], accesses: [], page: 0, hasMore: false }, over),
    ],
    ['the form for an access', addAccessForm(reader, {}, null)],
    [
      'the form for an access whose address is taken',
      addAccessForm(reader, { ...access(1, 'invited'), client, taken: access(60, 'entered') }, over),
    ],
    ['an access that was added', addedAccessView(reader, access(60, 'not_invited'), over)],
    ['editing an access', editAccessForm(reader, access(60, 'entered'), over)],
    ['removing an access', removeAccessView(reader, access(60, 'entered'), over)],
    [
      'the portal through the eyes of clients',
      renderOpenAsClient(
        reader,
        { matter: open.matter, lookers, page: 1, hasMore: true },
        lookers.map(() => previewUrl),
      ),
    ],
    [
      'a matter without clients to look through',
      renderOpenAsClient(reader, { matter: open.matter, lookers: [], page: 0, hasMore: false }, []),
    ],
    ['a link to hand in', answerLinkView(reader, `https://portal.example/upload/${'a'.repeat(60)}`)],
    ['a text for WhatsApp', textToPasteView(reader, linksNamed)],
    ['a text for WhatsApp: nobody', textToPasteView(reader, [])],
    ...sent.flatMap((one): Sample[] => [
      ['what was sent', sentView(reader, { told: 200, announced: true, heldSeconds: 60 }, one)],
    ]),
    ...sent
      .filter(({ kind }) => kind !== 'message')
      .map((one): Sample => [
        'a change that was told',
        savedView(reader, { told: 200, heldSeconds: 60 }, one),
      ]),
    ['a send that was undone', undoneView(reader, title, ids.draft)],
    ['taking an original', renderReceivePaper(reader, clientsNamed, about)],
    ['giving an original back', returnPaperForm(reader, about)],
    ['what is to be signed', toSignForm(reader, about)],
    ['until when it is good', expiryForm(reader, about)],
    [
      'entering an answer',
      enterAnswerForm(
        reader,
        { request: { id: ids.request, title }, items: request.items, clients: clientsNamed },
        ids.matter,
      ),
    ],
    ['moving a file', renderMove(reader, someFiles, { requestId: ids.request })],
    ['moving when there is none', renderMove(reader, [], { inboundId: ids.inbound })],
    ['purging a file', renderPurge(reader, someFiles, { requestId: ids.request })],
    ['releasing a file', renderRelease(reader, someFiles, { requestId: ids.request })],
    ['releasing when there is none', renderRelease(reader, [], { requestId: ids.request })],
    ['a notice', noticeView(words, words.titles.notDone, title)],
    ['who was told', renderEvidence(reader, mails, 12)],
    ['who was told: nobody', renderEvidence(reader, [], 0)],
    ...pending.map((work): Sample => ['pending work', renderPending(reader, work, { matterIds: null })]),
  ]
}
