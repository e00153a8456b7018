import { write } from '#db/write.ts'
import { NotAllowed } from '../errors.ts'
import type { Office } from '../office.ts'
import { linkedAs, linkPerson, type Linked } from './link-person.ts'
import { memberBehind, wayIn, type ChatPerson } from './way-in.ts'

export type LinkYourself = {
  person: ChatPerson
  /** Whom they were asked whether they are. */
  memberId: string
}

/**
 * Somebody in chat says that they are this member, and is from now on; saying so again changes nothing. Gives back who they
 * are. Throws NotAllowed when that is not, or no longer, theirs to say.
 */
export async function linkYourself(office: Office, { person, memberId }: LinkYourself): Promise<Linked> {
  return write(office.db, async (tx) => {
    const known = await memberBehind(tx, person)
    if (known?.memberId === memberId) return linkedAs(tx, memberId)
    const way = await wayIn(tx, person)
    if (way?.kind !== 'yourself' || way.member.id !== memberId) throw new NotAllowed()
    return linkPerson(office, tx, { firmId: way.firmId, memberId }, person, 'themselves')
  })
}
