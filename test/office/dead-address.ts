import { deadAddresses } from '#db/schema/clients.ts'
import { newId } from '#core/ids.ts'
import type { Office } from '#core/office.ts'

/** The address has refused a mail of the firm's for good. */
export async function deadAddress(office: Office, firmId: string, email: string): Promise<void> {
  const dead = { id: newId(), firmId, email, reason: '550', at: office.clock() }
  await office.db.transaction((tx) => tx.insert(deadAddresses).values(dead))
}
