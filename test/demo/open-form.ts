import { chat as english } from '#core/words/en/chat.ts'
import { chat as spanish } from '#core/words/es-CL/chat.ts'
import { chat as portuguese } from '#core/words/pt-BR/chat.ts'
import type { SlackView } from '../slack/open-views.ts'
import type { SlackUser } from '../slack/slack-user.ts'
import { visibleText } from '../slack/visible-text.ts'
import { until } from '../until.ts'

const tooSlow: string[] = [spanish, portuguese, english].map(({ refusals }) => refusals.tooSlow)
const attempts = 5

/**
 * The modal that opens by what a member does, known by a block id or by words. Slack waits three seconds for it; told
 * that they have passed, as may happen on a busy machine, the member does the same again.
 */
export async function openForm(
  member: SlackUser,
  act: () => Promise<unknown>,
  wanted: string,
): Promise<SlackView> {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const before = member.whispers().length
    await act()
    const found = await until(
      () => {
        const view = member.view()
        if (view && isWanted(view, wanted)) return view
        return (
          member
            .whispers()
            .slice(before)
            .find(({ text }) => tooSlow.includes(text)) && 'too slow'
        )
      },
      `${member.name} to see a form with ${wanted}`,
      20_000,
    )
    if (found !== 'too slow') return found
  }
  throw new Error(`${member.name} was told ${attempts} times that a form took too long`)
}

function isWanted(view: SlackView, wanted: string): boolean {
  return view.blocks.some(({ block_id: id }) => id === wanted) || visibleText(view).includes(wanted)
}
