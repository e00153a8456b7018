import { createHash } from 'node:crypto'
import { html, trusted, type Html } from './html.ts'

export type Page = { title: string; here: 'start' | 'chat' | 'mail'; body: Html }

/** A whole page of the demo, with the way to the others. */
export function wholePage({ title, here, body }: Page): string {
  const link = (to: Page['here'], path: string, words: string) =>
    html`<a href="${path}" ${to === here ? trusted('aria-current="page"') : ''}>${words}</a>`
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · Despacho</title>
        <link rel="stylesheet" href="/pages.css" />
        <link rel="icon" href="data:," />
        <script type="module" src="/live.js"></script>
      </head>
      <body class="${here}">
        <header class="top">
          <a class="name" href="/">Despacho</a>
          <nav>
            ${link('start', '/', 'What to try')}${link('chat', '/chat/camila', 'Chat')}${link('mail', '/mail', 'Mailbox')}
          </nav>
        </header>
        ${body}
      </body>
    </html>`.markup
}

/** A part of a page that is brought up to date by itself, when it is another than before; `key` says so for a form, which keeps what is typed. */
export function livePart(id: string, body: Html, key = body.markup): Html {
  const digest = createHash('sha256').update(key).digest('base64url').slice(0, 12)
  return html`<div id="${id}" data-live="${digest}">${body}</div>`
}

/** A time of today as a clock shows it, else with its day. */
export function momentShown(at: Date): string {
  const isToday = at.toDateString() === new Date().toDateString()
  const options: Intl.DateTimeFormatOptions = isToday
    ? { timeStyle: 'short' }
    : { dateStyle: 'medium', timeStyle: 'short' }
  return new Intl.DateTimeFormat('en-GB', options).format(at)
}
