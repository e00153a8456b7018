import { documentSide, documentTerms, firstWord, hasWord, type Term } from './document-words.ts'
import { denies, isSaidWhole, mentionedIn, mentionedInOrder, speaksOfAnother } from './said-of-items.ts'

export type FileToMatch = { id: string; name: string; type: string; size: number; flag: string | null }
export type ItemToMatch = {
  id: string
  title: string
  kind: 'file' | 'text' | 'paper' | 'sign'
  status: 'pending' | 'received' | 'approved' | 'rejected' | 'waived'
}
export type FileMatch = {
  fileId: string
  /** Nobody has to be asked; then `itemId` is an item that takes files. */
  sure: boolean
  /** Without being sure, the best guess or nothing. */
  itemId: string | null
  /** From 0 to 1. */
  score: number
}

const sureFrom = 0.75
const mostInDoubt = sureFrom - 0.05
const clearLead = 0.2

/**
 * Says for each file of a reply, in their order, which checklist item it is for: by the words of its name, by being
 * the other side of a file that is known, by being all that can be meant by the one item left, and by what the mail
 * says. Several files may go to one item. What is doubtful is a suggestion; a flagged file, and one for an item that
 * is settled or takes no files, is never sure. `answering`: the items that the same sitting has answered so far.
 */
export function matchFiles(
  files: FileToMatch[],
  items: ItemToMatch[],
  writtenText: string,
  answering: string[] = [],
): FileMatch[] {
  const rated = files.map((file) => rate(file, items))
  const named = rated.map((rating) => byName(rating))
  const sided = rated.map((rating, index) => named[index] ?? bySide(rating, rated, named))
  const rest = sided.includes(null) ? restOf(rated, sided, items, writtenText) : null
  const decided = sided.map((match, index) => match ?? byRest(rated[index], rated, rest, answering))
  return files.map((file, index) => settle(file, items, decided[index]))
}

type Rating = {
  file: FileToMatch
  /** It says nothing about which of the documents asked for it is. */
  isNameless: boolean
  /** It says nothing at all, as a camera's or a scanner's. */
  isBlank: boolean
  side: 'front' | 'back' | null
  terms: Map<string, Term>
  /** Best first. */
  scores: Score[]
}
type Score = { item: ItemToMatch; terms: Map<string, Term>; score: number }
const noTerms: Map<string, Term> = new Map()

type Guess = { itemId: string | null; score: number }

function rate(file: FileToMatch, items: ItemToMatch[]): Rating {
  const name = file.name.replace(/\.[a-z0-9]{1,5}$/i, '')
  const terms = documentTerms(name)
  const titles = items.map((item) => documentTerms(item.title))
  const scores = items.map((item, index) => ({
    item,
    terms: titles[index] ?? noTerms,
    score: likeness(terms, titles[index] ?? noTerms, titles),
  }))
  const speaks = [...terms.values()].some((term) => term.isKind) || scores.some(({ score }) => score > 0)
  scores.sort((a, b) => b.score - a.score)
  const isBlank = [...terms.values()].every((term) => term.isFiller || term.weight < 1)
  return { file, isNameless: !speaks, isBlank, side: documentSide(name), terms, scores }
}

/** How well a name fits a title: a word that several titles share tells less; two kinds of document contradict. */
function likeness(name: Map<string, Term>, title: Map<string, Term>, titles: Map<string, Term>[]): number {
  const shared = [...title.values()].filter((term) => name.has(term.name))
  if (shared.every((term) => term.isFiller)) return 0
  const total = sum([...title.values()].map((term) => term.weight))
  const scale = Math.max(1, 1 / total)
  const weight = ({ name, weight }: Term) =>
    (weight * scale) / titles.filter((other) => other.has(name)).length
  const told = Math.min(1, sum(shared.map(weight)))
  const covered = sum(shared.map((term) => term.weight)) / total
  const known = [...name.values()].filter((term) => term.isKind || title.has(term.name))
  const explained =
    sum(shared.map((term) => term.weight)) / Math.max(sum(known.map((term) => term.weight)), 0.01)
  const more = known.some((term) => term.isKind && !title.has(term.name))
  const missing = [...title.values()].some((term) => term.isKind && !name.has(term.name))
  const isThin = shared.every((term) => term.weight < 1)
  const score =
    (0.5 * told + 0.25 * covered + 0.25 * Math.min(1, explained)) * (more && (missing || isThin) ? 0.6 : 1)
  return isAnother(name, title) ? Math.min(score, mostInDoubt) : score
}

