import type { App } from '@slack/bolt'
import { isRefusal } from '#core/errors.ts'
import type { MemberActor } from '#core/members/actor.ts'
import type { Option } from './blocks.ts'
import { readerFor, type Reader } from './reader.ts'
import type { Door } from './turn.ts'
import { whoTypes } from './typing-member.ts'

/** Who types what, and what the view in which they type said of itself. */
export type Asked = { by: MemberActor; reader: Reader; typed: string; metadata: string }

/** Listens for the type-ahead of a select; whoever is no member finds nothing. */
export function onOptions(
  door: Door,
  app: App,
  actionId: string,
  find: (asked: Asked) => Promise<Option[]>,
): void {
  const whoIs = whoTypes(door)
  app.options<'block_suggestion'>(
    { type: 'block_suggestion', action_id: actionId },
    async ({ ack, body, client, context }) => {
      await door.during(run())

      async function run() {
        try {
          const tenant = body.user.team_id ?? body.team?.id
          const by = await whoIs({ userId: body.user.id, tenant, context, client })
          const metadata = body.view?.private_metadata ?? ''
          const reader = readerFor(door.office, by)
          await ack({ options: await find({ by, reader, typed: body.value, metadata }) })
        } catch (error) {
          if (!isRefusal(error)) door.office.log.error({ err: error }, 'a Slack type-ahead failed')
          await ack({ options: [] })
        }
      }
    },
  )
}
