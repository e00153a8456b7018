import { createServer, type RequestListener } from 'node:http'
import express from 'express'
import { pino } from 'pino'
import { buildPortalIfStale } from '#portal/build.ts'
import { createPortal } from '#portal/server.ts'
import { firmInSlack, type FirmInSlack } from './firm-in-slack.ts'

/** A firm in Slack whose portal is open too; `home` is its address. The portal is built first, which may take minutes. */
export async function firmWithPortal(): Promise<{
  slack: FirmInSlack
  home: string
  close: () => Promise<void>
}> {
  await buildPortalIfStale(pino({ level: 'silent' }))
  let handler: RequestListener | undefined = undefined
  const server = createServer((request, response) => handler?.(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const home = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  const slack = await firmInSlack({ BASE_URL: home })
  handler = express().use(await createPortal(slack.office, { mode: 'production' }))
  const close = async () => {
    server.closeAllConnections()
    server.close()
    await slack.close()
  }
  return { slack, home, close }
}
