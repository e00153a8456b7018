import type { DigestGroup } from '#core/delivery/letter.ts'
import { dayInWords } from '#core/words/format.ts'
import type { MailWords } from '#core/words/es-CL/mail.ts'
import type { Block, Draft, LetterOf, Line, Tone } from './draft.ts'
import { subjectOf } from './subject.ts'

/** Lines of each list; the rest is counted. */
const mostLines = 15

/** What waits for a member, by who answers for it; a sensitive matter is named by its reference alone. */
export function digest(letter: LetterOf<'digest'>, words: MailWords): Draft {
  const { groups, quarantined, failed, day, locale, today, chatUrl } = letter
  const firm = letter.firm.name
  const entries = groups.flatMap((group) => [group.toReview, group.overdue, group.dueSoon, group.waiting])
  const count = entries.reduce((sum, list) => sum + list.length, quarantined + failed)
  const isOnlyOwn = groups.every((group) => group.isReader)
  const said = words.digest
  return {
    subject: subjectOf(letter, words.subjects.digest({ firm, count })),
    body: [
      { is: 'paragraph', text: said.lead({ day: dayInWords(day, locale, today) }) },
      ...groups.flatMap((group) => [
        ...(isOnlyOwn ? [] : [{ is: 'title', text: nameOf(group, words), note: null } as const]),
        ...listsOf(group, letter, words),
      ]),
      ...(quarantined > 0
        ? [{ is: 'paragraph', text: said.quarantined({ count: quarantined }) } as const]
        : []),
      ...(failed > 0 ? [{ is: 'paragraph', text: said.failed({ count: failed }) } as const] : []),
    ],
    ask: chatUrl ? [said.ask] : [],
    button: chatUrl ? { label: said.button, url: chatUrl } : null,
    footnotes: [{ text: said.fewer({ firm }), link: null }],
  }
}

function nameOf({ isReader, member }: DigestGroup, { digest }: MailWords): string {
  return isReader ? digest.mine : (member ?? digest.nobody)
}

function listsOf(group: DigestGroup, letter: LetterOf<'digest'>, words: MailWords): Block[] {
  const { digest } = words
  const asked = (requests: DigestGroup['waiting'], mark: string, tone: Tone) =>
    requests.map((request) => ({
      ...lineOf(request, mark, tone),
      state: digest.missing(request),
      note: noteOf(
        request,
        request.dueOn && digest.due({ day: dayInWords(request.dueOn, letter.locale, letter.today) }),
      ),
    }))
  const toReview = group.toReview.map((entry) => ({
    ...lineOf(entry, '●', 'settled'),
    state: digest.review(entry),
    note: noteOf(entry, null),
  }))
  return [
    ...list(digest.toReview, toReview, words),
    ...list(digest.overdue, asked(group.overdue, '!', 'attention'), words),
    ...list(digest.dueSoon, asked(group.dueSoon, '○', 'open'), words),
    ...list(digest.waiting, asked(group.waiting, '○', 'open'), words),
  ]
}

type Entry = Pick<DigestGroup['waiting'][number], 'matter' | 'client' | 'title'>

// Chat, too, calls a sensitive matter by its reference in place of its title.
function isVeiled({ matter }: Entry): boolean {
  return matter.title === matter.reference
}

function lineOf(entry: Entry, mark: string, tone: Tone): Omit<Line, 'state' | 'note'> {
  return { mark, tone, text: isVeiled(entry) ? entry.matter.reference : entry.title, hint: null }
}

function noteOf(entry: Entry, due: string | null): string | null {
  const facts = isVeiled(entry) ? [due] : [entry.client, entry.matter.reference, due]
  return facts.filter(Boolean).join(' · ') || null
}

function list(heading: string, lines: Line[], words: MailWords): Block[] {
  if (lines.length === 0) return []
  const left = lines.length - mostLines
  return [
    { is: 'list', heading, lines: lines.slice(0, mostLines) },
    ...(left > 0 ? [{ is: 'paragraph', text: words.items.more({ count: left }) } as const] : []),
  ]
}
