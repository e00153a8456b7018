import { and, eq, isNull } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { chatMessages } from '#db/schema/delivery.ts'
import { firms } from '#db/schema/firms.ts'
import { matterChannels, matters } from '#db/schema/matters.ts'
import { among, givenList, statement } from '#db/statement.ts'
import type { ChatNotice, ChatTelling, MemberToTell, Telling } from '../../notices.ts'
import type { MatterChannel } from './matter-channel.ts'

/** What happens in a matter, as it is told in its channel; anything else goes to members alone. */
export const eventsOfMatters = [
  'answersArrived',
  'messageArrived',
  'mailQuarantined',
  'deliveryFailed',
  'remindersEnded',
] as const satisfies ChatNotice['kind'][]

export type EventOfMatter = (typeof eventsOfMatters)[number]

/** Whether a channel may be told of it. */
export function isEventOfMatter(kind: string): kind is EventOfMatter {
  return eventsOfMatters.some((one) => one === kind)
}

/**
 * The same tellings, those about a matter with a channel turned to it: one message there takes the place of its members' direct ones
 * on that platform. A message that stands already, wherever it does, is still brought up to date.
 */
export async function tellInChannels(tx: Query, firmId: string, tellings: Telling[]): Promise<Telling[]> {
  const about = tellings.filter(isForChannels)
  if (about.length === 0) return tellings
  const [links, standing] = await Promise.all([
    linksOf(tx, [...new Set(about.map((telling) => telling.matterId))]),
    standingOf(tx, about),
  ])
  const told: Telling[] = []
  const done = new Set<string>()
  for (const telling of tellings) {
    const link = isForChannels(telling) ? links.find((one) => one.matterId === telling.matterId) : undefined
    if (!isForChannels(telling)) {
      told.push(telling)
      continue
    }
    const key = `${telling.notice.kind}:${telling.subjectId}`
    const stands = standing.get(key) ?? []
    const identities = telling.to.identities.filter(
      (one) => one.platform !== link?.platform || stands.some(({ recipient }) => recipient === one.userId),
    )
    if (identities.length > 0) told.push({ ...telling, to: { ...telling.to, identities } })
    if (done.has(key)) continue
    done.add(key)
    const channels = [
      ...(link ? [{ platform: link.platform, tenant: link.tenant, userId: link.channel }] : []),
      ...stands.filter((one) => one.memberId === null && one.recipient !== link?.channel).map(asIdentity),
    ]
    if (channels.length > 0) told.push({ ...telling, to: await channelAs(tx, firmId, channels) })
  }
  return told
}

type OfMatter = ChatTelling & { matterId: string }

function isForChannels(telling: Telling): telling is OfMatter {
  return (
    telling.channel === 'chat' &&
    telling.direct !== true &&
    telling.matterId !== null &&
    isEventOfMatter(telling.notice.kind)
  )
}

async function linksOf(tx: Query, matterIds: string[]): Promise<MatterChannel[]> {
  const rows = await openLinks(tx, { matterIds })
  return rows.map((row) => row.link)
}

const openLinks = statement((tx) =>
  tx
    .select({ link: matterChannels })
    .from(matterChannels)
    .innerJoin(matters, eq(matters.id, matterChannels.matterId))
    .where(
      and(
        among(matterChannels.matterId, givenList('matterIds')),
        isNull(matterChannels.heldAt),
        isNull(matters.sensitiveAt),
      ),
    ),
)

type Standing = typeof chatMessages.$inferSelect

async function standingOf(tx: Query, tellings: OfMatter[]): Promise<Map<string, Standing[]>> {
  const subjectIds = [...new Set(tellings.map((telling) => telling.subjectId))]
  const rows = await messagesAbout(tx, { subjectIds })
  return Map.groupBy(rows, (row) => `${row.noticeKind}:${row.subjectId}`)
}

const messagesAbout = statement((tx) =>
  tx
    .select()
    .from(chatMessages)
    .where(among(chatMessages.subjectId, givenList('subjectIds'))),
)

function asIdentity({ platform, tenant, recipient }: Standing) {
  return { platform, tenant, userId: recipient }
}

async function channelAs(
  tx: Query,
  firmId: string,
  identities: MemberToTell['identities'],
): Promise<ChatTelling['to']> {
  const [firm] = await tx.select({ locale: firms.locale }).from(firms).where(eq(firms.id, firmId))
  return { memberId: null, locale: firm?.locale ?? 'en', identities }
}
