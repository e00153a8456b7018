import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { startPostbox } from '../mail/postbox.ts'
import { writeTo } from '../mail/write-mail.ts'
import { until } from '../until.ts'
import { startProduct, type Product } from './start-product.ts'

// True processes, on a machine that may have much else to do.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 30_000 })

let folder: string
let databaseUrl: string
const closing: (() => Promise<void>)[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'despacho-start-'))
  databaseUrl = `file:${join(folder, 'despacho.db')}`
})
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
  await rm(folder, { recursive: true, force: true })
})

const isUp = ({ baseUrl }: Product) =>
  fetch(`${baseUrl}/healthz`).then(
    ({ ok }) => ok,
    () => false,
  )

test('the product starts on an empty database, is administered, killed and started again, and ends when asked to', async () => {
  const post = await startPostbox()
  closing.push(post.stop)
  const product = await startProduct({ databaseUrl, postbox: post, role: 'worker' })
  closing.push(product.stop)
  expect((await fetch(`${product.baseUrl}/readyz`)).status).toBe(200)
  const { firmId } = await product.administer(
    ...['firm', 'create', '--name', 'Estudio Rojas', '--locale', 'es-CL', '--timezone', 'America/Santiago'],
  )
  await product.kill()
  expect(await isUp(product)).toBe(false)
  await product.restart()
  expect(await isUp(product)).toBe(true)
  const again = await product.administer<{ accesses: unknown[] }>('access', 'list', '--firm', firmId ?? '')
  expect(again.accesses).toEqual([])
  await product.stop()
  expect(await isUp(product)).toBe(false)
})

test('a faulty configuration is told, and what is refused by administration is, too', async () => {
  await expect(startProduct({ databaseUrl, env: { PORT: 'none' } })).rejects.toThrow(/PORT/)
  const product = await startProduct({ databaseUrl, role: 'worker' })
  closing.push(product.stop)
  await expect(product.administer('firm', 'sell')).rejects.toThrow(/unknown command: firm sell/)
})

test('mail that is handed over is taken in', async () => {
  const product = await startProduct({ databaseUrl, role: 'worker' })
  closing.push(product.stop)
  const mail = { from: 'rosa@correo.example', subject: 'Hola', text: 'Hola' }
  const { response } = await writeTo(product, 'casos@estudio.example', mail)
  expect(response).toMatch(/^250/)
  const isRead = () => product.logs.find(({ msg }) => msg === 'mail read')
  await until(isRead, 'the mail to be read', 60_000)
})
