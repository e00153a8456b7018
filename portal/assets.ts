import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { RequestHandler } from 'express'

type Asset = { type: string; lasting: boolean; plain: Buffer; br: Buffer | null; gzip: Buffer | null }

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
}

/**
 * Serves the built portal's files from memory, compressed as `build.ts` left them. Whatever carries a hash in its name
 * (all of `/assets/`) may be kept for ever; the rest for an hour. Anything else is left to the next handler.
 */
export function serveAssets(folder: string): RequestHandler {
  const assets = readAssets(folder)
  return (request, response, next) => {
    const asset = request.method === 'GET' || request.method === 'HEAD' ? assets.get(request.path) : undefined
    if (!asset) return next()
    // Asked one by one: of equals, the library prefers what the browser names first, which is the larger.
    const encoding = (['br', 'gzip'] as const).find((one) => asset[one] && request.acceptsEncodings(one))
    const packed = encoding && asset[encoding]
    response.setHeader('Content-Type', asset.type)
    response.setHeader(
      'Cache-Control',
      asset.lasting ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
    )
    response.setHeader('Vary', 'Accept-Encoding')
    response.setHeader('X-Content-Type-Options', 'nosniff')
    if (encoding) response.setHeader('Content-Encoding', encoding)
    response.end(packed ?? asset.plain)
  }
}

function readAssets(folder: string): Map<string, Asset> {
  const assets = new Map<string, Asset>()
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const known = new Set(names)
  for (const name of names) {
    const type = types[extname(name)]
    if (!type) continue
    const read = (suffix: string) =>
      known.has(name + suffix) ? readFileSync(join(folder, name + suffix)) : null
    const path = `/${name.replaceAll('\\', '/')}`
    const plain = readFileSync(join(folder, name))
    assets.set(path, {
      type,
      lasting: path.startsWith('/assets/'),
      plain,
      br: read('.br'),
      gzip: read('.gz'),
    })
  }
  return assets
}
