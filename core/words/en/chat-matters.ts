import type { ChatWords } from '../es-CL/chat.ts'

/** What people read where clients and matters are written down, and where a matter is kept. */
export const matters: ChatWords['matters'] = {
  titles: {
    newClient: 'New client',
    newMatter: 'New matter',
    details: 'Details',
    clients: 'Clients',
    close: 'Close the matter',
  },
  buttons: {
    newClient: 'New client',
    newMatter: 'New matter',
    add: 'Add',
    create: 'Create',
    details: 'Details',
    clients: 'Client profile',
    close: 'Close the matter',
    reopen: 'Reopen the matter',
    closeYes: 'Close it',
  },
  fields: {
    title: 'Title',
    titleHint: 'For example: Fuentes v Los Aromos Properties.',
    number: 'Court number',
    numberHint: 'As the court writes it. For example: C-1234-2025.',
    kind: 'Kind',
    clients: 'Clients',
    clientsHint: 'Whom the firm acts for. They get the notices.',
    otherSide: 'Other side',
    otherSideHint: 'Only if they are a client of the firm elsewhere. They see nothing and get no notices.',
    responsible: 'Responsible',
    responsibleHint: 'They are told what happens here.',
    responsibleChange: 'They are told what happens here. Only an admin removes somebody else.',
    visibility: 'Who in the firm may see it',
    alias: 'Reference',
    aliasHint: 'A neutral name for e-mails and chat. Empty: a code of six characters.',
    sensitive: 'Confidentiality',
    sealedTitle: 'Not shown here as the matter is sensitive. Type only to change it.',
    additional: 'Additional e-mails',
    additionalHint: 'One a line. They get the same notices.',
  },
  choices: {
    court: 'Before a court',
    internal: 'Internal: before no court',
    firm: 'The whole firm',
    private: 'Its responsible members only',
    team: ({ name }) => `Team ${name}`,
    sensitive: 'It is sensitive',
    sensitiveHow: 'E-mails carry a link only; chat, the reference only.',
  },
  clientsOf: 'Whose profile would you like to see?',
  closeHow: 'It can still be read, and takes no news or requests. You may reopen it at any time.',
  closeRequests: ({ count }) =>
    count === 1
      ? 'It has 1 open request, which is cancelled. What the client has sent is kept.'
      : `It has ${count} open requests, which are cancelled. What the client has sent is kept.`,
  done: {
    clientAdded: 'The client is added. You may create their matter now.',
    created: 'The matter is created. You may publish its first news.',
    createdUnseen: 'The matter is created. Its responsible members and the admins see it.',
    closed: 'The matter is closed.',
    reopened: 'The matter is open again. What closing it cancelled stays cancelled.',
    handedOn: 'Saved. From now on its responsible members and the admins alone see it.',
  },
  refusals: {
    clientsMissing: 'Pick at least one client.',
    bothSides: ({ name }) => `${name} cannot be on both sides.`,
    wrongTaxId: ({ taxId }) => `The check digit of “${taxId}” does not fit. Please look at it again.`,
    numberTaken: ({ number, matter }) =>
      `An open matter has the number ${number}: “${matter}”. If this is before another court, add the court to the number.`,
  },
}
