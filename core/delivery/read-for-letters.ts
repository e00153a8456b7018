import { and, asc, eq, gt, isNotNull, or } from 'drizzle-orm'
import { additionalEmails, clients, deadAddresses } from '#db/schema/clients.ts'
import { audiences, news, requests } from '#db/schema/communication.ts'
import { outbox } from '#db/schema/delivery.ts'
import { firms } from '#db/schema/firms.ts'
import { involvements, matters } from '#db/schema/matters.ts'
import { among, givenList, statement } from '#db/statement.ts'
import { together } from '#db/together.ts'
import { itemsOfAll } from '../requests/items-of.ts'

// What letters are written from. Many leave at once, so that each of these is asked once for all of them.
const ids = givenList('ids')

const clientsAsked = statement((tx) =>
  tx
    .select({ client: clients, firm: firms })
    .from(clients)
    .innerJoin(firms, eq(firms.id, clients.firmId))
    .where(among(clients.id, ids)),
)

/** The client of this id and their firm. */
export const clientAndFirm = together(
  (tx, clientIds) => clientsAsked(tx, { ids: clientIds }),
  ({ client }) => client.id,
)

const mattersAsked = statement((tx) => tx.select().from(matters).where(among(matters.id, ids)))

/** The matter of this id. */
export const matterAt = together(
  (tx, matterIds) => mattersAsked(tx, { ids: matterIds }),
  (matter) => matter.id,
)

const ourSidesAsked = statement((tx) =>
  tx
    .select({ matterId: involvements.matterId, clientId: involvements.clientId })
    .from(involvements)
    .where(and(among(involvements.matterId, ids), eq(involvements.side, 'ours'))),
)

/** The clients on our side of a matter. */
export const ourSideOf = together(
  (tx, matterIds) => ourSidesAsked(tx, { ids: matterIds }),
  ({ matterId }) => matterId,
)

const furtherAsked = statement((tx) =>
  tx.select().from(additionalEmails).where(among(additionalEmails.clientId, ids)),
)

/** The additional addresses of a client. */
export const furtherOf = together(
  (tx, clientIds) => furtherAsked(tx, { ids: clientIds }),
  ({ clientId }) => clientId,
)

const deadAsked = statement((tx) =>
  tx
    .select({ firmId: deadAddresses.firmId, email: deadAddresses.email })
    .from(deadAddresses)
    .where(among(deadAddresses.email, ids)),
)

/** The firms for which this address has refused mail for good. */
export const deadAt = together(
  (tx, emails) => deadAsked(tx, { ids: emails }),
  ({ email }) => email,
)

const threadsAsked = statement((tx) =>
  tx
    .select({
      id: outbox.id,
      threadKey: outbox.threadKey,
      messageId: outbox.messageId,
      serverMessageId: outbox.serverMessageId,
      replyAddressId: outbox.replyAddressId,
      subject: outbox.mailSubject,
      acceptedAt: outbox.acceptedAt,
      urgentAt: news.urgentAt,
    })
    .from(outbox)
    .leftJoin(news, eq(news.id, outbox.subjectId))
    .where(
      and(
        among(outbox.threadKey, ids),
        or(isNotNull(outbox.acceptedAt), and(eq(outbox.state, 'queued'), gt(outbox.attempts, 0))),
      ),
    )
    .orderBy(asc(outbox.createdAt), asc(outbox.id)),
)

/** The mails of a thread that have left or are on their way, oldest first; `urgentAt` is that of the news they are about. */
export const mailsInThread = together(
  (tx, threadKeys) => threadsAsked(tx, { ids: threadKeys }),
  ({ threadKey }) => threadKey ?? '',
)

const newsAsked = statement((tx) => tx.select().from(news).where(among(news.id, ids)))

/** The piece of news of this id, deleted or not. */
export const newsAt = together(
  (tx, newsIds) => newsAsked(tx, { ids: newsIds }),
  (piece) => piece.id,
)

const requestsAsked = statement((tx) => tx.select().from(requests).where(among(requests.id, ids)))

/** The request of this id, deleted or not. */
export const requestAt = together(
  (tx, requestIds) => requestsAsked(tx, { ids: requestIds }),
  (request) => request.id,
)

const audiencesAsked = statement((tx) =>
  tx
    .select({ subjectId: audiences.subjectId, clientId: audiences.clientId })
    .from(audiences)
    .where(among(audiences.subjectId, ids)),
)

/** The clients that news or a request is for. */
export const audienceOf = together(
  (tx, subjectIds) => audiencesAsked(tx, { ids: subjectIds }),
  ({ subjectId }) => subjectId,
)

/** The living items of a request, in their order. */
export const itemsIn = together(
  async (tx, requestIds) => [...(await itemsOfAll(tx, requestIds)).values()].flat(),
  ({ requestId }) => requestId,
)
