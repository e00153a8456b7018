import type { ArrivedLetter } from '../mail/arrived-letter.ts'
import type { SlackView } from '../slack/open-views.ts'
import type { SlackUser } from '../slack/slack-user.ts'
import { visibleText } from '../slack/visible-text.ts'
import { hold } from './hold.ts'
import { openForm } from './open-form.ts'
import type { World } from './open-world.ts'

/** Writes news in Slack, from the command to the last view; gives what the second step said about who will be told. */
export async function writeNews(
  member: SlackUser,
  command: string,
  words: string,
  text: string,
): Promise<string> {
  const form = await openForm(member, () => member.command(command, words), 'text')
  return confirm(member, form, { text })
}

/** Asks for documents in Slack, likewise. */
export async function askForDocuments(
  member: SlackUser,
  command: string,
  words: string,
  request: { title: string; details: string; items: string[]; due?: string },
): Promise<string> {
  const { title, details, items, due } = request
  const form = await openForm(member, () => member.command(command, words), 'items')
  return confirm(member, form, { title, details, items: items.join('\n'), ...(due ? { due } : {}) })
}

async function confirm(member: SlackUser, form: SlackView, values: Record<string, string>): Promise<string> {
  const first = await member.submit(form, values)
  hold(Object.keys(first.errors).length === 0, `the form is accepted: ${JSON.stringify(first.errors)}`)
  hold(first.view && first.view.callback_id !== form.callback_id, 'a second step says who will be told')
  const told = visibleText(first.view).split('\n')[1] ?? ''
  const second = await member.submit(first.view)
  hold(second.view?.callback_id === 'sent', `it was sent: ${visibleText(second.view ?? {})}`)
  await member.dismiss()
  return told.replaceAll('*', '')
}

/** One letter for each address, each with an address of its own to answer to, and nothing of the matter in the subject. */
export async function lettersToAll(
  { postbox }: World,
  addresses: string[],
  wanted: RegExp,
  secrets: string[],
): Promise<ArrivedLetter[]> {
  const letters = await Promise.all(
    addresses.map((address) => postbox.waitForLetter(address, wanted, 20_000)),
  )
  hold(
    new Set(letters.map(({ answersTo }) => answersTo)).size === addresses.length,
    'each has a reply address of its own',
  )
  for (const { subject, to } of letters) {
    const told = secrets.find((secret) => subject.includes(secret))
    hold(told === undefined, `the subject of the letter to ${to} says nothing of the matter: ${subject}`)
  }
  return letters
}
