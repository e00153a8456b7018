import { and, eq, inArray, isNull, or } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { additionalEmails, clients } from '#db/schema/clients.ts'
import { audiences } from '#db/schema/communication.ts'
import { involvements } from '#db/schema/matters.ts'
import { replyAddresses } from '#db/schema/replies.ts'
import { among } from '#db/statement.ts'
import { isForMatter } from '../../clients/recipients.ts'
import type { Office } from '../../office.ts'

/**
 * The client's reply addresses stand as far as whoever holds them is written to: those given to an address that was removed,
 * replaced or is for other matters now, or about a matter that the client has left, are revoked; with the right they come back.
 */
export async function revokeAddresses(office: Office, tx: Tx, clientId: string): Promise<void> {
  const holds = await rightsOf(tx, clientId)
  const given = await givenTo(tx, clientId)
  const lost = given.filter((one) => one.revokedAt === null && !holds(one))
  const back = given.filter((one) => one.revokedAt !== null && holds(one))
  await revoke(tx, lost, office.clock())
  await revoke(tx, back, null)
}

type Given = { id: string; email: string; matterId: string | null; revokedAt: Date | null }

// By what the client was told, as that is indexed: an address is made to tell them of it.
function givenTo(tx: Tx, clientId: string): Promise<Given[]> {
  const told = tx.select({ id: audiences.subjectId }).from(audiences).where(eq(audiences.clientId, clientId))
  return tx
    .select({
      id: replyAddresses.id,
      email: replyAddresses.email,
      matterId: replyAddresses.matterId,
      revokedAt: replyAddresses.revokedAt,
    })
    .from(replyAddresses)
    .where(
      and(
        eq(replyAddresses.clientId, clientId),
        or(inArray(replyAddresses.subjectId, told), eq(replyAddresses.subjectId, clientId)),
      ),
    )
}

async function rightsOf(tx: Tx, clientId: string): Promise<(address: Given) => boolean> {
  const [client] = await tx
    .select({ email: clients.email, safeContact: clients.safeContact })
    .from(clients)
    .where(and(eq(clients.id, clientId), isNull(clients.leftAt)))
  if (!client) return () => false
  const further = client.safeContact
    ? []
    : await tx
        .select({ email: additionalEmails.email, matterIds: additionalEmails.matterIds })
        .from(additionalEmails)
        .where(eq(additionalEmails.clientId, clientId))
  const ours = await tx
    .select({ matterId: involvements.matterId })
    .from(involvements)
    .where(and(eq(involvements.clientId, clientId), eq(involvements.side, 'ours')))
  const theirs = new Set(ours.map((row) => row.matterId))
  return ({ email, matterId }) => {
    if (matterId !== null && !theirs.has(matterId)) return false
    if (email === client.email) return true
    return further.some((one) => one.email === email && (matterId === null || isForMatter(one, matterId)))
  }
}

async function revoke(tx: Tx, addresses: Given[], revokedAt: Date | null): Promise<void> {
  if (addresses.length === 0) return
  const ids = addresses.map((one) => one.id)
  await tx.update(replyAddresses).set({ revokedAt }).where(among(replyAddresses.id, ids))
}
