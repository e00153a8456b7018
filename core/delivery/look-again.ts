import { eq } from 'drizzle-orm'
import { clients } from '#db/schema/clients.ts'
import { outbox } from '#db/schema/delivery.ts'
import { matters } from '#db/schema/matters.ts'
import { among, givenList, statement } from '#db/statement.ts'
import type { Office } from '../office.ts'
import type { Letter } from './letter.ts'
import { cancelled, type NotNow } from './letter-content.ts'
import { letterFor } from './letter-for.ts'
import type { OutboxRow } from './note-refused.ts'

/** A letter, and when it was begun to be written. */
export type Written = { letter: Letter; at: Date }

/** Milliseconds: what was seen so lately is as true as if it were looked at now. */
const thisMoment = 100
/** Milliseconds after which a letter that waited is written anew, for whatever else may have changed in it. */
const longestWait = 3000

/**
 * For letters that are written ahead and wait for a connection: gives back what may be sent once a letter's turn has come, or why
 * it is not to be, for it was called off, its matter hidden, or its client left while it waited. One look is for all that wait:
 * `waiting` says their ids.
 */
export function lookAgain(office: Office, waiting: () => Iterable<string>) {
  let look: { at: number; standings: Promise<Map<string, Standing>> } | null = null

  function standingOf(id: string): Promise<Standing | undefined> {
    const at = office.clock().getTime()
    if (!look || at - look.at > thisMoment) look = { at, standings: standingsOf(office, [...waiting()]) }
    return look.standings.then((standings) => standings.get(id))
  }

  return async (row: OutboxRow, { letter, at }: Written): Promise<Letter | NotNow> => {
    const hasWaited = office.clock().getTime() - at.getTime()
    if (hasWaited <= thisMoment) return letter
    const now = await standingOf(row.id)
    if (now?.state !== 'queued') return cancelled(now?.because ?? 'settled meanwhile')
    return hasWaited > longestWait || now.hiddenAt || now.leftAt ? letterFor(office, row) : letter
  }
}

type Standing = Awaited<ReturnType<typeof standingsAsked>>[number]

async function standingsOf(office: Office, ids: string[]): Promise<Map<string, Standing>> {
  const standings = await standingsAsked(office.db.read, { ids })
  return new Map(standings.map((one) => [one.id, one]))
}

const standingsAsked = statement((tx) =>
  tx
    .select({
      id: outbox.id,
      state: outbox.state,
      because: outbox.cancelledBecause,
      hiddenAt: matters.hiddenAt,
      leftAt: clients.leftAt,
    })
    .from(outbox)
    .leftJoin(matters, eq(matters.id, outbox.matterId))
    .leftJoin(clients, eq(clients.id, outbox.clientId))
    .where(among(outbox.id, givenList('ids'))),
)
