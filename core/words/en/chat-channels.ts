import type { ChatWords } from '../es-CL/chat.ts'

/** What people read of a channel that belongs to a matter, and what they read in it. */
export const channels: ChatWords['channels'] = {
  buttons: {
    channel: 'Channel',
    link: 'Link channel',
    unlink: 'Unlink',
  },
  title: 'The matter’s channel',
  how: 'What happens in the matter will be told in that channel instead of by direct message. Only the reference and counts are shown there. Commands typed in it will be about this matter.',
  linkedTo: ({ channel }) => `Linked channel: ${channel}`,
  none: 'It has no channel yet.',
  sensitive: 'This is a sensitive matter: its notices go by direct message only.',
  held: {
    shared: 'Nothing is posted there any more: the channel is shared with another organisation.',
    sensitive: 'Nothing is posted there any more: the matter is sensitive.',
    gone: 'Nothing is posted there any more: the channel was archived or deleted, or Despacho is not in it any longer.',
  },
  field: 'Channel',
  fieldHint: 'Choose a channel that Despacho is in',
  done: {
    linked: ({ channel }) => `From now on, what happens in the matter is told in ${channel}.`,
    unlinked: 'The matter has no channel any more. Notices go by direct message again.',
  },
  refusals: {
    sensitive: 'The matter is sensitive: its notices go by direct message only.',
    taken: 'That channel belongs to another matter.',
    shared: 'That channel is shared with another organisation. Choose one that is the firm’s alone.',
    invite: 'Despacho is not in that channel. Type `/invite @Despacho` there and try again.',
    notAChannel: 'Choose a channel, not a direct conversation.',
  },
  notes: {
    answersArrived: 'A client’s answers have arrived',
    messageArrived: 'A client has written',
    mailQuarantined: 'An e-mail is waiting for a decision',
    mailDecided: 'An e-mail that was waiting has been decided on',
    deliveryFailed: 'An e-mail could not be delivered',
    remindersEnded: 'Reminders have ended and something is still missing',
    nothingMissing: 'Nothing is missing any more, or nothing more is asked for',
    reviewed: ({ approved, rejected }) =>
      [approved === 0 ? '' : `${approved} approved`, rejected === 0 ? '' : `${rejected} rejected`]
        .filter((part) => part !== '')
        .join(' · '),
    held: ({ channel }) =>
      `Notices of this matter go by direct message again: nothing is posted in ${channel} any more`,
    heldHow: 'You can link another channel from the matter’s communication.',
  },
}
