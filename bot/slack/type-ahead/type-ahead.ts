import type { App, BlockSuggestion, ReceiverEvent } from '@slack/bolt'
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
   * Answers at once, as each letter waits for it, where it is remembered who types; null where Bolt is to find out who does. The
   * request's signature has been verified, and each search looks at whether they are still of the firm.
   */
  answered: (event: ReceiverEvent) => Promise<void> | null
  /** Answers whoever is not remembered; whoever is no member finds nothing. */
  listen: (app: App) => void
}

/** The type-ahead of selects, by the ids of their actions; what follows a colon tells how often we have filled the field in. */
export function typeAhead(door: Door, finds: Record<string, Find>): TypeAhead {
  const { office } = door
  const members = whoTypes(door)
  const findFor = ({ action_id: id }: BlockSuggestion) => named(finds, id.split(':', 1)[0] ?? id)

  async function answer(
    find: Find,
    typed: BlockSuggestion,
    who: MemberActor | Promise<MemberActor>,
    ack: (found: { options: Option[] }) => Promise<void>,
  ): Promise<void> {
    try {
      const by = 'then' in who ? await who : who
      const reader = readerFor(office, by)
      const metadata = typed.view?.private_metadata ?? ''
      await ack({ options: await find(office, { by, reader, typed: typed.value, metadata }) })
    } catch (error) {
      if (!isRefusal(error)) office.log.error({ err: error }, 'a Slack type-ahead failed')
      await ack({ options: [] })
    }
  }

  return {
    answered: ({ body, ack }) => {
      if (!isTyped(body)) return null
      const by = members.remembered(body)
      const find = findFor(body)
      return by && find ? answer(find, body, by, ack) : null
    },
    listen: (app) =>
      app.options<'block_suggestion'>(
        { type: 'block_suggestion' },
        async ({ ack, body, client, context }) => {
          const find = findFor(body)
          if (!find) return
          const tenant = body.user.team_id ?? body.team?.id
          const who = { userId: body.user.id, tenant, context, client }
          await answer(find, body, members.identified(body, who), ack)
        },
      ),
  }
}

function isTyped(body: ReceiverEvent['body']): body is BlockSuggestion {
  return body.type === 'block_suggestion'
}
