import type { App } from '@slack/bolt'
import { isRefusal } from '#core/errors.ts'
import type { MemberActor } from '#core/members/actor.ts'
import type { Office } from '#core/office.ts'
import type { Option } from './blocks.ts'
import { named } from './named.ts'
import { readerFor, type Reader } from './reader.ts'
import type { Door } from './turn.ts'
import { whoTypes } from './typing-member.ts'

/** Who types what, and what the view in which they type said of itself. */
export type Asked = { by: MemberActor; reader: Reader; typed: string; metadata: string }

type Find = (office: Office, asked: Asked) => Promise<Option[]>

/** Listens for the type-ahead of selects, by the ids of their actions; whoever is no member finds nothing. */
export function onOptions(door: Door, app: App, finds: Record<string, Find>): void {
  const whoIs = whoTypes(door)
  app.options<'block_suggestion'>({ type: 'block_suggestion' }, async ({ ack, body, client, context }) => {
    const find = named(finds, body.action_id)
    if (!find) return
    await door.during(run(find))

    async function run(find: Find) {
      try {
        const tenant = body.user.team_id ?? body.team?.id
        const by = await whoIs({ userId: body.user.id, tenant, context, client })
        const metadata = body.view?.private_metadata ?? ''
        const reader = readerFor(door.office, by)
        await ack({ options: await find(door.office, { by, reader, typed: body.value, metadata }) })
      } catch (error) {
        if (!isRefusal(error)) door.office.log.error({ err: error }, 'a Slack type-ahead failed')
        await ack({ options: [] })
      }
    }
  })
}
