import type { FirstTemplate } from '../es-CL/templates.ts'

/** What a law office asks its clients for most, in English. */
export const templates: FirstTemplate[] = [
  {
    name: 'New client',
    title: 'Documents we need to act for you',
    details: 'These are the documents we need before we can begin to act in your name.',
    items: [
      'Identity card or passport',
      'Proof of address from the last three months',
      'Signed power of attorney',
      'Signed fee agreement',
      'What is your occupation and marital status?',
    ],
    dueInDays: 5,
  },
  {
    name: 'Employment claim',
    title: 'Documents for your employment claim',
    details:
      'We need the documents below to prepare the claim. If you do not have one of them, say so in your reply and we shall see how to obtain it. Please sign nothing before you have spoken to us.',
    items: [
      'Identity card, both sides',
      'Employment contract and its amendments',
      'Payslips of the last six months',
      'Letter of dismissal',
      'Settlement, if there is one, even unsigned',
      'Record of social security contributions',
      'What were your duties and your hours?',
      'Who might give evidence for you?',
    ],
    dueInDays: 7,
  },
  {
    name: 'Estate of a deceased person',
    title: 'Documents for the estate',
    details: 'With these documents we list the heirs and the assets.',
    items: [
      'Death certificate',
      'Marriage certificate of the deceased',
      'Birth certificate of each heir',
      'Identity card of each heir, both sides',
      'Title to each property',
      'Registration of each vehicle',
      'Bank balances at the date of death',
      'Is there a will, and where is it kept?',
    ],
    dueInDays: 15,
  },
]
