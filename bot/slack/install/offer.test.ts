import { describe, expect, test } from 'vitest'
import type { WayIn } from '#core/members/way-in.ts'
import { locales } from '#core/words/locale.ts'
import { checkBlocks } from '#test/slack/check-blocks.ts'
import { wordsForChat } from '../words-for-chat.ts'
import { offer } from './offer.ts'

const longest = '⚖️ «Ñandú» <!channel> & <https://mal.example|aquí> *no* _es_ عبد '.repeat(6).slice(0, 200)
const member = { id: 'member'.padEnd(20, 'x'), name: longest }
const firm = { firmId: 'firm'.padEnd(20, 'x'), firm: longest }
const person = {
  platform: 'slack' as const,
  tenant: 'T000000001',
  userId: 'U000000001',
  name: longest,
  email: null,
  locale: null,
}
const ways: { way: WayIn; buttons: number }[] = [
  { way: { ...firm, kind: 'first_admin' }, buttons: 1 },
  { way: { ...firm, kind: 'yourself', member }, buttons: 1 },
  { way: { ...firm, kind: 'admin_decides', member, asked: false }, buttons: 1 },
  { way: { ...firm, kind: 'admin_decides', member, asked: true }, buttons: 0 },
  { way: { ...firm, kind: 'ask_admin' }, buttons: 0 },
]

describe.each(locales)('in %s', (locale) => {
  test.each(ways)('Slack takes the offer $way.kind, with $buttons to press', ({ way, buttons }) => {
    const answer = offer(wordsForChat(locale), way, person)
    expect(checkBlocks(answer)).toEqual([])
    const said = JSON.stringify(answer)
    expect(said.match(/"action_id"/g) ?? []).toHaveLength(buttons)
    expect(said).not.toMatch(/<[!@#]|<https:/)
  })
})
