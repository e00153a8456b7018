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
    clientsHint: 'Whom the firm acts for; they get the notices. Please check: it cannot be changed later.',
    otherSide: 'Other side',
    otherSideHint: 'Only if they are a client of the firm elsewhere. They see nothing and get no notices.',
    responsible: 'Responsible members',
    responsibleHint: 'They are told what happens here.',
    responsibleChange: 'They are told what happens here. Only an admin can remove somebody else.',
    visibility: 'Who in the firm may see it',
    visibilityHint:
      'Admins see every matter. Unless it is the whole firm, clients see it in the portal only if their access includes restricted matters.',
    alias: 'Reference',
    aliasHint: 'A neutral name for e-mails and chat. Empty: a code of six characters.',
    sensitive: 'Confidentiality',
    sealedTitle: 'Not shown here as the matter is sensitive. Type only to change it.',
    additional: 'Additional e-mails',
    additionalHint: 'One per line. They get the same notices.',
  },
  choices: {
    court: 'Before a court',
    internal: 'Internal: not before a court',
    firm: 'The whole firm',
    private: 'Its responsible members and the admins',
    team: ({ name }) => `Team ${name}`,
    sensitive: 'It is sensitive',
    sensitiveHow: 'E-mails carry a link only; chat, the reference only.',
  },
  clientsOf: 'Whose profile would you like to see?',
  closeHow:
    'It can still be read, but takes no more news or requests. If its clients see it in the portal, it moves to “Closed”. You may reopen it at any time.',
  closeRequests: ({ count }) =>
    count === 1
      ? 'It has 1 open request, which will be cancelled. What the client has sent is kept.'
      : `It has ${count} open requests, which will be cancelled. What the client has sent is kept.`,
  done: {
    clientAdded: 'Client added. You can now create their matter.',
    created: 'The matter is created. You can now publish its first news.',
    createdUnseen:
      'The matter is created. As you are not among its responsible members, only they and the admins can see it.',
    closed: 'The matter is closed.',
    reopened: 'The matter is open again. What closing it cancelled stays cancelled.',
    handedOn: 'Saved. From now on only its responsible members and the admins can see it.',
  },
  refusals: {
    clientsMissing: 'Pick at least one client.',
    bothSides: ({ name }) => `${name} cannot be on both sides.`,
    wrongTaxId: ({ taxId }) => `The check digit of “${taxId}” is not right. Please check the number.`,
    taxIdTaken: ({ taxId, name }) =>
      `There is already a client with the tax id ${taxId}: ${name}. Look for them instead of adding them again.`,
    numberTaken: ({ number, matter }) =>
      `There is already an open matter with the number ${number}: “${matter}”. If yours is before another court, add the court after the number.`,
  },
}
