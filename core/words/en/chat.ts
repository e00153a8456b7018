import type { ChatWords } from '../es-CL/chat.ts'
import { channels } from './chat-channels.ts'
import { clients } from './chat-clients.ts'
import { home } from './chat-home.ts'
import { install } from './chat-install.ts'
import { matters } from './chat-matters.ts'
import { messages } from './chat-messages.ts'
import { practice } from './chat-practice.ts'
import { evidence } from './chat-evidence.ts'
import { settings } from './chat-settings.ts'
import { shortcuts } from './chat-shortcuts.ts'
import { templates } from './chat-templates.ts'

/** Copy of the chat doors in British-neutral English. */
export const chat: ChatWords = {
  commands: {
    names: {
      news: 'news',
      request: 'request',
      pending: 'pending',
      matter: 'matter',
      access: 'access',
      client: 'client',
      settings: 'settings',
      help: 'help',
    },
    descriptions: {
      despacho: 'News, requests and pending work of your clients',
      news: 'Publish news for a client',
      request: 'Ask a client for documents',
      pending: 'See what is pending',
      matter: "Open a matter's client communication",
    },
    hint: '[matter, client or case number]',
    helpTitle: 'What you can do from here',
    help: {
      news: 'publishes news: it goes to the client by e-mail and stays in the portal',
      request: 'asks for documents; a reply to the e-mail hands them in',
      pending: 'shows what is waiting for you and for your clients',
      matter: 'opens a matter’s client communication, or creates a matter',
      access: 'shows your clients’ accesses to the portal: add, invite, edit or remove',
      client: 'opens a client’s profile (contact sheet, additional e-mails and matters), or adds a client',
      settings: 'shows the settings: your absence, templates and, for admins, the firm and its people',
      help: 'shows this help',
    },
    helpWords:
      'After the command you may type part of the name of the matter or client, or the case number: if only one matches, the form opens with it.',
    unknown: ({ word }) => `I do not know “${word}”.`,
    nothing: 'Type what you would like to do.',
  },

  buttons: {
    approve: 'Approve',
    reject: 'Reject',
    review: 'Review',
    confirm: 'Confirm',
    accept: 'Accept',
    acceptAndAdd: 'Accept and add address',
    discard: 'Discard',
    publish: 'Publish news',
    request: 'Request documents',
    hide: 'Hide from clients',
    show: 'Show to clients',
    remind: 'Remind now',
    snooze: 'Snooze 7 days',
    remindAgain: 'Remind again',
    correctionDone: 'Done',
    items: 'See items',
    waive: 'Waive',
    open: 'See communication',
    look: 'See',
    correct: 'Correct',
    moreItems: 'Add another field for more items',
    next: 'See more',
    back: 'Back',
    send: 'Send',
    goOn: 'Continue',
    save: 'Save',
    cancel: 'Cancel',
    close: 'Close',
    menu: {
      edit: 'Edit',
      delete: 'Delete',
      remind: 'Remind now',
      items: 'See items',
      cancel: 'Cancel request',
    },
  },

  fields: {
    matter: 'Matter',
    matterHint: 'Search by name, client or number',
    text: 'News',
    textHint: 'What you would like to tell the client',
    title: 'Title',
    titleHint: 'For example: documents for the probate filing',
    details: 'Details',
    items: 'What is needed',
    itemsHint:
      'One document per line. End the line with ? if a written answer is enough. You can also end it with (paper) if you need the original, (sign) if the client is to sign it or (≤ 90 days) if it must be recent.',
    itemsPart: ({ part, of }) => `What is needed (${part} of ${of})`,
    itemsGoOn: 'Continue here. Keep each item whole within one field.',
    due: 'Requested by',
    audience: 'Who is told',
    ifHidden: 'The matter is hidden. What should happen to this?',
    tellAgain: 'Tell the clients again?',
    tellCancelled: 'Tell the clients?',
    reason: 'Reason',
    reasonHint: 'Choose a reason',
    note: 'Note to the client',
    noteHint: 'Sent exactly as you write it',
  },

  choices: {
    show: 'Show the matter now and tell them',
    keep: 'Keep it unannounced; the matter stays hidden',
    tell: 'Yes, send an e-mail',
    quiet: 'No, only save the change',
    tellCancelled: 'Yes, say that it is no longer needed',
    quietCancelled: 'Tell nobody',
    noneOfThese: 'None of these',
    whichItem: 'Choose the item',
  },

  titles: {
    news: 'Publish news',
    confirm: 'Check before sending',
    newsEdit: 'Edit news',
    newsDelete: 'Delete news',
    request: 'Request documents',
    requestEdit: 'Edit request',
    requestDelete: 'Delete request',
    requestCancel: 'Cancel request',
    communication: 'Client communication',
    items: 'Items of the request',
    review: 'Review answers',
    reject: 'Reject answer',
    quarantine: 'E-mail to confirm',
    pending: 'Pending',
    done: 'Done',
    notDone: 'Not possible',
  },

  confirm: {
    willTell: ({ names, mails }) =>
      mails === 0
        ? `No e-mail will be sent: there is no working address for ${names}.`
        : `${names} will be told (${mails === 1 ? '1 e-mail' : `${mails} e-mails`}).`,
    manyClients: ({ count }) => `${count} clients`,
    noAddress: 'no working address',
    visible: ({ accesses }) =>
      accesses === 0 ? 'Visible in the portal, though nobody has access yet.' : 'Visible in the portal.',
    hidden: 'The matter is hidden: its clients do not see it in the portal.',
    restricted: 'In the portal, only for accesses with restricted matters.',
    sensitive: 'This is a sensitive matter: the e-mail carries only a link to the portal.',
    due: ({ day }) => `Requested by ${day}`,
    noDue: 'No date requested',
    written: 'written answer',
    delete: {
      news: 'The news will be gone for the clients. E-mails already sent cannot be recalled.',
      request:
        'The request will be gone for the clients, with no more reminders. E-mails already sent cannot be recalled.',
    },
    cancel: 'The client will be asked for nothing more. What has been handed in is kept.',
    hideTitle: 'Hide the matter?',
    hide: 'Its clients will no longer see it in the portal or get reminders. Their e-mail replies still arrive.',
    showTitle: 'Show the matter?',
    show: 'Its clients will see it in the portal again. No e-mail is sent.',
    discardTitle: 'Discard this e-mail?',
    discard: 'Its files will not be added to the matter. The sender is not told.',
    waiveTitle: 'Waive this item?',
    waive: 'The client will not be asked for it any more. What has been handed in is kept.',
  },

  done: {
    sent: ({ mails }) =>
      mails === 0
        ? 'Saved. No e-mail was sent.'
        : mails === 1
          ? 'Sent: 1 e-mail.'
          : `Sent: ${mails} e-mails.`,
    kept: 'Saved without telling anybody.',
    saved: 'Change saved.',
    savedAndSent: ({ mails }) =>
      mails === 1 ? 'Change saved. Sent: 1 e-mail.' : `Change saved. Sent: ${mails} e-mails.`,
    reminded: ({ clients }) =>
      clients === 0
        ? 'There is nobody to remind at the moment.'
        : clients === 1
          ? 'Reminder sent.'
          : `Reminder sent to ${clients} clients.`,
    snoozed: ({ day }) => `Reminders snoozed until ${day}.`,
    hidden: 'The matter is now hidden from its clients.',
    shown: 'The matter is now visible to its clients.',
    rejected: ({ item }) => `“${item}” was rejected, and the client will be told.`,
    reviewed: 'Nothing is left to review.',
  },

  matter: {
    reference: ({ reference }) => `ref. ${reference}`,
    hidden: 'hidden',
    closed: 'closed',
    visibleState: 'Visible to its clients',
    hiddenState: 'Hidden from its clients',
    restrictedState: 'In the portal, only for accesses with restricted matters',
    closedState: 'Closed: takes no news or requests',
    clients: ({ names }) => `Clients: ${names}`,
    noClients: 'No clients',
    several: 'More than one matches. Choose the matter.',
    none: ({ words }) => `No matter matches “${words}”.`,
  },

  access: {
    titles: {
      list: 'Portal accesses',
      add: 'Add access',
      edit: 'Edit access',
      remove: 'Remove access',
      look: 'View as client',
    },
    buttons: {
      see: 'See accesses',
      add: 'Add access',
      edit: 'Edit',
      invite: 'Send invitation',
      inviteAgain: 'Send the invitation again',
      remove: 'Remove',
      removeOnly: ({ client }) => `Remove only what is ${client}’s`,
      extend: ({ name }) => `It is the same person: extend the access of ${name}`,
      extendYes: 'Extend the access',
      look: 'View as client',
    },
    kinds: {
      account: 'With a password: the client sets it by a link sent to their e-mail',
      link: 'By link: no password, they enter with their personal link',
    },
    categories: {
      'court-movements': 'court movements',
      'manual-movements': 'the firm’s own entries',
      tasks: 'the firm’s tasks',
      publications: 'official publications',
      documents: 'documents',
    },
    matters: { private: 'private matters', team: 'team matters' },
    state: {
      notInvited: 'Not invited',
      invited: ({ moment }) => `Invitation sent ${moment}`,
      entered: 'Has entered',
      lastSeen: ({ moment }) => `last seen ${moment}`,
    },
    sees: ({ what }) =>
      what === '' ? 'Sees news and requests only' : `Sees news and requests, and also: ${what}`,
    clients: ({ names }) => `Client: ${names}`,
    ofAll: 'Accesses of all clients',
    of: ({ names }) => `Accesses of ${names}`,
    none: 'There are no accesses yet. The first will appear here, with its state.',
    several: 'There is more than one match. Choose the client.',
    notFound: ({ words }) => `No client was found with “${words}”.`,
    fields: {
      client: 'Client',
      clientHint: 'Search by name, tax number or e-mail',
      clientOptional: 'Leave it empty to see the accesses of all clients.',
      kind: 'Kind of access',
      name: 'Name',
      nameHint: 'Of whoever will use the access. If left empty, the client’s name.',
      email: 'E-mail address',
      emailHint: 'Nothing is sent until you send the invitation.',
      can: 'What they may see',
      canHint: 'News and requests addressed to the client are always theirs.',
      matters: 'Restricted matters',
      mattersHint:
        'Unticked, the client sees neither private nor team matters. May be ticked by whoever sees all of them, or by an administrator.',
    },
    clientMissing: 'Choose a client.',
    editNow:
      'Changes take effect at once: whoever is signed in will have to enter again. If the e-mail changes, the earlier link and password stop working and another invitation has to be sent.',
    taken: ({ whose }) => `That address already has an access: that of ${whose}. Ask for another address.`,
    extendHow:
      'If it is the same person, for instance somebody who also owns the company, you may extend the access they already have.',
    extendTitle: 'Is it the same person?',
    extendSure: ({ name, client }) =>
      `${name} will also see what is ${client}’s, by the same access and with the same permissions. If they are in the portal they will have to enter again. No e-mail is sent.`,
    extended: ({ name, client }) => `The access of ${name} now also opens what is ${client}’s.`,
    added: ({ name }) => `The access of ${name} was created. Nothing has been sent yet.`,
    invited: ({ email }) => `Invitation sent to ${email}.`,
    edited: 'Change saved. Whoever was signed in will have to enter again.',
    removeHow:
      'It stops opening the portal at once: the session ends, and the link or password no longer works. The history is kept. Another access can be created later with the same address.',
    removed: 'The access was removed.',
    narrowed: ({ name, client }) => `The access of ${name} no longer opens what is ${client}’s.`,
    look: {
      how: 'Each link works once, for ten minutes. It shows the portal just as the client sees it, without acting for them, and is recorded.',
      usual: 'No access yet. This is how they would see the matter with the usual access.',
      noAccess: 'No access yet.',
      sees: 'Sees this matter.',
      nobody: 'This matter has no clients.',
      why: {
        other_side: 'Does not see this matter: they are the other side.',
        shared: 'Does not see this matter: the same access is also the other side’s.',
        hidden: 'Does not see this matter: it is hidden from its clients.',
        private: 'Does not see this matter: it is private, and the access does not include private matters.',
        team: 'Does not see this matter: it is a team’s, and the access does not include team matters.',
        parent: 'Does not see this matter: it would come with the one it was born of, which they cannot see.',
      },
    },
  },

  client: clients,
  matters,

  home,

  channels,

  shortcuts,

  install,

  templates,

  settings,
  evidence,

  practice,

  messages,

  communication: {
    news: ({ count }) => (count === 0 ? 'News' : `News (${count})`),
    noNews: "No news yet. The first will appear here and in the client's portal.",
    requests: ({ count }) => (count === 0 ? 'Requests' : `Requests (${count})`),
    noRequests: 'No requests yet. Here you will see what is missing and what has arrived.',
    history: 'History',
    buttons: { older: 'Show older', newer: 'Show newer' },
    edited: 'edited',
    unannounced: 'unannounced',
    missing: ({ missing, total }) =>
      missing === 0
        ? 'Nothing missing'
        : missing === 1
          ? `1 of ${total} missing`
          : `${missing} of ${total} missing`,
    missingItems: ({ count }) => (count === 1 ? '1 item missing' : `${count} items missing`),
    toReview: ({ count }) => `${count} to review`,
    due: ({ day }) => `by ${day}`,
    fulfilled: 'Complete',
    cancelled: 'Cancelled',
  },

  deliveries: {
    accepted: ({ count }) => `${count} sent`,
    queued: ({ count }) => `${count} waiting to leave`,
    bounced: ({ count }) => `${count} bounced`,
    failed: ({ count }) => `${count} not delivered`,
    cancelled: ({ count }) => `${count} cancelled`,
    opened: ({ count }) => `${count} with the link opened`,
    seen: ({ count }) => `${count} seen in the portal`,
  },

  item: {
    states: {
      pending: 'Pending',
      received: 'Received',
      approved: 'Approved',
      rejected: 'Rejected',
      waived: 'Not required',
    },
    by: ({ state, name }) => `${state} by ${name}`,
  },

  reasons: {
    illegible: 'Not legible',
    incomplete: 'Incomplete',
    expired: 'Expired',
    wrong_document: 'Not the document requested',
    unsigned: 'Signature missing',
    missing_reverse: 'Reverse side missing',
    other: 'Another reason (write the note)',
  },

  documents: {
    view: 'view as a picture',
    joined: ({ photos }) => `The ${photos} photos as one PDF`,
    inside: ({ count, list }) =>
      count === 1 ? `holds ${list}` : count === 0 ? 'holds nothing' : `holds ${count} files: ${list}`,
    moreInside: ({ count }) => `and ${count} more`,
    closed: {
      encrypted: 'needs a password',
      unsafe: 'cannot be opened safely: download it only if you trust the sender',
      broken: 'is damaged',
    },
  },

  held: {
    down: 'on hold: not scanned for viruses yet',
    limits: 'on hold: the virus scanner could not look at all of it',
  },

  flags: {
    empty: 'arrived empty',
    encrypted: 'needs a password',
    unlocked: 'needs a password; the client has given it',
    smime: 'is encrypted',
    winmail: 'could not be opened',
    oversized: 'is too large',
    infected: 'has a virus; nobody can open it',
    archive: 'was opened; what it holds is listed by itself',
    unsafe: 'cannot be opened safely',
    link: 'is a link, not a file',
    other: 'could not be read',
  },

  notes: {
    answersWithdrawn: ({ client }) => `${client} withdrew what they had sent`,
    answersArrived: ({ client, items }) =>
      items === 0
        ? `${client} sent files`
        : items === 1
          ? `${client} answered 1 item`
          : `${client} answered ${items} items`,
    via: {
      mail: 'by e-mail',
      portal: 'through the portal',
      member: 'entered by the team',
    },
    received: ({ received, total }) => `Received ${received} of ${total}`,
    unsure: ({ file }) => `Which item is ${file}?`,
    suggestion: ({ item }) => `It looks like “${item}”.`,
    setAside: 'No item',
    moreFiles: ({ count }) => `and ${count} more`,
    messageArrived: ({ client }) => `${client} wrote`,
    aboutNews: 'in reply to news',
    aboutRequest: 'in reply to a request',
    quarantined: 'An e-mail is waiting for your decision',
    quarantineAccepted: 'E-mail accepted',
    quarantineAdded: 'E-mail accepted and address added',
    quarantineDiscarded: 'E-mail discarded',
    decidedBy: ({ name }) => `by ${name}`,
    sender: ({ from }) => `From ${from}`,
    subject: ({ subject }) => `Subject: ${subject}`,
    noSubject: 'No subject',
    forRequest: ({ title }) => `For “${title}”`,
    forwardedFrom: ({ from }) => `As forwarded, it was written by ${from}.`,
    quarantineReasons: {
      from_member: 'Somebody at the firm forwarded it. Once confirmed, it will count as the client’s answer.',
      no_match:
        'It comes from an address of the client’s, but it is not certain which request it answers. It will count as an answer only if you say so.',
      unknown_sender: "The address is not among the client's e-mails.",
      unproven: 'The address is known, but nothing proves that the e-mail came from it.',
      failed_proof: 'The sender could not be verified: it may not be who it says it is.',
      forged: 'The reply address was tampered with.',
      expired_address: 'The reply address has expired.',
      revoked_address:
        'The reply address is no longer valid: whoever was given it is no longer among the recipients.',
      automatic_with_files: 'It is an automatic reply, but it carries files.',
      not_addressed:
        'It was not sent to our reply address: it may be a blind copy, or a mail that somebody else passed on.',
      unreadable: 'The e-mail could not be read. If it is genuine, ask the sender to send it again.',
      too_large:
        'The e-mail is too large to be taken in. It is in the mailbox, in the quarantine folder. If it answered a request, the client has been told how to send the files; if not, please ask the sender to upload them with the link in the e-mail of the request.',
    },
    unmatched:
      'It is not known which matter it is about, so it cannot be accepted. If it is genuine, ask the sender to reply to the e-mail of the request.',
    deliveryFailed: ({ email }) => `An e-mail to ${email} could not be delivered`,
    deliveryDoubted: ({ email }) => `A report says that an e-mail to ${email} did not arrive`,
    deliveryDoubtedHow:
      'Nothing proves that the report came from a mail server; it may be false. We will keep writing to that address. If in doubt, please check with the recipient.',
    deliveryReason: ({ reason }) => `The server answered: ${reason}`,
    deadAddress: 'The address does not exist or takes no mail. It gets nothing more until it is corrected.',
    mailboxTrouble: ({ mailbox }) => `There is a problem with the mailbox ${mailbox}`,
    mailboxWell: ({ mailbox }) => `The mailbox ${mailbox} is being read again`,
    mailboxTroubles: {
      login_refused: 'The mail server does not accept the password or the authorisation.',
      unreachable: 'The mail server does not answer.',
      folder_missing: 'The folder to be read does not exist or cannot be opened.',
      not_taken: 'The server does not hand over some e-mails.',
      not_moved: 'E-mails are read, but cannot be moved to their folder.',
      not_stored: 'E-mails cannot be stored here.',
    },
    mailboxHow: 'The e-mails stay in the mailbox and nothing is lost. Tell whoever administers Despacho.',
    remindersEnded: 'The reminders have ended and something is still missing',
    remindersStopped: ({ client }) => `${client} asked for no more reminders`,
    remindersStoppedHow: 'The requests stay open. If need be, phone the client or send a single reminder.',
    remindersStoppedAt: ({ client, email }) => `${client}: ${email} asked for no reminders`,
    remindersStoppedAtHow: 'This holds for that address alone; the client’s other addresses still get them.',
    remindersResumed: 'Reminders turned on again',
    remindersResumedByClient: 'Reminders turned on again by whoever had stopped them',
    passwordGiven: 'The client has given the password of a document',
    passwordHow: 'the password is shown when you open the document',
    correctionAsked: ({ client }) => `${client} asks for a correction of their details`,
    correctionDone: ({ client }) => `Details of ${client} corrected`,
    correctionHow: 'Correct the contact sheet, then mark this as done; the client will see it in the portal.',
    mattersTaken: ({ from, count }) =>
      count === 1
        ? `A matter of ${from} is now in your charge`
        : `${count} matters of ${from} are now in your charge`,
    mattersTakenHow:
      'Their answers, pending work and reminders reach you from now on. What was waiting for review follows.',
    digest: ({ day }) => `Pending on ${day}`,
  },

  pending: {
    nothing: 'Nothing is pending.',
    toReview: ({ count }) => `To review (${count})`,
    overdue: ({ count }) => `Overdue (${count})`,
    dueSoon: ({ count }) => `Due soon (${count})`,
    waiting: ({ count }) => `Waiting for the client (${count})`,
    quarantined: ({ count }) => `E-mails to confirm (${count})`,
    failed: ({ count }) => `E-mails not delivered (${count})`,
    items: ({ count }) => (count === 1 ? '1 item to review' : `${count} items to review`),
    since: ({ moment }) => `since ${moment}`,
    more: ({ count }) => `and ${count} more`,
  },

  events: {
    matterAdded: 'Matter created',
    matterEdited: 'Matter changed',
    matterHidden: 'Matter hidden from clients',
    matterShown: 'Matter visible to clients',
    matterClosed: 'Matter closed',
    matterReopened: 'Matter reopened',
    matterHandedOver: 'Matter handed over to a colleague',
    channelLinked: 'Channel linked',
    channelUnlinked: 'Channel unlinked',
    channelHeld: 'Notices back to direct messages',
    newsPublished: 'News published',
    newsEdited: 'News edited',
    newsDeleted: 'News deleted',
    fileMoved: 'File moved',
    filePurged: 'File purged',
    photosJoined: 'Photos joined into a document',
    archiveListed: 'Archive opened',
    fileScanned: 'File scanned for viruses',
    fileInfected: 'Virus found in a file',
    fileReleased: 'File released from hold',
    passwordGiven: 'Password of a document given',
    passwordShown: 'Password of a document looked at',
    newsConfirmed: 'Urgent news confirmed',
    newsUnconfirmed: 'Urgent news unconfirmed',
    paperReceived: 'Original taken in',
    paperReturned: 'Original given back',
    toSignAttached: 'Document to sign attached',
    expirySet: 'Expiry date set',
    itemExpiring: 'Document about to expire',
    itemRenewed: 'Document asked for again',
    editTakenBack: 'Change taken back',
    newsTakenBack: 'News taken back',
    requestConfirmed: 'Request confirmed as read',
    requestUnconfirmed: 'Urgent request unconfirmed',
    requestTakenBack: 'Request taken back',
    disregardSent: 'Client told to disregard an e-mail',
    documentsRequested: 'Documents requested',
    requestEdited: 'Request edited',
    requestDeleted: 'Request deleted',
    requestCancelled: 'Request cancelled',
    requestFulfilled: 'Request complete',
    itemWaived: 'Item waived',
    behalfLinkMade: 'Link made for entering an answer',
    linkToPasteMade: 'Upload link given by phone',
    answerReceived: 'Answer received',
    fileWithdrawn: 'File withdrawn by the client',
    answerApproved: 'Answer approved',
    answerRejected: 'Answer rejected',
    fileSettled: 'File assigned',
    messageReceived: 'Message received',
    messageAnswered: 'Message answered',
    messageAnswerTakenBack: 'Answer to a message undone',
    waitingMailTold: 'Client told of an e-mail that waits',
    quarantineEscalated: 'Admins told of an e-mail to confirm',
    mailNoted: 'Automatic e-mail received',
    mailQuarantined: 'E-mail waiting for confirmation',
    quarantineDecided: 'E-mail to confirm settled',
    addressBounced: 'E-mail address refused',
    correctionAsked: 'Correction of details asked for',
    correctionSettled: 'Correction of details done',
    languageChosen: 'Language or time zone chosen by the client',
    deliveryFailed: 'E-mail not delivered',
    deliveryDoubted: 'Unproven report of an e-mail not delivered',
    entryAdded: 'Entry added',
    accessAdded: 'Access created',
    accessEdited: 'Access changed',
    accessInvited: 'Invitation sent',
    accessRemoved: 'Access removed',
    accessEntered: 'Portal entered',
    clientPreviewed: 'Portal viewed as client',
    fileOpened: 'File opened',
    reminderSent: 'Reminder sent to the client',
    reminderAsked: 'Reminder asked for',
    remindersSnoozed: 'Reminders snoozed',
    remindersStopped: 'Reminders stopped',
    remindersResumed: 'Reminders turned on again',
    remindersEnded: 'Reminders ended',
  },

  verdicts: {
    approved: ({ by }) => `Already approved by ${by}.`,
    rejected: ({ by }) => `Already rejected by ${by}.`,
    accepted: ({ by }) => `Already accepted by ${by}.`,
    discarded: ({ by }) => `Already discarded by ${by}.`,
    other: ({ by }) => `Already settled by ${by}.`,
    somebody: 'somebody else',
  },

  refusals: {
    notFound: 'It was not found, or you have no access to it.',
    notAMember: 'Despacho is for members of the firm only. If you are one, ask an administrator to add you.',
    notAllowed: "Your role does not allow this. Ask the firm's administrator.",
    lastAdmin: 'They are the only admin of the firm. Make somebody else one first.',
    successorMissing: ({ count }) =>
      count === 1
        ? '1 matter is in their charge. Choose who takes it over.'
        : `${count} matters are in their charge. Choose who takes them over.`,
    notInTeam: ({ name }) =>
      `${name} is not on that team. Choose somebody else, or ask an admin of the firm to make the change.`,
    nobodyToTell: 'There is nobody to tell: no client can get this notice.',
    matterHidden: 'The matter is hidden from its clients. Show it first, or keep this unannounced.',
    matterClosed: 'The matter is closed and takes nothing new.',
    dueInThePast: ({ today }) => `That date is past. Today is ${today}.`,
    notADay: 'That date does not exist.',
    textMissing: 'This field is empty.',
    textTooLong: ({ most, is }) => `The text is too long: it has ${is} characters, and ${most} fit.`,
    itemTooLong: ({ item, most, is }) =>
      `Item ${item} is too long: it has ${is} characters, and ${most} fit.`,
    itemsMissing: 'Write at least one item, one per line.',
    tooManyItems: ({ most, is }) => `There are ${is} items, and ${most} fit. Split the request in two.`,
    itemClosed: 'This item is already settled, or a newer answer has come.',
    itemAnswered: 'The client has answered: it cannot be deleted, only waived.',
    requestOver: 'This request is already over.',
    addressTaken: 'That address already has an access. Ask for another address.',
    beyondOwnSight:
      'To include private or team matters you have to see all of them yourself. Ask an administrator of the firm.',
    notAnAddress: ({ address }) => `“${address}” is not an e-mail address.`,
    notAValue: ({ value }) => `“${value}” is not a valid choice.`,
    relationCycle: 'A matter cannot depend on itself.',
    nothingHandedIn: 'There is no file and no text.',
    fileInfected: ({ name }) => `The virus scanner found a virus in “${name}”. Nobody can open it.`,
    fileHeld: 'This file has not been scanned for viruses yet, and nobody can open it until it has.',
    fileEmpty: ({ name }) => `“${name}” is empty.`,
    fileTooLarge: ({ name, most }) => `“${name}” is larger than ${most}.`,
    tooManyFiles: ({ most }) => `Too many files; ${most} fit.`,
    reasonMissing: 'Choose a reason. If it is another one, write it in the note.',
    richTextInvalid: 'The text has formatting that cannot be sent. Type it again without pasting.',
    alreadyExists: ({ value }) => `“${value}” already exists.`,
    matterMissing: 'Choose a matter.',
    tooSlow: 'Slack could not open the form in time. Try again.',
    broken: ({ reference }) =>
      `This could not be completed, and the problem was recorded. If it happens again, quote the reference ${reference}.`,
  },
}
