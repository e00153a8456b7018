import type { files } from '#db/schema/replies.ts'
import type { Office } from '../office.ts'
import { askClamd } from './ask-clamd.ts'

/** What a file's row says of its scan. */
export type ScanFacts = Pick<typeof files.$inferSelect, 'heldBecause' | 'virus' | 'scannedAt'>

/** As where no scanner is set up. */
export const unheld: ScanFacts = { heldBecause: null, virus: null, scannedAt: null }

/** A stored file was shown to the scanner, if there is one; whatever it did not clear is held. */
export async function scanStored(office: Office, storedAs: string): Promise<ScanFacts> {
  const { clamd } = office.config
  if (!clamd) return unheld
  const scanned = await askClamd(clamd, office.files.read(storedAs))
  const scannedAt = office.clock()
  if (scanned.is === 'clean') return { heldBecause: null, virus: null, scannedAt }
  if (scanned.is === 'infected') {
    office.log.warn({ storedAs, virus: scanned.virus }, 'a virus was found')
    return { heldBecause: 'infected', virus: scanned.virus, scannedAt }
  }
  office.log.warn({ storedAs, said: scanned.said }, 'not scanned for viruses, and held')
  return { heldBecause: scanned.because, virus: null, scannedAt }
}
