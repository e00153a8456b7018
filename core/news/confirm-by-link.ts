import { write } from '#db/write.ts'
import { NotFound } from '../errors.ts'
import type { Office } from '../office.ts'
import { confirmPass } from './confirm-link.ts'
import { confirmSubject } from './confirm-subject.ts'

/** Whoever the token was given to has read the urgent news, or request; a second time changes nothing. Throws NotFound. */
export async function confirmByLink(office: Office, token: string): Promise<void> {
  await write(office.db, async (tx) => {
    const pass = await confirmPass(office, tx, token)
    if (!pass || pass.isOver) throw new NotFound()
    const { subject, clientId, email } = pass
    await confirmSubject(office, tx, subject, { clientId, via: 'mail', email })
  })
  office.wake('outbox')
}
