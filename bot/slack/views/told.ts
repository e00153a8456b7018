import type { WhoIsTold } from '#core/matters/who-is-told.ts'
import { context, input, option, section, texts, type Block } from '../blocks.ts'
import { bold, safe, strong } from '../mrkdwn.ts'
import type { Reader } from '../reader.ts'
import { matterLine } from './matter-line.ts'

/** How many options a select holds. */
const mostOptions = 100

/**
 * The head of every second step: who will be told, address by address, who cannot be, and whether the portal shows it;
 * with the choices that are open, `audience` and `announce`.
 */
export function toldBlocks(reader: Reader, told: WhoIsTold): Block[] {
  const { confirm } = reader.words
  const mails = told.clients.reduce((sum, client) => sum + client.emails.length, 0)
  const willTell = strong(confirm.willTell({ names: namesOf(reader, told), mails }))
  const addresses = told.clients.map(
    (client) => `${bold(client.name, 100)}: ${safe(addressesOf(reader, client), 2500)}`,
  )
  return [
    section(`${willTell} ${inPortal(reader, told)}`),
    context(matterLine(reader.words, told.matter)),
    ...texts(addresses)
      .slice(0, 20)
      .map((text) => section(text)),
    ...(told.matter.sensitive ? [context(confirm.sensitive)] : []),
    ...audienceBlocks(reader, told),
    ...(told.matter.hidden ? [ifHiddenBlock(reader)] : []),
  ]
}

function inPortal({ words: { confirm } }: Reader, { matter, accesses }: WhoIsTold): string {
  if (matter.hidden) return confirm.hidden
  return matter.visibility === 'firm' ? confirm.visible({ accesses }) : confirm.restricted
}

function addressesOf({ words }: Reader, { emails }: WhoIsTold['clients'][number]): string {
  return emails.length > 0 ? emails.join(', ') : words.confirm.noAddress
}

// Only those whom mail reaches are told; where it reaches nobody, the sentence names those it does not reach.
function namesOf(reader: Reader, told: WhoIsTold): string {
  const reached = told.clients.filter(({ emails }) => emails.length > 0)
  const clients = reached.length > 0 ? reached : told.clients
  if (clients.length > 3) return reader.words.confirm.manyClients({ count: clients.length })
  return new Intl.ListFormat(reader.locale).format(clients.map(({ name }) => safe(name, 200)))
}

function audienceBlocks(reader: Reader, { clients }: WhoIsTold): Block[] {
  if (clients.length < 2 || clients.length > mostOptions) return []
  const options = clients.map((client) => option(client.name, client.clientId, addressesOf(reader, client)))
  return [
    input('audience', reader.words.fields.audience, {
      type: 'multi_static_select',
      action_id: 'audience',
      options,
      initial_options: options,
    }),
  ]
}

function ifHiddenBlock({ words }: Reader): Block {
  return input('announce', words.fields.ifHidden, {
    type: 'radio_buttons',
    action_id: 'announce',
    options: [option(words.choices.show, 'show'), option(words.choices.keep, 'keep')],
  })
}
