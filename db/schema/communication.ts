import { sql } from 'drizzle-orm'
import type { RichText } from '../rich-text.ts'
import { day, id, index, int, json, moment, oneOf, primaryKey, table, text, uniqueIndex } from '../columns.ts'
import { clients } from './clients.ts'
import { firms, members } from './firms.ts'
import { matters } from './matters.ts'

/** An update told to the client. */
export const news = table(
  'news',
  {
    id: id().primaryKey(),
    firmId: id()
      .notNull()
      .references(() => firms.id),
    matterId: id()
      .notNull()
      .references(() => matters.id),
    authorId: id()
      .notNull()
      .references(() => members.id),
    body: json<RichText>().notNull(),
    /** A hearing has a time, and a place or link. */
    hearing: json<{ at: string; place: string; bring: string | null }>(),
    urgentAt: moment(),
    /** Of urgent news: whoever has not confirmed it by then is to be phoned. */
    confirmBy: moment(),
    /** The members were told whom to phone. */
    unconfirmedAt: moment(),
    /** Null: kept in a hidden matter without telling anybody. */
    announcedAt: moment(),
    createdAt: moment().notNull(),
    editedAt: moment(),
    deletedAt: moment(),
    deletedBy: id(),
  },
  (t) => [index('news_matter').on(t.matterId, t.createdAt, t.id), index('news_confirm').on(t.confirmBy)],
)

/** A client says that they have read a piece of urgent news. */
export const newsConfirmations = table(
  'news_confirmations',
  {
    firmId: id()
      .notNull()
      .references(() => firms.id),
    newsId: id()
      .notNull()
      .references(() => news.id),
    clientId: id()
      .notNull()
      .references(() => clients.id),
    via: oneOf(['mail', 'reply', 'portal']).notNull(),
    /** The address at which it was confirmed; null in the portal. */
    email: text(),
    at: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.newsId, t.clientId] }), index('news_confirmations_client').on(t.clientId)],
)

/** A document request: a checklist with a due date. */
export const requests = table(
  'requests',
  {
    id: id().primaryKey(),
    firmId: id()
      .notNull()
      .references(() => firms.id),
    matterId: id()
      .notNull()
      .references(() => matters.id),
    authorId: id()
      .notNull()
      .references(() => members.id),
    title: text().notNull(),
    details: text().notNull(),
    dueOn: day(),
    status: oneOf(['open', 'partial', 'fulfilled', 'cancelled']).notNull(),
    statusAt: moment().notNull(),
    urgentAt: moment(),
    /** Of an urgent one: whoever has neither confirmed nor handed in anything by then is to be phoned. */
    confirmBy: moment(),
    /** The members were told whom to phone. */
    unconfirmedAt: moment(),
    announcedAt: moment(),
    createdAt: moment().notNull(),
    editedAt: moment(),
    cancelledBy: id(),
    deletedAt: moment(),
    deletedBy: id(),
  },
  (t) => [
    index('requests_matter').on(t.matterId, t.createdAt, t.id),
    index('requests_confirm').on(t.confirmBy),
    index('requests_firm_status').on(t.firmId, t.status, t.dueOn),
    index('requests_due')
      .on(t.firmId, t.dueOn, t.id)
      .where(sql`status in ('open', 'partial')`),
  ],
)

/** A client says that they have read an urgent request, or has answered it. */
export const requestConfirmations = table(
  'request_confirmations',
  {
    firmId: id()
      .notNull()
      .references(() => firms.id),
    requestId: id()
      .notNull()
      .references(() => requests.id),
    clientId: id()
      .notNull()
      .references(() => clients.id),
    via: oneOf(['mail', 'reply', 'portal']).notNull(),
    /** The address at which it was confirmed; null in the portal. */
    email: text(),
    at: moment().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.requestId, t.clientId] }),
    index('request_confirmations_client').on(t.clientId),
  ],
)

