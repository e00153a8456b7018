import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm'
import { audiences, requestItems, requests } from '#db/schema/communication.ts'
import { involvements, matters } from '#db/schema/matters.ts'
import type { MatterInNote } from '../../delivery/chat-note.ts'
import { fold } from '../../fold.ts'
import { inSightOf } from '../../matters/find-matters.ts'
import { matterInNote } from '../../matters/who-is-told.ts'
import type { MemberActor } from '../../members/actor.ts'
import { memberActing } from '../../members/member-acting.ts'
import type { Office } from '../../office.ts'
import { clientsOfStory, type Story } from './files-in-story.ts'

/** Where a file may stand: for an item that is still open, or among the documents of a matter. */
export type Place =
  | { kind: 'item'; itemId: string; item: string; request: string; matter: MatterInNote }
  | { kind: 'documents'; matter: MatterInNote }

export type FindPlaces = {
  by: MemberActor
  /** Whose files are to be moved. */
  of: Story
  /** Beginnings of words of item, request or matter; empty: all. */
  words: string
}

const mostMatters = 60
const mostPlaces = 90

/**
 * The places for files of these clients in matters the member sees: open items of the request they came for, then of
 * others, newest first; last the documents of each matter. Throws NotFound.
 */
export async function findPlaces(office: Office, wish: FindPlaces): Promise<Place[]> {
  const tx = office.db.read
  const by = await memberActing(tx, wish.by)
  const clientIds = await clientsOfStory(tx, by, wish.of)
  if (clientIds.length === 0) return []
  const theirs = tx
    .select({ id: involvements.matterId })
    .from(involvements)
    .where(and(inArray(involvements.clientId, clientIds), eq(involvements.side, 'ours')))
  const seen = await tx
    .select()
    .from(matters)
    .where(and(eq(matters.firmId, by.firmId), inArray(matters.id, theirs), inSightOf(by)))
    .orderBy(desc(matters.createdAt))
    .limit(mostMatters)
  const open = seen.filter((matter) => matter.closedAt === null).map((matter) => matter.id)
  const items = open.length ? await openItems(open) : []
  const own = 'requestId' in wish.of ? wish.of.requestId : null
  const named = new Map(seen.map((matter) => [matter.id, matterInNote(matter)]))
  const inOrder = [
    ...items.filter((row) => row.requestId === own),
    ...items.filter((row) => row.requestId !== own),
  ]
  const places: Place[] = [
    ...inOrder.flatMap(({ itemId, item, request, matterId }) => {
      const matter = named.get(matterId)
      return matter ? [{ kind: 'item' as const, itemId, item, request, matter }] : []
    }),
    ...[...named.values()].map((matter) => ({ kind: 'documents' as const, matter })),
  ]
  return places.filter((place) => saysAll(place, wish.words)).slice(0, mostPlaces)

  function openItems(matterIds: string[]) {
    return tx
      .selectDistinct({
        itemId: requestItems.id,
        item: requestItems.title,
        position: requestItems.position,
        requestId: requests.id,
        request: requests.title,
        matterId: requests.matterId,
        askedAt: requests.createdAt,
      })
      .from(requestItems)
      .innerJoin(requests, eq(requests.id, requestItems.requestId))
      .innerJoin(audiences, eq(audiences.subjectId, requests.id))
      .where(
        and(
          inArray(requests.matterId, matterIds),
          inArray(audiences.clientId, clientIds),
          inArray(requests.status, ['open', 'partial']),
          isNull(requests.deletedAt),
          isNull(requestItems.removedAt),
          inArray(requestItems.status, ['pending', 'received', 'rejected']),
        ),
      )
      .orderBy(desc(requests.createdAt), asc(requestItems.position))
      .limit(400)
  }
}

function saysAll(place: Place, words: string): boolean {
  const said = fold(
    place.kind === 'item'
      ? `${place.item} ${place.request} ${place.matter.title} ${place.matter.reference}`
      : `${place.matter.title} ${place.matter.reference}`,
  )
  return fold(words)
    .split(/\s+/)
    .every((word) => said.includes(word))
}
