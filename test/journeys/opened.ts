import { chat as english } from '#core/words/en/chat.ts'
import { chat as spanish } from '#core/words/es-CL/chat.ts'
import { chat as portuguese } from '#core/words/pt-BR/chat.ts'
import type { SlackView } from '../slack/open-views.ts'
import type { SlackUser } from '../slack/slack-user.ts'
import { visibleText } from '../slack/visible-text.ts'
import { until } from '../until.ts'
import { patience } from './office-day.ts'

const tooSlow: string[] = [spanish, portuguese, english].map(({ refusals }) => refusals.tooSlow)

/**
 * The modal that opens by what the person does, known by a field of its own or by words. Slack waits three seconds for
 * it; told that they have passed, as may happen on a busy machine, a person does the same again.
 */
export async function opened(
  user: SlackUser,
  act: () => Promise<unknown>,
  wanted: string,
): Promise<SlackView> {
  for (let attempt = 1; ; attempt++) {
    const before = user.whispers().length
    await act()
    const told = () => user.whispers().slice(before)
    const found = await until(
      () => {
        const view = user.view()
        if (view && isWanted(view, wanted)) return view
        return told().some(({ text }) => tooSlow.includes(text)) ? 'too slow' : undefined
      },
      `${user.name} to see a view with ${wanted}`,
      patience,
    )
    if (found !== 'too slow') return found
    if (attempt === 5) throw new Error(`${user.name} was told ${attempt} times that it took too long`)
  }
}

function isWanted(view: SlackView, wanted: string): boolean {
  return view.blocks.some(({ block_id: id }) => id === wanted) || visibleText(view).includes(wanted)
}
