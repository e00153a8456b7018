import { parseCategories } from '../access/access.ts'
import { addAccess } from '../access/granting/add-access.ts'
import { editAccess } from '../access/granting/edit-access.ts'
import { extendAccess } from '../access/granting/extend-access.ts'
import { invite } from '../access/granting/invite.ts'
import { listAccesses } from '../access/granting/list-accesses.ts'
import { narrowAccess } from '../access/granting/narrow-access.ts'
import { removeAccess } from '../access/granting/remove-access.ts'
import { oneOf } from './choices.ts'
import { command, forFirm, forFirmOf } from './command.ts'

export const access = {
  add: command(
    {
      required: ['firm', 'client', 'kind', 'email'],
      optional: ['name', 'can'],
      switches: ['private-matters', 'team-matters'],
    },
    async (office, given) =>
      addAccess(office, {
        by: await forFirm(office, given.firm),
        clientId: given.client,
        kind: oneOf('kind', ['account', 'link'], given.kind),
        email: given.email,
        name: given.name,
        can: given.can === undefined ? undefined : parseCategories(given.can),
        privateMatters: given['private-matters'],
        teamMatters: given['team-matters'],
      }),
  ),
  invite: command({ required: ['access'] }, async (office, given) =>
    invite(office, { by: await forFirmOf(office, 'access', given.access), accessId: given.access }),
  ),
  list: command({ required: ['firm'], optional: ['client'] }, async (office, given) => ({
    accesses: await listAccesses(office, { by: await forFirm(office, given.firm), clientId: given.client }),
  })),
  edit: command(
    {
      required: ['access'],
      optional: ['name', 'email', 'can'],
      switches: ['private-matters', 'no-private-matters', 'team-matters', 'no-team-matters'],
    },
    async (office, given) =>
      editAccess(office, {
        by: await forFirmOf(office, 'access', given.access),
        accessId: given.access,
        name: given.name,
        email: given.email,
        can: given.can === undefined ? undefined : parseCategories(given.can),
        privateMatters: given['private-matters'] ? true : given['no-private-matters'] ? false : undefined,
        teamMatters: given['team-matters'] ? true : given['no-team-matters'] ? false : undefined,
      }),
  ),
  extend: command({ required: ['access', 'client'] }, async (office, given) =>
    extendAccess(office, {
      by: await forFirmOf(office, 'access', given.access),
      accessId: given.access,
      clientId: given.client,
    }),
  ),
  narrow: command({ required: ['access', 'client'] }, async (office, given) =>
    narrowAccess(office, {
      by: await forFirmOf(office, 'access', given.access),
      accessId: given.access,
      clientId: given.client,
    }),
  ),
  remove: command({ required: ['access'] }, async (office, given) => {
    await removeAccess(office, {
      by: await forFirmOf(office, 'access', given.access),
      accessId: given.access,
    })
    return { accessId: given.access }
  }),
}
