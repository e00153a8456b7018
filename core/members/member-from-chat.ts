import { and, eq, isNull } from 'drizzle-orm'
import { firms, memberIdentities, members } from '#db/schema/firms.ts'
import { given, statement } from '#db/statement.ts'
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
  const { platform, tenant, userId } = user
  const [found] = await behindIdentity(office.db.read, { platform, tenant, userId })
  if (!found) throw new NotAMember()
  const { firmLocale, locale: known, ...member } = found
  const locale = user.profileLocale ? localeFrom(user.profileLocale, firmLocale) : (known ?? firmLocale)
  if (user.profileLocale && locale !== known) {
    await write(office.db, (tx) => tx.update(members).set({ locale }).where(eq(members.id, member.memberId)))
  }
  return { kind: 'member', ...member, locale }
}

const behindIdentity = statement((tx) =>
  tx
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
        eq(memberIdentities.platform, given('platform')),
        eq(memberIdentities.tenant, given('tenant')),
        eq(memberIdentities.userId, given('userId')),
        isNull(members.leftAt),
      ),
    ),
)
