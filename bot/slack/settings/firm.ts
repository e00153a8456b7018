import { writeClosingDays, parseClosingDays } from '#core/firms/closing-days.ts'
import { editFirm, holdChoices } from '#core/firms/edit-firm.ts'
import { firmSettings, type FirmSettings } from '#core/firms/firm-settings.ts'
import { clientTimeZones } from '#core/clients/time-zones.ts'
import { languageNames, locales } from '#core/words/locale.ts'
import { addresses, formsOfAddress } from '#core/words/pt-BR/form-of-address.ts'
import { input, modal, option, select, textField, type Modal } from '../blocks.ts'
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
  const closingDays = writeClosingDays(firm.closingDays)
  const closing = { ...textField('closing-days', longestField, closingDays), multiline: true }
  const zones = [...new Set<string>([...clientTimeZones, firm.timeZone])]
  return modal({
    callbackId: 'settings_firm',
    title: titles.firm,
    submit: words.buttons.save,
    close: words.buttons.cancel,
    metadata: JSON.stringify({ over: 'settings' }),
    blocks: [
      input('name', fields.firmName, textField('name', 200, firm.name)),
      select(
        'locale',
        fields.locale,
        locales.map((locale) => option(languageNames[locale], locale)),
        { picked: firm.locale, hint: fields.localeHint },
      ),
      select(
        'timezone',
        fields.timezone,
        zones.map((zone) => option(zoneName(reader, zone), zone)),
        { picked: firm.timeZone },
      ),
      input(
        'support-contact',
        fields.supportContact,
        textField('support-contact', 300, firm.supportContact),
        {
          optional: true,
          hint: fields.supportContactHint,
        },
      ),
      input('accent', fields.accent, textField('accent', 20, firm.accent), {
        optional: true,
        hint: fields.accentHint,
      }),
      select(
        'hold',
        fields.hold,
        holdChoices.map((seconds) =>
          option(seconds === 0 ? fields.holdNone : fields.holdMinute, String(seconds)),
        ),
        { picked: String(firm.holdSeconds), hint: fields.holdHint },
      ),
      select(
        'unproven',
        fields.unproven,
        [option(fields.unprovenConfirm, 'confirm'), option(fields.unprovenAccept, 'accept')],
        { picked: firm.trustsServer ? 'accept' : 'confirm', hint: fields.unprovenHint },
      ),
      select(
        'address-as',
        fields.addressAs,
        formsOfAddress.map((form) => option(addresses[form].you, form)),
        { picked: firm.formOfAddress },
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
