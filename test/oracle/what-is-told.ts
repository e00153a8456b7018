import type { PlainFirm } from './plain-firm.ts'

/** Ids of what a client may be told by mail. */
export type ToldByMail = { news: Set<string>; requests: Set<string>; reminders: Set<string> }

/**
 * What mails may tell a client of, by requirements 2, 3, 7, 9, 26 and 33: of news and requests that are for them, in
 * matters that are not hidden and in which they stand on our side; reminders of what is still wanted, while the matter is
 * open. The switches of an access say nothing here: they govern what is seen, not what is sent.
 */
export function whatIsTold(firm: PlainFirm, clientId: string): ToldByMail {
  const none = { news: new Set<string>(), requests: new Set<string>(), reminders: new Set<string>() }
  if (firm.clients.some((client) => client.id === clientId && client.left)) return none
  const matters = firm.matters.filter((matter) => !matter.hidden && matter.ours.includes(clientId))
  const isFor = (thing: PlainFirm['news'][number]) =>
    thing.audience.includes(clientId) &&
    !thing.deleted &&
    thing.announcedAt !== null &&
    matters.some((matter) => matter.id === thing.matter)
  const asked = firm.requests.filter(isFor)
  // Nothing that was written by `write-firm.ts` is received or settled, so that every line is still wanted.
  const wanted = asked.filter(
    (request) =>
      request.items.some((item) => !item.removed) &&
      firm.matters.some((matter) => matter.id === request.matter && !matter.closed),
  )
  return {
    news: new Set(firm.news.filter(isFor).map((one) => one.id)),
    requests: new Set(asked.map((one) => one.id)),
    reminders: new Set(wanted.map((one) => one.id)),
  }
}
