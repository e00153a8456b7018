import { expect, test } from 'vitest'
import { openDatabase } from '#db/open.ts'
import { firms } from '#db/schema/firms.ts'
import { write } from '#db/write.ts'
import { newId } from '#core/ids.ts'
import { freshDatabaseUrl } from './databases.ts'

test('each test has a database of its own', async () => {
  const [one, other] = await Promise.all([freshDatabaseUrl(), freshDatabaseUrl()])
  const [ours, theirs] = await Promise.all([openDatabase(one), openDatabase(other)])
  expect(ours.engine).toBe(process.env.DATABASE_URL?.startsWith('postgres') ? 'postgres' : 'sqlite')

  await write(ours, (tx) =>
    tx.insert(firms).values({
      id: newId(),
      name: 'Estudio Fuentes',
      locale: 'es-CL',
      timeZone: 'America/Santiago',
      country: 'CL',
      closingDays: [],
      digestHour: '9',
      createdAt: new Date(),
    }),
  )
  expect(await ours.read.select().from(firms)).toHaveLength(1)
  expect(await theirs.read.select().from(firms)).toEqual([])
  await Promise.all([ours.close(), theirs.close()])
})
