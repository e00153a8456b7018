import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { namesInSlack } from '#bot/slack/listen.ts'
import { wordsForChat } from '#bot/slack/words-for-chat.ts'
import { addMember } from '#core/members/add-member.ts'
import { leaveFirm } from '#core/members/leave-firm.ts'
import { locales, type Locale } from '#core/words/locale.ts'
import { lawFirm } from '../office/law-firm.ts'
import { actor } from '../slack/actor.ts'
import { everyAttempt, type Attempt } from '../slack/every-attempt.ts'
import { firmInSlack, type FirmInSlack } from '../slack/firm-in-slack.ts'
import { allRows, difference, realIds, type RealIds } from '../slack/firm-rows.ts'
import { fillWithPrecious, precious } from '../slack/precious-firm.ts'
import { rehearse, type Rehearsed } from '../slack/rehearse.ts'
import { tryIt, type Outcome } from '../slack/try-it.ts'
import { lawFirmWorkspace, slackApp, type Workspace } from '../slack/workspace.ts'

/** Each of them is an admin of the firm as far as our own records say: only what Slack says of them speaks against them. */
const workspace: Workspace = {
  ...lawFirmWorkspace,
  people: [
    ...lawFirmWorkspace.people,
    { name: 'elena', realName: 'Elena Pino', locale: 'es-LA', isStranger: true },
    { name: 'robot', realName: 'Robot Paz', locale: 'es-LA', isBot: true },
    { name: 'dora', realName: 'Dora Lira', locale: 'es-LA', isDeleted: true },
  ],
}
const elsewhere = 'T0SECOND'

let slack: FirmInSlack
let ids: RealIds
let rehearsed: Rehearsed[]

beforeAll(async () => {
  slack = await firmInSlack({}, workspace)
  const { office, firm, api } = slack
  const { user, actor: admin } = await slack.join('camila', 'admin')
  for (const name of ['guido', 'ursula', 'esteban', 'elena', 'robot', 'dora', 'pedro'])
    await slack.join(name, 'admin')
  const { actor: leaver } = await slack.join('emily', 'admin')
  await fillWithPrecious(slack, admin)
  await leaveFirm(office, { by: firm.system, memberId: leaver.memberId, successorId: admin.memberId })
  const { system: by } = await lawFirm(office, elsewhere)
  const identities = [{ platform: 'slack' as const, tenant: elsewhere, userId: api.userId('joao') }]
  await addMember(office, { by, name: 'João Lima', email: 'joao@firma.example', role: 'admin', identities })

  await api.inviteBot('causas')
  const file = {
    name: 'a.pdf',
    channels: ['C0CAUSAS'],
    url_private_download: api.putFile('a.pdf', 'a').url_private_download,
  }
  api.answer('files.info', ({ args }) => ({ ok: true, file: { ...file, id: args.file } }))
  ids = realIds(await allRows(office), firm.firmId)
  // From then on her language is known, which is all that a first greeting writes.
  await user.command('/despacho', 'help')
  await slack.idle()
  const message = {
    ...{ channel: api.channelId('causas'), ts: '1772546400.000100', user: slackApp.botUserId, text: 'Hola' },
    ...{ blocks: [], files: [{ id: 'F1', name: 'a.pdf' }], isEdited: false, isEphemeral: false },
  }
  rehearsed = await rehearse(slack, actor(api, 'camila', slack.app), everyAttempt(), message, ids)
}, 120_000)
afterAll(() => slack?.close())

type Look = (attempt: Attempt, outcome: Outcome) => string | null

/** Somebody tries all of it; gives back what is wrong with what came of it, by `look` and because of what they got to read. */
async function walk(
  name: string,
  tries: Pick<Rehearsed, 'attempt' | 'given'>[],
  look: Look,
  teamId?: string,
) {
  const who = actor(slack.api, name, { ...slack.app, ...(teamId && { teamId }) })
  const wrong: string[] = []
  for (const { attempt, given } of tries) {
    const outcome = await tryIt(slack, who, attempt, given)
    const leak = precious.test(outcome.sent) ? `lets them read ${outcome.sent.slice(0, 300)}` : null
    const found = leak ?? look(attempt, outcome)
    if (found !== null) wrong.push(`${attempt.sort} ${attempt.label}: ${found}`)
  }
  return wrong
}

/** Every name once from each place: whoever is nobody here is refused before it is looked at what they ask for. */
function oncePerName(): Rehearsed[] {
  const inVainFirst = rehearsed.toSorted((one, other) => Number(one.hasEffect) - Number(other.hasEffect))
  const keyOf = ({ sort, name, where }: Attempt) => `${sort} ${name} ${where}`
  return [...new Map(inVainFirst.map((one) => [keyOf(one.attempt), one])).values()]
}

