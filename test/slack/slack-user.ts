import { actor, type Ack, type App } from './actor.ts'
import type { Json } from './check-block-element.ts'
import { click, type ClickOptions } from './click.ts'
import { askForOptions, fillInForm } from './fill-in-form.ts'
import type { Which } from './find-control.ts'
import type { FieldValue, SlackOption } from './form-fields.ts'
import type { SlackView } from './open-views.ts'
import type { SlackMessage } from './read-messages.ts'
import {
  dismissView,
  sendCommand,
  sendGlobalShortcut,
  sendShortcut,
  type CommandOptions,
} from './send-command.ts'
import type { Forgery } from './sign-slack-request.ts'
import type { SlackApi } from './start-slack-api.ts'
import { submitView, type Submission, type SubmitOptions } from './submit-view.ts'
import { visibleText } from './visible-text.ts'
import { slackApp } from './workspace.ts'

/** A block id or words that can be read in it, or a test it must pass. */
type Wanted<Thing> = string | RegExp | ((thing: Thing) => boolean)

export type SlackUser = {
  id: string
  name: string
  /** `TEAM:USER`, as administration takes it. */
  chatUser: string
  /** Types a slash command in a channel; what the app answers is shown to this person only. */
  command: (command: string, text?: string, options?: CommandOptions) => Promise<Ack>
  /** Types into a type-ahead and sees what is offered. */
  suggest: (view: SlackView, blockId: string, query: string, forgery?: Forgery) => Promise<SlackOption[]>
  /** Fills fields in, by block id, and leaves the form open. */
  fillIn: (view: SlackView, values: Record<string, FieldValue>) => Promise<void>
  /** Fills fields in and sends the form. */
  submit: (
    view: SlackView,
    values?: Record<string, FieldValue>,
    options?: SubmitOptions,
  ) => Promise<Submission>
  click: (surface: SlackMessage | SlackView, which: Which, options?: ClickOptions) => Promise<Ack>
  /** Picks a shortcut that is offered everywhere. */
  shortcut: (callbackId: string, forgery?: Forgery) => Promise<Ack>
  messageShortcut: (callbackId: string, message: SlackMessage, forgery?: Forgery) => Promise<Ack>
  /** Closes the topmost modal by its cross. */
  dismiss: () => Promise<void>
  /** Something happened in Slack that the app has subscribed to. */
  event: (event: Json, options?: { id?: string; forgery?: Forgery }) => Promise<Ack>
  /** Sends the last request once more, byte for byte. */
  repeat: (options?: { asRetry?: boolean }) => Promise<Ack>
  /** The modal before this person now. */
  view: () => SlackView | undefined
  /** The modal before this person, as soon as it has what is wanted; ten seconds if not said. */
  waitForView: (wanted: Wanted<SlackView>, within?: number) => Promise<SlackView>
  /** Everything in the direct channel with the app as it now stands, oldest first. */
  inbox: () => Promise<SlackMessage[]>
  /** What the app has said to this person only. */
  whispers: () => SlackMessage[]
  /** The newest message that fits, in the direct channel, among the whispers, or in the channel named. */
  waitForMessage: (
    wanted: Wanted<SlackMessage>,
    options?: { in?: string; within?: number },
  ) => Promise<SlackMessage>
}

/** A person in Slack who uses our app over true, signed HTTP; `name` is one of the workspace's. */
export function slackUser(api: SlackApi, name: string, app: App): SlackUser {
  const self = actor(api, name, app)
  const inbox = async () => api.messagesIn(await api.dmOf(name))
  const whispers = () => api.ephemerals.filter(({ to }) => to === self.id)
  return {
    id: self.id,
    name,
    chatUser: `${slackApp.teamId}:${self.id}`,
    command: (command, text = '', options = {}) => sendCommand(self, command, text, options),
    suggest: (view, blockId, query, forgery) => askForOptions(self, view, blockId, query, forgery),
    fillIn: (view, values) => fillInForm(self, view, values),
    async submit(view, values = {}, options = {}) {
      await fillInForm(self, view, values)
      return submitView(self, view, options)
    },
    click: (surface, which, options = {}) => click(self, surface, which, options),
    shortcut: (callbackId, forgery) => sendGlobalShortcut(self, callbackId, forgery),
    messageShortcut: (callbackId, message, forgery) => sendShortcut(self, callbackId, message, forgery),
    dismiss: () => dismissView(self),
    event(event, { id = `Ev${Date.now()}`, forgery } = {}) {
      const { token, api_app_id: appId } = self.identity
      const head = {
        token,
        api_app_id: appId,
        team_id: app.teamId ?? slackApp.teamId,
        type: 'event_callback',
      }
      const time = Math.floor(Date.now() / 1000)
      return self.post('json', { ...head, event_id: id, event_time: time, event }, forgery)
    },
    repeat: ({ asRetry = false } = {}) => self.postAgain(asRetry),
    view: () => api.lastView(name),
    waitForView(wanted, within) {
      const look = () => [api.lastView(name)].find((view) => view && isViewWanted(view, wanted))
      return api.until(look, `${name} to see a view with ${String(wanted)}`, within)
    },
    inbox,
    whispers,
    waitForMessage(wanted, { in: channel, within } = {}) {
      const look = async () => {
        const messages = channel ? await api.messagesIn(channel) : [...(await inbox()), ...whispers()]
        return messages.findLast((message) => isMessageWanted(message, wanted))
      }
      return api.until(look, `${name} to read ${String(wanted)}`, within)
    },
  }
}

function isViewWanted(view: SlackView, wanted: Wanted<SlackView>): boolean {
  if (typeof wanted === 'string' && view.blocks.some(({ block_id: id }) => id === wanted)) return true
  return typeof wanted === 'function' ? wanted(view) : says(visibleText(view), wanted)
}

function isMessageWanted(message: SlackMessage, wanted: Wanted<SlackMessage>): boolean {
  return typeof wanted === 'function'
    ? wanted(message)
    : says(`${visibleText(message)}\n${message.text}`, wanted)
}

function says(text: string, wanted: string | RegExp): boolean {
  return typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text)
}
