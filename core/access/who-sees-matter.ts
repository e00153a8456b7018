import { and, asc, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { accessExtensions, accesses } from '#db/schema/access.ts'
import { clients } from '#db/schema/clients.ts'
import { involvements, matters } from '#db/schema/matters.ts'
import type { MatterInNote } from '../delivery/chat-note.ts'
import { matterFor, type Matter } from '../matters/matter-for.ts'
import { matterInNote } from '../matters/who-is-told.ts'
import type { MemberActor } from '../members/actor.ts'
import { memberActing } from '../members/member-acting.ts'
import type { Office } from '../office.ts'
import type { Access } from './access.ts'
import { shownAccesses, type AccessShown } from './granting/access-shown.ts'
import { clientsBehind } from './clients-behind.ts'
import { handledBy } from './granting/page-of-accesses.ts'
import { mattersInSight, type Viewer } from './sight.ts'

/** Why a client does not see a matter; `parent`: they would by the matter it was born of, and do not see that one. */
export type WhyNotSeen = 'other_side' | 'hidden' | 'private' | 'team' | 'parent'

/** A client with one of their accesses, or with none: then it is told of what the usual one would show. */
export type Looker = {
  client: { clientId: string; name: string }
  access: AccessShown | null
  /** Null: they see the matter. */
  why: WhyNotSeen | null
}

export type WhoSeesMatter = { matter: MatterInNote; lookers: Looker[]; page: number; hasMore: boolean }

type Party = { clientId: string; name: string; side: 'ours' | 'other' }

/**
 * Each client of a matter, or of one it was born of, with each of their accesses: whether they see the matter, and if
 * not, why. One page of them; `page` counts from zero, and one past the end is the last. Throws NotFound.
 */
export async function whoSeesMatter(
  office: Office,
  wish: { by: MemberActor; matterId: string; page: number; size: number },
): Promise<WhoSeesMatter> {
  const tx = office.db.read
  const matter = await matterFor(tx, wish.by, wish.matterId)
  const by = await memberActing(tx, wish.by)
  const pairs = await pairsOf(tx, by, matter, await partiesOf(tx, matter))
  const last = Math.max(0, Math.ceil(pairs.length / wish.size) - 1)
  const page = Math.min(Math.max(0, wish.page), last)
  const lookers: Looker[] = []
  for (const pair of pairs.slice(page * wish.size, (page + 1) * wish.size)) {
    lookers.push(await lookerOf(tx, matter, pair))
  }
  return { matter: matterInNote(matter), lookers, page, hasMore: page < last }
}

/** Why a viewer does not see the matter, or null when they do. */
export async function whyNotSeen(tx: Query, viewer: Viewer, matter: Matter): Promise<WhyNotSeen | null> {
  const [seen] = await tx
    .select({ id: matters.id })
    .from(matters)
    .where(and(eq(matters.id, matter.id), inArray(matters.id, sql`(${mattersInSight(viewer)})`)))
  if (seen) return null
  const [against] = await tx
    .select({ id: involvements.id })
    .from(involvements)
    .where(
      and(
        eq(involvements.matterId, matter.id),
        inArray(involvements.clientId, viewer.personIds),
        eq(involvements.side, 'other'),
      ),
    )
  if (against) return 'other_side'
  if (matter.hiddenAt) return 'hidden'
  if (matter.visibility === 'private' && !viewer.privateMatters) return 'private'
  if (matter.visibility === 'team' && !viewer.teamMatters) return 'team'
  return 'parent'
}

/** The parties of the matter, and our side of those it was born of, whose clients see it too. */
async function partiesOf(tx: Query, matter: Matter): Promise<Party[]> {
  const line = await lineOf(tx, matter)
  const rows = await tx
    .select({
      matterId: involvements.matterId,
      clientId: clients.id,
      name: clients.name,
      side: involvements.side,
    })
    .from(involvements)
    .innerJoin(clients, eq(clients.id, involvements.clientId))
    .where(and(inArray(involvements.matterId, line), isNull(clients.leftAt)))
    .orderBy(asc(involvements.id))
  const parties = new Map<string, Party>()
  for (const { matterId, ...party } of rows) {
    const isHere = matterId === matter.id
    if (isHere || (party.side === 'ours' && !parties.has(party.clientId))) parties.set(party.clientId, party)
  }
  return [...parties.values()].sort((a, b) => Number(a.side === 'other') - Number(b.side === 'other'))
}

async function lineOf(tx: Query, matter: Matter): Promise<string[]> {
  const line = [matter.id]
  let { parentId, relation } = matter
  while (parentId && relation !== 'attached' && !line.includes(parentId)) {
    line.push(parentId)
    const [parent] = await tx
      .select({ parentId: matters.parentId, relation: matters.relation })
      .from(matters)
      .where(eq(matters.id, parentId))
    parentId = parent?.parentId ?? null
    relation = parent?.relation ?? null
  }
  return line
}

type Pair = { party: Party; access: Access | null }

/** The other side is told of once, whatever accesses it has elsewhere. */
async function pairsOf(tx: Query, by: MemberActor, matter: Matter, parties: Party[]): Promise<Pair[]> {
  const ids = parties.filter((party) => party.side === 'ours').map((party) => party.clientId)
  const extended = await tx
    .select({ accessId: accessExtensions.accessId, clientId: accessExtensions.clientId })
    .from(accessExtensions)
    .where(inArray(accessExtensions.clientId, ids))
  const living = await tx
    .select()
    .from(accesses)
    .where(
      and(
        eq(accesses.firmId, matter.firmId),
        isNull(accesses.removedAt),
        handledBy(tx, by),
        or(
          inArray(accesses.clientId, ids),
          inArray(
            accesses.id,
            extended.map((row) => row.accessId),
          ),
        ),
      ),
    )
    .orderBy(asc(accesses.name), asc(accesses.id))
  return parties.flatMap((party): Pair[] => {
    if (party.side === 'other') return [{ party, access: null }]
    const theirs = living.filter(
      (access) =>
        access.clientId === party.clientId ||
        extended.some((row) => row.accessId === access.id && row.clientId === party.clientId),
    )
    return theirs.length > 0 ? theirs.map((access) => ({ party, access })) : [{ party, access: null }]
  })
}

async function lookerOf(tx: Query, matter: Matter, { party, access }: Pair): Promise<Looker> {
  const behind = access ? await clientsBehind(tx, access) : null
  const [shown = null] = access ? await shownAccesses(tx, [access]) : []
  const viewer: Viewer = {
    firmId: matter.firmId,
    clientIds: behind?.living.map((client) => client.id) ?? [party.clientId],
    personIds: behind?.ids ?? [party.clientId],
    privateMatters: access?.privateMatters ?? false,
    teamMatters: access?.teamMatters ?? false,
    borrowedBy: null,
  }
  const { clientId, name } = party
  return { client: { clientId, name }, access: shown, why: await whyNotSeen(tx, viewer, matter) }
}
