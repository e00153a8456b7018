import type { ClientFound } from '#core/clients/find-clients.ts'
import { findClients } from '#core/clients/find-clients.ts'
import type { MemberActor } from '#core/members/actor.ts'
import type { Office } from '#core/office.ts'
import type { ChatWords } from '#core/words/es-CL/chat.ts'
import { input, option, plain, type Block, type Option } from '../blocks.ts'
import type { Reader } from '../reader.ts'

/** The select that finds a client while one types. */
export function clientField(
  { access }: ChatWords,
  more: { initial?: Option; optional?: boolean; hint?: string } = {},
): Block {
  const { initial, ...rest } = more
  return input(
    'client',
    access.fields.client,
    {
      type: 'external_select',
      action_id: 'client',
      min_query_length: 0,
      placeholder: plain(access.fields.clientHint, 150),
      ...(initial && { initial_option: initial }),
    },
    rest,
  )
}

/** The select that finds several; `fillings` tells how often we have filled it in, lest Slack keeps what stood in it. */
export function clientsField(
  { access }: ChatWords,
  blockId: string,
  label: string,
  more: { initial?: Option[]; fillings?: number; optional?: boolean; hint?: string } = {},
): Block {
  const { initial = [], fillings = 0, ...rest } = more
  return input(
    blockId,
    label,
    {
      type: 'multi_external_select',
      action_id: fillings === 0 ? 'client' : `client:${fillings}`,
      min_query_length: 0,
      max_selected_items: mostPicked,
      placeholder: plain(access.fields.clientHint, 150),
      ...(initial.length > 0 && { initial_options: initial }),
    },
    rest,
  )
}

/** How many clients a form takes for one matter. */
export const mostPicked = 50

/** A client as an option: the name, and below it tax id and e-mail. */
export function clientOption(client: Pick<ClientFound, 'id' | 'name'> & Partial<ClientFound>): Option {
  return option(client.name, client.id, [client.taxId, client.email].filter((part) => part).join(' · '))
}

/** What the type-ahead of a client offers for what has been typed; at first the first by name. */
export async function findClientOptions(
  office: Office,
  { by, typed }: { by: MemberActor; reader: Reader; typed: string },
): Promise<Option[]> {
  return (await findClients(office, { by, words: typed })).map(clientOption)
}
