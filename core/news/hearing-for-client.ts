import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { news } from '#db/schema/communication.ts'
import { accessStands } from '../access/access-stands.ts'
import type { ClientSession } from '../access/session/client-session.ts'
import { matterInSight } from '../access/sight.ts'
import { haveSafeContact } from '../clients/safe-contact.ts'
import { NotFound } from '../errors.ts'
import { firmOf } from '../firms/firm.ts'
import { meantFor } from '../matters/meant-for.ts'
import type { Office } from '../office.ts'
import { hearingFile, type HearingFile } from './hearing-file.ts'

/** The calendar file of a hearing that this client may read of. Throws NotFound for any other. */
export async function hearingForClient(
  office: Office,
  entered: ClientSession,
  newsId: string,
): Promise<HearingFile> {
  const tx = office.db.read
  const session = await accessStands(office, tx, entered)
  const [piece] = await tx
    .select({ matterId: news.matterId })
    .from(news)
    .where(
      and(
        eq(news.id, newsId),
        meantFor(tx, news.id, session.clientIds),
        isNull(news.deletedAt),
        isNotNull(news.announcedAt),
      ),
    )
  if (!piece) throw new NotFound()
  const matter = await matterInSight(tx, session, piece.matterId)
  const firm = await firmOf(tx, matter.firmId)
  const discreet = matter.sensitiveAt !== null || (await haveSafeContact(tx, session.clientIds))
  const file = await hearingFile(office, tx, newsId, {
    locale: session.locale,
    firmName: firm.name,
    discreet,
  })
  if (!file) throw new NotFound()
  return file
}
