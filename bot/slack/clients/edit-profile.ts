import { clientProfile, type ClientProfile } from '#core/clients/client-profile.ts'
import { editClient } from '#core/clients/edit-client.ts'
import { clientTimeZones } from '#core/clients/time-zones.ts'
import { languageNames, locales } from '#core/words/locale.ts'
import { input, modal, option, select, textField, type Block, type Modal } from '../blocks.ts'
import type { SubmitAnswer } from '../on-submits.ts'
import type { Reader } from '../reader.ts'
import { show } from '../show.ts'
import type { ClickTurn, SubmitTurn } from '../turn.ts'
import { chosen, typed } from '../views/form-values.ts'
import { linesOf } from './lines-of.ts'
import { backToProfile, profileState } from './profile.ts'
import { zoneName } from './zone-name.ts'

/** Stands for "as the firm" in a select. */
const asFirm = 'firm'

/** What Slack lets somebody type into one field; what is longer stays as it is. */
const longestField = 3000

/** From a profile: the contact sheet, to be changed. */
export async function openProfileForm(turn: ClickTurn): Promise<void> {
  const { office, by, reader, value: clientId } = turn
  await show(
    turn,
    clientProfile(office, { by, clientId }).then((profile) => editProfileForm(reader, profile)),
  )
}

/** The contact sheet as it stands. */
export function editProfileForm(reader: Reader, profile: ClientProfile): Modal {
  const { words } = reader
  const { fields } = words.client
  const phones = profile.phones.join('\n')
  const phoneField = { ...textField('phone', longestField, phones), multiline: true }
  return modal({
    callbackId: 'client_edit',
    title: words.client.titles.edit,
    submit: words.buttons.save,
    close: words.buttons.cancel,
    metadata: JSON.stringify({ clientId: profile.clientId, page: 0 }),
    blocks: [
      input('name', fields.name, textField('name', 200, profile.name)),
      input('tax-id', fields.taxId, textField('tax-id', 40, profile.taxId), {
        optional: true,
        hint: fields.taxIdHint,
      }),
      input(
        'email',
        fields.email,
        { type: 'email_text_input', action_id: 'email', initial_value: profile.email },
        { hint: fields.emailHint },
      ),
      ...(phones.length > longestField
        ? []
        : [input('phone', fields.phone, phoneField, { optional: true, hint: fields.phoneHint })]),
      input('address', fields.address, textField('address', 300, profile.address), { optional: true }),
      ...speechBlocks(reader, profile),
      input('salutation', fields.salutation, textField('salutation', 100, profile.salutation), {
        optional: true,
        hint: fields.salutationHint,
      }),
    ],
  })
}

function speechBlocks(reader: Reader, profile: ClientProfile): Block[] {
  const { fields, choices } = reader.words.client
  const zones = new Set<string>([...clientTimeZones, ...(profile.timeZone ? [profile.timeZone] : [])])
  return [
    select(
      'locale',
      fields.locale,
      [
        option(choices.asFirm({ what: languageNames[profile.firm.locale] }), asFirm),
        ...locales.map((locale) => option(languageNames[locale], locale)),
      ],
      { picked: profile.locale ?? asFirm },
    ),
    select(
      'timezone',
      fields.timezone,
      [
        option(choices.asFirm({ what: zoneName(reader, profile.firm.timeZone) }), asFirm),
        ...[...zones].map((zone) => option(zoneName(reader, zone), zone)),
      ],
      { picked: profile.timeZone ?? asFirm },
    ),
  ]
}

/** Saves the sheet. An address left as it was is not said to work, so it stays dead if it is. */
export async function submitEditedProfile(turn: SubmitTurn): Promise<SubmitAnswer> {
  const { office, by, view, interaction, reader } = turn
  const { clientId } = profileState(view.private_metadata)
  const before = await clientProfile(office, { by, clientId })
  const email = typed(view, 'email').trim()
  const locale = chosen(view, 'locale')
  const timeZone = asWished(chosen(view, 'timezone'))
  await editClient(office, {
    by,
    clientId,
    name: typed(view, 'name'),
    taxId: typed(view, 'tax-id'),
    phones: 'phone' in view.state.values ? linesOf(typed(view, 'phone')) : undefined,
    address: typed(view, 'address'),
    salutation: typed(view, 'salutation'),
    locale: locales.find((one) => one === locale) ?? null,
    ...(email.toLowerCase() === before.email ? {} : { email }),
    ...(timeZone === before.timeZone ? {} : { timeZone }),
    interaction,
  })
  return backToProfile(turn, clientId, reader.words.client.saved)
}

function asWished(value: string | null): string | null {
  return value === asFirm ? null : value
}
