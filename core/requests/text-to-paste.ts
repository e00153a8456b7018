import { inArray } from 'drizzle-orm'
import { clients } from '#db/schema/clients.ts'
import { write } from '#db/write.ts'
import { announce } from '../announce.ts'
import { MatterClosed, MatterHidden, RequestOver } from '../errors.ts'
import { firstTime } from '../first-time.ts'
import { audienceOf } from '../matters/audience.ts'
import type { MemberActor } from '../members/actor.ts'
import type { Office } from '../office.ts'
import { addressesFor, replyAddressFor } from '../replies/inbound/reply-address-for.ts'
import type { Locale } from '../words/locale.ts'
import { requestFor } from './request-for.ts'
import { isLive } from './request.ts'
import { uploadToken } from './upload-pass.ts'

export type LinkToPaste = {
  clientId: string
  name: string
  phones: string[]
  locale: Locale
  /** The page on which they hand in what this request asks for; whoever has it may, as with the link in their letters. */
  url: string
  /** They are to be written to at their main address alone: whoever else sees their telephone may do them harm. */
  safeContact: boolean
}

/**
 * For clients who are reached by telephone alone: of each client of a request the link that a member can paste into WhatsApp or a text
 * message. That it was given out stands in the history. Throws NotFound, RequestOver, MatterClosed, and MatterHidden where the client
 * could not open it.
 */
export async function linksToPaste(
  office: Office,
  wish: { by: MemberActor; requestId: string; interaction?: string },
): Promise<LinkToPaste[]> {
  const { by } = wish
  return write(office.db, async (tx) => {
    const first = await firstTime(office, tx, by.firmId, wish.interaction)
    const { request, matter } = await requestFor(tx, by, wish.requestId)
    if (matter.closedAt) throw new MatterClosed()
    if (matter.hiddenAt) throw new MatterHidden()
    if (!isLive(request)) throw new RequestOver()
    const audience = await audienceOf(tx, matter.id, request.id)
    const ids = audience.map(({ clientId }) => clientId)
    const sheets = ids.length > 0 ? await tx.select().from(clients).where(inArray(clients.id, ids)) : []
    const known = await addressesFor(tx, [request.id])
    const links: LinkToPaste[] = []
    for (const { clientId, name, locale } of audience) {
      const sheet = sheets.find((one) => one.id === clientId)
      if (!sheet) continue
      // Their main address, though mail to it should come back: the link is theirs.
      const about = {
        firmId: by.firmId,
        matterId: matter.id,
        kind: 'request',
        subjectId: request.id,
      } as const
      const addressId = await replyAddressFor(office, tx, { ...about, clientId, email: sheet.email }, known)
      const url = `${office.config.web.baseUrl}/upload/${uploadToken(office, addressId)}?phone`
      const { phones, safeContact } = sheet
      links.push({ clientId, name, phones, locale, url, safeContact: safeContact !== null })
    }
    if (first)
      await announce(office, tx, {
        kind: 'linkToPasteMade',
        by,
        matterId: matter.id,
        subjectId: request.id,
        facts: { clientIds: links.map(({ clientId }) => clientId) },
      })
    return links
  })
}
