import { and, desc, eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { expect, onTestFinished, test } from 'vitest'
import type { Database, Query } from '#db/database.ts'
import { inserting } from '#db/inserting.ts'
import { openDatabase } from '#db/open.ts'
import { firms, members } from '#db/schema/firms.ts'
import { among, given, givenList, statement } from '#db/statement.ts'
import { write } from '#db/write.ts'
import { newId } from '#core/ids.ts'
import { freshDatabaseUrl } from '../databases.ts'

test('what many rows hold comes out the same however often it is asked, in its order', async () => {
  const { db, firmId } = await open()
  const names = ['Ñuñoa "quoted"', 'línea\nnueva', '👩‍⚖️ jueza', 'אבי', "d'Ávila \\ Filhos", '\u{0001}control']
  const people = Array.from({ length: 60 }, (_, n) => ({
    id: newId(),
    firmId,
    name: `${String(n).padStart(2, '0')} ${names[n % names.length]}`,
    email: `persona${n}@estudio.example`,
    role: 'lawyer' as const,
    locale: n % 2 === 0 ? ('pt-BR' as const) : null,
    createdAt: new Date(1_795_000_000_000 + n),
  }))
  await write(db, (tx) => tx.insert(members).values(people))
  // Two columns of one name, a list kept as JSON, moments, and nothing at all.
  const ask = () =>
    db.read
      .select({
        name: members.name,
        firm: firms.name,
        days: firms.closingDays,
        locale: members.locale,
        since: members.createdAt,
        leftAt: members.leftAt,
        half: sql<number>`${1.5}`.mapWith(Number).as('half'),
      })
      .from(members)
      .innerJoin(firms, eq(firms.id, members.firmId))
      .where(eq(members.firmId, firmId))
      .orderBy(desc(members.createdAt))
  const expected = people.toReversed().map(({ name, locale, createdAt }) => ({
    name,
    firm: 'Estudio Fuentes',
    days: [],
    locale,
    since: createdAt,
    leftAt: null,
    half: 1.5,
  }))
  for (let time = 1; time <= 3; time++) expect(await ask()).toEqual(expected)
})

test('a query that gave many rows may give none the next time', async () => {
  const { db, firmId } = await open()
  await write(db, (tx) => tx.insert(members).values(Array.from({ length: 40 }, (_, n) => member(firmId, n))))
  const ask = (id: string) => db.read.select().from(members).where(eq(members.firmId, id))
  expect(await ask(firmId)).toHaveLength(40)
  expect(await ask(newId())).toEqual([])
  expect(await ask(firmId)).toHaveLength(40)
})

const namesAmong = statement((tx) =>
  tx
    .select({ name: members.name })
    .from(members)
    .where(among(members.id, givenList('ids')))
    .orderBy(members.name),
)

const newerThan = statement((tx) =>
  tx
    .select({ name: members.name })
    .from(members)
    .where(sql`${members.createdAt} > ${given('moment', members.createdAt)}`)
    .orderBy(members.name),
)

test('a statement answers for the values it is given each time, one, many or none', async () => {
  const { db, firmId } = await open()
  const people = Array.from({ length: 30 }, (_, n) => member(firmId, n))
  await write(db, (tx) => tx.insert(members).values(people))
  const ids = people.map((one) => one.id)
  const asked = (wanted: string[]) => namesAmong(db.read, { ids: wanted })
  expect(await asked(ids.slice(2, 3))).toEqual([{ name: 'Persona 02' }])
  expect(await asked([])).toEqual([])
  expect(await asked(ids)).toHaveLength(30)
  expect(await asked(["' or 1=1 --", '{"}', ...ids.slice(0, 1)])).toEqual([{ name: 'Persona 00' }])
  expect(await newerThan(db.read, { moment: new Date(1_795_000_000_027) })).toHaveLength(2)
})

const withFirms = (tx: Query) => {
  const home = alias(firms, 'home')
  return tx
    .select({
      person: members,
      // Of a table that is not always found, whole and in part; and of two tables in one group.
      home,
      part: { locale: home.locale, days: home.closingDays },
      mixed: { left: members.leftAt, accent: firms.accent },
      firm: firms.name,
      half: sql<number>`${1.5}`.mapWith(Number).as('half'),
    })
    .from(members)
    .innerJoin(firms, eq(firms.id, members.firmId))
    .leftJoin(home, and(eq(home.id, members.firmId), eq(members.role, 'admin')))
    .orderBy(members.name)
}
const withFirmsAsStatement = statement(withFirms)

test('a statement gives the same rows as its query, where a join finds nothing too', async () => {
  const { db, firmId } = await open()
  const people = Array.from({ length: 25 }, (_, n) => ({
    ...member(firmId, n),
    role: n % 3 === 0 ? ('admin' as const) : ('lawyer' as const),
  }))
  await write(db, (tx) => tx.insert(members).values(people))
  const expected = await withFirms(db.read)
  expect(expected.filter(({ home }) => home === null)).toHaveLength(16)
  for (let time = 1; time <= 3; time++) expect(await withFirmsAsStatement(db.read, {})).toEqual(expected)
})

test('a statement sees, inside a transaction, what that transaction has written', async () => {
  const { db, firmId } = await open()
  const one = member(firmId, 7)
  const seen = await write(db, async (tx) => {
    await tx.insert(members).values(one)
    return namesAmong(tx, { ids: [one.id] })
  })
  expect(seen).toEqual([{ name: 'Persona 07' }])
})

const unreadable = statement((tx) => tx.select({ unknown: sql<string>`nothing`.as('unknown') }).from(members))

test('statements that are asked at once give what each gives alone, whatever becomes of one of them', async () => {
  const { db, firmId } = await open()
  const people = Array.from({ length: 25 }, (_, n) => ({
    ...member(firmId, n),
    name: `${['Ñuñoa "quoted"', 'línea\nnueva', '👩‍⚖️', '\u{0001}'][n % 4]} ${n}`,
    locale: n % 2 === 0 ? ('pt-BR' as const) : null,
  }))
  await write(db, (tx) => tx.insert(members).values(people))
  const ids = people.map((one) => one.id)
  const wholes = await withFirmsAsStatement(db.read, {})
  const names = await namesAmong(db.read, { ids })
  const newer = await newerThan(db.read, { moment: new Date(1_795_000_000_020) })
  for (let time = 1; time <= 3; time++) {
    const together = await Promise.all([
      namesAmong(db.read, { ids }),
      withFirmsAsStatement(db.read, {}),
      namesAmong(db.read, { ids: [] }),
      newerThan(db.read, { moment: new Date(1_795_000_000_020) }),
    ])
    expect(together).toEqual([names, wholes, [], newer])
  }
  const [first, failed, last] = await Promise.allSettled([
    namesAmong(db.read, { ids }),
    unreadable(db.read, {}),
    newerThan(db.read, { moment: new Date(1_795_000_000_020) }),
  ])
  expect(first).toEqual({ status: 'fulfilled', value: names })
  expect(failed.status).toBe('rejected')
  expect(last).toEqual({ status: 'fulfilled', value: newer })
})

test('statements that are asked at once in a transaction see what it has written', async () => {
  const { db, firmId } = await open()
  const [one, two] = [member(firmId, 1), member(firmId, 2)]
  const seen = await write(db, async (tx) => {
    await tx.insert(members).values(one)
    await tx.insert(members).values(two)
    return Promise.all([namesAmong(tx, { ids: [one.id] }), namesAmong(tx, { ids: [two.id] })])
  })
  expect(seen).toEqual([[{ name: 'Persona 01' }], [{ name: 'Persona 02' }]])
})

const insertMembers = inserting(members)
const addMembers = inserting(members, { unlessThere: true })

test('what is inserted by SQL that is made once is what drizzle would insert', async () => {
  const { db, firmId } = await open()
  const [one, two, three] = [member(firmId, 1), member(firmId, 2), member(firmId, 3)]
  const leftAt = new Date(1_795_000_000_500)
  await write(db, (tx) => tx.insert(members).values(one))
  await write(db, (tx) => insertMembers(tx, [two, { ...three, leftAt, locale: 'pt-BR' }]))
  await write(db, (tx) => insertMembers(tx, []))
  const [plain, made, other] = await db.read.select().from(members).orderBy(members.name)
  expect(made).toEqual({ ...plain, ...two })
  expect(other).toEqual({ ...plain, ...three, leftAt, locale: 'pt-BR' })
  await write(db, (tx) => addMembers(tx, [{ ...two, name: 'Otra' }]))
  await expect(write(db, (tx) => insertMembers(tx, [two]))).rejects.toThrow()
  expect(await db.read.select().from(members)).toHaveLength(3)
})

test('of a transaction in which one thing could not be written nothing is, though nobody waited for it', async () => {
  const { db, firmId } = await open()
  const [one, two] = [member(firmId, 1), member(firmId, 2)]
  await write(db, (tx) => insertMembers(tx, [one]))
  const twice = write(db, async (tx) => {
    await insertMembers(tx, [two])
    await insertMembers(tx, [one])
    return 'done'
  })
  await expect(twice).rejects.toThrow()
  expect(await db.read.select({ id: members.id }).from(members)).toEqual([{ id: one.id }])
  await write(db, (tx) => insertMembers(tx, [two]))
  expect(await db.read.select().from(members)).toHaveLength(2)
})

test('of a transaction that gave up while it was writing nothing is left', async () => {
  const { db, firmId } = await open()
  const given = write(db, async (tx) => {
    await insertMembers(tx, [member(firmId, 1), member(firmId, 2)])
    throw new Error('thought better of it')
  })
  await expect(given).rejects.toThrow('thought better of it')
  expect(await db.read.select().from(members)).toEqual([])
})

test('an insert that was refused can be made again', async () => {
  const { db, firmId } = await open()
  const one = member(firmId, 1)
  const insert = (id: string) => write(db, (tx) => tx.insert(members).values({ ...one, id }))
  await insert(one.id)
  await expect(insert(newId())).rejects.toThrow()
  await write(db, (tx) => tx.delete(members).where(eq(members.id, one.id)))
  await insert(newId())
  expect(await db.read.select().from(members).where(eq(members.email, one.email))).toHaveLength(1)
})

test('SQL that the engine cannot read is refused, and the next query is answered', async () => {
  const { db } = await open()
  const unknown = sql<string>`nothing`.as('unknown')
  await expect(db.read.select({ unknown }).from(members)).rejects.toThrow()
  expect(await db.read.select().from(members)).toEqual([])
})

async function open(): Promise<{ db: Database; firmId: string }> {
  const db = await openDatabase(await freshDatabaseUrl())
  onTestFinished(() => db.close())
  const firmId = newId()
  await write(db, (tx) =>
    tx.insert(firms).values({
      id: firmId,
      name: 'Estudio Fuentes',
      locale: 'es-CL',
      timeZone: 'America/Santiago',
      country: 'CL',
      closingDays: [],
      digestHour: '9',
      createdAt: new Date(),
    }),
  )
  return { db, firmId }
}

function member(firmId: string, n: number) {
  return {
    id: newId(),
    firmId,
    name: `Persona ${String(n).padStart(2, '0')}`,
    email: `persona${n}@estudio.example`,
    role: 'lawyer' as const,
    createdAt: new Date(1_795_000_000_000 + n),
  }
}
