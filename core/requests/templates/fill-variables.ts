import { clientNames } from '../../matters/find-matters.ts'
import { firmOf } from '../../firms/firm.ts'
import { matterFor } from '../../matters/matter-for.ts'
import { matterInNote } from '../../matters/who-is-told.ts'
import type { MemberActor } from '../../members/actor.ts'
import type { Office } from '../../office.ts'
import { dayInWords, dayOf } from '../../words/format.ts'
import { fillIn } from './variables.ts'

type Texts = { title: string; details: string; items: string }

/**
 * The texts of a request with their variables in words, in the firm's language; without a matter, its name and clients are
 * left to be filled in. A sensitive matter is called by its alias or reference. Throws NotFound.
 */
export async function fillVariables(
  office: Office,
  wish: Texts & { by: MemberActor; matterId: string | null },
): Promise<Texts> {
  const { title, details, items, by, matterId } = wish
  if (![title, details, items].some((text) => text.includes('{'))) return { title, details, items }
  const tx = office.db.read
  const firm = await firmOf(tx, by.firmId)
  const date = dayInWords(dayOf(office.clock(), firm.timeZone), firm.locale)
  const values = { firm: firm.name, date, ...(matterId ? await valuesOf(matterId) : {}) }
  return {
    title: fillIn(title, values),
    details: fillIn(details, values),
    items: fillIn(items, values),
  }

  async function valuesOf(id: string) {
    const matter = await matterFor(tx, by, id)
    const names = (await clientNames(tx, [matter.id])).get(matter.id) ?? []
    const client = new Intl.ListFormat(firm.locale).format(names)
    return { matter: matterInNote(matter).title, ...(client && { client }) }
  }
}
