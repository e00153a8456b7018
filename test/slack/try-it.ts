import type { Actor } from './actor.ts'
import { wordsForChat } from '#bot/slack/words-for-chat.ts'
import { locales } from '#core/words/locale.ts'
import { asList, asObject } from './check-block-element.ts'
import { controlsIn } from './find-control.ts'
import type { Attempt, Given } from './every-attempt.ts'
import type { FirmInSlack } from './firm-in-slack.ts'
import type { SlackOption } from './form-fields.ts'
import { byHand } from './stand-before.ts'
import { visibleText } from './visible-text.ts'

/** What came of an attempt. */
export type Outcome = {
  /** Everything that went to Slack, as it went there. */
  sent: string
  /** What the person was told in words: a notice, a private message, the home, what stands at a field. */
  told: string
  /** Whether what they were told is that it was not done. */
  isRefused: boolean
  /** The forms that were opened, by their callback ids; `home` for a home. */
  opened: string[]
  /** What was offered while typing. */
  options: SlackOption[]
}

const asks = new Set(['users.info', 'auth.test'])

/** Tries it, and waits until the app is done with it. */
export async function tryIt(
  { api, idle }: FirmInSlack,
  who: Actor,
  attempt: Attempt,
  given: Given,
): Promise<Outcome> {
  const before = api.calls.length
  const ack = await attempt.send(who, given)
  await idle()
  const calls = api.calls.slice(before).filter(({ method, token }) => token !== byHand && !asks.has(method))
  const { view, errors, options } = ack.body
  const said = calls.flatMap(({ method, args }) => {
    if (method === 'conversations.open') return []
    return 'view' in args ? noticeIn(asObject(args.view)) : [visibleText(args)]
  })
  const views = [...calls.map(({ args }) => asObject(args.view)), asObject(view)]
  const atFields = Object.values(asObject(errors)).map(String)
  return {
    sent: JSON.stringify([ack.text, ...calls.map(({ args }) => args)]),
    isRefused:
      atFields.length > 0 ||
      views.some(isRefusal) ||
      calls.some(({ method }) => ['response_url', 'chat.postEphemeral', 'chat.postMessage'].includes(method)),
    told: [...said, ...noticeIn(asObject(view)), ...atFields].join('\n'),
    opened: views.flatMap(({ callback_id: id, submit, type }) =>
      submit || type === 'home' ? [String(id)] : [],
    ),
    options: JSON.parse(JSON.stringify(options ?? [])),
  }
}

/** A home in which nothing can be done only says something. */
function noticeIn(view: object): string[] {
  const { callback_id: id, type, blocks } = asObject(view)
  const saysOnly = type === 'home' && controlsIn(asList(blocks)).length === 0
  return id === 'notice' || saysOnly ? [visibleText(view)] : []
}

const refusalTitles = locales.map((locale) => wordsForChat(locale).titles.notDone)

function isRefusal(view: object): boolean {
  const [title = ''] = visibleText(view).split('\n')
  return noticeIn(view).length > 0 && (refusalTitles.includes(title) || asObject(view).type === 'home')
}
