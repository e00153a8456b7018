import { html } from './html.ts'
import { wholePage } from './page.ts'
import type { World } from '../open-world.ts'
import type { PortalLink } from '../what-to-open.ts'

/** Where one begins: what there is to try, and how it hangs together. */
export function startPage({ firm, product }: World, links: PortalLink[]): string {
  const rosa = encodeURIComponent(firm.clients.rosa.emails[0])
  const body = html`<main class="column">
    <h1>A small law firm, on this machine</h1>
    <p>
      Its lawyers work in Slack, its clients read and answer e-mail. Everything you do here goes through the
      real doors of the product at <code>${product.baseUrl}</code>: signed requests, SMTP both ways, the
      portal.
    </p>
    <ol class="steps">
      <li>
        <h2><a href="/chat/camila">Be a lawyer</a></h2>
        <p>
          Type <code>/solicitar Aromos</code> as Camila, list a few documents and send. She works in Spanish,
          <a href="/chat/joao">João</a> in Portuguese, <a href="/chat/emily">Emily</a> in English.
        </p>
      </li>
      <li>
        <h2><a href="/mail?to=${rosa}">Be a client</a></h2>
        <p>
          Open Rosa’s mailbox, read the request and answer it with files. Back in the chat the lawyer has been
          told, and each file stands with its item: approve it, or reject it with a reason. Then answer as
          someone the firm does not know.
        </p>
      </li>
      <li>
        <h2>Look into the portal</h2>
        <p>
          As
          ${links.map(
            ({ name, language, url }, index) =>
              html`${index > 0 ? ', ' : ''}<a href="${url}" target="_blank">${name}</a> (${language})`,
          )}.
          It is the link of their invitation: it asks for one press of a button, so that mail scanners open
          nothing.
        </p>
      </li>
    </ol>
    <p class="meta">Ctrl-C in the terminal ends it all, and nothing is left.</p>
  </main>`
  return wholePage({ title: 'What to try', here: 'start', body })
}
