import { expect, test } from 'vitest'
import { NumberTaken } from '#core/errors.ts'
import { locales } from '#core/words/locale.ts'
import { refusalWords } from './refusal-words.ts'
import { wordsForChat } from './words-for-chat.ts'

/** What Slack is told at a field is cut there. */
const mostAtField = 300

test.each(locales)(
  'a number that is taken is said with the way out, however long the title is: %s',
  (locale) => {
    const taken = new NumberTaken('9'.repeat(60), `Fuentes con ${'Aromos '.repeat(50)}`)
    const said = refusalWords(taken, wordsForChat(locale), locale)
    expect(said).toContain('Fuentes con Aromos')
    expect(said.length).toBeLessThanOrEqual(mostAtField)
  },
)
