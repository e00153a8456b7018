import type { ChatWords } from '../es-CL/chat.ts'

/** What chat says of what a client wrote, and of answering it. */
export const messages: ChatWords['messages'] = {
  answer: 'Answer',
  title: 'Answer the client',
  field: 'Answer',
  fieldHint: 'It is e-mailed in the same conversation and stands in the history of the portal.',
  willTell: ({ client, mails }) =>
    mails === 1
      ? `It will be sent to ${client} alone (1 e-mail).`
      : `It will be sent to ${client} alone (${mails} e-mails).`,
  original: 'View original e-mail',
  originalOf: ({ moment }) => `View original e-mail (${moment})`,
  promised: ({ day }) => `They say they will send it by ${day}. Reminders wait until the day after.`,
  lacking: ({ item }) => `They say they do not have “${item}”.`,
  lackingSome: 'They say they do not have a document; it could not be told which.',
  settled: ({ item }) => `“${item}” is not pending any more.`,
  waive: 'Waive the item',
  answered: ({ by, moment }) => `${by} answered on ${moment}:`,
  undone: 'The answer was undone: the client does not see it any more.',
  whose: 'Say whose it is',
  whoseTitle: 'Whose is it?',
  place: 'Say what it answers',
  placeTitle: 'What does it answer?',
  suggested: ({ matter }) => `Suggested · ${matter}`,
  seemsToAnswer: ({ title, reference }) => `It seems to answer “${title}” (ref. ${reference}).`,
  whichRequest: 'Request it answers',
  noRequest: 'No open request takes answers.',
  noRequestOfClient: 'The client has no open request in the matters that you can see.',
}
