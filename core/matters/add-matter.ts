import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { clients } from '#db/schema/clients.ts'
import { members } from '#db/schema/firms.ts'
import { involvements, matters, responsibles } from '#db/schema/matters.ts'
import { write } from '#db/write.ts'
import { announce } from '../announce.ts'
import { requireInReach } from '../clients/clients-in-reach.ts'
import { ClientLeft, NotAValue, NotFound } from '../errors.ts'
import { optionalText, requireText } from '../field.ts'
import { becameOf, firstTime, keepBecame } from '../first-time.ts'
import { base32, newId } from '../ids.ts'
import type { MemberActor, SystemActor } from '../members/actor.ts'
import { memberActing } from '../members/member-acting.ts'
import type { Office } from '../office.ts'
import { firmOf } from '../firms/firm.ts'
import { requireFreeNumber } from './free-number.ts'
import { matterFor } from './matter-for.ts'
import { teamFor } from './matter-team.ts'
import { indexWords } from './matter-words.ts'
import { randomBytes } from 'node:crypto'

type Acting = MemberActor | SystemActor

export type AddMatter = {
  by: Acting
  title: string
  kind?: 'court' | 'internal'
  number?: string
  /** Clients of our side. */
  clients: string[]
  otherSide?: string[]
  visibility?: 'firm' | 'private' | 'team'
  /** Name of the team; made with its responsible members when there is none of that name. */
  team?: string
  /** Or the team itself. */
  teamId?: string
  responsible?: string[]
  alias?: string
  parent?: { matterId: string; relation: 'appeal' | 'offshoot' | 'attached' }
  sensitive?: boolean
  interaction?: string
}

/**
 * A matter stands with its parties and its responsible members, and is found by name, client and number. Throws NotFound for a client
 * the member does not deal with in their own right and for a team that is not theirs, ClientLeft, NumberTaken, NotInTeam, TextMissing.
 */
export async function addMatter(office: Office, wish: AddMatter): Promise<{ matterId: string }> {
  const now = office.clock()
  const title = requireText('title', wish.title, 300)
  const number = optionalText('number', wish.number ?? '', 60) || null
  const alias = optionalText('alias', wish.alias ?? '', 60) || null
  const isOfTeam = wish.team !== undefined || wish.teamId !== undefined
  const visibility = wish.visibility ?? (isOfTeam ? 'team' : 'firm')
  if (visibility === 'team' && !isOfTeam) throw new NotAValue('team', '')
  return write(office.db, async (tx) => {
    const by = await memberActing(tx, wish.by)
    const { firmId } = by
    await firmOf(tx, firmId)
    const matterId = newId(now)
    if (!(await firstTime(office, tx, firmId, wish.interaction)))
      return { matterId: (await becameOf(tx, firmId, wish.interaction)) ?? matterId }
    await keepBecame(tx, firmId, wish.interaction, matterId)
    // A parent that exists is older than its child, so adding can never close a circle.
    const parent = wish.parent && (await matterFor(tx, by, wish.parent.matterId))
    const responsible = [...new Set(wish.responsible ?? [])]
    await requireMembers(tx, firmId, responsible)
    const teamId = await teamFor(office, tx, by, wish, responsible)
    // A proceeding born of another may keep its number.
    if (!parent) await requireFreeNumber(tx, by, number)
    await tx.insert(matters).values({
      id: matterId,
      firmId,
      title,
      kind: wish.kind ?? (number ? 'court' : 'internal'),
      number,
      alias,
      reference: await freeReference(tx, firmId),
      visibility,
      teamId,
      parentId: parent?.id ?? null,
      relation: wish.parent?.relation ?? null,
      sensitiveAt: wish.sensitive ? now : null,
      createdAt: now,
    })
    await addParties(office, tx, by, matterId, wish)
    for (const memberId of responsible) {
      await tx.insert(responsibles).values({ firmId, matterId, memberId, since: now })
    }
    await indexWords(tx, matterId)
    await announce(office, tx, { kind: 'matterAdded', by, matterId, subjectId: matterId })
    return { matterId }
  })
}

async function addParties(office: Office, tx: Tx, by: Acting, matterId: string, wish: AddMatter) {
  const { firmId } = by
  const now = office.clock()
  const ours = new Set(wish.clients)
  const other = new Set(wish.otherSide ?? [])
  for (const clientId of [...ours, ...other]) {
    if (ours.has(clientId) && other.has(clientId)) throw new NotAValue('other-side', clientId)
    // Whoever answers for a client's matter deals with the client: nobody comes to that by naming them, nor for good by an absence.
    await requireInReach(tx, by, clientId, { lasting: true })
    const side = ours.has(clientId) ? 'ours' : 'other'
    if (by.kind === 'member') await requireLiving(tx, clientId, side)
    await tx.insert(involvements).values({ id: newId(now), firmId, matterId, clientId, side, createdAt: now })
  }
}

async function requireLiving(tx: Tx, clientId: string, side: 'ours' | 'other') {
  const [client] = await tx.select({ leftAt: clients.leftAt }).from(clients).where(eq(clients.id, clientId))
  if (client?.leftAt) throw new ClientLeft(side === 'ours' ? 'clients' : 'other-side')
}

async function requireMembers(tx: Tx, firmId: string, ids: string[]) {
  if (ids.length === 0) return
  const found = await tx
    .select({ id: members.id })
    .from(members)
    .where(and(eq(members.firmId, firmId), inArray(members.id, ids), isNull(members.leftAt)))
  if (found.length !== ids.length) throw new NotFound()
}

// Letters that nobody confuses on the telephone; says nothing of the case.
async function freeReference(tx: Tx, firmId: string): Promise<string> {
  for (;;) {
    const reference = base32(randomBytes(5), 6).toUpperCase().replaceAll('O', '8').replaceAll('I', '9')
    const [taken] = await tx
      .select({ id: matters.id })
      .from(matters)
      .where(and(eq(matters.firmId, firmId), eq(matters.reference, reference)))
    if (!taken) return reference
  }
}
