import type { Hearing } from '#core/delivery/letter.ts'
import { richTextToHtml } from '#core/rich-text/rich-text-to-html.ts'
import { richTextToText } from '#core/rich-text/rich-text-to-text.ts'
import type { MailWords } from '#core/words/es-CL/mail.ts'
import { momentInWords, zoneInWords } from '#core/words/format.ts'
import type { Block, Draft, LetterOf } from './draft.ts'
import { fewerLetters } from './fewer-letters.ts'
import { subjectOf } from './subject.ts'

/** Tells a piece of news, or its corrected version, and the hearing that belongs to it. */
export function newsPublished(letter: LetterOf<'newsPublished'>, words: MailWords): Draft {
  const { news, subjects } = words
  const firm = letter.firm.name
  return {
    subject: subjectOf(letter, letter.urgent ? subjects.urgentNews({ firm }) : subjects.news({ firm })),
    body: [
      { is: 'paragraph', text: letter.edited ? news.edited : news.lead },
      ...(letter.urgent ? [{ is: 'paragraph', text: news.urgent, urgent: true } as const] : []),
      { is: 'rich', html: richTextToHtml(letter.body), text: richTextToText(letter.body) },
      ...(letter.hearing ? [hearingBlock(letter.hearing, letter, words)] : []),
    ],
    ask: [
      ...(letter.calendar ? [calendarSaid(letter.calendar, news.hearing)] : []),
      news.reply,
      ...(letter.confirmUrl ? [news.confirm] : []),
    ],
    button: letter.confirmUrl ? { label: news.confirmButton, url: letter.confirmUrl } : null,
    footnotes: [fewerLetters(letter, words)],
  }
}

function calendarSaid(
  { method }: NonNullable<LetterOf<'newsPublished'>['calendar']>,
  { calendar, calendarOff }: MailWords['news']['hearing'],
): string {
  return method === 'CANCEL' ? calendarOff : calendar
}

function hearingBlock(hearing: Hearing, letter: LetterOf<'newsPublished'>, words: MailWords): Block {
  const { title, when, where, bring } = words.news.hearing
  const moment = momentInWords(new Date(hearing.at), letter.locale, letter.timeZone, letter.today)
  const facts = [
    { label: when, value: `${moment} (${zoneInWords(letter.timeZone, letter.locale)})` },
    { label: where, value: hearing.place },
  ]
  return {
    is: 'facts',
    heading: title,
    facts: hearing.bring ? [...facts, { label: bring, value: hearing.bring }] : facts,
  }
}
