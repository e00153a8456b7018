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

type Ask = (client: webApi.WebClient, tenant: string, userId: string) => Promise<Profile>

export type People = {
  /** For whoever acts: as Slack has them at this moment; only where it is slow or limits us, as it said less than five minutes ago. */
  now: Ask
  /** As Slack said less than five minutes ago. */
  lately: Ask
  /** They changed: what was said before does not count any more. */
  forget: (tenant: string, userId: string) => void
  /** Is called for everybody who is forgotten. */
  whenForgotten: (tell: (tenant: string, userId: string) => void) => void
}

const keptFor = 5 * 60_000
const mostKept = 5000
/** A form waits three seconds for its answer, and this is the first of what it needs. */
const patience = 1500

/** Looks users up with Slack (`users.info`): a member who was made a guest may not act from then on. */
export function peopleOf(clock: () => Date): People {
  const known = new Map<string, { until: number; profile: Profile }>()
  // What was asked before somebody changed may be answered as they were.
  let forgotten = 0
  const listeners: ((tenant: string, userId: string) => void)[] = []
  const keyOf = (tenant: string, userId: string) => `${tenant}:${userId}`
  const kept = (key: string) => {
    const found = known.get(key)
    return found && found.until > clock().getTime() ? found.profile : null
  }
  const ask: Ask = async (client, tenant, userId) => {
    const before = forgotten
    const profile = await profileOf(client, userId)
    if (forgotten !== before) return profile
    if (known.size >= mostKept) known.clear()
    known.set(keyOf(tenant, userId), { until: clock().getTime() + keptFor, profile })
    return profile
  }
  return {
    now: async (client, tenant, userId) => {
      const before = kept(keyOf(tenant, userId))
      const asked = ask(client, tenant, userId)
      if (!before) return asked
      const slow = AbortSignal.timeout(patience)
      const waited = new Promise<Profile>((resolve) => slow.addEventListener('abort', () => resolve(before)))
      const limited = asked.catch((error: unknown) => {
        if (error instanceof slack.WebAPIPlatformError) throw error
        return before
      })
      return Promise.race([limited, waited])
    },
    lately: async (client, tenant, userId) =>
      kept(keyOf(tenant, userId)) ?? (await ask(client, tenant, userId)),
    forget: (tenant, userId) => {
      forgotten++
      known.delete(keyOf(tenant, userId))
      for (const tell of listeners) tell(tenant, userId)
    },
    whenForgotten: (tell) => void listeners.push(tell),
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
