import fc from 'fast-check'
import { expect, test } from 'vitest'
import { kinOf } from './kin-of.ts'

const word = fc.string({ minLength: 1, maxLength: 24, unit: fc.constantFrom(...'abcñ019пр') })

test('whoever has words that begin with all that was typed is never passed over', () => {
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), fc.nat(), fc.nat(), (words, which, cut) => {
      const typed = [words[which % words.length] ?? '', words[cut % words.length] ?? ''].map((whole) =>
        whole.slice(0, 1 + (cut % whole.length)),
      )
      const mark = kinOf(typed)
      expect(Number(BigInt(kinOf(words)) & BigInt(mark))).toBe(mark)
      expect(Number.isSafeInteger(kinOf(words))).toBe(true)
    }),
  )
})

test('most who have not are', () => {
  const titles = ['divorcio maria fuentes rojas', 'cobro pedro tapia silva', 'despido ana jara nunez']
  const passedOver = titles.filter((title) => {
    const mark = BigInt(kinOf(['jose', 'araya']))
    return (BigInt(kinOf(title.split(' '))) & mark) !== mark
  })
  expect(passedOver).toEqual(titles)
})

test('marks that are stored mean the same from one version to the next', () => {
  expect(kinOf(['fuentes', 'c', '1234'])).toBe(2216538677300)
})
