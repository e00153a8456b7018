import { queues, type WorkQueue } from '#core/matters/queue/work-queue.ts'
import { mostCounted } from '#core/matters/queue/counted.ts'
import type { Home, Modal } from './blocks.ts'
import { channelForm } from './channels/channel-form.ts'
import { tryAgainAnswer } from './commands/try-again.ts'
import { renderHome } from './home/home-view.ts'
import { withoutContent } from './home/without-content.ts'
import { offer } from './install/offer.ts'
import { notesWithMentions, sampleNotes } from './notes/sample-notes.ts'
import type { Posted } from './notes/note.ts'
import { renderContent } from './notes/render-note.ts'
import type { Reader } from './reader.ts'
import { sampleClients } from './clients/sample-clients.ts'
import { sampleMatters } from './matters/sample-matters.ts'
import { sampleSettings } from './settings/sample-settings.ts'
import { sampleTemplates } from './templates/sample-templates.ts'
import { documentForm } from './shortcuts/message-to-document.ts'
import { loadingView } from './views/loading.ts'
import type { Answer } from './turn.ts'
import { matterOption } from './views/matter-line.ts'
import { renderQuarantine } from './views/quarantine.ts'
import { matter, sampleViews } from './views/sample-views.ts'

/** Something Slack shows, by a name that tells which it is. */
export type Sample = [name: string, surface: Modal | Home | Posted | Answer]

const id = 'abcdefghijklmnopqrst'
const now = new Date('2026-03-02T12:00:00Z')
const beside = { after: { at: '1772546400000', id }, before: { at: '1772546400000', id } }

/**
 * Every view and message that the app can show, each with the longest data there is; for tests. Whoever makes another kind of view adds
 * it here or to the samples of its room: `limits-walk.test.ts` misses what is not among them.
 */
export function sampleSurfaces(reader: Reader): Sample[] {
  return [
    ...sampleViews(reader),
    ...sampleClients(reader),
    ...sampleMatters(reader),
    ...sampleTemplates(reader),
    ...sampleSettings(reader),
    ...sampleHomes(reader),
    ...sampleForms(reader),
    ...[...sampleNotes, ...notesWithMentions].map((note, index): Sample => [
      `${note.kind} ${index}`,
      renderContent(reader, note),
    ]),
    ...sampleNotes
      .filter((note) => note.kind === 'mailQuarantined')
      .map((note): Sample => ['a mail that waits', renderQuarantine(reader, note)]),
    ...sampleOffers(reader),
    ['the offer to try again', tryAgainAnswer(reader.words, '/novedad', 'Fuentes')],
    [
      'the offer to try something long again',
      tryAgainAnswer(reader.words, '/despacho', '<!channel> '.repeat(500)),
    ],
  ]
}

/** What somebody is offered who may become a member. */
function sampleOffers({ words }: Reader): Sample[] {
  const { title: name } = matter(true, true)
  const person = {
    platform: 'slack',
    tenant: 'T0TEAM',
    userId: 'U0EMILY',
    name,
    email: null,
    locale: null,
  } as const
  const ways = [
    { kind: 'first_admin' },
    { kind: 'yourself', member: { id: 'member0'.padEnd(20, 'x'), name } },
    ...[true, false].map((asked) => ({
      kind: 'admin_decides' as const,
      member: { id: 'member0'.padEnd(20, 'x'), name },
      asked,
    })),
    { kind: 'ask_admin' },
  ] as const
  return ways.map((way): Sample => [
    `the way in: ${way.kind}`,
    offer(words, { firmId: 'firm0'.padEnd(20, 'x'), firm: name, ...way }, person),
  ])
}

function sampleHomes(reader: Reader): Sample[] {
  const longest = sampleNotes.flatMap((note) => (note.kind === 'digest' ? [note.pending] : []))
  const homes = longest.flatMap((pending): Sample[] => {
    const page = <Entry>(entries: Entry[], size: number) => ({
      entries: entries.slice(0, size),
      next: { after: beside.after },
      back: { before: beside.before },
    })
    const work = (size: number): WorkQueue => ({
      counts: { toReview: mostCounted + 1, overdue: 999, quarantined: 1, failed: 12 },
      toReview: page(pending.toReview, size),
      overdue: page(pending.overdue, size),
      quarantined: page(pending.quarantined, size),
      failed: page(
        pending.failed.map((entry, number) => ({
          ...entry,
          matter: number % 2 === 0 ? matter(true, true) : null,
        })),
        size,
      ),
      activity: Array.from({ length: 8 }, () => ({
        at: now,
        kind: 'requestFulfilled',
        actor: matter(true, true).title,
        matter: matter(true, true),
      })),
    })
    return [
      ['the home', renderHome(reader, work(4), { only: null }, now)],
      ...queues.map((queue): Sample => {
        const only = { queue, place: { after: beside.after } }
        return [`a page of ${queue} in the home`, renderHome(reader, work(20), { only }, now)]
      }),
    ]
  })
  const nothing = { entries: [], next: null, back: null }
  const empty: WorkQueue = {
    counts: { toReview: 0, overdue: 0, quarantined: 0, failed: 0 },
    ...{ toReview: nothing, overdue: nothing, quarantined: nothing, failed: nothing },
    activity: [],
  }
  return [
    ...homes,
    ['a home with nothing in it', renderHome(reader, empty, { only: null }, now)],
    ['an empty page of the home', renderHome(reader, empty, { only: { queue: 'failed', place: null } }, now)],
    [
      'the home of whoever is no member',
      withoutContent([reader.words.refusals.notAMember, reader.words.home.wayIn]),
    ],
  ]
}

function sampleForms(reader: Reader): Sample[] {
  const long = { ...matter(true, true), sensitive: false }
  const links = [
    null,
    ...(['shared', 'sensitive', 'gone', null] as const).map((held) => ({ channel: 'C0CAUSAS', held })),
  ]
  const files = Array.from({ length: 30 }, (_, number) => ({
    id: `F${number}`,
    name: `${number} ${long.title}`,
    size: 1e9,
  }))
  const option = matterOption(reader.words, long)
  return [
    ...links.map((link): Sample => [
      'a matter’s channel',
      channelForm(reader, { matter: long, link }, 'C0OTHER'),
    ]),
    [
      'a sensitive matter’s channel',
      channelForm(reader, { matter: { ...long, sensitive: true }, link: null }, null),
    ],
    ['files of a message', documentForm(reader, files, 'C0CAUSAS', option)],
    ['a file of a message', documentForm(reader, files.slice(0, 1), 'C0CAUSAS', null)],
    ['a form that is on its way', loadingView(reader.words)],
  ]
}
