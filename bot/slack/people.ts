import type { webApi } from '@slack/bolt'
import { webApi as slack } from '@slack/bolt'

/** What a workspace says about one of its users. */
export type Profile = {
  /** Guests, strangers, bots and those who have left are not welcome, whoever they are to the firm. */
  welcome: boolean
  /** Language of the profile, where Slack says it. */
  locale: string | undefined
  name: string
  /** In lower case; null unless Slack has confirmed it. */
  email: string | null
}

export type People = (client: webApi.WebClient, tenant: string, userId: string) => Promise<Profile>

const keptFor = 5 * 60_000
const mostKept = 5000

/** Looks users up with Slack (`users.info`) and remembers them for five minutes. */
export function peopleOf(clock: () => Date): People {
  const known = new Map<string, { until: number; profile: Promise<Profile> }>()
  return (client, tenant, userId) => {
    const key = `${tenant}:${userId}`
    const now = clock().getTime()
    const kept = known.get(key)
    if (kept && kept.until > now) return kept.profile
    if (known.size >= mostKept) known.clear()
    const profile = profileOf(client, userId)
    known.set(key, { until: now + keptFor, profile })
    profile.catch(() => known.delete(key))
    return profile
  }
}

/** The user as Slack has them at this moment; nobody welcome where it knows none. */
export async function profileOf(client: webApi.WebClient, userId: string): Promise<Profile> {
  try {
    const { user } = await client.users.info({ user: userId, include_locale: true })
    const unwelcome =
      user?.is_restricted || user?.is_ultra_restricted || user?.is_stranger || user?.is_bot || user?.deleted
    return {
      welcome: user !== undefined && !unwelcome,
      locale: user?.locale,
      name: user?.real_name ?? user?.name ?? '',
      email: (user?.is_email_confirmed && user.profile?.email?.trim().toLowerCase()) || null,
    }
  } catch (error) {
    const isUnknown = error instanceof slack.WebAPIPlatformError && error.data.error === 'user_not_found'
    if (isUnknown) return { welcome: false, locale: undefined, name: '', email: null }
    throw error
  }
}
