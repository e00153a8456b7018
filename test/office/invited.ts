import { addAccess } from '#core/access/granting/add-access.ts'
import { invite } from '#core/access/granting/invite.ts'
import type { Office } from '#core/office.ts'

export type Invited = {
  accessId: string
  /** What the invitation leads to. */
  url: string
  /** The end of it: the personal link's, or the one by which a password is set. */
  token: string
}

/** A client gets an access, and is invited to it. */
export async function invited(office: Office, wish: Parameters<typeof addAccess>[1]): Promise<Invited> {
  const { accessId } = await addAccess(office, wish)
  const { url } = await invite(office, { by: wish.by, accessId })
  return { accessId, url, token: url.split('/').at(-1) ?? '' }
}
