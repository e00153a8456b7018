import { allCategories, type AccessShown } from '#core/access/granting/access-shown.ts'
import { momentInWords } from '#core/words/format.ts'
import { bold, safe } from '../mrkdwn.ts'
import type { Reader } from '../reader.ts'

/** How many clients of one access are named. */
const mostNamed = 5

/** An access in a few lines: whose it is, how they enter, what has become of it, what it sees; mrkdwn of at most 2500 units. */
export function accessLines(reader: Reader, access: AccessShown, names: 'with clients' | 'alone'): string {
  const { words } = reader
  return [
    `${bold(access.name, 150)} · ${safe(access.email, 300)}`,
    words.access.kinds[access.kind],
    stateOf(reader, access),
    whatItSees(reader, access),
    ...(names === 'with clients' || access.clients.length > 1 ? [clientsLine(reader, access)] : []),
  ].join('\n')
}

/** "Invitación enviada el …", "Ya ingresó · última visita el …". */
function stateOf({ words, locale, timeZone, today }: Reader, access: AccessShown): string {
  const { state } = words.access
  const said = (date: Date) => ({ moment: momentInWords(date, locale, timeZone, today) })
  if (access.state === 'not_invited') return state.notInvited
  if (access.state === 'invited') return access.invitedAt ? state.invited(said(access.invitedAt)) : ''
  return [state.entered, ...(access.lastSeenAt ? [state.lastSeen(said(access.lastSeenAt))] : [])].join(' · ')
}

function whatItSees({ words }: Reader, access: AccessShown): string {
  const { categories, matters, sees } = words.access
  const what = [
    ...allCategories.filter((one) => access.can.includes(one)).map((one) => categories[one]),
    ...(access.privateMatters ? [matters.private] : []),
    ...(access.teamMatters ? [matters.team] : []),
  ]
  return sees({ what: what.join(', ') })
}

/** "Cliente: Rosa Fuentes", or the several it stands for. */
export function clientsLine(reader: Reader, access: AccessShown): string {
  const { matter, access: words } = reader.words
  const names = clientNames(reader, access)
  return access.clients.length > 1 ? matter.clients({ names }) : words.clients({ names })
}

/** Names of the clients an access stands for. */
export function clientNames({ locale }: Reader, access: AccessShown): string {
  const names = access.clients.slice(0, mostNamed).map((client) => safe(client.name, 150))
  const rest = access.clients.length > mostNamed ? ['…'] : []
  return new Intl.ListFormat(locale).format([...names, ...rest])
}
