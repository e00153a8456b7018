import { bitSet, id, index, json, moment, oneOf, primaryKey, table, text, uniqueIndex } from '../columns.ts'
import { firms } from './firms.ts'

/** Whom the firm acts for, with the contact sheet. */
export const clients = table(
  'clients',
  {
    id: id().primaryKey(),
    firmId: id()
      .notNull()
      .references(() => firms.id),
    name: text().notNull(),
    /** RUT, CPF or CNPJ, as the country writes it. */
    taxId: text(),
    phones: json<string[]>().notNull(),
    address: text(),
    /** Main e-mail, lower case. */
    email: text().notNull(),
    /** How letters to the client begin; null: the usual form. */
    salutation: text(),
    locale: oneOf(['es-CL', 'pt-BR', 'en']),
    timeZone: text(),
    /** Only the main address, only from `from` to `until` o'clock, and with neutral sender and text. */
    safeContact: json<{ from: string; until: string }>(),
    /** The client asked not to be reminded. */
    remindersStoppedAt: moment(),
    createdAt: moment().notNull(),
    leftAt: moment(),
  },
  (t) => [index('clients_firm').on(t.firmId, t.name), index('clients_email').on(t.firmId, t.email)],
)

/**
 * The words by which a client is found: of their name, tax id and e-mails, folded to plain lower case.
 * A prefix of a word is a range of the primary key, on either engine.
 */
export const clientWords = table(
  'client_words',
  {
    firmId: id().notNull(),
    word: text().notNull(),
    clientId: id()
      .notNull()
      .references(() => clients.id),
    /** `kinOf` all words that lead there; null in rows of an earlier version. */
    kin: bitSet(),
  },
  (t) => [
    primaryKey({ columns: [t.firmId, t.word, t.clientId] }),
    index('client_words_client').on(t.clientId, t.word),
    index('client_words_kin').on(t.firmId, t.word, t.clientId, t.kin),
  ],
)

/** A further address that gets every notice of a client, or those of some matters. */
export const additionalEmails = table(
  'additional_emails',
  {
    id: id().primaryKey(),
    firmId: id()
      .notNull()
      .references(() => firms.id),
    clientId: id()
      .notNull()
      .references(() => clients.id),
    /** Lower case. */
    email: text().notNull(),
    name: text(),
    /** Accountant, spouse, guardian … in the firm's words. */
    role: text(),
    /** Null: every matter. */
    matterIds: json<string[]>(),
    /** Whoever reads there asked not to be reminded; the client's other addresses are. */
    remindersStoppedAt: moment(),
    createdAt: moment().notNull(),
  },
  (t) => [
    uniqueIndex('additional_emails_email').on(t.clientId, t.email),
    index('additional_emails_by_email').on(t.firmId, t.email),
  ],
)

/** An address that refused mail for good; nothing is sent to it until a member says otherwise. */
export const deadAddresses = table(
  'dead_addresses',
  {
    id: id().primaryKey(),
    firmId: id()
      .notNull()
      .references(() => firms.id),
    email: text().notNull(),
    reason: text().notNull(),
    at: moment().notNull(),
  },
  (t) => [uniqueIndex('dead_addresses_email').on(t.firmId, t.email)],
)

/** A client says that something in their contact sheet is not right. */
export const corrections = table(
  'corrections',
  {
    id: id().primaryKey(),
    firmId: id()
      .notNull()
      .references(() => firms.id),
    clientId: id()
      .notNull()
      .references(() => clients.id),
    accessId: id(),
    text: text().notNull(),
    createdAt: moment().notNull(),
    settledAt: moment(),
    settledBy: id(),
  },
  (t) => [index('corrections_client').on(t.clientId, t.createdAt)],
)
