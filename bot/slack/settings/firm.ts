import { writeClosingDays, parseClosingDays } from '#core/firms/closing-days.ts'
import { editFirm, holdChoices } from '#core/firms/edit-firm.ts'
import { firmSettings, type FirmSettings } from '#core/firms/firm-settings.ts'
import { clientTimeZones } from '#core/clients/time-zones.ts'
import { languageNames, locales } from '#core/words/locale.ts'
import { addresses, formsOfAddress } from '#core/words/pt-BR/form-of-address.ts'
import { input, modal, option, type Block, type Modal, type Option } from '../blocks.ts'
import { zoneName } from '../clients/zone-name.ts'
import type { SubmitAnswer } from '../on-submits.ts'
import type { Reader } from '../reader.ts'
import { show } from '../show.ts'
import type { ClickTurn, SubmitTurn } from '../turn.ts'
import { chosen, typed } from '../views/form-values.ts'
import { backTo } from './over-settings.ts'

/** What Slack lets somebody type into one field; what is longer stays as it is. */
const longestField = 3000

/** From the settings: how the firm shows itself, and when it is closed. */
export async function openFirm(turn: ClickTurn): Promise<void> {
  const { office, by, reader } = turn
  await show(
    turn,
    firmSettings(office, { by }).then((firm) => firmForm(reader, firm)),
  )
}

/** The firm as it stands. */
export function firmForm(reader: Reader, firm: FirmSettings): Modal {
  const { words } = reader
  const { fields, titles } = words.settings
  const line = (blockId: string, most: number, initial: string | null) => ({
    type: 'plain_text_input' as const,
    action_id: blockId,
    max_length: most,
    ...(initial && { initial_value: initial.slice(0, most) }),
  })
  const closingDays = writeClosingDays(firm.closingDays)
  const closing = { ...line('closing-days', longestField, closingDays), multiline: true }
  const zones = [...new Set<string>([...clientTimeZones, firm.timeZone])]
  return modal({
    callbackId: 'settings_firm',
    title: titles.firm,
    submit: words.buttons.save,
    close: words.buttons.cancel,
    metadata: JSON.stringify({ over: 'settings' }),
    blocks: [
      input('name', fields.firmName, line('name', 200, firm.name)),
      select(
        'locale',
        fields.locale,
        firm.locale,
        locales.map((locale) => option(languageNames[locale], locale)),
        fields.localeHint,
      ),
      select(
        'timezone',
        fields.timezone,
        firm.timeZone,
        zones.map((zone) => option(zoneName(reader, zone), zone)),
      ),
      input('support-contact', fields.supportContact, line('support-contact', 300, firm.supportContact), {
        optional: true,
        hint: fields.supportContactHint,
      }),
      input('accent', fields.accent, line('accent', 20, firm.accent), {
        optional: true,
        hint: fields.accentHint,
      }),
      select(
        'hold',
        fields.hold,
        String(firm.holdSeconds),
        holdChoices.map((seconds) =>
          option(seconds === 0 ? fields.holdNone : fields.holdMinute, String(seconds)),
        ),
        fields.holdHint,
      ),
      select(
        'unproven',
        fields.unproven,
        firm.trustsServer ? 'accept' : 'confirm',
        [option(fields.unprovenConfirm, 'confirm'), option(fields.unprovenAccept, 'accept')],
        fields.unprovenHint,
      ),
      select(
        'address-as',
        fields.addressAs,
        firm.formOfAddress,
        formsOfAddress.map((form) => option(addresses[form].you, form)),
      ),
      ...(closingDays.length > longestField
        ? []
        : [
            input('closing-days', fields.closingDays, closing, {
              optional: true,
              hint: fields.closingDaysHint,
            }),
          ]),
    ],
  })
}

function select(blockId: string, label: string, value: string, options: Option[], hint?: string): Block {
  const initial = options.find((one) => one.value === value)
  const element = { type: 'static_select', action_id: blockId, options } as const
  return input(blockId, label, { ...element, ...(initial && { initial_option: initial }) }, { hint })
}

/** Saves them; portal and e-mail say so at once. */
export async function submitFirm(turn: SubmitTurn): Promise<SubmitAnswer> {
  const { office, by, view, interaction, reader } = turn
  const locale = chosen(view, 'locale')
  await editFirm(office, {
    by,
    name: typed(view, 'name'),
    locale: locales.find((one) => one === locale),
    timeZone: chosen(view, 'timezone') ?? undefined,
    supportContact: typed(view, 'support-contact'),
    accent: typed(view, 'accent'),
    holdSeconds: Number(chosen(view, 'hold') ?? 0),
    trustsServer: chosen(view, 'unproven') === 'accept',
    formOfAddress: formsOfAddress.find((one) => one === chosen(view, 'address-as')),
    ...('closing-days' in view.state.values && {
      closingDays: parseClosingDays(typed(view, 'closing-days')),
    }),
    interaction,
  })
  return backTo(turn, 'settings', reader.words.settings.saved)
}
