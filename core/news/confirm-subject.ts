import type { Tx } from '#db/database.ts'
import type { Office } from '../office.ts'
import { keepRequestConfirmation } from '../requests/keep-request-confirmation.ts'
import { keepConfirmation } from './keep-confirmation.ts'

/** What is urgent: a piece of news, or a request. */
export type UrgentSubject = { kind: 'news' | 'request'; id: string }

type How = { clientId: string; via: 'mail' | 'portal'; email: string | null }

/** The client has read it: see `keepConfirmation` and `keepRequestConfirmation`. */
export async function confirmSubject(
  office: Office,
  tx: Tx,
  subject: UrgentSubject,
  how: How,
): Promise<void> {
  if (subject.kind === 'news') await keepConfirmation(office, tx, { newsId: subject.id, ...how })
  else await keepRequestConfirmation(office, tx, { requestId: subject.id, ...how })
}
