import { documentTerms, firstWord, hasWord } from './document-words.ts'
import { speaksOfLater } from './promised-day.ts'

type Titled = { title: string }

/** The one item that the mail speaks of, if it is one: by the first kind of document in its title. */
export function mentionedIn<Item extends Titled>(writtenText: string, items: Item[]): Item | null {
  const told = mentioned(writtenText, items)
  return told.length === 1 ? (told[0] ?? null) : null
}

/** Items in the order the mail names them, in a list or a sentence; empty where some part of it may mean several. */
export function mentionedInOrder<Item extends Titled>(writtenText: string, items: Item[]): Item[] {
  const parts = writtenText
    .slice(0, mostRead)
    .split(/[\n,;]|\s(?:y|e|and)\s|(?<!\p{L})\d{1,2}\s*[).:-]/u)
    .filter((part) => /\p{L}{2}/u.test(part))
    .slice(0, mostParts)
  const told = parts.map((part) => mentioned(part, items)).filter((some) => some.length > 0)
  if (told.some((some) => some.length > 1)) return []
  return [...new Set(told.flat())]
}

/** It says how so many files are one document: its two sides, or so many pages or photos. */
export function isSaidWhole(writtenText: string, files: number): boolean {
  const text = writtenText.slice(0, mostRead)
  if (files === 2 && bothSides.test(text)) return true
  return [
    ...text.matchAll(/(?<!\d)(\d{1,2})\s*(?:p[áa]g|foto|photo|hoja|folha|page|im[áa]ge|parte)/giu),
  ].some(([, number]) => Number(number) === files)
}

/** "I do not have the contract yet" speaks of a document that is not there. */
export function denies(text: string): boolean {
  return negation.test(text.slice(0, mostRead)) || speaksOfLater(text)
}

/** What it says is about another document than the item's, or may be that this one is not there. */
export function speaksOfAnother(writtenText: string, { title }: Titled): boolean {
  const said = [...wordsIn(writtenText).values()].filter((term) => term.isDocument)
  if (said.length === 0) return false
  const own = documentTerms(title)
  return denies(writtenText) || !said.some((term) => own.has(term.name))
}

const mostRead = 5000
const mostParts = 200

const bothSides =
  /(ambos|dos|2|both|los dos|os dois|dois) (lados|sides|caras)|frente\s*(y|e|\/|,|-)?\s*(no |o )?(verso|reverso|dorso|atr[áa]s)|anverso\s*(y|e)\s*reverso|front\s*(and|&|\/)\s*back/iu

const negation =
  /(?<!\p{L})(no|n[ãa]o|not|sin|sem|without|falta|faltan|missing|despu[ée]s|depois|later|luego|todav[íi]a|ainda|a[úu]n|ma[ñn]ana|amanh[ãa]|tomorrow)(?!\p{L})/iu

// In Spanish and Portuguese a power of attorney is also the verb "can".
function wordsIn(text: string) {
  return documentTerms(text.slice(0, mostRead).replace(/\bpoder (?=\p{L}+[aei]r)/giu, ''))
}

function mentioned<Item extends Titled>(text: string, items: Item[]): Item[] {
  const said = wordsIn(text)
  const heads = items.map((item) => [...documentTerms(item.title).values()].find((term) => term.isKind)?.name)
  return items.filter((item, index) => {
    const head = heads[index]
    if (head === undefined || !said.has(head)) return false
    if (heads.filter((other) => other === head).length === 1) return true
    // Two items are the same kind of document: the one that is called as the mail calls it.
    const word = firstWord(item.title)
    const sharing = items.filter(
      (_, other) => heads[other] === head && firstWord(items[other]?.title ?? '') === word,
    )
    return word !== null && sharing.length === 1 && hasWord(text, word)
  })
}
