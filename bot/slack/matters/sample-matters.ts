import type { MatterDetails } from '#core/matters/matter-details.ts'
import type { Reader } from '../reader.ts'
import { email, idOf, matters, newMatter, people, self, title, type Sample } from '../sample-data.ts'
import { closeMatterView } from './close-matter.ts'
import { matterDetailsForm } from './edit-matter.ts'
import { renderMatterClients } from './matter-clients.ts'
import { newMatterForm } from './new-matter.ts'

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

/** Every view in which matters are written down and kept, with the longest data there is; for tests. */
export function sampleMatters(reader: Reader): Sample[] {
  return [
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
  ]
}
