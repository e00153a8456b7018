import express, { type RequestHandler } from 'express'
import { createServer, type Server } from 'node:http'
import { pino } from 'pino'
import { createOriginalReader } from '#mail/original-reader.ts'
import { buildPortalIfStale } from '#portal/build.ts'
import { createPortal } from '#portal/server.ts'
import { testOffice, type TestOffice } from './test-office.ts'

export type ServedPortal = { home: string; server: Server; office: TestOffice; close: () => void }

/** The portal of an office of its own, built and answering on this machine; close it at the end. */
export async function servePortal(env: Record<string, string> = {}): Promise<ServedPortal> {
  await buildPortalIfStale(pino({ level: 'silent' }))
  const doors: RequestHandler[] = []
  const app = express().set('trust proxy', 'loopback')
  app.use((request, response, next) => doors[0]?.(request, response, next))
  const server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const home = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  const office = await testOffice({ BASE_URL: home, ...env })
  const originals = createOriginalReader(office.log)
  office.readOriginal = originals.read
  doors.push(await createPortal(office, { mode: 'production' }))
  return {
    home,
    server,
    office,
    close: () => {
      void originals.close()
      server.closeAllConnections()
      server.close()
    },
  }
}
