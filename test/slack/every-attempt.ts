import { namesInSlack } from '#bot/slack/listen.ts'
import { subcommands } from '#bot/slack/commands/subcommands.ts'
import { sampleSurfaces } from '#bot/slack/sample-surfaces.ts'
import { wordsForChat } from '#bot/slack/words-for-chat.ts'
import type { Ack, Actor } from './actor.ts'
import { asTemplate, filled, kindsIn } from './blanks.ts'
import { asList, asObject, type Json } from './check-block-element.ts'
import { sendAction } from './click.ts'
import { askForOptions } from './fill-in-form.ts'
import { controlsIn } from './find-control.ts'
import {
  fieldsOf,
  initialValue,
  typeInto,
  type Field,
  type FieldValue,
  type SlackOption,
} from './form-fields.ts'
import { copyOfBlocks, type SlackView } from './open-views.ts'
import { harmlessWord } from './precious-firm.ts'
import type { SlackMessage } from './read-messages.ts'
import { sendCommand, sendGlobalShortcut, sendShortcut } from './send-command.ts'
import { standBefore } from './stand-before.ts'
import { viewPayload } from './submit-view.ts'
import { slackApp } from './workspace.ts'

/** What an attempt is sent with. */
export type Given = {
  /** The id that stands for each kind. */
  idOf: (kind: string) => string
  /** What is picked in a field that finds as one types, by the id of its action. */
  picks: ReadonlyMap<string, SlackOption>
  /** The message whose menu is used, and in whose channel is clicked. */
  message: SlackMessage
}

/** Something that somebody may try in Slack, as their client would send it. */
export type Attempt = {
  sort: keyof typeof namesInSlack | 'events'
  name: string
  /** The kinds of ids it is sent with: `matter`, `request`; empty for one that says not of what. */
  kinds: string[]
  /** For people who read a report. */
  label: string
  /** Where it is done: what Slack sends along with it tells how its person can be answered. */
  where: 'message' | 'view' | 'elsewhere'
  send: (who: Actor, given: Given) => Promise<Ack>
}

const reader = {
  words: wordsForChat('es-CL'),
  locale: 'es-CL',
  timeZone: 'America/Santiago',
  today: '2026-03-03',
} as const

/**
 * All that can be tried by hand in Slack: every name that `listen.ts` knows, each with every shape of value and metadata with which the
 * app's own views and messages show it (`sampleSurfaces`). Throws where a name stands in none of them, for then nothing is tried.
 */
export function everyAttempt(): Attempt[] {
  const surfaces = sampleSurfaces(reader).map(([, surface]) => asTemplate(surface))
  const clicks = onePerShape(surfaces.flatMap(clicksIn))
  const submits = onePerShape(surfaces.flatMap(submitsOf))
  const typed = onePerShape(surfaces.flatMap(typingIn))
  for (const [sort, found] of [
    ['clicks', clicks] as const,
    ['consents', clicks] as const,
    ['submits', submits] as const,
    ['whatIsTyped', typed] as const,
  ]) {
    const missing = namesInSlack[sort].filter((name) => !found.some((attempt) => attempt.name === name))
    if (missing.length > 0)
      throw new Error(`no sample surface shows ${missing.join(', ')}: nobody can try it`)
  }
  return [
    ...namesInSlack.commands.flatMap(commandsOf),
    ...namesInSlack.shortcuts.map((name) =>
      handAttempt('shortcuts', name, (who) => sendGlobalShortcut(who, name)),
    ),
    ...namesInSlack.messageShortcuts.map((name) =>
      handAttempt('messageShortcuts', name, (who, { message }) => sendShortcut(who, name, message)),
    ),
    handAttempt('events', 'app_home_opened', openHome),
    ...typed,
    ...clicks,
    ...submits,
  ]
}

function handAttempt(sort: Attempt['sort'], name: string, send: Attempt['send'], label = name): Attempt {
  return { sort, name, kinds: [], label, where: 'elsewhere', send }
}

