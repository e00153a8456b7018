import { isDeepStrictEqual } from 'node:util'
import { asObject, type Json } from '../../slack/check-block-element.ts'
import type { FieldValue, SlackOption } from '../../slack/form-fields.ts'
import type { SlackView } from '../../slack/open-views.ts'
import type { SlackMessage } from '../../slack/read-messages.ts'
import type { SlackUser } from '../../slack/slack-user.ts'
import { until } from '../../until.ts'
import type { DemoMember } from '../demo-workspace.ts'
import type { World } from '../open-world.ts'
import { asText } from './as-text.ts'
import { readChoice, type Choice } from './blocks-html.ts'
import type { FormTrouble } from './chat-page.ts'
import { shownValue } from './field-html.ts'
import { richTextFromTyping } from './typed-rich-text.ts'

export type ChatActs = {
  /** Types a line into the conversation with the app. */
  command: (who: DemoMember, form: FormData) => Promise<void>
  /** Clicks something in a message. */
  message: (who: DemoMember, form: FormData) => Promise<void>
  /** Sends, closes, or clicks in, the modal that is open. */
  view: (who: DemoMember, form: FormData) => Promise<void>
  /** What a type-ahead of that modal offers. */
  suggest: (who: DemoMember, blockId: string, query: string) => Promise<string[]>
  troubleOf: (who: DemoMember) => FormTrouble | undefined
}

/** What members do on the chat page: each act is a signed request to the product, as Slack would send it. */
export function chatActs({ members, slack }: World): ChatActs {
  const troubles = new Map<DemoMember, FormTrouble>()
  const offered = new Map<string, SlackOption>()

  async function fillIn(member: SlackUser, view: SlackView, form: FormData) {
    const typed = slack.views.values(view.id)
    const values: Record<string, FieldValue> = {}
    for (const block of view.blocks.map(asObject).filter(({ type }) => type === 'input')) {
      const blockId = String(block.block_id)
      const given = form.getAll(`field:${blockId}`).map(String)
      const before = shownValue(block, typed[blockId]?.[String(asObject(block.element).action_id)])
      if (!isDeepStrictEqual(given, before)) values[blockId] = valueFor(asObject(block.element), given)
    }
    await member.fillIn(view, values)
  }

  function valueFor({ type }: Json, given: string[]): FieldValue {
    const [text = ''] = given
    if (type === 'multi_static_select' || type === 'checkboxes') return given
    if (text === '') return null
    if (type === 'rich_text_input') return richTextFromTyping(text)
    return type === 'external_select' ? (offered.get(text) ?? text) : text
  }

  async function send(who: DemoMember, view: SlackView): Promise<Record<string, string>> {
    const { errors } = await members[who].submit(view)
    return errors
  }

  return {
    troubleOf: (who) => troubles.get(who),
    async command(who, form) {
      const line = asText(form.get('line')).trim()
      const [command = '', ...words] = line.split(/\s+/)
      const member = members[who]
      // Slack itself passes on only the commands an app has.
      if (!command.startsWith('/')) return
      await settled(
        member,
        async () => void (await member.command(command, words.join(' '), { in: await slack.dmOf(who) })),
      )
    },
    async message(who, form) {
      const member = members[who]
      const messages: SlackMessage[] = [...(await member.inbox()), ...member.whispers()]
      const message = messages.find(({ ts }) => ts === form.get('ts'))
      const choice = choiceIn(form)
      if (message && choice) await settled(member, () => choose(member, message, choice))
    },
    async view(who, form) {
      const member = members[who]
      const view = member.view()
      if (!view || view.id !== form.get('view')) return
      if (form.getAll('do').includes('close')) return member.dismiss()
      const choice = choiceIn(form)
      let errors: Record<string, string> = {}
      try {
        await fillIn(member, view, form)
        if (choice) await settled(member, () => choose(member, view, choice))
        else errors = await send(who, view)
      } catch (error) {
        errors = { '': error instanceof Error ? error.message : String(error) }
      }
      troubles.set(who, { viewId: view.id, errors })
    },
    async suggest(who, blockId, query) {
      const view = members[who].view()
      if (!view) return []
      const options = await members[who].suggest(view, blockId, query)
      for (const option of options) offered.set(option.text.text, option)
      return options.map(({ text }) => text.text)
    },
  }
}

async function choose(member: SlackUser, surface: SlackMessage | SlackView, choice: Choice): Promise<void> {
  const { kind, blockId, actionId, value } = choice
  const isIt = (element: Json, block: Json) =>
    block.block_id === blockId &&
    element.action_id === actionId &&
    (kind === 'pick' || asText(element.value) === value)
  await member.click(surface, isIt, kind === 'pick' ? { option: value } : {})
}

function choiceIn(form: FormData): Choice | undefined {
  return form
    .getAll('do')
    .map((text) => readChoice(asText(text)))
    .findLast((choice) => choice !== undefined)
}

/** Does something and gives what follows from it a moment to be seen. */
async function settled(member: SlackUser, act: () => Promise<void>): Promise<void> {
  const look = async () => JSON.stringify([member.view(), await member.inbox(), member.whispers().length])
  const before = await look()
  await act()
  await until(async () => ((await look()) === before ? undefined : true), 'something to happen', 1500).catch(
    () => undefined,
  )
}
