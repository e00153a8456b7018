import type { ClientProfile } from '#core/clients/client-profile.ts'
import type { FirmSettings } from '#core/firms/firm-settings.ts'
import type { MatterDetails } from '#core/matters/matter-details.ts'
import type { MemberListed } from '#core/members/list-members.ts'
import type { Template } from '#core/requests/templates/template.ts'
import type { Modal } from '../blocks.ts'
import { additionalForm, removeAdditionalView } from '../clients/additional-email.ts'
import { correctEmailForm } from '../clients/correct-email.ts'
import { editProfileForm } from '../clients/edit-profile.ts'
import { newClientForm } from '../clients/new-client.ts'
import { pickProfileForm } from '../clients/pick-profile.ts'
import { renderProfile } from '../clients/profile.ts'
import { safeContactForm } from '../clients/safe-contact.ts'
import { closeMatterView } from '../matters/close-matter.ts'
import { matterDetailsForm } from '../matters/edit-matter.ts'
import { renderMatterClients } from '../matters/matter-clients.ts'
import { newMatterForm } from '../matters/new-matter.ts'
import type { Reader } from '../reader.ts'
import { removeTemplateView, templateForm } from '../templates/edit-template.ts'
import { renderTemplates } from '../templates/templates-list.ts'
import { requestForm } from '../views/request-documents.ts'
import { absenceForm } from './absence.ts'
import { firmForm } from './firm.ts'
import { handOverForm } from './hand-over.ts'
import { addMemberForm, leaveView, roleForm } from './people.ts'
import { remindersForm } from './reminders.ts'
import { renderSettings } from './settings.ts'
import { renderTeam } from './team.ts'

type Sample = [name: string, view: Modal]

const title = '⚖️ «Ñandú» <!channel> & hijos *con* عبد الرحمن '.repeat(10).slice(0, 300)
const name = title.slice(0, 200)
const email = `${'persona'.repeat(9)}@${'correo.'.repeat(26)}example`
const idOf = (kind: string, number: number) => `${kind}${number}`.padEnd(20, 'x')

const matters = Array.from({ length: 120 }, (_, number) => ({
  id: idOf('matter', number),
  title: `${number} ${title}`.slice(0, 300),
  reference: 'R'.repeat(60),
  hidden: number % 2 === 0,
  closed: number % 3 === 0,
  side: number % 5 === 0 ? ('other' as const) : ('ours' as const),
}))

/** The longest profile there is. */
export const profile: ClientProfile = {
  clientId: idOf('client', 0),
  name,
  taxId: '9'.repeat(40),
  phones: Array.from({ length: 60 }, () => '+56 9 1234 5678 anexo 1234567890 &&&&&&&'),
  address: title,
  email,
  dead: true,
  salutation: title.slice(0, 100),
  locale: 'pt-BR',
  timeZone: 'Antarctica/DumontDUrville',
  spoken: 'pt-BR',
  zone: 'Antarctica/DumontDUrville',
  firm: { locale: 'es-CL', timeZone: 'America/Argentina/ComodRivadavia' },
  safeContact: { from: '00:00', until: '23:59' },
  left: false,
  additional: Array.from({ length: 40 }, (_, number) => ({
    id: idOf('additional', number),
    email,
    name,
    role: title.slice(0, 100),
    matters: number % 2 === 0 ? null : { seen: matters.slice(0, 100), unseen: 1000 },
    dead: true,
  })),
  matters: matters.slice(0, 100),
  matterCount: 40_000,
}
const bare: ClientProfile = {
  ...profile,
  ...{ taxId: null, phones: [], address: null, salutation: null, locale: null, timeZone: null },
  ...{ safeContact: null, dead: false, left: false, additional: [], matters: [], matterCount: 0 },
}
const first = {
  ...profile.additional[1],
  id: idOf('additional', 0),
  email,
  name,
  role: title.slice(0, 100),
  dead: true,
  matters: { seen: matters.slice(0, 100), unseen: 1000 },
}

const member: MemberListed = {
  memberId: idOf('member', 0),
  name,
  email,
  role: 'admin',
  matters: 99_999,
  absence: {
    delegateId: idOf('member', 1),
    delegate: name,
    from: '2025-12-31',
    until: '2027-01-31',
    isNow: true,
  },
  inChat: false,
  wantsDigest: true,
}
const colleague: MemberListed = {
  ...member,
  role: 'assistant',
  matters: 0,
  absence: null,
  wantsDigest: false,
}
const people = Array.from({ length: 300 }, (_, number) => ({ ...member, memberId: idOf('member', number) }))

/** A firm that has said all it can. */
export const firm: FirmSettings = {
  name,
  locale: 'es-CL',
  timeZone: 'America/Argentina/ComodRivadavia',
  supportContact: title,
  accent: '#7a1f3d',
  closingDays: Array.from({ length: 730 }, (_, number) =>
    new Date(Date.UTC(2026, 0, 1 + 2 * number)).toISOString().slice(0, 10),
  ),
  digestHour: '07:30',
  digestBy: 'both',
  policy: { from: 6, until: 22, daysApart: 7, mostPerWeek: 2 },
  holdSeconds: 60,
  trustsServer: false,
  formOfAddress: 'senhor',
}

