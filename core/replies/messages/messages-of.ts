import { and, asc, eq, inArray, isNull, ne, or } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { clients } from '#db/schema/clients.ts'
import { members } from '#db/schema/firms.ts'
import { inboundMessages, messageAnswers } from '#db/schema/replies.ts'
import { among, given, givenList, statement } from '#db/statement.ts'
import type { ClientSession } from '../../access/session/client-session.ts'
import type { HistoryEntry } from '../../matters/matter-for-client.ts'

const { id, writtenText, receivedAt, state } = inboundMessages
const answered = { id: messageAnswers.id, text: messageAnswers.text, at: messageAnswers.createdAt }

const written = statement((tx) =>
  tx
    .select({
      mail: { id, writtenText, receivedAt, state },
      client: clients.name,
      answer: answered,
      author: members.name,
    })
    .from(inboundMessages)
    .innerJoin(clients, eq(clients.id, inboundMessages.clientId))
    .leftJoin(
      messageAnswers,
      and(eq(messageAnswers.inboundId, inboundMessages.id), isNull(messageAnswers.deletedAt)),
    )
    .leftJoin(members, eq(members.id, messageAnswers.authorId))
    .where(
      and(
        eq(inboundMessages.matterId, given('matterId')),
        among(inboundMessages.clientId, givenList('clientIds')),
        inArray(inboundMessages.state, ['answered', 'filed']),
        eq(inboundMessages.kind, 'reply'),
        // The words around what a member sent on are not for the client.
        or(isNull(inboundMessages.quarantineReason), ne(inboundMessages.quarantineReason, 'from_member')),
      ),
    )
    .orderBy(asc(inboundMessages.id)),
)

/** What this client wrote in the matter, beside what was handed in, and what members answered to it. */
export async function messagesOf(
  tx: Query,
  session: Pick<ClientSession, 'clientIds'>,
  matterId: string,
): Promise<HistoryEntry[]> {
  const rows = await written(tx, { matterId, clientIds: session.clientIds })
  const seen = new Map<string, HistoryEntry>()
  for (const { mail, client, answer, author } of rows) {
    // What came with files is told as an answer already.
    const isMessage = mail.state === 'filed' || answer !== null
    if (isMessage && mail.writtenText?.trim())
      seen.set(mail.id, entry(mail.id, mail.receivedAt, mail.writtenText, client))
    if (answer) seen.set(answer.id, entry(answer.id, answer.at, answer.text, author))
  }
  return [...seen.values()]
}

function entry(id: string, at: Date, text: string, author: string | null): HistoryEntry {
  const nothing = {
    title: null,
    html: null,
    edited: false,
    earlier: [],
    file: null,
    hearing: null,
    urgent: null,
  }
  return { id, kind: 'message', at, text, author, ...nothing }
}
