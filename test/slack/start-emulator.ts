import { createServer } from 'node:net'
import { createEmulator } from 'emulate'
import { botTokens, emulatorSeed, type Workspace } from './workspace.ts'

const CALLS_PER_TOKEN = 4_500

export type Emulator = {
  /** Asks the emulator as the bot, or with another token; gives its answer, whatever it is. */
  ask: (method: string, args: Record<string, unknown>, token?: string) => Promise<Record<string, unknown>>
  url: string
  stop: () => Promise<void>
}

/** Starts npm `emulate`'s Slack in this process on a free port; it listens on every interface and models no limits. */
export async function startEmulator(workspace: Workspace): Promise<Emulator> {
  const port = await freePort()
  const emulator = await createEmulator({ service: 'slack', port, seed: { slack: emulatorSeed(workspace) } })
  const url = `http://127.0.0.1:${port}`
  let asked = 0
  async function ask(method: string, args: Record<string, unknown>, token?: string) {
    const turn = Math.floor(asked++ / CALLS_PER_TOKEN) % botTokens.length
    const authorization = `Bearer ${token ?? botTokens[turn]}`
    // A connection that is kept may be closed over there at the moment in which it is used again.
    const response = await fetch(`${url}/api/${method}`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json', connection: 'close' },
      body: JSON.stringify(args),
    })
    const answer: unknown = await response.json()
    return typeof answer === 'object' && answer !== null ? { ...answer } : {}
  }
  return { ask, url, stop: () => emulator.close() }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, () => {
      const address = probe.address()
      const port = typeof address === 'object' && address ? address.port : 0
      probe.close(() => resolve(port))
    })
  })
}
