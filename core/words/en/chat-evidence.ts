import type { EvidenceWords } from '../es-CL/chat-evidence.ts'

/** Who was told by mail, and what became of each, as members read it in chat. */
export const evidence: EvidenceWords = {
  title: 'Who was told',
  button: 'Who was told',
  none: 'Nobody has been told by e-mail yet.',
  how: 'Our e-mails carry no hidden pixels. “Link opened” and “seen in the portal” are known only when somebody goes there; without them the e-mail may have been read all the same.',
  kinds: {
    newsPublished: 'News',
    documentsRequested: 'Request',
    requestCancelled: 'Request cancelled',
    disregard: 'Asked to disregard the one before',
    receipt: 'Receipt',
    answerRejected: 'A document rejected',
    reminder: 'Reminder',
    mailWaiting: 'Told of an e-mail that waits',
    other: 'Another e-mail',
  },
  states: {
    queued: ({ at }) => `waiting to leave since ${at}`,
    waiting: 'the server has not taken it yet; it will be tried again',
    accepted: ({ at }) => `accepted by the server on ${at}`,
    bounced: ({ at }) => `bounced on ${at}`,
    failed: 'could not be delivered',
    cancelled: 'was not sent',
  },
  opened: ({ at }) => `link opened on ${at}`,
  seen: ({ at }) => `seen in the portal on ${at}`,
  confirmed: ({ at }) => `confirmed on ${at}`,
  reason: ({ reason }) => `Reason: ${reason}`,
  more: ({ count }) => (count === 1 ? 'and 1 older' : `and ${count} older`),
  profile: 'Correct the address',
}
