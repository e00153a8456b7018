import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import type { RequestHandler } from 'express'
import { sha256 } from '#core/keys.ts'

/** What every page shows besides what it loads. */
const pictures = ['/icon.svg', '/icon-192.png', '/badge.png']

/**
 * Answers `/sw.js` with the worker that `build.ts` made of `portal/worker`, and before it what this build's pages load:
 * with either another, browsers take it for a new worker. Never kept by them without asking.
 */
export function serveWorker({ assets }: ServerBuild): RequestHandler {
  const code = readFileSync(fileURLToPath(new URL('./build/worker/worker.js', import.meta.url)), 'utf8')
  const styles = assets.routes.root?.css ?? []
  const shell = [assets.entry.module, ...assets.entry.imports, ...styles, ...pictures]
  const version = sha256(assets.version + code).slice(0, 16)
  const script = `self.portal=${JSON.stringify({ version, shell: [...new Set(shell)] })};\n${code}`
  return (_request, response) => {
    response.setHeader('Cache-Control', 'no-cache')
    response.type('text/javascript').send(script)
  }
}
