import { usualCategories } from '#core/access/access.ts'
import { accessShown, type AccessShown } from '#core/access/granting/access-shown.ts'
import { addAccess } from '#core/access/granting/add-access.ts'
import { pageOfAccesses } from '#core/access/granting/page-of-accesses.ts'
import { isRefusal } from '#core/errors.ts'
import {
  actions,
  button,
  divider,
  input,
  modal,
  option,
  section,
  sure,
  type Block,
  type Modal,
} from '../blocks.ts'
import { cut, escape } from '../mrkdwn.ts'
import { nothingIfRefused } from '../nothing-if-refused.ts'
import type { SubmitAnswer } from '../on-submits.ts'
import type { Reader } from '../reader.ts'
import type { SubmitTurn } from '../turn.ts'
import { accessFields, accessFieldsIn, type AccessFields } from './access-fields.ts'
import { clientNames } from './access-lines.ts'
import { clientField, clientOption } from './client-field.ts'
import { chosen } from './form-values.ts'
import { overAccesses, refreshAccesses, type OverAccesses } from './over-accesses.ts'

type Client = { clientId: string; name: string; email?: string }

export type AddAccessFilled = Partial<AccessFields> & {
  client?: Client
  kind?: AccessShown['kind']
  /** The access that has the address already. */
  taken?: AccessShown
}

/** A new way into the portal: for whom, of which kind, and what it may see. */
export function addAccessForm(reader: Reader, filled: AddAccessFilled, over: OverAccesses['over']): Modal {
  const { words } = reader
  const { access } = words
  const { client, kind = 'account', taken } = filled
  const kinds = (['account', 'link'] as const).map((one) => option(access.kinds[one], one))
  const usual = { name: '', email: '', can: usualCategories, privateMatters: false, teamMatters: false }
  return modal({
    callbackId: 'access_add',
    title: access.titles.add,
    submit: words.buttons.save,
    close: words.buttons.cancel,
    metadata: JSON.stringify({ over } satisfies OverAccesses),
    blocks: [
      ...(taken && client ? takenBlocks(reader, taken, client) : []),
      clientField(words, client && { initial: clientOption({ id: client.clientId, name: client.name }) }),
      input('kind', access.fields.kind, {
        type: 'radio_buttons',
        action_id: 'kind',
        options: kinds,
        initial_option: kinds[kind === 'account' ? 0 : 1],
      }),
      ...accessFields(
        reader,
        { ...usual, ...filled },
        { nameMayBeEmpty: true, emailHint: access.fields.emailHint },
      ),
    ],
  })
}

/** Another address is asked for; where it is the same person, the access there is may be extended to this client. */
function takenBlocks(reader: Reader, taken: AccessShown, client: Client): Block[] {
  const { access } = reader.words
  const name = cut(taken.name, 60)
  const button_ = button(
    'access_extend',
    access.buttons.extend({ name: cut(taken.name, 24) }),
    `${taken.accessId}:${client.clientId}`,
    {
      confirm: sure(reader.words, {
        title: access.extendTitle,
        text: access.extendSure({ name, client: cut(client.name, 60) }),
        yes: access.buttons.extendYes,
      }),
    },
  )
  return [
    section(`⚠️ ${access.taken({ whose: holderOf(reader, taken) })}`),
    section(access.extendHow),
    actions('access_taken', [button_]),
    divider,
  ]
}

/** "Rosa Fuentes", and in brackets the clients the access stands for where that is not the same. */
function holderOf(reader: Reader, taken: AccessShown): string {
  const name = escape(cut(taken.name, 60))
  const clients = clientNames(reader, taken)
  return taken.clients.every((client) => client.name === taken.name) ? name : `${name} (${clients})`
}

/** Adds the access; nothing is sent before the invitation, which the next view offers. */
export async function submitAddedAccess(turn: SubmitTurn): Promise<SubmitAnswer> {
  const { office, by, reader, view, interaction } = turn
  const clientId = chosen(view, 'client')
  if (!clientId) {
    return { response_action: 'errors', errors: { client: reader.words.access.clientMissing } }
  }
  const kind = chosen(view, 'kind') === 'link' ? 'link' : 'account'
  const fields = accessFieldsIn(view)
  const { over } = overAccesses(view.private_metadata)
  try {
    const wish = { by, clientId, kind, ...fields, name: fields.name || undefined, interaction } as const
    const { accessId } = await addAccess(office, wish)
    turn.after(() => refreshAccesses(turn, { over }))
    const added = await accessShown(office, { by, accessId })
    return { response_action: 'update', view: addedAccessView(reader, added, over) }
  } catch (error) {
    if (isRefusal(error) && error.code === 'address_taken') {
      const accessId = String(error.facts.accessId)
      turn.after(() => offerExtension(turn, accessId, clientId, { ...fields, kind }))
    }
    throw error
  }
}

// Only where the member may handle that access, and it does not stand for this client already.
async function offerExtension(
  { office, by, reader, client, view }: SubmitTurn,
  accessId: string,
  clientId: string,
  filled: AddAccessFilled,
): Promise<void> {
  const taken = await accessShown(office, { by, accessId }).catch(nothingIfRefused)
  if (!taken || taken.clients.some((one) => one.clientId === clientId)) return
  const { clients } = await pageOfAccesses(office, { by, whose: { clientId }, page: 0, size: 1 })
  const [whom] = clients ?? []
  if (!whom) return
  const { over } = overAccesses(view.private_metadata)
  await client.views.update({
    view_id: view.id,
    view: addAccessForm(reader, { ...filled, client: whom, taken }, over),
  })
}

/** What was done, and the button that sends the invitation. */
export function addedAccessView({ words }: Reader, added: AccessShown, over: OverAccesses['over']): Modal {
  return modal({
    callbackId: 'access_added',
    title: words.titles.done,
    close: words.buttons.close,
    metadata: JSON.stringify({ over, accessId: added.accessId } satisfies OverAccesses),
    blocks: [
      section(words.access.added({ name: escape(cut(added.name, 200)) })),
      actions('access_invitation', [
        button('access_invite', words.access.buttons.invite, added.accessId, { style: 'primary' }),
      ]),
    ],
  })
}
