import type { App, BlockSuggestion, Context } from '@slack/bolt'
import { isRefusal } from '#core/errors.ts'
import type { MemberActor } from '#core/members/actor.ts'
import type { Office } from '#core/office.ts'
import type { Option } from '../blocks.ts'
import { named } from '../named.ts'
import { readerFor, type Reader } from '../reader.ts'
import type { Door } from '../turn.ts'
import { whoTypes } from './typing-member.ts'

/** Who types what, and what the view in which they type said of itself. */
export type Asked = { by: MemberActor; reader: Reader; typed: string; metadata: string }

type Find = (office: Office, asked: Asked) => Promise<Option[]>

export type TypeAhead = {
  /**
   * Looks for what was typed at once where it is remembered who types, while Bolt still finds out who listens. The request's
   * signature has been verified, and each search looks at whether they are still of the firm.
   */
  begin: (typed: BlockSuggestion, context: Pick<Context, 'teamId' | 'enterpriseId' | 'botToken'>) => void
  /** Answers; whoever is no member finds nothing. */
  listen: (app: App) => void
}

/** The type-ahead of selects, by the ids of their actions. */
export function typeAhead(door: Door, finds: Record<string, Find>): TypeAhead {
  const { office } = door
  const members = whoTypes(door)
  const begun = new WeakMap<BlockSuggestion, Promise<Option[]>>()

  function find(typed: BlockSuggestion, by: MemberActor): Promise<Option[]> {
    const reader = readerFor(office, by)
    const metadata = typed.view?.private_metadata ?? ''
    const find = named(finds, typed.action_id)
    return find ? find(office, { by, reader, typed: typed.value, metadata }) : Promise.resolve([])
  }

  return {
    begin: (typed, context) => {
      const by = members.remembered({ userId: typed.user.id, tenant: tenantOf(typed), context })
      if (!by) return
      const found = find(typed, by)
      // Whoever waits for it is told why it failed.
      found.catch(() => {})
      begun.set(typed, found)
    },
    listen: (app) =>
      app.options<'block_suggestion'>(
        { type: 'block_suggestion' },
        async ({ ack, body, client, context }) => {
          if (!named(finds, body.action_id)) return
          await door.during(answer())

          async function answer() {
            try {
              const who = { userId: body.user.id, tenant: tenantOf(body), context, client }
              const options = await (begun.get(body) ?? find(body, await members.identified(who)))
              await ack({ options })
            } catch (error) {
              if (!isRefusal(error)) office.log.error({ err: error }, 'a Slack type-ahead failed')
              await ack({ options: [] })
            }
          }
        },
      ),
  }
}

function tenantOf({ user, team }: BlockSuggestion): string | undefined {
  return user.team_id ?? team?.id
}