const template: Template = {
  id: idOf('template', 0),
  firmId: idOf('firm', 0),
  name: title.slice(0, 75),
  title,
  details: title.repeat(10).slice(0, 3000),
  items: Array.from({ length: 80 }, (_, number) => `${number} ${title}`.slice(0, 300)),
  dueInDays: 365,
  createdAt: new Date('2026-03-02T12:00:00Z'),
  editedAt: null,
  removedAt: null,
  removedBy: null,
}
const templates = Array.from({ length: 200 }, (_, number) => ({ ...template, id: idOf('template', number) }))
const charge = { memberId: idOf('member', 0), name, matters }

const newMatter = {
  title,
  clientIds: Array.from({ length: 50 }, (_, number) => idOf('client', number)),
  over: null,
  fillings: 99,
}
const clients = newMatter.clientIds.map((clientId) => ({
  ...{ id: clientId, name: title.slice(0, 200), email, taxId: '9'.repeat(40) },
}))
const clientsListed = Array.from({ length: 200 }, (_, number) => ({
  ...{ clientId: idOf('client', number), name: title.slice(0, 200), email },
}))
const teams = Array.from({ length: 120 }, (_, number) => ({
  teamId: idOf('team', number),
  name: title.slice(0, 100),
}))
const details: MatterDetails = {
  matter: matters[0] ?? {
    id: idOf('matter', 0),
    title,
    reference: 'R'.repeat(60),
    hidden: false,
    closed: false,
  },
  title,
  number: '9'.repeat(60),
  alias: 'R'.repeat(60),
  sensitive: false,
  responsible: people.slice(0, 60).map(({ memberId, name: called }) => ({ memberId, name: called })),
  openRequests: 99_999,
}

/** Every view of settings, clients and templates with the longest data there is; for tests. */
export function sampleSettings(reader: Reader): Sample[] {
  const long = {
    title,
    details: template.details,
    items: template.items.join('\n'),
    dueOn: '2026-03-17',
  }
  const option = { text: { type: 'plain_text' as const, text: title.slice(0, 75) }, value: idOf('matter', 0) }
  const self = { ...option, value: idOf('member', 0) }

  return [
    ['a profile', renderProfile(reader, profile, 0, title)],
    ['a later page of it', renderProfile(reader, profile, 3)],
    ['the profile of who has left', renderProfile(reader, { ...profile, left: true }, 0)],
    ['a profile with next to nothing', renderProfile(reader, bare, 0)],
    ['the contact sheet', editProfileForm(reader, profile)],
    ['an empty contact sheet', editProfileForm(reader, bare)],
    ['a dead address', correctEmailForm(reader, profile)],
    ['safe contact', safeContactForm(reader, profile)],
    ['usual contact', safeContactForm(reader, bare)],
    ['a new address', additionalForm(reader, profile, null)],
    ['a new address of a client without matters', additionalForm(reader, bare, null)],
    ['an address', additionalForm(reader, profile, first)],
    ['an address that goes', removeAdditionalView(reader, profile, first)],
    ['the question which client', pickProfileForm(reader, title, title)],
    ['a new client', newClientForm(reader, name, null)],
    ['a new client by their address', newClientForm(reader, email, newMatter)],
    ['a new matter', newMatterForm(reader, newMatter, { clients, teams, member: self })],
    [
      'a new matter of one client',
      newMatterForm(
        reader,
        { ...newMatter, over: idOf('client', 0) },
        { clients: [], teams: [], member: self },
      ),
    ],
    ['what is kept of a matter', matterDetailsForm(reader, details)],
    [
      'what is kept of a sensitive matter',
      matterDetailsForm(reader, {
        ...details,
        ...{ title: null, number: null, alias: null, sensitive: true, responsible: [] },
      }),
    ],
    [
      'a matter that closes',
      closeMatterView(reader, { ...details, matter: { ...details.matter, hidden: false } }),
    ],
    ['a hidden matter that closes', closeMatterView(reader, details)],
    ['the clients of a matter', renderMatterClients(reader, clientsListed)],
    ['the templates', renderTemplates(reader, templates, true, 0, title)],
    ['the templates to read', renderTemplates(reader, templates, false, 19)],
    ['no templates', renderTemplates(reader, [], true, 0)],
    ['a template', templateForm(reader, template)],
    ['a new template', templateForm(reader, null)],
    ['a template that goes', removeTemplateView(reader, template)],
    [
      'a request filled in from a template',
      requestForm(reader, { matter: option, template: option, request: long, fillings: 99 }),
    ],
    ['the settings of an admin', renderSettings(reader, member, firm, title)],
    ['the settings of an assistant', renderSettings(reader, colleague, { ...firm, supportContact: null })],
    ['an absence', absenceForm(reader, member, '2026-03-03', 'settings')],
    ['no absence', absenceForm(reader, colleague, '2026-03-03', 'team')],
    ['a handover', handOverForm(reader, charge, 'settings')],
    ['a handover of nothing', handOverForm(reader, { ...charge, matters: [] }, 'team')],
    ['the firm', firmForm(reader, firm)],
    ['a firm that has said little', firmForm(reader, { ...firm, accent: null, closingDays: [] })],
    [
      'a firm with many closing days',
      firmForm(reader, { ...firm, closingDays: firm.closingDays.slice(0, 272) }),
    ],
    ['reminders', remindersForm(reader, firm)],
    ['the people', renderTeam(reader, people, 0, title)],
    ['a later page of them', renderTeam(reader, people, 7)],
    ['a new person', addMemberForm(reader)],
    ['a role', roleForm(reader, member)],
    ['somebody who leaves', leaveView(reader, member)],
  ]
}
