import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostbox, type Postbox } from '../mail/postbox.ts'
import { startProduct, type Product } from '../product/start-product.ts'
import { slackUser, type SlackUser } from '../slack/slack-user.ts'
import { startSlackApi, type SlackApi } from '../slack/start-slack-api.ts'
import type { DemoFirm } from './demo-firm.ts'
import { demoWorkspace, type DemoMember } from './demo-workspace.ts'

/** The product at work for a small firm, and everything around it: mail, Slack, people. All of it on this machine. */
export type World = {
  product: Product
  postbox: Postbox
  slack: SlackApi
  firm: DemoFirm
  members: Record<DemoMember, SlackUser>
}

/** What has been opened so far; `close` ends and removes all of it, whenever it is called. */
export type Opening = { world: Promise<World>; close: () => Promise<void> }

/** Opens the demo's world in a temporary folder; `onBuild` is called should the portal have to be built first. */
export function openWorld(onBuild: () => void): Opening {
  const closing: (() => Promise<unknown>)[] = []
  const givingUp = new AbortController()
  const world = open(closing, onBuild, givingUp.signal)
  return {
    world,
    async close() {
      givingUp.abort()
      await world.catch(() => undefined)
      await closeAll(closing)
    },
  }
}

/** Closes in the order opposite to that of opening, all of it, and then throws what could not be closed. */
async function closeAll(closing: (() => Promise<unknown>)[]) {
  const faults: unknown[] = []
  for (const close of closing.splice(0).reverse()) await close().catch((error: unknown) => faults.push(error))
  if (faults.length > 0) throw faults[0]
}

async function open(
  closing: (() => Promise<unknown>)[],
  onBuild: () => void,
  signal: AbortSignal,
): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'despacho-demo-'))
  closing.push(() => rm(folder, { recursive: true, force: true }))
  const postbox = await startPostbox()
  closing.push(postbox.stop)
  const slack = await startSlackApi(demoWorkspace)
  closing.push(slack.stop)

  const secretKey = randomBytes(32).toString('base64')
  const kept = {
    databaseUrl: `file:${join(folder, 'despacho.db')}`,
    filesUrl: `file:${join(folder, 'files')}`,
  }
  // Which engine the tables are for is decided when they are loaded, whatever this terminal has set.
  process.env.DATABASE_URL = kept.databaseUrl
  const { setUpFirm } = await import('./demo-firm.ts')
  const firm = await setUpFirm(slack, { ...kept, secretKey, folder })
  const product = await startProduct({
    ...kept,
    postbox,
    slack,
    signal,
    env: { SECRET_KEY: secretKey, MAIL_FROM: 'Estudio Rojas <avisos@estudio.example>' },
    onLog: ({ msg }) => void (msg === 'building the portal' && onBuild()),
  })
  closing.push(product.stop)
  const member = (name: DemoMember) => slackUser(slack, name, product)
  const members = { camila: member('camila'), joao: member('joao'), emily: member('emily') }
  return { product, postbox, slack, firm, members }
}
