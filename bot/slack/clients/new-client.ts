import { z } from 'zod'
import { addClient } from '#core/clients/add-client.ts'
import type { ChatWords } from '#core/words/es-CL/chat.ts'
import { languageNames, locales } from '#core/words/locale.ts'
import { button, input, modal, option, select, textField, type Modal } from '../blocks.ts'
import { newMatterState, newMatterView, type NewMatterState } from '../matters/new-matter.ts'
import { cut } from '../mrkdwn.ts'
import type { SubmitAnswer } from '../on-submits.ts'
import type { Reader } from '../reader.ts'
import { show } from '../show.ts'
import type { ClickTurn, SubmitTurn } from '../turn.ts'
import { mostPicked } from '../views/client-field.ts'
import { allChosen, chosen, typed } from '../views/form-values.ts'
import { linesOf } from './lines-of.ts'
import { profileView } from './profile.ts'

/** The new matter whose form waits beneath, if one does. */
const state = z.object({ forMatter: newMatterState.nullable() })

const asFirm = 'firm'

/** Leads to the form for a new client, with the words that were looked for. */
export function newClientButton({ matters }: ChatWords, looked: string) {
  return button('client_new', matters.buttons.newClient, JSON.stringify(cut(looked, 200)))
}

/** From the search for a client: the form for a new one. */
export async function openNewClient(turn: ClickTurn): Promise<void> {
  const looked = z.string().parse(JSON.parse(turn.value))
  await show(turn, newClientForm(turn.reader, looked, null))
}

/** From the form for a new matter: the same, and the matter goes on with the client in it. */
export async function openNewClientHere(turn: ClickTurn): Promise<void> {
  if (!turn.view) return
  const before = newMatterState.parse(JSON.parse(turn.view.private_metadata))
  const clientIds = allChosen(turn.view, 'clients') ?? []
  await show(turn, newClientForm(turn.reader, '', { ...before, clientIds }))
}

/** Who they are, and where they are written to. */
export function newClientForm({ words }: Reader, looked: string, forMatter: NewMatterState | null): Modal {
  const { fields, choices } = words.client
  const { matters } = words
  const isAddress = looked.includes('@')
  const languages = [
    option(choices.asFirmShort, asFirm),
    ...locales.map((locale) => option(languageNames[locale], locale)),
  ]
  return modal({
    callbackId: 'client_new',
    title: matters.titles.newClient,
    submit: matters.buttons.add,
    close: words.buttons.cancel,
    metadata: JSON.stringify({ forMatter } satisfies z.infer<typeof state>),
    blocks: [
      input('name', fields.name, textField('name', 200, isAddress ? null : looked)),
      input('email', fields.email, {
        type: 'email_text_input',
        action_id: 'email',
        ...(isAddress && { initial_value: looked }),
      }),
      input(
        'phone',
        fields.phone,
        { ...textField('phone', 3000), multiline: true },
        { optional: true, hint: fields.phoneHint },
      ),
      input('tax-id', fields.taxId, textField('tax-id', 40), { optional: true, hint: fields.taxIdHint }),
      select('locale', fields.locale, languages, { picked: asFirm }),
      input(
        'additional',
        matters.fields.additional,
        { ...textField('additional', 3000), multiline: true },
        { optional: true, hint: matters.fields.additionalHint },
      ),
    ],
  })
}

/** Adds the client, once however often it is sent; the profile shows, or the form for the matter goes on with them in it. */
export async function submitNewClient(turn: SubmitTurn): Promise<SubmitAnswer> {
  const { office, by, reader, view, interaction } = turn
  const { forMatter } = state.parse(JSON.parse(view.private_metadata))
  const { clientId } = await addClient(office, {
    by,
    name: typed(view, 'name'),
    email: typed(view, 'email'),
    phones: linesOf(typed(view, 'phone')),
    taxId: typed(view, 'tax-id'),
    locale: locales.find((one) => one === chosen(view, 'locale')),
    additional: linesOf(typed(view, 'additional')),
    interaction,
  })
  if (forMatter) return backToMatter(turn, forMatter, clientId)
  const { clientAdded } = reader.words.matters.done
  return { response_action: 'update', view: await profileView(turn, { clientId }, clientAdded) }
}

async function backToMatter(
  turn: SubmitTurn,
  before: NewMatterState,
  clientId: string,
): Promise<SubmitAnswer> {
  const clientIds = [...before.clientIds, clientId].slice(-mostPicked)
  const next = () => newMatterView(turn, { ...before, clientIds, fillings: before.fillings + 1 })
  const below = turn.view.previous_view_id
  if (!below) return { response_action: 'update', view: await next() }
  turn.after(async () => turn.client.views.update({ view_id: below, view: await next() }))
  return null
}
