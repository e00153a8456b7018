import { fold } from '../../fold.ts'
import { isCourtesy } from './reply-wishes.ts'

type Question = { id: string; title: string }

export type WrittenReply = {
  /** What the sender wrote this time. */
  own: string
  /** All of it, quotes too; null where only what they wrote is known. */
  whole: string | null
  /** Something came with it: then words by themselves are most likely a greeting. */
  hasFiles: boolean
  /** They say something else that is understood, as when it will come. */
  saysElse: boolean
}

/**
 * What a reply answers of the open questions, by their ids: beneath a question that it quotes, after the name of one
 * ("RUT: 12.345.678-5"), by number ("1. sí 2. no"), by being the one tax id; and, where there is one question and nothing
 * else, all that it says. What cannot be told for a question is left out.
 */
export function textAnswers(questions: Question[], reply: WrittenReply): Map<string, string> {
  if (questions.length === 0) return new Map()
  const answers = new Map([
    ...byNumber(questions, reply.own),
    ...byName(questions, reply.own),
    ...(reply.whole === null ? [] : beneathQuotes(questions, reply.whole)),
  ])
  if (answers.size > 0) return answers
  const byShape = taxIdOf(questions, reply.own)
  const [only] = questions
  if (byShape && (questions.length > 1 || reply.hasFiles)) return new Map([byShape])
  const isAnswer =
    !reply.hasFiles &&
    !reply.saysElse &&
    !isCourtesy(reply.own) &&
    !onlyAsks(reply.own) &&
    reply.own.trim() !== ''
  return only && questions.length === 1 && isAnswer
    ? new Map([[only.id, cut(reply.own)]])
    : new Map<string, string>()
}

const mostCharacters = 20_000
const mostLines = 400

function cut(text: string): string {
  return text.trim().slice(0, mostCharacters)
}

// "When is the hearing?" answers nothing.
function onlyAsks(text: string): boolean {
  const sentences = text
    .trim()
    .split(/(?<=[.?!])\s+|\n/)
    .filter((one) => one.trim() !== '')
  return sentences.length > 0 && sentences.length <= 3 && sentences.every((one) => /\?\s*$/.test(one))
}

/** "1. sí 2. no": as many numbers, from 1 on, as there are questions. */
function byNumber(questions: Question[], text: string): [string, string][] {
  const found = [...text.slice(0, 10_000).matchAll(/(?:^|[\n,;]|\s{1,3})\(?(\d{1,2})\s?[).:-]-?\s*(?=\S)/g)]
  const inOrder: { start: number; end: number }[] = []
  for (const one of found)
    if (Number(one[1]) === inOrder.length + 1)
      inOrder.push({ start: one.index, end: one.index + one[0].length })
  if (inOrder.length !== questions.length || questions.length < 2) return []
  const parts = inOrder.map(({ end }, index) => text.slice(end, inOrder[index + 1]?.start))
  const last = parts.length - 1
  // What follows the last answer may be a farewell.
  const said = parts.map((part, index) =>
    (index === last ? (part.split(/\n\s*\n/)[0] ?? '') : part).replace(/(?<![\s,;])[\s,;]+$/, ''),
  )
  if (said.some((part) => part.trim() === '')) return []
  return questions.map(({ id }, index) => [id, cut(said[index] ?? '')])
}

/** "Domicilio: Av. Matta 123": what stands before the colon is the question, or all its words are the question's. */
function byName(questions: Question[], text: string): [string, string][] {
  return text
    .split('\n')
    .slice(0, mostLines)
    .flatMap((line): [string, string][] => {
      const [, name, answer] = /^[\s*•·–-]*([^:?]{2,100})[:?]\s*(\S.*)$/.exec(line.slice(0, 2000)) ?? []
      const question = name && answer ? named(questions, name) : undefined
      return question && answer ? [[question.id, cut(answer)]] : []
    })
}

/** What is written, unquoted, beneath the quoted line that has the question. */
function beneathQuotes(questions: Question[], whole: string): [string, string][] {
  const answers: [string, string][] = []
  let current: { question: Question; lines: string[] } | null = null
  const end = () => {
    const said = current?.lines.join('\n').trim()
    if (current && said) answers.push([current.question.id, cut(said)])
    current = null
  }
  for (const line of whole.split('\n').slice(0, mostLines * 5)) {
    const quoted = /^\s*>[>\s]*(.*)$/.exec(line.slice(0, 1000))?.[1]
    if (quoted === undefined) {
      const answering: { lines: string[] } | null = current
      answering?.lines.push(line.slice(0, 2000))
      continue
    }
    const question = named(questions, quoted.replace(/^[\s●○•*!-]+/, '').replace(/\s[·(—].*$/, ''))
    const isBlank = quoted.trim() === ''
    if (question || !isBlank) end()
    if (question) current = { question, lines: [] }
  }
  end()
  return answers
}

function named(questions: Question[], name: string): Question | undefined {
  const said = wordsOf(name)
  if (said.length === 0) return undefined
  const key = said.join(' ')
  const same = questions.filter(({ title }) => wordsOf(title).join(' ') === key)
  if (same.length === 1) return same[0]
  const within = questions.filter(({ title }) => {
    const words = new Set(wordsOf(title))
    return said.every((word) => words.has(word))
  })
  return within.length === 1 ? within[0] : undefined
}

const small = new Set(
  'de del la el los las su sus mi mis da do o a os as seu sua meu minha the your my of cual es qual e what is'.split(
    ' ',
  ),
)

function wordsOf(text: string): string[] {
  return fold(text.slice(0, 300))
    .replace(/[^a-z0-9]+/g, ' ')
    .split(' ')
    .filter((word) => word !== '' && !small.has(word))
}

/** The one question for a tax id, and the one tax id that is there. */
function taxIdOf(questions: Question[], text: string): [string, string] | null {
  const asking = questions.filter(({ title }) => /\b(rut|run|cpf|cnpj|tax id)\b/.test(fold(title)))
  const ids = [...new Set(text.slice(0, 10_000).match(taxId) ?? [])]
  const [question] = asking
  const [only] = ids
  return question && only && asking.length === 1 && ids.length === 1 ? [question.id, only] : null
}

const taxId =
  /(?<![\d.-])(?:\d{1,2}\.\d{3}\.\d{3}-[\dkK]|\d{7,8}-[\dkK]|\d{3}\.\d{3}\.\d{3}-\d{2}|\d{2}\.\d{3}\.\d{3}\/\d{4}-\d{2})(?![\d.-])/g
