import { eq } from 'drizzle-orm'
import { accesses } from '#db/schema/access.ts'
import { write } from '#db/write.ts'
import { announce } from '../announce.ts'
import { clientOf } from '../clients/client.ts'
import { NotAValue, NotFound } from '../errors.ts'
import { firmOf } from '../firms/firm.ts'
import type { MemberActor, SystemActor } from '../members/actor.ts'
import type { Office } from '../office.ts'
import { accessFor } from './access-for.ts'
import { linkUrl } from './link-token.ts'

/** The invitation to the portal is mailed to the access's address, once for each call; gives back the link that it carries. */
export async function invite(
  office: Office,
  wish: { by: MemberActor | SystemActor; accessId: string },
): Promise<{ url: string }> {
  const done = await write(office.db, async (tx) => {
    const { by, access } = await accessFor(tx, wish.by, wish.accessId)
    // An account's password page is not built; its access can be prepared, and waits.
    if (access.kind === 'account') throw new NotAValue('kind', 'account')
    const client = await clientOf(tx, access.firmId, access.clientId)
    if (client.leftAt) throw new NotFound()
    const firm = await firmOf(tx, access.firmId)
    await tx.update(accesses).set({ invitedAt: office.clock() }).where(eq(accesses.id, access.id))
    await announce(office, tx, {
      kind: 'accessInvited',
      by,
      clientId: client.id,
      subjectId: access.id,
      tell: [
        {
          channel: 'mail',
          notice: { kind: 'accessInvite', accessId: access.id },
          to: {
            email: access.livingEmail ?? access.email,
            clientId: client.id,
            locale: client.locale ?? firm.locale,
          },
          matterId: null,
          subjectId: access.id,
          accessId: access.id,
          replyTo: null,
          thread: null,
        },
      ],
    })
    return { url: linkUrl(office, access) }
  })
  office.wake('outbox')
  return done
}
