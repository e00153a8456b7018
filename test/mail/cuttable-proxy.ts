import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

export type CuttableProxy = {
  port: number
  /** From now on nothing goes through, and nobody is told: as if a cable had been pulled. */
  silence: () => void
  /** New connections go through again; those that were silenced stay so. */
  heal: () => void
  /** Every connection breaks. */
  cut: () => void
  /** How many connections have been begun. */
  begun: () => number
  stop: () => Promise<void>
}

/** A way to a server on this machine that can be made to fail as networks do. */
export async function cuttableProxy(to: number): Promise<CuttableProxy> {
  let isSilent = false
  let begun = 0
  const pairs = new Set<{ ends: Socket[]; silent: boolean }>()
  const server = createServer((near) => {
    begun += 1
    const far = connect(to, '127.0.0.1')
    const pair = { ends: [near, far], silent: isSilent }
    pairs.add(pair)
    const pass = (from: Socket, into: Socket) => {
      from.on('data', (bytes) => {
        if (!pair.silent) into.write(bytes)
      })
      from.on('error', () => {})
      from.on('close', () => {
        if (pair.silent) return
        into.destroy()
        pairs.delete(pair)
      })
    }
    pass(near, far)
    pass(far, near)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const destroy = () => {
    for (const { ends } of pairs) for (const end of ends) end.destroy()
    pairs.clear()
  }
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    silence() {
      isSilent = true
      for (const pair of pairs) pair.silent = true
    },
    heal() {
      isSilent = false
    },
    cut: destroy,
    begun: () => begun,
    async stop() {
      destroy()
      const closed = once(server, 'close')
      server.close()
      await closed
    },
  }
}
