import type { ChatWords } from '../es-CL/chat.ts'

/** What people read in the app's home in Slack. */
export const home: ChatWords['home'] = {
  buttons: {
    news: 'Publish news',
    request: 'Request documents',
    matter: 'Matters',
    client: 'Clients',
    access: 'Portal accesses',
    settings: 'Settings',
    all: 'See all',
    overview: 'Back to the overview',
  },
  titles: {
    toReview: ({ count }) => `To review (${count})`,
    overdue: ({ count }) => `Overdue (${count})`,
    quarantined: ({ count }) => `E-mails to confirm (${count})`,
    failed: ({ count }) => `Undelivered e-mails (${count})`,
  },
  moreThan: ({ count }) => `more than ${count}`,
  nothing: 'Nothing is waiting for you.',
  noneLeft: 'Nothing is left in this list.',
  activity: 'Recent activity',
  asOf: ({ moment }) => `As of ${moment}. It is brought up to date when you open this tab.`,
  wayIn: 'To begin, type `/despacho help` in any conversation.',
}
