import { write } from '#db/write.ts'
import { NotFound } from '../errors.ts'
import type { Office } from '../office.ts'
import { keepRequestConfirmation } from '../requests/keep-request-confirmation.ts'
import { confirmPass } from './confirm-link.ts'
import { keepConfirmation } from './keep-confirmation.ts'

/** Whoever the token was given to has read the urgent news, or request; a second time changes nothing. Throws NotFound. */
export async function confirmByLink(office: Office, token: string): Promise<void> {
  await write(office.db, async (tx) => {
    const pass = await confirmPass(office, tx, token)
    if (!pass || pass.isOver) throw new NotFound()
    const { subject, clientId, email } = pass
    const kept = { clientId, via: 'mail', email } as const
    if (subject.kind === 'news') await keepConfirmation(office, tx, { newsId: subject.id, ...kept })
    else await keepRequestConfirmation(office, tx, { requestId: subject.id, ...kept })
  })
  office.wake('outbox')
}
