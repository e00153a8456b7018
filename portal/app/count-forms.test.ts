import { expect, test } from 'vitest'
import { locales } from '#core/words/locale.ts'
import { portalWords } from '../portal-words.ts'
import { countForms } from './count-forms.ts'

test('a browser says in every language what the words themselves would say of any number', () => {
  for (const { upload } of locales.map((locale) => portalWords[locale])) {
    for (const say of [
      (count: number) => upload.send({ count }),
      (count: number) => upload.secondsLeft({ seconds: count }),
      (count: number) => upload.minutesLeft({ minutes: count }),
    ]) {
      const { one, other } = countForms(say)
      expect(one).toBe(say(1))
      for (const count of [2, 20, 59, 90]) expect(other.replace('#', String(count))).toBe(say(count))
    }
  }
})
