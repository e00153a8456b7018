import { createHash, randomUUID } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { IncomingAttachment } from '#core/replies/inbound/incoming-mail.ts'
import { htmlText, unquotedHtmlText } from './html-text.ts'

/** Where people put files instead of attaching them: what we call it, and its hosts. */
const drives: [name: string, hosts: RegExp][] = [
  ['Google Drive', /^(drive|docs)\.google\.com$/],
  ['Google Photos', /^(photos\.app\.goo\.gl|photos\.google\.com)$/],
  ['OneDrive', /^(1drv\.ms|onedrive\.live\.com)$/],
  ['SharePoint', /\.sharepoint\.com$/],
  ['WeTransfer', /^(we\.tl|(.+\.)?wetransfer\.com)$/],
  ['Dropbox', /^((www\.)?dropbox\.com|db\.tt)$/],
  ['iCloud', /^((www|share)\.)?icloud\.com$/],
]

const suspicion =
  /drive\.google|docs\.google|photos\.(app\.goo|google)|1drv\.ms|onedrive|sharepoint|we\.tl|wetransfer|dropbox|db\.tt|icloud/i

const mostLinks = 50

/**
 * Links to files on a cloud drive that the sender wrote, quoted mail aside, by the drive's name. Never fetched: nobody knows
 * what is there, when, and who is told that we looked.
 */
export function cloudLinks(written: string, html: string | null): Map<string, string[]> {
  const found = new Map<string, string[]>()
  const shown = html && suspicion.test(html) ? (unquotedHtmlText(html) ?? htmlText(html)) : ''
  for (const link of `${written}\n${shown}`.match(/https?:\/\/[^\s<>"'\])]+/gi) ?? []) {
    const url = unwrapped(URL.parse(link))
    const drive = url && drives.find(([, hosts]) => hosts.test(url.hostname))
    if (!drive || url.pathname.length < 2) continue
    const links = found.get(drive[0]) ?? []
    if (links.length < mostLinks && !links.includes(url.href)) found.set(drive[0], [...links, url.href])
  }
  return found
}

// Outlook leads links through a server of Microsoft's.
function unwrapped(url: URL | null): URL | null {
  if (!url || !/\.safelinks\.protection\.outlook\.com$/.test(url.hostname)) return url
  return URL.parse(url.searchParams.get('url') ?? '')
}

/** Such links as flagged attachments, a text for each drive, so that they are listed and read where files are. */
export function linkFiles(links: Map<string, string[]>, spoolDir: string): IncomingAttachment[] {
  if (links.size > 0) mkdirSync(spoolDir, { recursive: true })
  return [...links].map(([drive, urls]) => {
    const content = Buffer.from(`${urls.join('\n')}\n`)
    const path = join(spoolDir, randomUUID())
    writeFileSync(path, content, { flag: 'wx', mode: 0o600 })
    const sha256 = createHash('sha256').update(content).digest('hex')
    return { name: `${drive}.txt`, type: 'text/plain', size: content.length, sha256, path, flag: 'link' }
  })
}