/** It lacks the document that the title names, as a photo of the child lacks the birth certificate, or is of another year. */
function isAnother(name: Map<string, Term>, title: Map<string, Term>): boolean {
  const documents = [...title.values()].filter((term) => term.isDocument)
  if (documents.length > 0 && !documents.some((term) => name.has(term.name))) return true
  // "Car" for the car's papers, "flat" for photos of the flat.
  const shared = [...title.values()].filter((term) => name.has(term.name))
  const lacks = [...title.values()].some((term) => !name.has(term.name) && !term.isAspect && !term.isFiller)
  if (shared.every((term) => term.isAspect) && lacks) return true
  const years = (terms: Map<string, Term>) => [...terms.keys()].filter((term) => /^(19|20)\d\d$/.test(term))
  const [asked, given] = [years(title), years(name)]
  return asked.length > 0 && given.length > 0 && !given.some((year) => asked.includes(year))
}

function byName({ file, terms, scores }: Rating): Guess | null {
  const [best, ...others] = scores
  if (!best || best.score === 0) return null
  const [next] = others
  const lead = best.score - (next?.score ?? 0)
  if (lead < clearLead)
    return byWording(
      file.name,
      scores.filter(({ score }) => best.score - score < clearLead),
    )
  // "Settlement and letter": one file with two of the documents.
  const isBoth = joins(file.name) && others.some((other) => tells(other, best, terms, file.name))
  return { itemId: best.item.id, score: isBoth ? Math.min(best.score, mostInDoubt) : best.score }
}

function joins(name: string): boolean {
  return / (y|e|and|com|con|mas|mais) |[+&,]/i.test(name.replace(/[_-]/g, ' '))
}

function tells(other: Score, best: Score, name: Map<string, Term>, fileName: string): boolean {
  const word = firstWord(other.item.title)
  if (word !== null && hasWord(fileName, word) && !hasWord(best.item.title, word)) return true
  return [...other.terms.keys()].some((term) => name.has(term) && !best.terms.has(term))
}

/** Of two that are the same by their terms, "mandato" and "poder", the one whose own first word the name has. */
function byWording(name: string, tied: Score[]): Guess | null {
  const worded = tied.filter(({ item }) => {
    const word = firstWord(item.title)
    return word !== null && hasWord(name, word)
  })
  const [only] = worded
  const others = tied.filter((one) => one !== only)
  const isSure =
    worded.length === 1 &&
    only &&
    only.score >= 0.5 &&
    others.every(({ terms }) => !includes(terms, only.terms))
  const best = only ?? tied[0]
  return best ? { itemId: best.item.id, score: isSure ? 0.8 : Math.min(best.score, mostInDoubt) } : null
}

// "Certificate" and "birth certificate": the first word of the one tells nothing of the other.
function includes(terms: Map<string, Term>, others: Map<string, Term>): boolean {
  return terms.size > others.size && [...others.keys()].every((name) => terms.has(name))
}

/** `verso.jpg` goes where the one front without a back of its own went. */
function bySide(rating: Rating, rated: Rating[], named: (Guess | null)[]): Guess | null {
  if (!rating.isNameless || rating.side === null) return null
  const other = rating.side === 'front' ? 'back' : 'front'
  const sidesOf = (side: 'front' | 'back') =>
    rated.flatMap(({ side: its }, index) => (its === side ? (named[index]?.itemId ?? []) : []))
  const alone = sidesOf(other).filter((itemId) => !sidesOf(rating.side ?? 'front').includes(itemId))
  return alone.length === 1 ? { itemId: alone[0] ?? null, score: 0.85 } : null
}

/** What is left for files that say nothing themselves, and what the mail says of it: the same for each of them. */
type Rest = {
  wanted: ItemToMatch[]
  left: ItemToMatch[]
  nameless: Rating[]
  /** Of every other file it is known what it is. */
  isClear: boolean
  /** The mail speaks of another document than the one that is left. */
  isOther: boolean
  denies: boolean
  /** These files are one document, it says. */
  isWhole: boolean
  mentioned: ItemToMatch | null
  inOrder: ItemToMatch[]
}

