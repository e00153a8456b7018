import type { ChatWords } from '../es-CL/chat.ts'

/** What people read while Despacho comes into a workspace, and they into the firm. */
export const install: ChatWords['install'] = {
  app: {
    description: 'News, requests and pending work of your clients',
    about:
      'Despacho keeps the clients of a law firm informed and collects their documents without leaving Slack and e-mail. Publish news, request documents and review what comes back from here; clients answer by e-mail and find everything in their portal.',
    shortcuts: {
      news: 'Publish news',
      newsHow: 'Tell the clients of a matter something',
      request: 'Request documents',
      requestHow: 'Ask the clients of a matter for documents',
      pending: 'See what is pending',
      pendingHow: 'What waits for you and for your clients',
      matter: 'Find a matter',
      matterHow: 'Open the communication of a matter, or create one',
      client: 'See a client’s profile',
      clientHow: 'See a client’s details, e-mails and matters, or add a client',
      access: 'See portal accesses',
      accessHow: 'Who may enter the portal, invitations and what they see',
      settings: 'Settings',
      settingsHow: 'Your absence, reminders, templates and the firm’s details',
      messageToNews: 'Publish as news',
      messageToNewsHow: 'Tell the clients what this message says',
      messageToDocument: 'File as a document',
      messageToDocumentHow: 'Keep the attached file in a matter',
    },
  },

  pages: {
    title: 'Install Despacho in Slack',
    offer: ({ firm }) => `This link installs Despacho in the Slack workspace of ${firm}.`,
    offerHow: 'Slack will ask you to choose the workspace and to allow the app. The link serves once.',
    go: 'Continue in Slack',
    plain:
      'To install Despacho in a workspace you need an installation link. Please ask whoever administers Despacho for your firm.',
    plainAgain: 'If your workspace was connected before and has to be authorised again, you can do so here.',
    again: 'Authorise again',
    installedTitle: 'Despacho is installed',
    installed: ({ firm }) => `The workspace is connected with ${firm}.`,
    installedNext: 'You can close this page. In Slack, type /despacho to begin.',
    cancelledTitle: 'Installation cancelled',
    cancelled: 'Nothing was installed. If that was not intended, open the installation link again.',
    lateTitle: 'The installation could not be completed',
    late: 'It took too long, was begun in another browser, or had been completed before. Please open the installation link again.',
    linkOverTitle: 'This link no longer works',
    linkOver:
      'The installation link was used or has expired. Please ask whoever administers Despacho for another.',
    ofAnotherTitle: 'This workspace belongs to another firm',
    ofAnother:
      'A Slack workspace is connected with one firm only. Nothing was changed. If this is a mistake, please ask whoever administers Despacho.',
    unknownTitle: 'This workspace is not connected yet',
    unknown:
      'Only a workspace that belongs to a firm already can be authorised again. To connect a new one, please ask whoever administers Despacho for an installation link.',
    tooManyTitle: 'Too many attempts',
    tooMany:
      'There have been too many attempts to install Despacho from your network. Please try again in an hour.',
    orgWideTitle: 'Choose a single workspace',
    orgWide:
      'Despacho is installed in the workspace of the firm, not in a whole organisation. Open the installation link again and choose a workspace.',
    failedTitle: 'Slack did not complete the installation',
    failed: ({ reference }) =>
      `Please try again in a few minutes. Should it happen again, tell whoever administers Despacho this number: ${reference}.`,
  },

  joining: {
    firstAdmin: ({ firm }) => `Despacho is installed for ${firm}, which nobody administers from Slack yet.`,
    firstAdminHow: 'You may do so: an administrator sees every matter and decides who is on the team.',
    becomeAdmin: 'Administer the firm',
    yourself: ({ name, firm }) => `Are you ${name} of ${firm}?`,
    yourselfHow:
      'Your e-mail address in Slack is the one that the firm has on record. If you confirm, you can work from here as that person; this is recorded.',
    linkMe: 'Yes, that is me',
    adminDecides: ({ name, firm }) =>
      `Your e-mail address in Slack is that of ${name}, an administrator of ${firm}. Another administrator has to confirm it.`,
    askAdmin: 'Ask for confirmation',
    asked: 'Confirmation was asked for. You will get a message here when it is given.',
    yourId: ({ chatUser }) => `Your identifier in Slack is ${chatUser}.`,
    linked: ({ name, firm }) => `Done: at ${firm} you are known as ${name}. Type /despacho to begin.`,
    nowAdmin: ({ firm }) => `Done: you administer ${firm} from now on. Type /despacho to begin.`,
    over: 'This offer no longer stands. Type /despacho to see what you can do.',
    disconnected:
      'Despacho is not connected with this workspace. Please ask an administrator to install it again.',
  },

  notes: {
    linkAsked: ({ user, name }) => `${user} says they are ${name}`,
    linkAskedHow:
      'Their e-mail address in Slack is the same, but they would administer the firm: confirm only if you know that it is the same person.',
    linkAccepted: ({ user, name }) => `${user} was confirmed to be ${name}`,
    linkRefused: ({ user, name }) => `${user} was not confirmed to be ${name}`,
    turned: {
      connected: ({ workspace }) => `Despacho is now connected to the workspace ${workspace}`,
      disconnected: ({ workspace }) => `The workspace ${workspace} is no longer connected to Despacho`,
      by: ({ user, moment }) => `Installed by ${user} · ${moment}`,
      removed: 'the app was uninstalled.',
      voidToken: 'Slack stopped accepting its credentials.',
      again: 'It has been connected again since.',
      how: 'Until it is installed again, nobody is notified or can work from there.',
    },
    confirmLink: 'It is the same person',
    refuseLink: 'It is not',
    welcome: ({ name, firm }) => `It was confirmed that you are ${name} of ${firm}. Type /despacho to begin.`,
  },
}
