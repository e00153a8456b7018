import { linkRequests } from '#db/schema/firms.ts'
import { write } from '#db/write.ts'
import { announce } from '../announce.ts'
import { NotAllowed } from '../errors.ts'
import { newId } from '../ids.ts'
import type { Office } from '../office.ts'
import { chatsTo } from './chats-to.ts'
import { membersToTell } from './members-to-tell.ts'
import { wayIn, type ChatPerson } from './way-in.ts'

export type AskToBeLinked = { person: ChatPerson; memberId: string }

/**
 * Somebody in chat says that they are this member, and the admins are asked, once. Throws NotAllowed when nobody has to
 * be asked, or it is not theirs to say.
 */
export async function askToBeLinked(office: Office, { person, memberId }: AskToBeLinked): Promise<void> {
  await write(office.db, async (tx) => {
    const way = await wayIn(tx, person)
    if (way?.kind !== 'admin_decides' || way.member.id !== memberId) throw new NotAllowed()
    if (way.asked) return
    const { firmId } = way
    const { platform, tenant, userId, name, locale } = person
    const now = office.clock()
    const id = newId(now)
    await tx.insert(linkRequests).values({
      ...{ id, firmId, memberId, platform, tenant, userId, locale },
      chatName: name.slice(0, 200),
      askedAt: now,
    })
    const admins = await membersToTell(tx, firmId, null, now)
    await announce(office, tx, {
      kind: 'linkAsked',
      by: { kind: 'system', firmId },
      subjectId: id,
      facts: { platform, tenant, userId, memberId },
      tell: chatsTo(admins, {
        notice: { kind: 'linkAsked', requestId: id },
        matterId: null,
        subjectId: id,
      }),
    })
  })
  office.wake('outbox')
}
