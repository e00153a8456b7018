import { webApi } from '@slack/bolt'

/** Whether the app may post in a channel: `outside`, it is not in it or cannot even see it; `shared`, others than the workspace read there. */
export type Fitness = 'fit' | 'outside' | 'shared' | 'no_channel'

/** How a channel stands at this moment. */
export async function fitnessOf(client: webApi.WebClient, channel: string): Promise<Fitness> {
  try {
    const { channel: found } = await client.conversations.info({ channel })
    if (!found || found.is_im || found.is_mpim) return 'no_channel'
    if (found.is_ext_shared || found.is_org_shared || found.is_pending_ext_shared) return 'shared'
    return found.is_member && !found.is_archived ? 'fit' : 'outside'
  } catch (error) {
    const code = error instanceof webApi.WebAPIPlatformError ? error.data.error : ''
    if (['channel_not_found', 'not_in_channel', 'method_not_supported_for_channel_type'].includes(code))
      return 'outside'
    throw error
  }
}
