import { addClient } from '../clients/add-client.ts'
import { editClient } from '../clients/edit-client.ts'
import { locales } from '../words/locale.ts'
import { oneOf } from './choices.ts'
import { command, forFirm, forFirmOf } from './command.ts'

const sheet = ['locale', 'timezone', 'tax-id', 'address', 'salutation'] as const

export const client = {
  add: command(
    { required: ['firm', 'name', 'email'], optional: sheet, repeated: ['additional', 'phone'] },
    async (office, given) =>
      addClient(office, {
        by: await forFirm(office, given.firm),
        name: given.name,
        email: given.email,
        additional: given.additional,
        phones: given.phone,
        locale: oneOf('locale', locales, given.locale),
        timeZone: given.timezone,
        taxId: given['tax-id'],
        address: given.address,
        salutation: given.salutation,
      }),
  ),
  edit: command(
    {
      required: ['client'],
      optional: ['name', 'email', ...sheet],
      repeated: ['additional', 'phone'],
      switches: ['no-additional'],
    },
    async (office, given) =>
      editClient(office, {
        by: await forFirmOf(office, 'client', given.client),
        clientId: given.client,
        name: given.name,
        email: given.email,
        additional: given['no-additional'] ? [] : given.additional.length > 0 ? given.additional : undefined,
        phones: given.phone.length > 0 ? given.phone : undefined,
        locale: oneOf('locale', locales, given.locale),
        timeZone: given.timezone,
        taxId: given['tax-id'],
        address: given.address,
        salutation: given.salutation,
      }),
  ),
}
