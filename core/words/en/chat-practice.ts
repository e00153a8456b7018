import type { ChatWords } from '../es-CL/chat.ts'

/** What chat says where practice is not as it should be. */
export const practice: ChatWords['practice'] = {
  undo: {
    button: 'Undo sending',
    again: 'Correct and send again',
    may: 'If it was a mistake, you can undo it within a minute.',
    held: ({ seconds }) => `It leaves in ${seconds} seconds.`,
    done: ({ cancelled, disregarded }) =>
      disregarded === 0
        ? cancelled === 0
          ? 'Undone: your clients no longer see it.'
          : 'Undone before it left: nobody received anything.'
        : disregarded === 1
          ? 'Undone: your clients no longer see it. The e-mail had already left; another one asks for it to be disregarded.'
          : `Undone: your clients no longer see it. ${disregarded} e-mails had already left; others ask for them to be disregarded.`,
    doneEdit: ({ cancelled, disregarded }) =>
      disregarded === 0
        ? cancelled === 0
          ? 'Change undone: your clients read the earlier version again.'
          : 'Change undone before it left: nobody was told of it.'
        : disregarded === 1
          ? 'Change undone: your clients read the earlier version again. The e-mail had already left; another one asks for it to be disregarded.'
          : `Change undone: your clients read the earlier version again. ${disregarded} e-mails had already left; others ask for them to be disregarded.`,
    tooLate:
      'The minute in which it could be undone is over. You can edit or delete it from the matter’s communication.',
  },

  files: {
    menu: { move: 'Move a file…', purge: 'Purge a file…', release: 'Release without a virus scan…' },
    titles: { move: 'Move file', purge: 'Purge file', release: 'Release without a scan' },
    fields: {
      file: 'File',
      to: 'Where it belongs',
      toHint: 'Search by item, request or matter',
      why: 'Why it is purged',
      whyHint: 'Kept on record with your name and the date.',
    },
    moveNow: 'Move',
    releaseNow: 'Release anyway',
    releaseHow:
      'The virus scanner has not looked at this file. Once released, whoever has access can open it, the client in the portal too. Do so only if you expected this file from this person; the record keeps that you released it.',
    noneHeld: 'No file is waiting for the virus scanner.',
    released: 'The file was released and can be opened now.',
    purgeNow: 'Purge',
    documents: 'Documents of the matter',
    documentsHow:
      'Among the documents it is seen by every client of the matter who may see documents. No e-mail is sent.',
    purgeHow:
      'It is gone at once and cannot be recovered, nor can the e-mail it came in. Who purged it, when and why stays on record. Everything else the client sent is kept.',
    none: 'No file is left.',
    moved:
      'The file is where it belongs. If the item it was taken from has nothing left, it is pending again.',
    purged: 'The file is gone. If the item has nothing left, it is pending again.',
    nothingLeft: ({ client }) => `Nothing is left of what ${client} sent`,
    gone: {
      moved: ({ name, by, why }) => `${name}: ${by} moved it to “${why}”`,
      toDocuments: ({ name, by }) => `${name}: ${by} moved it to the documents`,
      purged: ({ name, by, why }) => `${name}: ${by} purged it (${why})`,
    },
  },

  onBehalf: {
    link: {
      how: ({ minutes }) =>
        `If you would rather not have the files pass through Slack, ask for a link: it works once, for ${minutes} minutes, here or on a phone.`,
      button: 'Receive by link',
      pickFirst: 'First choose the item, whose it is and how it came.',
      ready: ({ minutes }) =>
        `Open the page and attach the files. The link works once and expires in ${minutes} minutes.`,
      open: 'Open the page',
      onlyYours: 'It is for you alone: whoever has it can enter the answer in your name.',
    },
    button: 'Enter an answer',
    title: 'Enter an answer',
    how: 'For what the client sent you by another road. It counts as theirs and is marked as entered by the firm.',
    fields: {
      item: 'For which item',
      client: 'From whom',
      road: 'How it came',
      files: 'Files',
      text: 'Written answer',
      receipt: 'Receipt',
    },
    sendReceipt: 'Send the client a receipt by e-mail',
    roads: {
      mail: 'by e-mail',
      whatsapp: 'by WhatsApp',
      counter: 'in person',
      other: 'by another road',
    },
    entered: ({ by, road }) => `Came ${road}; entered by ${by}`,
    working: 'Saving the files…',
    done: ({ item }) => `The answer to “${item}” has been entered. You can review it from its message.`,
    nothingOpen: 'No item is left that takes answers.',
    noFile: ({ name }) =>
      `Slack did not hand over “${name}”. Attach it again; if that does not help, an admin of the firm has to authorise the app again.`,
  },

  toPaste: {
    button: 'Text for WhatsApp',
    title: 'Text for WhatsApp',
    how: 'Copy the text and paste it into WhatsApp or a text message. It does not say what the matter is. Whoever has the link can hand in files in the client’s name: send it to their number only.',
    text: ({ url }: { url: string }) =>
      `Hello, here is the link for sending us what is still pending: ${url} You can take photos with your phone and upload them right there. The link is personal; please do not forward it.`,
    done: 'Done',
    safeContact:
      'A client has safe contact: before you write to their phone, make sure that nobody else reads it.',
    nobody: 'There is no client left who is asked for this.',
    more: ({ count }: { count: number }) =>
      count === 1 ? 'And 1 more client.' : `And ${count} more clients.`,
  },

  hearing: {
    deleteHint:
      'If the hearing is still to come and has been announced, an e-mail will be sent that removes it from the client’s calendar.',
    tellHint:
      'If the hearing changes, tell your clients: it is then updated in the calendars it was sent to.',
    more: 'Add a hearing or urgency',
    fields: {
      day: 'Hearing: day',
      time: 'Time',
      place: 'Place or link',
      placeHint: 'For example: Family Court, room 3; or the link of the video hearing.',
      bring: 'What to bring',
    },
    urgent: 'Urgency',
    urgentHint:
      'If it is urgent, the client is asked to confirm having read it. Whoever does not confirm in time shows up in your messages, to be phoned.',
    notUrgent: 'Not urgent',
    within: ({ hours }) =>
      hours === 1 ? 'Urgent: to be confirmed within 1 hour' : `Urgent: to be confirmed within ${hours} hours`,
    incomplete: 'A hearing needs a day, a time and a place.',
    line: ({ when, place }) => `Hearing: ${when} · ${place}`,
    willConfirm: ({ hours }) =>
      hours === 1
        ? 'Urgent: they are asked to confirm within 1 hour.'
        : `Urgent: they are asked to confirm within ${hours} hours.`,
    confirmedBy: ({ confirmed, of }) =>
      confirmed === 0 ? 'Urgent: nobody has confirmed' : `Urgent: confirmed by ${confirmed} of ${of}`,
    request: {
      unconfirmed: 'An urgent request has been neither confirmed nor answered: please phone them',
      allConfirmed: 'The urgent request has been confirmed',
    },
    unconfirmed: 'An urgent notice has not been confirmed: please phone them',
    allConfirmed: 'The urgent notice has been confirmed',
    confirmedAt: ({ moment }) => `confirmed on ${moment}`,
  },

  items: {
    kinds: { paper: 'paper original', sign: 'to be signed' },
    issuedWithin: ({ days }) => `issued within the last ${days} days`,
    marks: { paper: 'paper', sign: 'sign', issued: ({ days }) => `≤ ${days} days` },
    menu: {
      receive: 'Take in the original',
      return: 'Give the original back',
      sign: 'Attach what is to be signed',
      expiry: 'Set an expiry date',
    },
    titles: {
      receive: 'Take in the original',
      giveBack: 'Give it back',
      toSign: 'To be signed',
      expiry: 'Expiry date',
    },
    fields: {
      whose: 'Who handed it over',
      kept: 'Where it is kept',
      keptHint: 'For example: safe, folder 12. The client does not see this.',
      returned: 'To whom it goes back',
      returnedHint: 'For example: to Mrs Whitfield, at the office.',
      toSign: 'Document to be signed',
      expires: 'Expires on',
      expiresHint: 'You will be told three weeks before, to ask for it again. Empty: it does not expire.',
    },
    receiveHow: 'That you took it in, and when, stays on record. The client sees that the firm has it.',
    toSignHow:
      'The client downloads it in the portal or on the page linked in the e-mail, and uploads it signed.',
    attached: ({ item }) => `The client can now download what is to be signed for “${item}”.`,
    lines: {
      held: ({ by, where, moment }) => `Taken in by ${by} on ${moment}. Kept in: ${where}`,
      returned: ({ to, moment }) => `Given back on ${moment} to: ${to}`,
      toSign: ({ file }) => `To be signed: ${file}`,
      expires: ({ day }) => `Expires on ${day}`,
    },
    expiring: ({ day }) => `A document expires on ${day}`,
    renew: 'Ask for it again',
    renewed: 'It has been asked for again.',
  },
}
