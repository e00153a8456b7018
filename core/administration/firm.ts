import { connectChat } from '../firms/connect-chat.ts'
import { createFirm } from '../firms/create-firm.ts'
import { editFirm } from '../firms/edit-firm.ts'
import { makeInstallLink } from '../firms/make-install-link.ts'
import { locales } from '../words/locale.ts'
import { formsOfAddress } from '../words/pt-BR/form-of-address.ts'
import { oneOf } from './choices.ts'
import { command, forFirm, UsageFault } from './command.ts'

export const firm = {
  create: command(
    { required: ['name', 'locale', 'timezone'], optional: ['country', 'support-contact', 'accent'] },
    (office, given) =>
      createFirm(office, {
        name: given.name,
        locale: oneOf('locale', locales, given.locale),
        timeZone: given.timezone,
        country: oneOf('country', ['CL', 'BR'], given.country),
        supportContact: given['support-contact'],
        accent: given.accent,
      }),
  ),
  edit: command(
    {
      required: ['firm'],
      optional: ['name', 'locale', 'timezone', 'support-contact', 'accent', 'address-as', 'unproven-mail'],
    },
    async (office, given) => {
      const unproven = oneOf('unproven-mail', ['confirm', 'accept'], given['unproven-mail'])
      await editFirm(office, {
        by: await forFirm(office, given.firm),
        name: given.name,
        locale: oneOf('locale', locales, given.locale),
        timeZone: given.timezone,
        supportContact: given['support-contact'],
        accent: given.accent,
        formOfAddress: oneOf('address-as', formsOfAddress, given['address-as']),
        trustsServer: unproven && unproven === 'accept',
      })
      return { firmId: given.firm }
    },
  ),
  'connect-slack': command({ required: ['firm', 'team'], optional: ['bot-token'] }, async (office, given) =>
    connectChat(office, {
      by: await forFirm(office, given.firm),
      platform: 'slack',
      tenant: given.team,
      botToken: given['bot-token'] ?? null,
    }),
  ),
  'install-slack': command({ required: ['firm'] }, async (office, given) => {
    if (!office.config.slack?.oauth)
      throw new UsageFault('SLACK_CLIENT_ID and SLACK_CLIENT_SECRET are not set')
    return makeInstallLink(office, { by: await forFirm(office, given.firm) })
  }),
}
