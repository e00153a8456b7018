import { z } from 'zod'
import { addAdditionalEmail } from '#core/clients/add-additional-email.ts'
import { clientProfile, type AdditionalEmail, type ClientProfile } from '#core/clients/client-profile.ts'
import { editAdditionalEmail } from '#core/clients/edit-additional-email.ts'
import { removeAdditionalEmail } from '#core/clients/remove-additional-email.ts'
import { NotFound } from '#core/errors.ts'
import { input, modal, option, section, type Block, type Modal } from '../blocks.ts'
import { bold } from '../mrkdwn.ts'
import type { SubmitAnswer } from '../on-submits.ts'
import type { Reader } from '../reader.ts'
import { show } from '../show.ts'
import type { ClickTurn, SubmitTurn } from '../turn.ts'
import { allChosen, typed } from '../views/form-values.ts'
import { backToProfile, profileState } from './profile.ts'

const about = z.object({ clientId: z.string(), additionalId: z.string().nullable() })

/** How many options a select of Slack's holds. */
const mostOptions = 100

/** From a profile: the form for another address. */
export async function openAdditionalForm(turn: ClickTurn): Promise<void> {
  const { office, by, reader, value: clientId } = turn
  await show(
    turn,
    clientProfile(office, { by, clientId }).then((profile) => additionalForm(reader, profile, null)),
  )
}

/** The ⋯ menu of an additional address; its value is the choice and the address's id. */
export async function additionalMenu(turn: ClickTurn): Promise<void> {
  const { office, by, reader, view } = turn
  if (!view) return
  const [choice, additionalId] = turn.value.split(':')
  const { clientId } = profileState(view.private_metadata)
  const formOf = choice === 'edit' ? additionalForm : choice === 'remove' ? removeAdditionalView : null
  if (formOf) await show(turn, aboutEmail(formOf))

  async function aboutEmail(form: typeof removeAdditionalView) {
    const profile = await clientProfile(office, { by, clientId })
    const entry = profile.additional.find((one) => one.id === additionalId)
    if (!entry) throw new NotFound()
    return form(reader, profile, entry)
  }
}

/** Address, name, role, and the matters it is for; empty where it is a new one. */
export function additionalForm(reader: Reader, profile: ClientProfile, entry: AdditionalEmail | null): Modal {
  const { words } = reader
  const { fields, titles } = words.client
  const text = (blockId: string, most: number, initial: string | null | undefined) => ({
    type: 'plain_text_input' as const,
    action_id: blockId,
    max_length: most,
    ...(initial && { initial_value: initial }),
  })
  const email = { type: 'email_text_input', action_id: 'email' } as const
  return modal({
    callbackId: 'client_email',
    title: entry ? titles.editEmail : titles.addEmail,
    submit: words.buttons.save,
    close: words.buttons.cancel,
    metadata: metadataOf(profile, entry),
    blocks: [
      ...(entry?.dead ? [section(words.client.correctHint)] : []),
      input('email', fields.additionalEmail, { ...email, ...(entry && { initial_value: entry.email }) }),
      input('name', fields.additionalName, text('name', 200, entry?.name), { optional: true }),
      input('role', fields.role, text('role', 100, entry?.role), { optional: true, hint: fields.roleHint }),
      ...matterBlocks(reader, profile, entry),
    ],
  })
}

function metadataOf({ clientId }: ClientProfile, entry: AdditionalEmail | null): string {
  return JSON.stringify({ clientId, additionalId: entry?.id ?? null } satisfies z.infer<typeof about>)
}

function matterBlocks({ words }: Reader, profile: ClientProfile, entry: AdditionalEmail | null): Block[] {
  const { fields } = words.client
  const picked = entry?.matters?.seen ?? []
  const others = profile.matters.filter(
    (matter) => matter.side === 'ours' && !picked.some((one) => one.id === matter.id),
  )
  const options = [...picked, ...others]
    .slice(0, mostOptions)
    .map((matter) => option(matter.title, matter.id))
  if (options.length === 0) return []
  const initial = options.slice(0, picked.length)
  return [
    input(
      'matters',
      fields.matters,
      {
        type: 'multi_static_select',
        action_id: 'matters',
        options,
        ...(initial.length > 0 && { initial_options: initial }),
      },
      { optional: true, hint: fields.mattersHint },
    ),
  ]
}

/** Adds the address, or changes it; the next notice goes by it. */
export async function submitAdditional(turn: SubmitTurn): Promise<SubmitAnswer> {
  const { office, by, view, interaction, reader } = turn
  const { clientId, additionalId } = about.parse(JSON.parse(view.private_metadata))
  const email = typed(view, 'email').trim()
  const wish = {
    by,
    email,
    name: typed(view, 'name'),
    role: typed(view, 'role'),
    matterIds: allChosen(view, 'matters') ?? null,
    interaction,
  }
  if (additionalId) await editAdditionalEmail(office, { ...wish, additionalId })
  else await addAdditionalEmail(office, { ...wish, clientId })
  const { emailAdded, emailSaved } = reader.words.client
  const said = additionalId ? emailSaved : emailAdded
  return backToProfile(turn, clientId, said({ email: email.toLowerCase() }))
}

/** The last question before an address gets nothing any more. */
export function removeAdditionalView(
  { words }: Reader,
  profile: ClientProfile,
  entry: AdditionalEmail,
): Modal {
  return modal({
    callbackId: 'client_email_remove',
    title: words.client.titles.removeEmail,
    submit: words.client.buttons.removeEmail,
    close: words.buttons.cancel,
    metadata: metadataOf(profile, entry),
    blocks: [section(bold(entry.email)), section(words.client.removeHow)],
  })
}

/** Removes it; the profile shows without it. */
export async function submitRemovedAdditional(turn: SubmitTurn): Promise<SubmitAnswer> {
  const { office, by, view, interaction, reader } = turn
  const { clientId, additionalId } = about.parse(JSON.parse(view.private_metadata))
  const { additional } = await clientProfile(office, { by, clientId })
  const email = additional.find((one) => one.id === additionalId)?.email ?? ''
  await removeAdditionalEmail(office, { by, additionalId: additionalId ?? '', interaction })
  return backToProfile(turn, clientId, reader.words.client.emailRemoved({ email }))
}