/** Refused in a language they read, or, where they type, nothing found. */
function refusedIn(...locales: Locale[]): Look {
  const clear = locales.flatMap((locale) => {
    const { refusals, install } = wordsForChat(locale)
    return [refusals.notAMember, install.joining.over]
  })
  return ({ sort }, { told, options }) => {
    if (sort === 'whatIsTyped') return options.length > 0 ? 'finds something' : null
    return clear.some((words) => told.includes(words)) ? null : `says “${told}”`
  }
}

/** What changed meanwhile of all that is stored: no table is left out, for none has to change. */
async function changedBy(work: () => Promise<unknown>): Promise<string[]> {
  const before = await allRows(slack.office)
  await work()
  return difference(before, await allRows(slack.office))
}

test('what is tried has an effect for whoever may: under every name, nothing is tried in vain', () => {
  const sorts = ['submits', 'clicks', 'whatIsTyped', 'messageShortcuts', 'shortcuts'] as const
  const inVain = sorts.flatMap((sort) =>
    namesInSlack[sort].filter(
      (name) =>
        !rehearsed.some(
          ({ attempt, hasEffect }) => attempt.name === name && attempt.sort === sort && hasEffect,
        ),
    ),
  )
  expect(inVain).toEqual([])
})

describe('nothing in Slack does anything, or tells anything of the firm, to', () => {
  test.each([
    ['a guest', 'guido', ['es-CL']],
    ['a guest of a single channel', 'ursula', ['es-CL']],
    // Their language is known only where Slack names our workspace in place of theirs.
    ['somebody of another workspace, in a shared channel', 'esteban', ['es-CL', 'en']],
    ['a stranger', 'elena', ['es-CL']],
    ['a bot', 'robot', ['es-CL']],
    ['somebody who was deactivated', 'dora', ['es-CL']],
    ['a member who has left the firm', 'emily', ['en']],
  ] as const)(
    '%s',
    async (_whom, name, locales) => {
      const changed = await changedBy(async () => {
        expect(await walk(name, oncePerName(), refusedIn(...locales))).toEqual([])
      })
      expect(changed).toEqual([])
    },
    60_000,
  )

  test('people of a workspace that is no firm’s, though they go by a member’s id', async () => {
    const refused = refusedIn('en')
    const look: Look = (attempt, outcome) => {
      // Without a token nothing can be shown there, nor could what they would click in have been.
      const isMute = ['shortcuts', 'events'].includes(attempt.sort) || attempt.where === 'view'
      return isMute && !['submits', 'whatIsTyped'].includes(attempt.sort) ? null : refused(attempt, outcome)
    }
    const changed = await changedBy(async () => {
      expect(await walk('pedro', oncePerName(), look, 'T0NOBODY')).toEqual([])
    })
    expect(changed).toEqual([])
  }, 60_000)

  test('an admin of another firm, who has got hold of every id there is', async () => {
    const look: Look = (attempt, outcome) => unlessFailed(outcome) ?? refusedAtLast(attempt, outcome)
    const changed = await changedBy(async () => {
      expect(await walk('joao', rehearsed, look, elsewhere)).toEqual([])
    })
    expect(changed.filter(isOfTheFirm)).toEqual([])
  }, 60_000)

  test('nor to them where each click is made with ids of everything else', async () => {
    const clicks = rehearsed.filter(({ attempt }) => attempt.sort === 'clicks' && attempt.kinds.length > 0)
    const names = [...new Map(clicks.map((one) => [one.attempt.name, one])).values()]
    const kinds = new Set(rehearsed.flatMap(({ attempt }) => attempt.kinds))
    const oneOfEach = [...kinds].flatMap((kind) => ids.called(kind).slice(0, 1))
    const crossed = names.flatMap(({ attempt, given }) =>
      oneOfEach.map((id) => ({ attempt, given: { ...given, idOf: () => id } })),
    )
    const changed = await changedBy(async () => {
      expect(await walk('joao', crossed, (_attempt, outcome) => unlessFailed(outcome), elsewhere)).toEqual([])
    })
    expect(changed.filter(isOfTheFirm)).toEqual([])
  }, 60_000)
})

/** What somebody who is a member elsewhere must not hear: a failure, which is told with a reference, and that they are none. */
function unlessFailed({ told }: Outcome): string | null {
  const wrong = locales.flatMap((locale) => {
    const { broken, notAMember } = wordsForChat(locale).refusals
    return [broken({ reference: '…' }).split('…')[0] ?? '', notAMember]
  })
  return wrong.some((words) => told.includes(words)) ? `says “${told}”` : null
}

/** Refused, at the latest when they send what opens; or nothing comes of it but their own home. */
function refusedAtLast({ sort, kinds }: Attempt, { isRefused, opened, told, sent }: Outcome): string | null {
  if (sort === 'whatIsTyped' || kinds.length === 0 || isRefused) return null
  const isEmptyForm = opened.some((id) => id === 'home' || namesInSlack.submits.includes(id))
  return isEmptyForm || sent === JSON.stringify(['']) ? null : `is not refused, but says “${told}”`
}

const isOfTheFirm = (row: string) => [...ids.all].some((id) => row.includes(id))
