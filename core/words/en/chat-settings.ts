import type { ChatWords } from '../es-CL/chat.ts'

/** What the settings say in chat. */
export const settings: ChatWords['settings'] = {
  titles: {
    settings: 'Settings',
    absence: 'Absence',
    handOver: 'Hand matters over',
    firm: 'The firm',
    reminders: 'Reminders and digest',
    team: 'People',
    addMember: 'Add a person',
    role: 'Change role',
    leave: 'Leaves the firm',
  },
  buttons: {
    absence: 'Absence',
    back: 'End the absence',
    handOver: 'Hand matters over',
    digestOff: 'Stop it',
    digestOn: 'Get it',
    accesses: 'Accesses',
    templates: 'Templates',
    firm: 'The firm',
    reminders: 'Reminders and digest',
    team: 'People',
    addMember: 'Add a person',
    role: 'Change role',
    leave: 'Leaves the firm',
  },
  you: 'You',
  firm: 'The firm',
  roles: { admin: 'admin', lawyer: 'lawyer', assistant: 'assistant' },
  roleDescriptions: {
    admin: 'Sees every matter, the people and the firm’s settings',
    lawyer: 'Works on their matters and changes templates',
    assistant: 'Works on the matters they see; changes no templates',
  },
  language: ({ language }) => `Language: ${language}, that of your Slack profile.`,
  present: 'No absence announced. You may leave somebody in charge while you are away.',
  absentFrom: ({ from, until }) =>
    until ? `Away from ${from} to ${until}` : `Away since ${from}, with no day of return`,
  coveredBy: ({ name }) => `${name} stands in.`,
  notCovered: 'Nobody stands in.',
  digestOn: ({ time, by }) =>
    `The digest of what is pending comes by ${by} each working day from ${time} on.`,
  digestOff: 'No digest of what is pending. Notices of the moment come all the same.',
  charge: ({ count }) =>
    count === 0
      ? 'No matters in your charge.'
      : count === 1
        ? '1 matter in your charge.'
        : `${count} matters in your charge.`,
  accesses: 'Clients’ accesses to the portal.',
  templates: 'Templates to ask for documents with.',
  supportContact: ({ contact }) => `Contact for clients: ${contact}`,
  noSupportContact: 'No contact for clients',
  accent: ({ colour }) => `Colour: ${colour}`,
  usualAccent: 'Colour: the usual one',
  closingDays: ({ count }) =>
    count === 0
      ? 'Closes on public holidays only'
      : count === 1
        ? 'Closes on 1 day besides public holidays'
        : `Closes on ${count} days besides public holidays`,
  policy: ({ from, until, days, weekly }) =>
    `Reminds clients on working days from ${from} to ${until} (their time), at most every ${days === 1 ? 'day' : `${days} days`}, ${weekly === 1 ? 'once' : `${weekly} times`} a week.`,
  adminsOnly: 'Admins of the firm change this.',
  team: ({ count }) => `People (${count})`,
  notInChat: 'no chat user yet',
  memberCharge: ({ count }) => (count === 1 ? '1 matter' : `${count} matters`),
  fields: {
    delegate: 'Who stands in',
    delegateHint:
      'What reaches whoever is away reaches them too. While it lasts they also see that person’s private matters.',
    from: 'From',
    until: 'To',
    untilHint: 'That day included. Empty: no day of return.',
    to: 'To whom',
    member: 'Search by name',
    matters: 'Which matters',
    mattersHint: 'Empty: all in their charge.',
    name: 'Name',
    email: 'E-mail address',
    role: 'Role',
    successor: 'Who takes their matters over',
    firmName: 'Name, as clients read it',
    locale: 'The firm’s language',
    localeHint: 'That of clients and colleagues of whom no other is known.',
    timezone: 'Time zone',
    supportContact: 'Contact for clients',
    supportContactHint:
      'Stands in the portal and below e-mails. For example: a telephone number and an address.',
    accent: 'Colour',
    accentHint:
      'Six digits, such as #1f4e5f. It is darkened or lightened as far as reading needs. Empty: the usual one.',
    hold: 'E-mails of news and requests',
    holdNone: 'Leave at once',
    holdMinute: 'Leave after a minute',
    holdHint: 'Within that minute a mistaken send is undone and nobody receives anything.',
    addressAs: 'How clients are addressed in Portuguese',
    unproven: 'E-mails from clients whose origin cannot be verified',
    unprovenConfirm: 'Wait for a member to confirm',
    unprovenAccept: 'Count at once',
    unprovenHint:
      'The client’s provider does not sign what it sends. Accept them only if the firm’s mail server refuses senders who pretend to be someone else. What fails the check always waits.',
    closingDays: 'Days on which it closes',
    closingDaysHint:
      'One a line: 31-12-2026, or a spell: 20-12-2026 – 06-01-2027. Public holidays need not be named.',
    hourFrom: 'Remind from',
    hourUntil: 'Remind until',
    hoursHint: 'By each client’s clock, Monday to Friday, never on a public holiday.',
    apart: 'Days between one reminder and the next',
    weekly: 'Reminders a week, at most',
    digestHour: 'Digest for the team from',
    digestBy: 'Digest by',
  },
  digestWays: { chat: 'Chat message', mail: 'E-mail message', both: 'Chat and e-mail' },
  handOverHow: ({ name, count }) =>
    count === 1
      ? `${name} has 1 matter in charge. What waits for review and its reminders go with it; clients go on replying to the same e-mails.`
      : `${name} has ${count} matters in charge. What waits for review and their reminders go with them; clients go on replying to the same e-mails.`,
  notAllShown: ({ shown }) => `The newest ${shown} are shown.`,
  leaveHow: ({ name }) =>
    `${name} is out at once: of chat, of files and of looks as a client. What they did stays in the history in their name.`,
  memberAdded: ({ name }) => `${name} is one of the team. They can work here once their chat user is linked.`,
  roleChanged: ({ name, role }) => `${name} is now: ${role}.`,
  leftFirm: ({ name }) => `${name} is no longer one of the team.`,
  handedOver: ({ count, to }) =>
    count === 0
      ? 'There was nothing to hand over.'
      : count === 1
        ? `${to} has 1 more matter in charge.`
        : `${to} has ${count} more matters in charge.`,
  absenceSet: 'Absence saved.',
  absenceEnded: 'The absence has ended.',
  digestChosen: { on: 'You will get the digest.', off: 'You will get no digest any more.' },
  saved: 'Settings saved.',
}
