import type { ArrivedLetter } from '../../mail/arrived-letter.ts'
import { momentShown, livePart, wholePage } from './page.ts'
import { html, type Html } from './html.ts'
import type { SentReply } from './mail-acts.ts'
import { sampleFiles } from './mail-acts.ts'
import type { World } from '../open-world.ts'

export type Shown = { address: string; letter: number | undefined; as: 'html' | 'text' | 'source' }

/** Everybody's mailbox: whose, what came, and one letter, with a form to answer it. */
export function mailboxPage(world: World, { address, letter, as }: Shown, replies: SentReply[]): string {
  const letters = world.postbox.letters
    .map((one, index) => ({ ...one, index }))
    .filter(({ to }) => to === address)
  const open = letters.find(({ index }) => index === letter) ?? letters.at(-1)
  const body = html`<div class="panes mail">
    <aside>
      <h2>Mailboxes</h2>
      ${livePart('people', peopleHtml(world, address))}
    </aside>
    <nav class="letters" aria-label="Letters">
      <h2>${address}</h2>
      ${livePart('letters', listHtml(letters, open?.index, letter === undefined))}
    </nav>
    <main>
      ${open ? letterHtml(world, open, as, replies) : html`<p class="empty">What the firm sends to this address will appear here.</p>`}
    </main>
  </div>`
  return wholePage({ title: `Mail of ${address}`, here: 'mail', body })
}

type Numbered = ArrivedLetter & { index: number }

function peopleHtml({ firm, postbox }: World, address: string): Html {
  return html`${Object.values(firm.clients).map(
    ({ name, emails }) =>
      html`<p class="meta">${name}</p>
        <ul class="people">
          ${emails.map((email) => {
            const words = html`${brokenAtSign(email)} <small>${postbox.lettersTo(email).length}</small>`
            return html`<li>
              ${email === address ? html`<strong>${words}</strong>` : html`<a href="/mail?to=${encodeURIComponent(email)}">${words}</a>`}
            </li>`
          })}
        </ul>`,
  )}`
}

/** An address that may go on in a second line from its sign on. */
function brokenAtSign(email: string): Html {
  const [local = '', domain = ''] = email.split('@')
  return html`<span>${local}<wbr />@${domain}</span>`
}

function listHtml(letters: Numbered[], open: number | undefined, isNewest: boolean): Html {
  return html`<ol>
    ${letters.toReversed().map(({ index, subject, text, at, to }, place) => {
      const isOpen = index === open && !(isNewest && place > 0)
      return html`<li ${isOpen ? html`aria-current="true"` : ''}>
        <a href="/mail?to=${encodeURIComponent(to)}&letter=${index}">
          <strong>${subject}</strong>
          <span>${firstWords(text)}</span>
          <small>${momentShown(at)}</small>
        </a>
      </li>`
    })}
  </ol>`
}

function firstWords(text: string): string {
  const lines = text.split('\n').map((line) => line.trim())
  return lines
    .filter((line) => line !== '')
    .slice(1, 2)
    .join(' ')
    .slice(0, 90)
}

function letterHtml(world: World, letter: Numbered, as: Shown['as'], replies: SentReply[]): Html {
  const here = `/mail?to=${encodeURIComponent(letter.to)}&letter=${letter.index}`
  const tab = (kind: Shown['as'], words: string) =>
    html`<a href="${here}&as=${kind}" ${kind === as ? html`aria-current="true"` : ''}>${words}</a>`
  return html`<article>
    <h1>${letter.subject}</h1>
    <p class="meta">
      From ${letter.from.name} &lt;${letter.from.address}&gt; · ${momentShown(letter.at)}<br />
      Answers go to <code>${letter.answersTo}</code>
    </p>
    <p class="tabs">${tab('html', 'As it looks')}${tab('text', 'Plain text')}${tab('source', 'Source')}</p>
    ${contentsHtml(letter, as)} ${replies.filter(({ letter: index }) => index === letter.index).map(sentHtml)}
    ${letter.answersTo === letter.from.address ? html`` : replyForm(world, letter, here)}
  </article>`
}

function contentsHtml(letter: Numbered, as: Shown['as']): Html {
  if (as === 'text') return html`<pre class="letter">${letter.text}</pre>`
  if (as === 'source') return html`<pre class="letter source">${letter.raw.toString('utf8')}</pre>`
  return html`<iframe
    class="letter"
    title="The letter"
    sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
    src="/mail/letter/${letter.index}"
  ></iframe>`
}

function sentHtml({ from, text, files, response, at }: SentReply): Html {
  return html`<div class="sent">
    <p class="meta">Answered from ${from}, ${momentShown(at)} · the firm’s server: ${response}</p>
    <p class="text">${text}</p>
    ${files.length > 0 ? html`<p class="meta">${files.join(' · ')}</p>` : ''}
  </div>`
}

const usualAnswer = {
  Spanish: 'Adjunto lo solicitado.',
  Portuguese: 'Segue em anexo o que foi solicitado.',
  English: 'Please find attached what you asked for.',
}

function replyForm({ firm }: World, letter: Numbered, here: string): Html {
  const owner = Object.values(firm.clients).find(({ emails }) => emails.includes(letter.to))
  return html`<form class="answer" method="post" action="/mail/reply" enctype="multipart/form-data">
    <h2>Answer</h2>
    <input type="hidden" name="letter" value="${letter.index}" />
    <input type="hidden" name="back" value="${here}" />
    <label class="field">
      From
      <select name="sender">
        <option value="proven">${letter.to}</option>
        <option value="unproven">${letter.to}, but nothing proves it</option>
        <option value="stranger">someone the firm does not know</option>
      </select>
    </label>
    <label class="field">
      ${owner ? `What ${owner.name} writes` : 'Text'}
      <textarea name="text" rows="4">${usualAnswer[owner?.language ?? 'English']}</textarea>
    </label>
    <fieldset class="field">
      <legend>Files <i>of your own, or samples</i></legend>
      <input type="file" name="files" multiple />
      ${sampleFiles.map(
        ({ filename }) =>
          html`<label class="choice"
            ><input type="checkbox" name="samples" value="${filename}" /> <span>${filename}</span></label
          >`,
      )}
    </fieldset>
    <button class="primary">Send by SMTP</button>
  </form>`
}
