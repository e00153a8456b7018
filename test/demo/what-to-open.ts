import type { DemoClient } from './demo-firm.ts'
import { linkIn } from './look-into-portal.ts'
import type { World } from './open-world.ts'
import { paint } from './tell.ts'

/** How a client opens the portal: by the link of their invitation. */
export type PortalLink = Pick<DemoClient, 'name' | 'language'> & { url: string }

/** The links that clients were mailed, one for each who was invited. */
export function portalLinks({ firm, postbox }: World): PortalLink[] {
  return Object.values(firm.clients).flatMap(({ name, language, emails }) => {
    const links = postbox.lettersTo(emails[0]).map(linkIn)
    const url = links.findLast((link) => link !== '')
    return url ? [{ name, language, url }] : []
  })
}

/** What the terminal says when the story is told: where the pages are, and what they are for. */
export function whatToOpen(out: NodeJS.WriteStream, pages: string, links: PortalLink[]): string {
  const line = (head: string, address: string, words: string) =>
    `  ${paint(out, 'strong', head.padEnd(10))}${address}\n${' '.repeat(12)}${paint(out, 'quiet', words)}\n`
  return [
    '\nNow it is yours. Open:\n',
    line('Begin', pages, 'what there is to try'),
    line(
      'Lawyer',
      `${pages}/chat/camila`,
      'the firm’s Slack: type /solicitar, /novedad or /pendientes, press the buttons',
    ),
    line('Client', `${pages}/mail`, 'every e-mail that was sent; answer one, with files'),
    ...links.map(({ name, language, url }) => line('Portal', url, `as ${name}, in ${language}`)),
    'Ctrl-C ends it, and nothing is left.\n',
  ].join('\n')
}
