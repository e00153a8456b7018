import type { App } from '@slack/bolt'
import { isRefusal } from '#core/errors.ts'
import type { Home } from '../blocks.ts'
import { explain } from '../explain.ts'
import { identify, languageOf, type Somebody } from '../identify.ts'
import { offerWayIn } from '../install/offer-way-in.ts'
import { escape } from '../mrkdwn.ts'
import { readerFor } from '../reader.ts'
import type { Door } from '../turn.ts'
import { wordsForChat } from '../words-for-chat.ts'
import { overview } from './home-view.ts'
import { publishHome } from './publish-home.ts'
import { withoutContent } from './without-content.ts'

/** Listens for somebody who opens the app's home: a member's shows their work, anybody else's says whom it is for. */
export function onHome(door: Door, app: App): void {
  app.event('app_home_opened', async ({ event, body, client, context }) => {
    if (event.tab !== 'home') return
    await door.during(run())

    async function run() {
      const who: Somebody = { userId: event.user, tenant: body.team_id, context, client }
      try {
        const by = await identify(door, who)
        const reader = readerFor(door.office, by)
        const chatUser = { tenant: context.teamId ?? body.team_id, userId: event.user }
        await publishHome(door, { office: door.office, by, reader, client, chatUser }, overview)
      } catch (error) {
        if (context.botToken === undefined) return
        const view = await refusal(door, who, error)
        await client.views
          .publish({ user_id: event.user, view })
          .catch((late: unknown) => door.office.log.warn({ err: late }, 'a home could not be published'))
      }
    }
  })
}

async function refusal(door: Door, who: Somebody, error: unknown): Promise<Home> {
  const locale = await languageOf(door, who)
  const words = wordsForChat(locale)
  const text = explain(door.office, error, words, locale)
  const wayIn = isRefusal(error) ? await offerWayIn(door, who, error) : null
  const said = wayIn ? [wayIn.text, words.home.wayIn] : [escape(text ?? '')]
  return withoutContent(said)
}
