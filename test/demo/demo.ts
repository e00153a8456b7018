import { openWorld, type World } from './open-world.ts'
import { servePages } from './pages/serve-pages.ts'
import { tellStory } from './story.ts'
import { paint, StepFailed, tellOn } from './tell.ts'
import { portalLinks, whatToOpen } from './what-to-open.ts'
import { whenInterrupted } from './when-interrupted.ts'

/** Shows the product at work on this machine and stays up, or with `--once` ends: 0 when every step held, else 1. */
async function main(args: string[]): Promise<number> {
  const once = args.includes('--once')
  const unknown = args.find((arg) => arg !== '--once')
  if (unknown) return usage(unknown)

  const telling = tellOn(process.stdout)
  telling.say('Despacho, a demonstration. All of it is on this machine and goes away when it ends.\n')
  const opening = openWorld(() => telling.say('  Building the portal, which takes a moment the first time …'))
  const closing = [opening.close]
  const interruption = whenInterrupted()
  try {
    await Promise.race([show(), interruption.asked])
  } catch (error) {
    await opening.world.then(sayFaults, () => undefined)
    for (const close of closing.reverse()) await close().catch(() => undefined)
    throw error
  }
  await telling.step('end', async () => {
    for (const close of closing.reverse()) await close()
    return 'All of it is stopped and removed'
  })
  return once && interruption.happened() ? 1 : 0

  async function show(): Promise<void> {
    await telling.step('start', async () => {
      const { product } = await opening.world
      return `The product runs at ${product.baseUrl} for a firm of three members, three clients and six matters`
    })
    const world = await opening.world
    await tellStory(world, telling)
    if (once) return
    const links = portalLinks(world)
    const pages = await servePages(world, links)
    closing.push(pages.close)
    telling.say(whatToOpen(process.stdout, pages.url, links))
    await interruption.asked
  }
}

function usage(unknown: string): number {
  console.error(`unknown: ${unknown}\nusage: npm run demo [-- --once]`)
  return 1
}

/** What the product itself complained of, each thing once. */
function sayFaults({ product }: World) {
  const faults = product.logs
    .filter(({ level = 0 }) => level >= 50)
    .map(({ msg, err }) => `${msg}: ${messageOf(err)}`)
  for (const fault of new Set(faults)) console.error(`  ${fault}`)
}

function messageOf(error: unknown): string {
  const isOne = typeof error === 'object' && error !== null && 'message' in error
  return String(isOne ? error.message : error)
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  const step = error instanceof StepFailed ? `${error.step}: ` : ''
  console.error(`${paint(process.stderr, 'fault', '✗')} ${step}${messageOf(error)}`)
  process.exitCode = 1
}
