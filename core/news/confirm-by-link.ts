import { write } from '#db/write.ts'
import { NotFound } from '../errors.ts'
import type { Office } from '../office.ts'
import { confirmPass } from './confirm-link.ts'
import { keepConfirmation } from './keep-confirmation.ts'

/** Whoever the token was given to has read the urgent news; a second time changes nothing. Throws NotFound. */
export async function confirmByLink(office: Office, token: string): Promise<void> {
  await write(office.db, async (tx) => {
    const pass = await confirmPass(office, tx, token)
    if (!pass || pass.isOver) throw new NotFound()
    const { newsId, clientId, email } = pass
    await keepConfirmation(office, tx, { newsId, clientId, via: 'mail', email })
  })
  office.wake('outbox')
}
