import type { Office } from '../office.ts'
import type { IncomingAttachment } from '../replies/inbound/incoming-mail.ts'
import { scanStored, type ScanFacts } from './scan-stored.ts'

/**
 * What the scanner says of each attachment of a mail, stored under `storedAs`; one in which something was found is flagged, so
 * that it answers nothing. Once the scanner has not answered, it is not waited for again.
 */
export async function scanAttachments(
  office: Office,
  attachments: IncomingAttachment[],
  storedAs: string[],
): Promise<ScanFacts[]> {
  const scans: ScanFacts[] = []
  for (const [index, key] of storedAs.entries()) {
    const silent = scans.find((one) => one.heldBecause === 'down')
    const facts = silent ?? (await scanStored(office, key))
    const attachment = attachments[index]
    if (attachment && facts.heldBecause === 'infected') attachment.flag = 'infected'
    scans.push(facts)
  }
  return scans
}
