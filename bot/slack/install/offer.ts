import type { ChatPerson, WayIn } from '#core/members/way-in.ts'
import type { ChatWords } from '#core/words/es-CL/chat.ts'
import { actions, button, context, section } from '../blocks.ts'
import { safe, strong } from '../mrkdwn.ts'
import type { Answer } from '../turn.ts'

/** How somebody who is no member may become one, with the one button that does it, where there is one. */
export function offer({ install: { joining }, refusals }: ChatWords, way: WayIn, person: ChatPerson): Answer {
  const firm = safe(way.firm, 200)
  switch (way.kind) {
    case 'first_admin':
      return asked(
        joining.firstAdmin({ firm }),
        joining.firstAdminHow,
        button('first_admin', joining.becomeAdmin, way.firmId, { style: 'primary' }),
      )
    case 'yourself':
      return asked(
        joining.yourself({ name: safe(way.member.name, 200), firm }),
        joining.yourselfHow,
        button('link_me', joining.linkMe, way.member.id),
      )
    case 'admin_decides': {
      const text = joining.adminDecides({ name: safe(way.member.name, 200), firm })
      if (way.asked) return { text, blocks: [section(text), context(joining.asked)] }
      return asked(text, null, button('link_ask', joining.askAdmin, way.member.id))
    }
    case 'ask_admin': {
      const chatUser = `\`${person.tenant}:${person.userId}\``
      return { text: `${refusals.notAMember} ${joining.yourId({ chatUser })}` }
    }
  }
}

function asked(text: string, how: string | null, press: ReturnType<typeof button>): Answer {
  const blocks = [section(strong(text)), ...(how === null ? [] : [section(how)]), actions('joining', [press])]
  return { text, blocks }
}
