import { describe, expect, test } from 'vitest'
import { locales } from '#core/words/locale.ts'
import { checkBlocks } from '#test/slack/check-blocks.ts'
import { visibleText } from '#test/slack/visible-text.ts'
import type { Reader } from '../reader.ts'
import { wordsForChat } from '../words-for-chat.ts'
import { renderContent } from './render-note.ts'

const rude = '👩🏽‍⚖️ <!channel> & <@UCAMILA> *no* عبد الرحمن '.repeat(8)
const asked = {
  kind: 'linkAsked' as const,
  requestId: 'request'.padEnd(20, 'x'),
  member: rude.slice(0, 200),
  chatName: rude.slice(0, 200),
  chatUser: { tenant: 'T000000001', userId: 'U0EMILY' },
}

describe.each(locales)('in %s', (locale) => {
  const reader: Reader = { words: wordsForChat(locale), locale, timeZone: 'America/Santiago' }

  test.each([
    { decision: null, decidedBy: null, buttons: 2 },
    { decision: 'accepted' as const, decidedBy: rude.slice(0, 200), buttons: 0 },
    { decision: 'refused' as const, decidedBy: 'Camila Rojas', buttons: 0 },
  ])('whoever says they are an admin is named as Slack knows them, and nobody else ($decision)', (how) => {
    const posted = renderContent(reader, { ...asked, ...how })
    expect(checkBlocks(posted)).toEqual([])
    const text = JSON.stringify(posted)
    expect(text.match(/<[!@#]\w+/g)).toEqual(['<@U0EMILY'])
    expect(text.match(/"action_id"/g) ?? []).toHaveLength(how.buttons)
  })

  test('who was let in is welcomed by name', () => {
    const note = { kind: 'memberLinked' as const, member: rude.slice(0, 200), firm: 'Estudio', by: null }
    const posted = renderContent(reader, note)
    expect(checkBlocks(posted)).toEqual([])
    expect(visibleText(posted)).toContain('Estudio')
    expect(JSON.stringify(posted)).not.toMatch(/<[!@#]/)
  })
})
