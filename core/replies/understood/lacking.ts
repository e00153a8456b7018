import { documentTerms } from './document-words.ts'
import { clausesOf } from './promised-day.ts'
import { mentionedIn } from './said-of-items.ts'

type Titled = { title: string }

/**
 * Which of the items its writer says they do not have, cannot find or cannot get, in any of the three languages:
 * `item` null where it cannot be told which; null when nothing of the kind is said. "Not yet" is no such word.
 */
export function lacking<Item extends Titled>(
  writtenText: string,
  items: Item[],
): { item: Item | null } | null {
  if (items.length === 0) return null
  for (const clause of clausesOf(writtenText)) {
    const said = lacks.exec(clause)
    if (!said || notYet.test(clause)) continue
    const what = `${clause.slice(0, said.index)} ${clause.slice(said.index + said[0].length)}`
    const item = mentionedIn(what, items)
    if (item) return { item }
    const [only] = items
    if (isIt.test(said[0]) || isIt.test(what)) return { item: items.length === 1 && only ? only : null }
    // "I have no questions", or some document that was not asked for.
    if ([...documentTerms(what).values()].some((term) => term.isDocument)) return { item: null }
  }
  return null
}

const notYet =
  /(?<!\p{L})(todav[íi]a|a[úu]n|ainda|yet|por ahora|por enquanto|de momento|hasta (el|la|que)|at[ée] (a|o|que))(?!\p{L})/u

const lacks = new RegExp(
  `(?<!\\p{L})(?:${[
    '(?:ya no|no|nunca|tampoco) (?:lo |la |los |las )?(?:tengo|tenemos|tuve|poseo|cuento con|contamos con|dispongo de|encuentro|encontr[eé]|encontramos|conservo|existe|pude conseguir|pude obtener|puedo conseguir)',
    '(?:perd[íi]|se me perdi[óo]|extravi[ée]|se me extravi[óo]|me robaron) (?:el|la|los|las|mi|mis|ese|esa|ese|este)',
    '(?:n[ãa]o|nunca) (?:o |a |os |as )?(?:tenho(?: mais)?|temos|tive|possuo|disponho de|encontrei|encontro|encontramos|achei|acho mais|existe|consegui(?: obter)?|consigo obter)',
    '(?:perdi|extraviei|me roubaram) (?:o|a|os|as|meu|minha|esse|essa)',
    "(?:i|we) (?:don't|do not|no longer|never|didn't|can't|cannot|couldn't|could not) (?:have|had|find|keep|get|locate|obtain)",
    "(?:i|i've|i have) (?:have )?lost (?:the|my|that|it)",
  ].join('|')})(?!\\p{L})`,
  'u',
)

const isIt =
  /(?<!\p{L})(lo|la|los|las) (tengo|tenemos|tuve|encuentro|encontr[eé]|conservo)(?!\p{L})|(?<!\p{L})(ese|este|esos|estos|dicho|tal|esse|este|esses|estes|that|this|the|those|such a?) (documentos?|papel(es)?|papers?|documents?|archivos?|arquivos?|files?)(?!\p{L})|(?<!\p{L})(eso|isso|esse|it|them|that one)$|(?<!\p{L})(o|a|os|as) (tenho|temos|tive|encontrei|encontro)(?!\p{L})/u