function restOf(rated: Rating[], known: (Guess | null)[], items: ItemToMatch[], writtenText: string): Rest {
  const wanted = items.filter(
    ({ status, kind }) => (status === 'pending' || status === 'rejected') && kind !== 'text',
  )
  const taken = new Set(
    known.filter((guess) => guess && guess.score >= sureFrom).map((guess) => guess?.itemId),
  )
  const left = wanted.filter((item) => !taken.has(item.id))
  const nameless = rated.filter((other, index) => other.isNameless && !known[index])
  const [only] = left
  const mentioned = left.length > 1 ? mentionedIn(writtenText, left) : null
  return {
    ...{ wanted, left, nameless, mentioned },
    isClear: known.every((guess) => !guess || guess.score >= sureFrom),
    isOther: left.length === 1 && only !== undefined && speaksOfAnother(writtenText, only),
    denies: denies(writtenText),
    isWhole: isSaidWhole(writtenText, nameless.length),
    inOrder: left.length > 1 && !mentioned ? mentionedInOrder(writtenText, left) : [],
  }
}

function byRest(rating: Rating | undefined, rated: Rating[], rest: Rest | null, answering: string[]): Guess {
  // A name that speaks of another document than any asked for is no guess at what is left.
  if (!rating?.isNameless || !rest) return { itemId: null, score: 0 }
  // The back of something in this mail, but of what?
  if (rating.side && rated.some(({ side }) => side && side !== rating.side)) return { itemId: null, score: 0 }
  const { wanted, left, nameless, mentioned, inOrder } = rest
  const [only] = left
  if (only && left.length === 1) {
    const isOnlyOne = wanted.length === 1 || (nameless.length === 1 && rating.isBlank)
    return { itemId: only.id, score: isOnlyOne && rest.isClear && !rest.isOther ? 0.8 : 0.55 }
  }
  const [going, ...others] = answering
  // More photos of what the mails before brought.
  const further = others.length === 0 && !rest.denies ? going : undefined
  if (further && left.length === 0) return { itemId: further, score: 0.8 }
  if (!mentioned) {
    // As many as it names, one after the other: most likely in that order.
    const next = inOrder.length === nameless.length ? inOrder[nameless.indexOf(rating)] : undefined
    if (next) return { itemId: next.id, score: 0.6 }
    return further ? { itemId: further, score: 0.5 } : { itemId: null, score: 0 }
  }
  const isSure = nameless.length === 1 || rest.isWhole
  return { itemId: mentioned.id, score: isSure && !rest.denies ? 0.8 : 0.6 }
}

function settle(file: FileToMatch, items: ItemToMatch[], guess: Guess | undefined): FileMatch {
  const item = items.find(({ id }) => id === guess?.itemId)
  if (!guess || !item || item.status === 'approved' || item.status === 'waived')
    return { fileId: file.id, sure: false, itemId: null, score: 0 }
  const takesFiles = item.kind === 'file' || item.kind === 'sign'
  const mayBeSure = takesFiles && file.flag === null && file.size > 0 && isPlausible(file.type, item)
  const score = Math.round((mayBeSure ? guess.score : Math.min(guess.score, mostInDoubt)) * 100) / 100
  return { fileId: file.id, sure: score >= sureFrom, itemId: item.id, score }
}

/** Documents come as these; a sound, a video, a web page or an archive of many may still be one, if a member says so. */
function isPlausible(type: string, item: ItemToMatch): boolean {
  const [asked] = [...documentTerms(item.title).keys()].filter((name) => name === 'video' || name === 'audio')
  if (asked && type.startsWith(`${asked}/`)) return true
  if (/^(audio|video|font|model|message|multipart)\//.test(type)) return false
  return !/^(text\/(html|calendar|x-?vcard|vcard|javascript)|application\/(zip|gzip|x-.*(zip|compressed|executable|msdownload|dosexec|rar|tar).*|vnd\.rar|java-archive|x-apple-diskimage))$/.test(
    type,
  )
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
