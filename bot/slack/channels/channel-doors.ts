import { openChannelForm, submitChannel, unlink } from './channel-form.ts'

/** What can be submitted about a matter's channel. */
export const channelSubmits = { matter_channel: submitChannel }

/** What can be clicked about it. */
export const channelClicks = { matter_channel: openChannelForm, matter_channel_unlink: unlink }
