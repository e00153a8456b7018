import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import type { Logger } from 'pino'
import { whileLocked } from './build-lock.ts'

const root = join(import.meta.dirname, '../')
const stampFile = join(root, 'portal/build/stamp')

/** All that ends up in what is built or decides how; besides, the portal's own files, which routes bundle as they need. */
const sources = [
  'portal/app',
  'portal/public',
  'portal/worker',
  'core/words',
  'vite.config.ts',
  'package-lock.json',
]

/**
 * The portal in `portal/build` is the one its sources make; built only when it is not, and by one process at a time.
 * Needs the development dependencies only when there is something to build.
 */
export async function buildPortalIfStale(log: Logger): Promise<void> {
  const stamp = await stampOf(sources)
  if (await isBuilt(stamp)) return
  await whileLocked(join(root, '.cache/portal-build.lock'), async () => {
    // Another process may have built it while this one waited.
    if (await isBuilt(stamp)) return
    log.info('building the portal')
    const began = performance.now()
    await rm(stampFile, { force: true })
    await runVite()
    await buildWorker()
    await dropUnloaded(join(root, 'portal/build/client/assets'))
    await compressAssets(join(root, 'portal/build/client'))
    await writeFile(stampFile, stamp)
    log.info({ seconds: Math.round((performance.now() - began) / 1000) }, 'the portal is built')
  })
}

async function isBuilt(stamp: string): Promise<boolean> {
  return existsSync(stampFile) && (await readFile(stampFile, 'utf8')) === stamp
}

/** Names and contents of all the source files, as one hash. */
async function stampOf(paths: string[]): Promise<string> {
  const hash = createHash('sha256')
  const own = (await readdir(join(root, 'portal'))).filter((name) => isSource(name))
  for (const path of [...paths, ...own.map((name) => `portal/${name}`)]) {
    for (const file of await filesIn(path))
      hash
        .update(file)
        .update('\0')
        .update(await readFile(join(root, file)))
  }
  return hash.digest('hex')
}

function isSource(name: string): boolean {
  return name.endsWith('.ts') && !isTest(name)
}

function isTest(name: string): boolean {
  return /\.test\.\w+$/.test(name)
}

async function filesIn(path: string): Promise<string[]> {
  if (/\.\w+$/.test(path)) return [path]
  const entries = await readdir(join(root, path), { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() && !isTest(entry.name))
  return files.map((entry) => join(entry.parentPath, entry.name).slice(root.length)).sort()
}

function runVite(): Promise<void> {
  const remix = createRequire(import.meta.url).resolve('@remix-run/dev/dist/cli.js')
  // React would be built with its warnings in whatever has been told that it is a test.
  const production = 'data:text/javascript,process.env.NODE_ENV="production"'
  const vite = spawn(process.execPath, ['--import', production, remix, 'vite:build', '--logLevel', 'warn'], {
    cwd: root,
  })
  const said: Buffer[] = []
  vite.stdout.on('data', (chunk: Buffer) => said.push(chunk))
  vite.stderr.on('data', (chunk: Buffer) => said.push(chunk))
  return new Promise((resolve, reject) => {
    vite.once('error', reject)
    vite.once('close', (code) => {
      if (code === 0) return resolve()
      reject(new Error(`the portal could not be built:\n${Buffer.concat(said).toString('utf8')}`))
    })
  })
}

/** One plain script: not every browser takes workers that are modules. */
async function buildWorker(): Promise<void> {
  const { build } = await import('vite')
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: {
      outDir: join(root, 'portal/build/worker'),
      emptyOutDir: true,
      rollupOptions: {
        input: join(root, 'portal/worker/worker.ts'),
        output: { format: 'iife', entryFileNames: 'worker.js' },
      },
    },
  })
}

/** Of the scripts only those stay that pages load; Remix makes each route's as well, for a browser that would render. */
async function dropUnloaded(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.js'))
  const loaded = new Set<string>()
  const load = async (name: string) => {
    if (loaded.has(name)) return
    loaded.add(name)
    const script = await readFile(join(folder, name), 'utf8')
    for (const [, part = ''] of script.matchAll(/["']\.\/([\w.-]+\.js)["']/g)) await load(part)
  }
  for (const name of names) if (name.startsWith('entry.client-')) await load(name)
  for (const name of names) if (!loaded.has(name)) await rm(join(folder, name))
}

/** Leaves `.br` and `.gz` beside each file that gains from it, for `assets.ts`. */
async function compressAssets(folder: string): Promise<void> {
  const names = await readdir(folder, { recursive: true })
  for (const name of names.filter((one) => /\.(js|css|svg|webmanifest)$/.test(one))) {
    const plain = await readFile(join(folder, name))
    await writeFile(join(folder, `${name}.br`), await promisify(brotliCompress)(plain))
    await writeFile(join(folder, `${name}.gz`), await promisify(gzip)(plain, { level: 9 }))
  }
}
