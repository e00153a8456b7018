import { and, eq, inArray } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { outbox } from '#db/schema/delivery.ts'
import { teamMembers } from '#db/schema/firms.ts'
import { responsibles } from '#db/schema/matters.ts'
import { announce } from '../announce.ts'
import { NotInTeam } from '../errors.ts'
import { newId } from '../ids.ts'
import type { Matter } from '../matters/matter-for.ts'
import type { ChatNotice, ChatTelling, MemberToTell } from '../notices.ts'
import type { Office } from '../office.ts'
import type { MemberActor, SystemActor } from './actor.ts'
import type { Member } from './member.ts'
import { reachable } from './members-to-tell.ts'
import { stillWaiting, type Waiting } from './still-waiting.ts'

export type Charge = { from: Member; to: Member; handed: Matter[] }

type Acting = MemberActor | SystemActor

/** How many ids a query names at once. */
const atOnce = 400
/** How many matters a message names. */
const mostNamed = 20

/**
 * The matters are in the charge of `to` instead of `from`: who is told that they are, of what waits in them for a verdict or a
 * decision, and of what was still to be told to `from`. Digests and reminders follow by themselves, and reply addresses
 * are the matter's, so they live on. An admin takes `to` into the teams of the matters; for others that throws NotInTeam.
 */
export async function moveCharge(office: Office, tx: Tx, by: Acting, charge: Charge): Promise<void> {
  const { from, to, handed } = charge
  if (handed.length === 0 || from.id === to.id) return
  await joinTeams(tx, by, to, handed)
  const waiting: Waiting[] = []
  for (let at = 0; at < handed.length; at += atOnce) {
    const ids = handed.slice(at, at + atOnce).map((matter) => matter.id)
    waiting.push(...(await stillWaiting(tx, ids)), ...(await takeUnsent(tx, from.id, ids)))
    await replaceResponsible(office, tx, from, to, ids)
  }
  await tellOf(office, tx, by, charge, waiting)
}

async function joinTeams(tx: Tx, by: Acting, to: Member, handed: Matter[]) {
  if (to.role === 'admin') return
  const teamIds = new Set(
    handed.flatMap((matter) => (matter.visibility === 'team' && matter.teamId ? [matter.teamId] : [])),
  )
  for (const teamId of teamIds) {
    const [known] = await tx
      .select({ memberId: teamMembers.memberId })
      .from(teamMembers)
      .where(and(eq(teamMembers.teamId, teamId), eq(teamMembers.memberId, to.id)))
    if (known) continue
    if (by.kind === 'member' && by.role !== 'admin') throw new NotInTeam(to.name)
    await tx.insert(teamMembers).values({ firmId: by.firmId, teamId, memberId: to.id })
  }
}

/** What had not left for `fromId` yet does not; it is handed back, to be told to somebody else. */
async function takeUnsent(tx: Tx, fromId: string, matterIds: string[]): Promise<Waiting[]> {
  const unsent = await tx
    .update(outbox)
    .set({ state: 'cancelled', cancelledBecause: 'handed over' })
    .where(and(eq(outbox.state, 'queued'), eq(outbox.memberId, fromId), inArray(outbox.matterId, matterIds)))
    .returning()
  return unsent.map(({ id, notice, matterId, subjectId, threadKey }) => ({
    // Only `announce` writes this column.
    notice: notice as ChatNotice,
    matterId,
    subjectId: subjectId ?? id,
    // `platform:request:recipient`, as `announce` writes it.
    thread: threadKey?.split(':')[1] ?? null,
  }))
}

async function replaceResponsible(office: Office, tx: Tx, from: Member, to: Member, matterIds: string[]) {
  const since = office.clock()
  const { firmId, id: memberId } = to
  await tx
    .delete(responsibles)
    .where(and(eq(responsibles.memberId, from.id), inArray(responsibles.matterId, matterIds)))
  await tx
    .insert(responsibles)
    .values(matterIds.map((matterId) => ({ firmId, matterId, memberId, since })))
    .onConflictDoNothing()
}

async function tellOf(office: Office, tx: Tx, by: Acting, { from, to, handed }: Charge, waiting: Waiting[]) {
  const [recipient] = await reachable(tx, by.firmId, [to.id])
  const once = new Map(waiting.map((one) => [`${one.notice.kind}:${one.subjectId}`, one]))
  const tellings = recipient
    ? [...once.values()].map((one): ChatTelling => ({ channel: 'chat', to: recipient, ...one }))
    : []
  const [first] = handed
  for (const matter of handed) {
    // What is about a client rather than a matter, and that they were handed over at all, is told with the first.
    const isFirst = matter === first
    const about = tellings.filter(({ matterId }) => matterId === matter.id || (isFirst && matterId === null))
    const taken = isFirst && recipient ? [takenTelling(office, from, recipient, handed)] : []
    await announce(office, tx, {
      kind: 'matterHandedOver',
      by,
      matterId: matter.id,
      subjectId: matter.id,
      facts: { from: from.id, to: to.id },
      tell: [...taken, ...about],
    })
  }
}

function takenTelling(office: Office, from: Member, to: MemberToTell, handed: Matter[]): ChatTelling {
  const matterIds = handed.slice(0, mostNamed).map((matter) => matter.id)
  return {
    channel: 'chat',
    notice: { kind: 'mattersTaken', fromId: from.id, matterIds, count: handed.length },
    to,
    matterId: null,
    subjectId: newId(office.clock()),
  }
}
