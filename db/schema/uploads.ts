import { flag, id, index, int, moment, oneOf, primaryKey, table, text } from '../columns.ts'
import { clients } from './clients.ts'
import { requestItems } from './communication.ts'
import { firms, members } from './firms.ts'

/** A file on its way in pieces, so that a broken connection loses only the last of them. */
export const uploads = table(
  'uploads',
  {
    id: id().primaryKey(),
    firmId: id()
      .notNull()
      .references(() => firms.id),
    clientId: id()
      .notNull()
      .references(() => clients.id),
    itemId: id()
      .notNull()
      .references(() => requestItems.id),
    /** Who sends it, and alone may go on: `access:`, `address:` or `behalf:` with an id. */
    sender: text().notNull(),
    name: text().notNull(),
    type: text().notNull(),
    size: int().notNull(),
    createdAt: moment().notNull(),
    /** It was handed in. */
    usedAt: moment(),
  },
  (t) => [index('uploads_created').on(t.createdAt), index('uploads_sender').on(t.sender, t.createdAt)],
)

/** A piece of an upload. */
export const uploadParts = table(
  'upload_parts',
  {
    uploadId: id()
      .notNull()
      .references(() => uploads.id),
    /** Where in the file it begins, in bytes. */
    offset: int().notNull(),
    size: int().notNull(),
    /** Key in the file store. */
    storedAs: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.uploadId, t.offset] })],
)

/** A link by which a member hands in, once, what came to the firm for a client by another road. */
export const behalfLinks = table(
  'behalf_links',
  {
    /** Of the token, its SHA-256. */
    id: id().primaryKey(),
    firmId: id()
      .notNull()
      .references(() => firms.id),
    memberId: id()
      .notNull()
      .references(() => members.id),
    itemId: id()
      .notNull()
      .references(() => requestItems.id),
    clientId: id()
      .notNull()
      .references(() => clients.id),
    /** By which road it had come. */
    road: oneOf(['mail', 'whatsapp', 'counter', 'other']).notNull(),
    /** The client gets a receipt for it. */
    receipt: flag().notNull(),
    createdAt: moment().notNull(),
    expiresAt: moment().notNull(),
    usedAt: moment(),
  },
  (t) => [index('behalf_links_expires').on(t.expiresAt)],
)
