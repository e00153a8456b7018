import { FileInfected } from '../errors.ts'
import { dropAll } from '../files/store-all.ts'
import type { StoredUpload } from '../files/store-file.ts'
import type { Office } from '../office.ts'

/** Throws FileInfected when a virus was found in one of them, and none of them is kept: whoever brought them still has them. */
export async function refuseInfected(office: Office, stored: StoredUpload[]): Promise<void> {
  const infected = stored.find((file) => file.heldBecause === 'infected')
  if (!infected) return
  await dropAll(office, stored)
  throw new FileInfected(infected.name)
}
