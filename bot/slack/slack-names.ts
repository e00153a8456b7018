import type { types, webApi } from '@slack/bolt'
import type { SlackNames } from './runs-from-slack.ts'

/** More people than this are not looked up: the member is waiting for the form to answer. */
const mostLookedUp = 10

/** The names of the people a text mentions; a client who reads it knows nobody by a Slack id. */
export async function slackNames(client: webApi.WebClient, text: types.RichTextBlock): Promise<SlackNames> {
  const ids = [...mentioned(text)].slice(0, mostLookedUp)
  const names = new Map<string, string>()
  await Promise.all(
    ids.map(async (user) => {
      const found = await client.users.info({ user }).catch(() => undefined)
      const name = found?.user?.real_name ?? found?.user?.name
      if (name) names.set(user, name)
    }),
  )
  return { userName: (id) => names.get(id) }
}

function mentioned(text: types.RichTextBlock): Set<string> {
  const ids = new Set<string>()
  for (const element of text.elements) {
    const lines = element.type === 'rich_text_list' ? element.elements : [element]
    for (const piece of lines.flatMap((line) => line.elements))
      if (piece.type === 'user') ids.add(piece.user_id)
  }
  return ids
}
