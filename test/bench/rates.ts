import { once } from 'node:events'
import { Agent, get } from 'node:http'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'

const rounds = 40
const seconds = 0.4
const atOnce = 8

type Wish = { urls: string[]; cookie: string }

/**
 * Requests a second that each address answers, once a round, by turns so that whatever else the machine does befalls all
 * of them alike. Asked by a thread of its own, whose work is not the server's. Every answer must be a whole page.
 */
export async function ratesOf(urls: string[], cookie: string): Promise<number[][]> {
  const worker = new Worker(new URL(import.meta.url), { workerData: { urls, cookie } satisfies Wish })
  const [rates] = (await once(worker, 'message')) as [number[][]]
  return rates
}

if (!isMainThread && parentPort) {
  const { urls, cookie } = workerData as Wish
  const rates: number[][] = urls.map(() => [])
  for (const url of urls) await rateOf(url, cookie)
  for (let round = 0; round < rounds; round++) {
    for (const [index, url] of urls.entries()) rates[index]?.push(await rateOf(url, cookie))
  }
  parentPort.postMessage(rates)
}

async function rateOf(url: string, cookie: string): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce })
  const since = performance.now()
  let answered = 0
  const reader = async () => {
    while (performance.now() - since < seconds * 1000) {
      await read(url, cookie, agent)
      answered += 1
    }
  }
  await Promise.all(Array.from({ length: atOnce }, reader))
  const rate = answered / ((performance.now() - since) / 1000)
  agent.destroy()
  return rate
}

function read(url: string, cookie: string, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { cookie, 'accept-encoding': 'gzip' }
    get(url, { agent, headers }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${url} answered ${response.statusCode}`))
      response.resume().on('end', resolve).on('error', reject)
    }).on('error', reject)
  })
}
