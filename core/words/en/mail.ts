import type { MailWords } from '../es-CL/mail.ts'

/** Copy of the e-mails to clients in English, British-neutral. */
export const mail: MailWords = {
  subjects: {
    news: ({ firm }) => `${firm}: an update for you`,
    urgentNews: ({ firm }) => `${firm}: an urgent update for you`,
    request: ({ firm }) => `${firm}: documents we need`,
    disregard: ({ firm }: { firm: string }) => `${firm}: please disregard our previous e-mail`,
    cancelled: ({ firm }) => `${firm}: your documents are no longer needed`,
    message: ({ firm }: { firm: string }) => `${firm}: our answer to your message`,
    waiting: ({ firm }: { firm: string }) => `${firm}: an e-mail we could not confirm`,
    tooLarge: ({ firm }: { firm: string }) => `${firm}: an e-mail that is too large`,
    receipt: ({ firm }) => `${firm}: we have received what you sent`,
    rejected: ({ firm }) => `${firm}: one document to send again`,
    reminder: ({ firm }) => `${firm}: reminder of what is still needed`,
    remindersStopped: ({ firm }) => `${firm}: no more reminders`,
    invitePassword: ({ firm }) => `${firm}: activate your access`,
    inviteLink: ({ firm }) => `${firm}: your access to the portal`,
    newPassword: ({ firm }) => `${firm}: create a new password`,
    passwordSet: ({ firm }) => `${firm}: your password has been set`,
    passwordChanged: ({ firm }) => `${firm}: your password has been changed`,
    code: ({ firm }) => `${firm}: your code`,
    digest: ({ firm, count }) => `${firm}: ${count} pending`,
  },

  greeting: {
    to: ({ name }) => `Dear ${name}`,
    toCompany: 'Dear Sir or Madam',
    end: ',',
    farewell: 'Yours sincerely,',
  },

  news: {
    lead: 'We have an update for you.',
    edited: 'We have corrected an update that we sent you. This version replaces the earlier one.',
    urgent: 'This is urgent: please confirm that you have received this e-mail. A brief reply is enough.',
    reply: 'You may reply to this e-mail.',
    confirm: 'To confirm that you have read it, one click is enough:',
    confirmButton: 'Confirm that I have read it',
    hearing: {
      calendar: 'A file to add it to your calendar is attached.',
      calendarOff: 'The attached file removes the hearing from your calendar.',
      title: 'Hearing',
      when: 'When',
      where: 'Where',
      bring: 'What to bring',
    },
  },

  request: {
    lead: 'Please send us the following.',
    leadByDay: ({ day }) => `Please send us the following by ${day}.`,
    leadOverdue: ({ day }) => `Please send us the following. We had asked for it by ${day}.`,
    edited: 'We have updated our request; this list replaces the earlier one.',
    urgent: 'This is urgent: please confirm that you have received this e-mail. A brief reply is enough.',
    nothingLeft: 'For now, nothing more is needed from you. Thank you.',
  },

  reply: {
    files: 'Simply reply to this e-mail and attach the files or clear photos.',
    filesAndText:
      'Simply reply to this e-mail and attach the files or clear photos. What we ask for in writing can go in the same reply.',
    text: 'Simply reply to this e-mail and write what we ask for in your reply.',
    paper: 'What we ask for on paper can be handed in at our office.',
    upload: 'If the files are large, or if you prefer, upload them here:',
    uploadButton: 'Upload files',
    password: 'The password of a document is given on our page only, where you can upload files as well:',
    passwordButton: 'Give the password',
  },

  items: {
    states: {
      pending: 'Pending',
      received: 'Received',
      approved: 'Approved',
      rejected: 'Please send again',
      waived: 'Not needed',
    },
    kinds: {
      text: 'written answer',
      paper: 'paper original',
      sign: 'to be signed',
    },
    issuedWithin: ({ days }) => `issued within the last ${days} days`,
    because: ({ reason }) => `Reason: ${reason}`,
    more: ({ count }) => `and ${count} more`,
  },

  reasons: {
    illegible: 'it cannot be read clearly',
    incomplete: 'it is incomplete',
    expired: 'it has expired',
    wrong_document: 'it is not the document we need',
    unsigned: 'the signature is missing',
    missing_reverse: 'the reverse side is missing',
  },

  cancelled: {
    lead: 'You no longer need to send us what we had asked for.',
    kept: 'Anything you have already sent is kept safely at our office. Thank you.',
    reply: 'If you have any questions, you may reply to this e-mail.',
  },

  disregard: {
    lead: 'Please disregard our previous e-mail: it was sent in error.',
    deleteIt:
      'There is nothing you need to do. If you still have it, we would be grateful if you deleted it.',
    calendarAgain: 'The attached file puts the appointment in your calendar back as it was.',
    calendarOff: 'The attached file removes from your calendar the appointment that came with it.',
  },

  hearingOff: {
    lead: 'Our notice about an appointment has been withdrawn: please disregard the date we gave you.',
    calendar: 'The attached file removes the appointment from your calendar.',
    reply: 'If you have any questions, you can reply to this e-mail.',
  },

  message: {
    wrote: 'You wrote to us:',
  },

  waiting: {
    lead: 'We received a reply to an e-mail of ours, but could not confirm that you sent it. For now it does not count as yours.',
    ifYours:
      'If you or somebody you trust sent it, please send it again from this address, in reply to this e-mail.',
    tooLarge:
      'An e-mail about a request of ours reached us, but it is too large and we could not receive its files.',
    inParts: 'If you sent it, please split the files over several e-mails, in reply to this one.',
    ifNot: 'If you do not know what it is about, please let us know.',
  },

  receipt: {
    some: ({ received, total }) => `Thank you. We have received ${received} of ${total}.`,
    all: ({ total }) =>
      total === 1
        ? 'Thank you. We have received what we asked for.'
        : `Thank you. We have now received everything we asked for: ${total} of ${total}.`,
    unsureOnly: 'Thank you. We have received what you sent and will see which item it belongs to.',
    unusableOnly: 'We have received your e-mail, but we could not use what was attached.',
    soFar: ({ received, total }) => `So far we have ${received} of ${total}.`,
    reviewNext: 'We will review it and let you know if anything has to be sent again.',
    arrived: 'Received now',
    unsure: 'Also received; we will see which item it belongs to',
    unusable: 'We could not use',
    missing: 'Still missing',
    resend: 'Please send again',
  },

  unusable: {
    empty: 'it arrived empty; please check that the file opens and send it again',
    encrypted:
      'needs a password and we cannot open it; please type it on our page, with the link in this e-mail. For your safety, do not send it by e-mail',
    smime: 'your e-mail program encrypted it and we cannot read it; please send it unencrypted',
    winmail:
      'it arrived as “winmail.dat”, an Outlook format that we cannot open; please send it as a PDF or a photo',
    oversized: 'it is too large to arrive by e-mail; please send a smaller version',
    infected:
      'our virus scanner found a virus in it and we did not open it; please check your device and send the document again, for instance as a photo',
    archive: 'we opened it and received what it holds',
    unsafe: 'is a compressed file that we cannot open safely; please send the documents uncompressed',
    link: 'is a link and not a file; for safety we do not open links. Please attach the files or upload them on our page',
    other: 'we could not open it; please send it as a PDF or a photo',
  },

  rejected: {
    sent: ({ item }) => `“${item}”`,
    wrote: ({ item }) => `what you wrote for “${item}”`,
    lead: ({ what, reason }) => `We have received ${what}, but we cannot use it: ${reason}.`,
    leadWithNote: ({ what }) => `We have received ${what}, but we cannot use it for the following reason:`,
    leadPlain: ({ what }) => `We have received ${what}, but we cannot use it.`,
    again: 'Could you send it again by replying to this e-mail?',
    againPaper: 'Could you let us have it again?',
    ask: 'If you would like to know more, ask us by replying to this e-mail.',
    alsoMissing: 'Also missing',
  },

  reminder: {
    lead: 'We still need the following. If you have already sent it, please disregard this message.',
    due: ({ day }) => `Requested by ${day}`,
    overdue: ({ day }) => `We had asked for this by ${day}`,
    missing: ({ missing, total }) => `${missing} of ${total} missing`,
    stop: 'To receive no more reminders, reply “stop reminding me”.',
    stopByPage: 'You may also stop them here:',
    stopLink: 'Stop the reminders',
    stopWords: 'stop reminding me',
  },

  stopped: {
    everywhere:
      'As you asked, we will send no more reminders, nor any to the additional addresses we hold for you.',
    here: 'As you asked, we will send no more reminders to this address. The other addresses we hold will go on receiving them.',
    still: 'News and document requests will still reach you. Whatever is outstanding, we still need.',
    again: 'Should you want them back, you can turn them on here:',
    againButton: 'Receive reminders again',
  },

  invite: {
    lead: 'You now have access to our client portal, where you can see your matters, their history and anything pending.',
    password: 'Create your password here; the link works once.',
    passwordUntil: ({ day, time }) =>
      `Create your password here; the link works once and expires on ${day} at ${time}.`,
    passwordButton: 'Create my password',
    link: 'Enter with this link, without a password. It is personal: please do not forward it.',
    linkUntil: ({ day, time }) =>
      `Enter with this link, without a password; it works until ${day} at ${time}. It is personal: please do not forward it.`,
    linkButton: 'Enter the portal',
    unexpected: 'If you did not expect this access, do not open the link and let us know.',
  },

  again: {
    passwordLead: 'You asked to create a new password for the client portal.',
    passwordUntil: ({ day, time }) => `Create it here; the link works once and expires on ${day} at ${time}.`,
    passwordButton: 'Create a new password',
    linkLead: 'You asked for your link to the client portal.',
    unexpected: 'If it was not you who asked, there is nothing to do: your access stays as it was.',
  },

  passwordSet: {
    lead: 'The password of your access to our client portal has been set.',
    leadChanged: 'The password of your access to our client portal has been changed.',
    unexpected:
      'If it was you, there is nothing to do. If it was not, please write to us at once so that we can close that access.',
  },

  code: {
    lead: 'Your code to open the files:',
    until: ({ time }) => `Type it into the portal page that asked for it. It works until ${time}.`,
    unexpected:
      'Do not give it to anybody: the firm will never ask you for it. If it was not you who asked, please tell us: somebody may have entered your portal.',
  },

  /** To members. */
  digest: {
    lead: ({ day }) => `This is pending today, ${day}.`,
    mine: 'In your charge',
    nobody: 'Nobody responsible',
    toReview: 'To review',
    overdue: 'Overdue',
    dueSoon: 'Due soon',
    waiting: 'Waiting for the client',
    review: ({ items }) => (items === 1 ? '1 item' : `${items} items`),
    missing: ({ missing, total }) => `${missing} of ${total} missing`,
    due: ({ day }) => `requested date: ${day}`,
    quarantined: ({ count }) =>
      count === 1 ? 'And 1 e-mail to confirm.' : `And ${count} e-mails to confirm.`,
    failed: ({ count }) =>
      count === 1
        ? 'And 1 e-mail that did not reach its recipient.'
        : `And ${count} e-mails that did not reach their recipients.`,
    ask: 'In Slack you can review it, remind clients or snooze it:',
    button: 'Open in Slack',
    fewer: ({ firm }) =>
      `${firm} sends this digest by e-mail on each business day. If you would rather not have it, choose “Stop it” in the settings of Despacho, in Slack.`,
  },

  discreet: {
    news: 'We have a message for you.',
    pending: 'A request of ours is waiting for your reply.',
    again: 'Something you sent has to be sent again.',
    received: 'We have received what you sent. Thank you.',
    cancelled: 'You no longer need to send us what was pending.',
    elsewhere: 'To protect your privacy, the details are not in this e-mail.',
    pageButton: 'View on the secure page',
    contactUs: 'If you would like to know them, please contact us.',
  },

  neutral: {
    sender: 'Messages',
    subject: 'You have a message waiting',
    codeSubject: 'Your code',
    farewell: 'With kind regards',
    invite: 'We have opened a personal way in for you to a secure page, where you can see your messages.',
    inviteUnexpected: 'If you were not expecting this, please do not open the link, and let us know.',
    passwordAgain: 'You asked us for a new password.',
    linkAgain: 'You asked us for your link.',
    enterButton: 'Go to the page',
    passwordSet: 'A password has been set for your access.',
    passwordChanged: 'The password for your access has been changed.',
    code: 'Your code:',
    codeUntil: ({ time }) => `Enter it on the page where you were asked for it. It is valid until ${time}.`,
    codeUnexpected:
      'Do not give it to anybody: we will never ask for it. If you did not request it, please let us know.',
    fewer: 'If you would rather not receive these messages here, please say so in a reply to this e-mail.',
  },

  footer: {
    reference: ({ reference }) => `Reference: ${reference}`,
    support: ({ contact }) => `Any questions? Contact us: ${contact}`,
    supportByReply: 'Any questions? Reply to this e-mail.',
    fewerReminders:
      'We will remind you of what is missing. If you would rather not be reminded, reply “stop reminding me”.',
    fewer: ({ firm }) =>
      `You receive this e-mail because ${firm} uses this address for your notices. If you would rather not receive them here, tell us by replying to this e-mail and we will stop using it.`,
    safety:
      'We will never ask you to tell us your password, nor send bank details by e-mail. If this message is not for you, please let us know and delete it.',
    replyLine: 'Please reply above this line',
    code: ({ mark }) => `Code of this e-mail: ${mark}`,
  },
}