function commandsOf(name: string): Attempt[] {
  const subjects = ['', harmlessWord]
  const typed =
    name === '/despacho' ? subcommands.flatMap((one) => subjects.map((words) => `${one} ${words}`)) : subjects
  return typed.map((words) =>
    handAttempt('commands', name, (who) => sendCommand(who, name, words, {}), `${name} ${words}`),
  )
}

function openHome(who: Actor): Promise<Ack> {
  const { token, api_app_id: appId, team, user } = who.identity
  const event = { type: 'app_home_opened', user: who.id, tab: 'home', channel: 'D0HOME' }
  return who.post('json', {
    ...{ token, api_app_id: appId, team_id: asObject(team).id, user },
    ...{
      type: 'event_callback',
      event_id: `Ev${Date.now()}`,
      event_time: Math.floor(Date.now() / 1000),
      event,
    },
  })
}

/** Attempts that differ in nothing but numbers are one. */
function onePerShape(attempts: Attempt[]): Attempt[] {
  const shapeOf = ({ name, label }: Attempt) => `${name} ${label.replaceAll(/\d+/g, '9')}`
  return [...new Map(attempts.map((attempt) => [shapeOf(attempt), attempt])).values()]
}

let count = 0

/** A view as Slack would hold it. */
function viewFrom(surface: Json): SlackView {
  const number = (count += 1)
  const text = (key: string) => (typeof surface[key] === 'string' ? surface[key] : '')
  return {
    id: `V0WALK${number}`,
    team_id: slackApp.teamId,
    type: surface.type === 'home' ? 'home' : 'modal',
    callback_id: text('callback_id'),
    private_metadata: text('private_metadata'),
    external_id: '',
    hash: `${number}.walk`,
    root_view_id: `V0WALK${number}`,
    previous_view_id: null,
    title: { type: 'plain_text', text: 'Despacho' },
    submit: surface.submit ? { type: 'plain_text', text: 'OK' } : null,
    close: null,
    clear_on_close: false,
    notify_on_close: false,
    blocks: copyOfBlocks(surface.blocks),
    app_id: slackApp.appId,
    bot_id: slackApp.botId,
  }
}

function metadataOf(surface: Json): string {
  return typeof surface.private_metadata === 'string' ? surface.private_metadata : ''
}

/** Every button and every choice of a menu, each in its block alone. */
function clicksIn(surface: Json): Attempt[] {
  const isView = surface.type === 'modal' || surface.type === 'home'
  const fields = isView ? fieldsOf(viewFrom(surface)).filter(({ isDispatched }) => isDispatched) : []
  const buttons = controlsIn(asList(surface.blocks)).flatMap(({ element, block }) =>
    valuesOf(element).map((value) => ({ element, block, value })),
  )
  const searches = fields
    .filter(({ element }) => String(element.type).endsWith('external_select'))
    .map(({ element, blockId }) => ({ element, block: { block_id: blockId }, value: null }))
  return [...buttons, ...searches].flatMap(({ element, block, value }) => {
    const name = String(element.action_id)
    const sort = (['clicks', 'consents'] as const).find((one) => namesInSlack[one].includes(name))
    if (!sort) return []
    const said = JSON.stringify(value ?? {})
    const send: Attempt['send'] = async (who, given) => {
      const whole = surface.submit ? asList(surface.blocks) : [block]
      const before = filled({ ...surface, blocks: whole }, given.idOf)
      const at = { element: filled(element, given.idOf), block: filled(block, given.idOf) }
      const meant = value === null ? { selected_option: given.picks.get(name) } : filled(value, given.idOf)
      const place = isView
        ? await formBefore(who, before, given)
        : { ...given.message, blocks: copyOfBlocks(before.blocks) }
      return sendAction(who, place, at, meant)
    }
    const metadata = metadataOf(surface)
    const shown = isView ? `${String(surface.callback_id)} ${metadata}` : 'message'
    return [
      {
        sort,
        name,
        kinds: kindsIn(said, metadata, surface.submit ? elementsOf(surface) : ''),
        label: `${name} ${said} in ${shown}`,
        where: isView ? 'view' : 'message',
        send,
      },
    ]
  })
}

