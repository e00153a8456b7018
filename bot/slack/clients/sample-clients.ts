import type { ClientProfile } from '#core/clients/client-profile.ts'
import type { Reader } from '../reader.ts'
import { email, idOf, matters, name, newMatter, title, type Sample } from '../sample-data.ts'
import { additionalForm, removeAdditionalView } from './additional-email.ts'
import { correctEmailForm } from './correct-email.ts'
import { editProfileForm } from './edit-profile.ts'
import { newClientForm } from './new-client.ts'
import { pickProfileForm } from './pick-profile.ts'
import { renderProfile } from './profile.ts'
import { safeContactForm } from './safe-contact.ts'

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

/** Every view of clients with the longest data there is; for tests. */
export function sampleClients(reader: Reader): Sample[] {
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
  ]
}
