import { NotAValue } from '../errors.ts'
import { addMatter } from '../matters/add-matter.ts'
import { closeMatter } from '../matters/close-matter.ts'
import { editMatter } from '../matters/edit-matter.ts'
import { hideMatter, type ChangeMatter } from '../matters/hide-matter.ts'
import { reopenMatter } from '../matters/reopen-matter.ts'
import { showMatter } from '../matters/show-matter.ts'
import type { Office } from '../office.ts'
import { oneOf } from './choices.ts'
import { command, forFirm, forFirmOf } from './command.ts'

export const matter = {
  add: command(
    {
      required: ['firm', 'title'],
      optional: ['number', 'kind', 'visibility', 'team', 'alias', 'parent', 'relation'],
      repeated: ['client', 'other-side', 'responsible'],
      switches: ['sensitive'],
    },
    async (office, given) =>
      addMatter(office, {
        by: await forFirm(office, given.firm),
        title: given.title,
        clients: given.client,
        otherSide: given['other-side'],
        responsible: given.responsible,
        number: given.number,
        kind: oneOf('kind', ['court', 'internal'], given.kind),
        visibility: oneOf('visibility', ['firm', 'private', 'team'], given.visibility),
        team: given.team,
        alias: given.alias,
        parent: parentIn(given.parent, given.relation),
        sensitive: given.sensitive,
      }),
  ),
  edit: command(
    {
      required: ['matter'],
      optional: ['title', 'number', 'alias'],
      switches: ['sensitive', 'not-sensitive'],
    },
    async (office, given) =>
      editMatter(office, {
        by: await forFirmOf(office, 'matter', given.matter),
        matterId: given.matter,
        title: given.title,
        number: given.number,
        alias: given.alias,
        sensitive: given.sensitive ? true : given['not-sensitive'] ? false : undefined,
      }),
  ),
  hide: change(hideMatter),
  show: change(showMatter),
  reopen: change(reopenMatter),
  close: command({ required: ['matter'], switches: ['tell'] }, async (office, given) => {
    const by = await forFirmOf(office, 'matter', given.matter)
    await closeMatter(office, { by, matterId: given.matter, tell: given.tell })
    return { matterId: given.matter }
  }),
}

function change(act: (office: Office, wish: ChangeMatter) => Promise<void>) {
  return command({ required: ['matter'] }, async (office, given) => {
    await act(office, { by: await forFirmOf(office, 'matter', given.matter), matterId: given.matter })
    return { matterId: given.matter }
  })
}

function parentIn(matterId: string | undefined, relation: string | undefined) {
  if (matterId === undefined && relation === undefined) return undefined
  if (matterId === undefined) throw new NotAValue('parent', '')
  if (relation === undefined) throw new NotAValue('relation', '')
  return { matterId, relation: oneOf('relation', ['appeal', 'offshoot', 'attached'], relation) }
}
