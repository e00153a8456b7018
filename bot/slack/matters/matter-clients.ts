import { pageOfAccesses } from '#core/access/granting/page-of-accesses.ts'
import { button, context, modal, section, type Modal } from '../blocks.ts'
import { profileView } from '../clients/profile.ts'
import { bold, safe } from '../mrkdwn.ts'
import type { Reader } from '../reader.ts'
import type { Turn } from '../turn.ts'

type ClientListed = { clientId: string; name: string; email: string }

const mostClients = 90

/** The profile of the matter's one client, or else its clients to choose from. Throws NotFound. */
export async function matterClientsView(
  turn: Pick<Turn, 'office' | 'by' | 'reader'>,
  matterId: string,
): Promise<Modal> {
  const { office, by, reader } = turn
  const { clients } = await pageOfAccesses(office, { by, whose: { matterId }, page: 0, size: 1 })
  const [only, ...others] = clients ?? []
  if (only && others.length === 0) return profileView(turn, { clientId: only.clientId })
  return renderMatterClients(reader, clients ?? [])
}

/** The same from what is known already. */
export function renderMatterClients({ words }: Reader, clients: ClientListed[]): Modal {
  const left = clients.length - mostClients
  return modal({
    callbackId: 'matter_clients',
    title: words.matters.titles.clients,
    close: words.buttons.close,
    blocks: [
      context(words.matters.clientsOf),
      ...clients
        .slice(0, mostClients)
        .map(({ clientId, name, email }) =>
          section(
            `${bold(name, 200)}\n${safe(email, 300)}`,
            button('client_open', words.client.buttons.open, clientId),
          ),
        ),
      ...(left > 0 ? [context(words.client.more({ count: left }))] : []),
    ],
  })
}
