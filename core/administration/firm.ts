import { connectChat } from '../firms/connect-chat.ts'
import { createFirm } from '../firms/create-firm.ts'
import { locales } from '../words/locale.ts'
import { oneOf } from './choices.ts'
import { command, forFirm } from './command.ts'

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
  'connect-slack': command({ required: ['firm', 'team'], optional: ['bot-token'] }, async (office, given) =>
    connectChat(office, {
      by: await forFirm(office, given.firm),
      platform: 'slack',
      tenant: given.team,
      botToken: given['bot-token'] ?? null,
    }),
  ),
}