function valuesOf(element: Json): Json[] {
  if (element.type === 'button') return [{ value: element.value }]
  const groups = asList(element.option_groups).flatMap(({ options }) => asList(options))
  return [...asList(element.options), ...groups].map((option) => ({ selected_option: option }))
}

/** What can be filled in, in a form. */
function elementsOf(surface: Json): string {
  return JSON.stringify(asList(surface.blocks).map((block) => block.element ?? ''))
}

/** The form filled in, and sent. */
function submitsOf(surface: Json): Attempt[] {
  const name = String(surface.callback_id)
  if (surface.type !== 'modal' || !surface.submit || !namesInSlack.submits.includes(name)) return []
  const metadata = metadataOf(surface)
  const fields = fieldsOf(viewFrom(surface)).map(({ blockId }) => blockId)
  const send: Attempt['send'] = async (who, given) => {
    const view = await formBefore(who, filled(surface, given.idOf), given)
    const payload = {
      type: 'view_submission',
      ...who.identity,
      trigger_id: await who.api.inside.triggerId(who.id, view.id),
      view: viewPayload(who, view),
      response_urls: [],
    }
    return who.post('form', { payload })
  }
  const label = `${name} ${metadata} ${fields.join(' ')}`
  return [
    { sort: 'submits', name, kinds: kindsIn(metadata, elementsOf(surface)), label, where: 'view', send },
  ]
}

/** The view stands before somebody who has filled it in. */
async function formBefore(who: Actor, surface: Json, given: Given): Promise<SlackView> {
  const view = await standBefore(who, surface)
  for (const field of fieldsOf(view)) {
    who.api.views.type(view.id, field.blockId, field.actionId, await valueFor(who, field, given))
  }
  return view
}

/** Something that the form takes: what stands in it, the first that is offered, a few words. */
async function valueFor(who: Actor, field: Field, { picks }: Given): Promise<Json> {
  const { element, actionId, isRequired } = field
  const { type } = element
  const standing = initialValue(element)
  const put = (value: FieldValue) => typeInto(field, value, async () => [])
  const [first] = asList(element.options)
  // What is filled in anew has an id of its own, which ends in a number.
  const picked = picks.get(actionId.split(':')[0] ?? '')
  if (type === 'external_select') return put(picked ?? null)
  if (type === 'multi_external_select') {
    return { type, selected_options: isRequired && picked ? [picked] : [] }
  }
  if (first)
    return put(
      String(type).startsWith('multi_') || type === 'checkboxes'
        ? [String(first.value)]
        : String(first.value),
    )
  if (type === 'file_input') return put([who.api.putFile('contrato.pdf', '%PDF-1.4 contrato')])
  if (!isRequired) return initialValue({ type })
  if (type === 'conversations_select') return put(who.api.channelId('causas'))
  if (type === 'email_text_input') return put('otra@correo.example')
  if (type === 'number_input') return put('5')
  if (type === 'datepicker') return put('2026-03-25')
  if (type === 'timepicker') return put('10:00')
  if (type === 'plain_text_input' || type === 'rich_text_input') return put('Nuevo')
  return standing
}

/** Every field that finds as one types, as it opens: then it offers most. */
function typingIn(surface: Json): Attempt[] {
  if (surface.type !== 'modal') return []
  const metadata = metadataOf(surface)
  return fieldsOf(viewFrom(surface)).flatMap(({ actionId: name, blockId, element }): Attempt[] => {
    if (!String(element.type).endsWith('external_select') || !namesInSlack.whatIsTyped.includes(name))
      return []
    const send: Attempt['send'] = async (who, given) => {
      const options = await askForOptions(who, viewFrom(filled(surface, given.idOf)), blockId, '')
      return { status: 200, text: JSON.stringify(options), body: { options }, ms: 0 }
    }
    return [
      {
        where: 'view',
        sort: 'whatIsTyped',
        name,
        kinds: kindsIn(metadata),
        label: `${name} in ${String(surface.callback_id)}`,
        send,
      },
    ]
  })
}
