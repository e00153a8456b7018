import { and, eq, isNull } from 'drizzle-orm'
import { firms, memberIdentities, members } from '#db/schema/firms.ts'
import { write } from '#db/write.ts'
import { NotAMember } from '../errors.ts'
import type { Office } from '../office.ts'
import { localeFrom } from '../words/locale.ts'
import type { MemberActor } from './actor.ts'

type ChatUser = {
  platform: 'slack' | 'teams'
  tenant: string
  userId: string
  /** The language of the chat profile, which is then the member's. */
  profileLocale?: string
}

/** The member behind a chat user. Throws NotAMember for anybody else, and for members who have left. */
export async function memberFromChat(office: Office, user: ChatUser): Promise<MemberActor> {
  const [found] = await office.db.read
    .select({
      memberId: members.id,
      firmId: members.firmId,
      name: members.name,
      role: members.role,
      locale: members.locale,
      firmLocale: firms.locale,
      timeZone: firms.timeZone,
    })
    .from(memberIdentities)
    .innerJoin(members, eq(members.id, memberIdentities.memberId))
    .innerJoin(firms, eq(firms.id, members.firmId))
    .where(
      and(
        eq(memberIdentities.platform, user.platform),
        eq(memberIdentities.tenant, user.tenant),
        eq(memberIdentities.userId, user.userId),
        isNull(members.leftAt),
      ),
    )
  if (!found) throw new NotAMember()
  const { firmLocale, locale: known, ...member } = found
  const locale = user.profileLocale ? localeFrom(user.profileLocale, firmLocale) : (known ?? firmLocale)
  if (user.profileLocale && locale !== known) {
    await write(office.db, (tx) => tx.update(members).set({ locale }).where(eq(members.id, member.memberId)))
  }
  return { kind: 'member', ...member, locale }
}
