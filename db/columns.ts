import {
  bigint as pgBigint,
  boolean as pgBoolean,
  doublePrecision,
  index as pgIndex,
  integer as pgInteger,
  jsonb,
  pgTable,
  primaryKey as pgPrimaryKey,
  text as pgText,
  timestamp,
  uniqueIndex as pgUniqueIndex,
} from 'drizzle-orm/pg-core'
import {
  index as liteIndex,
  integer as liteInteger,
  primaryKey as litePrimaryKey,
  real,
  sqliteTable,
  text as liteText,
  uniqueIndex as liteUniqueIndex,
} from 'drizzle-orm/sqlite-core'

/**
 * One schema for two engines: every builder a table needs, picked once when this file is loaded.
 * Typed as SQLite; the query builder of both engines accepts what comes out.
 */
const isPostgres = /^postgres(ql)?:/.test(process.env.DATABASE_URL ?? '')

// The one cast of the schema: PostgreSQL's builders stand in under SQLite's types.
/** One of two, by the engine that `DATABASE_URL` names. */
export const either = <T>(lite: T, postgres: unknown): T => (isPostgres ? (postgres as T) : lite)

export const table = either(sqliteTable, pgTable)
export const index = either(liteIndex, pgIndex)
export const uniqueIndex = either(liteUniqueIndex, pgUniqueIndex)
export const primaryKey = either(litePrimaryKey, pgPrimaryKey)

/** Text of any length. */
export const text = () => either(liteText(), pgText())
/** Text that is one of a few words. */
export const oneOf = <const T extends [string, ...string[]]>(words: T) =>
  either(liteText({ enum: words }), pgText({ enum: words }))
/** A whole number up to 2^31. */
export const int = () => either(liteInteger(), pgInteger())
/** A set of up to 53 bits, as a number. */
export const bitSet = () => either(liteInteger(), pgBigint({ mode: 'number' }))
/** A number with a fraction. */
export const decimal = () => either(real(), doublePrecision())
/** Yes or no; prefer a moment that says since when. */
export const flag = () => either(liteInteger({ mode: 'boolean' }), pgBoolean())
/** A point in time, to the millisecond. */
export const moment = () =>
  either(liteInteger({ mode: 'timestamp_ms' }), timestamp({ withTimezone: true, precision: 3 }))
/** A value kept as JSON, of a shape that the code vouches for. */
export const json = <T>() => either(liteText({ mode: 'json' }).$type<T>(), jsonb().$type<T>())
/** A calendar day, `YYYY-MM-DD`, in nobody's zone. */
export const day = () => text()
/** An opaque id (see `core/ids.ts`). */
export const id = () => text()
