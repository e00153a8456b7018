import type { SlackView } from '../../slack/open-views.ts'
import type { SlackMessage } from '../../slack/read-messages.ts'
import { asObject } from '../../slack/check-block-element.ts'
import { demoMembers, type DemoMember } from '../demo-workspace.ts'
import type { World } from '../open-world.ts'
import { blocksHtml, textHtml } from './blocks-html.ts'
import { fieldHtml } from './field-html.ts'
import { html, type Html } from './html.ts'
import { livePart, momentShown, wholePage } from './page.ts'

/** What went wrong with the form a member sent last, by block id; `''` is about the form as a whole. */
export type FormTrouble = { viewId: string; errors: Record<string, string> }

const languages: Record<DemoMember, { language: string; tries: [string, string][] }> = {
  camila: {
    language: 'Spanish',
    tries: [
      ['/novedad Aromos', 'tell Rosa something'],
      ['/solicitar', 'ask for documents'],
      ['/pendientes', 'what waits'],
      ['/proceso Aromos', 'all about one matter'],
      ['/despacho ayuda', 'the commands'],
    ],
  },
  joao: {
    language: 'Portuguese',
    tries: [
      ['/novidade Transportes', 'tell Marcos something'],
      ['/despacho solicitar', 'ask for documents'],
      ['/pendencias', 'what waits'],
      ['/processo Transportes', 'all about one matter'],
    ],
  },
  emily: {
    language: 'English',
    tries: [
      ['/news Brooks', 'tell Helen something'],
      ['/request Brooks', 'ask for documents'],
      ['/pending', 'what waits'],
      ['/matter', 'find a matter'],
    ],
  },
}

/** Slack as one member has it before them: what the app wrote to them, a line for commands, and the modal that is open. */
export async function chatPage(world: World, who: DemoMember, trouble?: FormTrouble): Promise<string> {
  const member = world.members[who]
  const messages = [...(await member.inbox()), ...member.whispers()].sort(
    (a, b) => Number(a.ts) - Number(b.ts),
  )
  const view = member.view()
  const errors = view && trouble?.viewId === view.id ? trouble.errors : {}
  const { language, tries } = languages[who]
  const body = html`<div class="panes chat">
      <aside>
        <h2>Estudio Rojas</h2>
        <p class="meta">Its Slack, as seen by</p>
        <ul class="people">
          ${demoMembers.map((name) => html`<li>${personLink(world, name, name === who)}</li>`)}
        </ul>
      </aside>
      <main>
        <h1>Despacho <small>writes to ${realName(world, who)}, in ${language}</small></h1>
        <div class="conversation">
          ${livePart('messages', html`${messages.map((message) => messageHtml(who, message))} ${nothingYet(messages)}`)}
        </div>
        <form class="composer" method="post" action="/chat/${who}/command" data-stay>
          <input
            name="line"
            placeholder="A command, for example ${tries[0]?.[0] ?? ''}"
            autocomplete="off"
            required
          />
          <button class="primary">Send</button>
        </form>
        <p class="tries">
          ${tries.map(
            ([line, meaning]) =>
              html`<button type="button" data-type="${line}" title="${meaning}">
                <code>${line}</code> ${meaning}
              </button>`,
          )}
        </p>
      </main>
    </div>
    ${livePart('modal', view ? modalHtml(world, who, view, errors) : html``, keyOf(view, errors))}`
  return wholePage({ title: `Chat of ${realName(world, who)}`, here: 'chat', body })
}

function personLink(world: World, who: DemoMember, isHere: boolean): Html {
  const words = html`${realName(world, who)} <small>${languages[who].language}</small>`
  return isHere ? html`<strong>${words}</strong>` : html`<a href="/chat/${who}">${words}</a>`
}

function realName({ slack }: World, who: DemoMember): string {
  return slack.workspace.people.find(({ name }) => name === who)?.realName ?? who
}

function nothingYet(messages: SlackMessage[]): Html {
  if (messages.length > 0) return html``
  return html`<p class="empty">
    What a client answers will be told here, with buttons to approve or reject it.
  </p>`
}

function messageHtml(who: DemoMember, message: SlackMessage): Html {
  const { ts, blocks, text, isEphemeral, isEdited, threadTs } = message
  const at = new Date(Number(ts) * 1000)
  return html`<form
    class="message ${threadTs ? 'reply' : ''}"
    method="post"
    action="/chat/${who}/message"
    data-stay
  >
    <input type="hidden" name="ts" value="${ts}" />
    <p class="meta">
      <strong>Despacho</strong> ${momentShown(at)} ${isEdited ? '· brought up to date' : ''}
      ${isEphemeral ? '· only you can see this' : ''}
    </p>
    ${blocks.length > 0 ? blocksHtml(blocks) : html`<p>${textHtml({ type: 'mrkdwn', text })}</p>`}
  </form>`
}

function modalHtml(world: World, who: DemoMember, view: SlackView, errors: Record<string, string>): Html {
  const typed = world.slack.views.values(view.id)
  const suggestAt = `/chat/${who}/suggest`
  const field = (block: Record<string, unknown>) => {
    const blockId = String(block.block_id)
    const actionId = String(asObject(block.element).action_id)
    return fieldHtml({ block, typed: typed[blockId]?.[actionId], error: errors[blockId], suggestAt })
  }
  return html`<div class="veil">
    <form class="modal" method="post" action="/chat/${who}/view" data-stay role="dialog" aria-modal="true">
      <input type="hidden" name="view" value="${view.id}" />
      <header>
        <h2>${textHtml(view.title)}</h2>
        <button name="do" value="close" class="plain" formnovalidate aria-label="Close">✕</button>
      </header>
      <div class="content">
        ${errors[''] ? html`<p class="error">${errors['']}</p>` : ''} ${blocksHtml(view.blocks, field)}
      </div>
      <footer>
        <button name="do" value="close" formnovalidate>${view.close ? textHtml(view.close) : 'Close'}</button>
        ${
          view.submit
            ? html`<button name="do" value="submit" class="primary">${textHtml(view.submit)}</button>`
            : ''
        }
      </footer>
    </form>
  </div>`
}

/** What is typed into a form is no other form. */
function keyOf(view: SlackView | undefined, errors: Record<string, string>): string {
  return view ? JSON.stringify([view.id, view.title, view.blocks, errors]) : 'none'
}
