import { expect, test } from 'vitest'
import { neutralLetters, sampleLetters } from '#test/fixtures/sample-letters.ts'
import { writeLetter } from './write-letter.ts'

// What firm and client write themselves stays as it is.
const own = /Desde quando você mora no imóvel\?|Por enquanto, você não precisa fazer nada\./g

const letters = Object.entries({ ...sampleLetters('pt-BR'), ...neutralLetters('pt-BR') })

test.each(letters)(
  'the letter "%s" says o(a) senhor(a) where the firm wishes it, and você nowhere',
  (_, letter) => {
    const usual = writeLetter(letter)
    const formal = writeLetter({ ...letter, firm: { ...letter.firm, formOfAddress: 'senhor' } })
    expect(`${formal.subject} ${formal.text} ${formal.html}`.replaceAll(own, '')).not.toMatch(/você/i)
    if (/você/i.test(usual.text.replaceAll(own, ''))) expect(formal.text).toMatch(/senhor\(a\)/)
  },
)