/** A line of a request's checklist. */
export const requestItems = table(
  'request_items',
  {
    id: id().primaryKey(),
    firmId: id()
      .notNull()
      .references(() => firms.id),
    requestId: id()
      .notNull()
      .references(() => requests.id),
    position: int().notNull(),
    title: text().notNull(),
    kind: oneOf(['file', 'text', 'paper', 'sign']).notNull(),
    /** The document must have been issued within this many days. */
    issuedWithinDays: int(),
    /** The day on which what was handed in expires. */
    expiresOn: day(),
    /** The members were told that it is about to expire. */
    expiryToldAt: moment(),
    /** It was asked for again before it expired, by the request of that id. */
    renewedBy: id(),
    /** Of kind sign: the file that is to be signed. */
    toSignId: id(),
    status: oneOf(['pending', 'received', 'approved', 'rejected', 'waived']).notNull(),
    statusAt: moment().notNull(),
    /** The member behind the status; null when the client's answer made it. */
    statusBy: id(),
    removedAt: moment(),
  },
  (t) => [
    index('request_items_request').on(t.requestId, t.position),
    index('request_items_expiry').on(t.expiresOn),
    index('request_items_to_sign').on(t.toSignId),
    index('request_items_waiting').on(t.firmId, t.status, t.statusAt, t.id),
  ],
)

/** An original that was handed over: who took it, where it is kept, and when it went back to whom. */
export const paperCustody = table(
  'paper_custody',
  {
    id: id().primaryKey(),
    firmId: id()
      .notNull()
      .references(() => firms.id),
    itemId: id()
      .notNull()
      .references(() => requestItems.id),
    clientId: id()
      .notNull()
      .references(() => clients.id),
    receivedAt: moment().notNull(),
    receivedBy: id()
      .notNull()
      .references(() => members.id),
    keptWhere: text().notNull(),
    returnedAt: moment(),
    returnedBy: id(),
    returnedTo: text(),
  },
  (t) => [index('paper_custody_item').on(t.itemId, t.receivedAt)],
)

/** A checklist that the firm asks for again and again; its texts may hold variables. */
export const requestTemplates = table(
  'request_templates',
  {
    id: id().primaryKey(),
    firmId: id()
      .notNull()
      .references(() => firms.id),
    /** By which members pick it. */
    name: text().notNull(),
    title: text().notNull(),
    details: text().notNull(),
    /** The checklist as it is typed, a line an item. */
    items: json<string[]>().notNull(),
    /** The due day is so many days after the day it is asked for; null: none. */
    dueInDays: int(),
    createdAt: moment().notNull(),
    editedAt: moment(),
    removedAt: moment(),
    removedBy: id(),
  },
  (t) => [index('request_templates_firm').on(t.firmId, t.name)],
)

/** For whom a piece of news or a request is; without rows, for nobody. */
export const audiences = table(
  'audiences',
  {
    firmId: id()
      .notNull()
      .references(() => firms.id),
    subjectKind: oneOf(['news', 'request']).notNull(),
    subjectId: id().notNull(),
    clientId: id()
      .notNull()
      .references(() => clients.id),
  },
  (t) => [primaryKey({ columns: [t.subjectId, t.clientId] }), index('audiences_client').on(t.clientId)],
)

/** What a piece of news or a request said before an edit. */
export const revisions = table(
  'revisions',
  {
    id: id().primaryKey(),
    firmId: id()
      .notNull()
      .references(() => firms.id),
    subjectKind: oneOf(['news', 'request']).notNull(),
    subjectId: id().notNull(),
    number: int().notNull(),
    content: json<RevisionContent>().notNull(),
    /** Who replaced it, and when. */
    replacedBy: id().notNull(),
    replacedAt: moment().notNull(),
  },
  (t) => [uniqueIndex('revisions_number').on(t.subjectId, t.number)],
)

export type RevisionContent =
  | {
      kind: 'news'
      body: RichText
      hearing?: { at: string; place: string; bring: string | null } | null
      /** When it had last been edited, as an ISO moment. */
      editedAt?: string | null
    }
  | {
      kind: 'request'
      title: string
      details: string
      dueOn: string | null
      items: string[]
      /** The same items by id. */
      kept?: { id: string; title: string }[]
      editedAt?: string | null
    }

/** What a member wrote in a form whose second step has not been confirmed yet; used at most once. */
export const drafts = table(
  'drafts',
  {
    id: id().primaryKey(),
    firmId: id()
      .notNull()
      .references(() => firms.id),
    memberId: id()
      .notNull()
      .references(() => members.id),
    content: json<unknown>().notNull(),
    createdAt: moment().notNull(),
    /** What became of it: the id of the news or request. */
    usedAt: moment(),
    becameId: id(),
  },
  (t) => [index('drafts_created').on(t.createdAt)],
)
