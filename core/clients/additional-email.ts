import { and, eq, inArray } from 'drizzle-orm'
import type { Query, Tx } from '#db/database.ts'
import { additionalEmails } from '#db/schema/clients.ts'
import { involvements, matters } from '#db/schema/matters.ts'
import { announce } from '../announce.ts'
import { AlreadyExists, ClientLeft, NotFound } from '../errors.ts'
import { optionalText } from '../field.ts'
import { inSightOf } from '../matters/find-matters.ts'
import type { MemberActor, SystemActor } from '../members/actor.ts'
import { memberActing } from '../members/member-acting.ts'
import type { Office } from '../office.ts'
import { revokeAddresses } from '../replies/inbound/revoke-addresses.ts'
import { clientOf, type Client } from './client.ts'
import { indexClient } from './client-words.ts'
import { requireInReach } from './clients-in-reach.ts'
import { emailAddress } from './email-address.ts'

/** What a member writes of a further address. */
export type AdditionalEmailWish = {
  email: string
  name: string
  /** Accountant, spouse, guardian … in the firm's words. */
  role: string
  /** Null or none: every matter, those to come too. */
  matterIds: string[] | null
}

type Acting = MemberActor | SystemActor

/** The client, when the member deals with them. Throws NotFound, and ClientLeft for members: what is kept of who has left is for administration to change. */
export async function clientForMember(
  tx: Query,
  actor: Acting,
  clientId: string,
): Promise<{ by: Acting; client: Client }> {
  const by = await memberActing(tx, actor)
  const client = await clientOf(tx, by.firmId, clientId)
  await requireInReach(tx, by, client.id)
  if (by.kind === 'member' && client.leftAt) throw new ClientLeft()
  return { by, client }
}

/** An additional address with its client, when the member deals with them. Throws NotFound, ClientLeft. */
export async function additionalForMember(tx: Query, actor: Acting, additionalId: string) {
  const [additional] = await tx
    .select()
    .from(additionalEmails)
    .where(and(eq(additionalEmails.id, additionalId), eq(additionalEmails.firmId, actor.firmId)))
  if (!additional) throw new NotFound()
  return { additional, ...(await clientForMember(tx, actor, additional.clientId)) }
}

/** The wish as it is stored. Throws NotAnAddress, TextTooLong, NotFound, and AlreadyExists for an address the client has. */
export async function checkAdditional(
  tx: Query,
  by: Acting,
  client: Client,
  wish: AdditionalEmailWish,
  known?: typeof additionalEmails.$inferSelect,
) {
  const email = emailAddress(wish.email)
  const [same] = await tx
    .select({ id: additionalEmails.id })
    .from(additionalEmails)
    .where(and(eq(additionalEmails.clientId, client.id), eq(additionalEmails.email, email)))
  if (email === client.email || (same && same.id !== known?.id)) throw new AlreadyExists('email', email)
  return {
    email,
    name: optionalText('name', wish.name, 200) || null,
    role: optionalText('role', wish.role, 100) || null,
    matterIds: await checkMatters(tx, by, client, wish.matterIds ?? [], known?.matterIds ?? []),
  }
}

// Matters the member does not see stay as somebody else has chosen them.
async function checkMatters(tx: Query, by: Acting, client: Client, wanted: string[], before: string[]) {
  const ids = [...new Set([...wanted, ...before])]
  if (ids.length === 0) return null
  const seen = await tx
    .select({ id: matters.id })
    .from(matters)
    .innerJoin(involvements, eq(involvements.matterId, matters.id))
    .where(
      and(
        inArray(matters.id, ids),
        eq(involvements.clientId, client.id),
        eq(involvements.side, 'ours'),
        inSightOf(by),
      ),
    )
  const theirs = new Set(seen.map((matter) => matter.id))
  if (wanted.some((id) => !theirs.has(id))) throw new NotFound()
  const kept = before.filter((id) => !theirs.has(id))
  const matterIds = [...new Set([...wanted, ...kept])]
  return matterIds.length > 0 ? matterIds : null
}

/** The client is found by the addresses they have now, and answers from them alone; the trail says that they changed, not to what. */
export async function noteAddressesChanged(
  office: Office,
  tx: Tx,
  by: Acting,
  clientId: string,
  additionalId: string,
): Promise<void> {
  await indexClient(tx, clientId)
  await revokeAddresses(office, tx, clientId)
  const facts = { fields: ['additionalEmails'], additionalId }
  await announce(office, tx, { kind: 'clientEdited', by, clientId, subjectId: clientId, facts })
}
