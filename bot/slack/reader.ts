import type { MemberActor } from '#core/members/actor.ts'
import type { Office } from '#core/office.ts'
import type { ChatWords } from '#core/words/es-CL/chat.ts'
import { dayOf } from '#core/words/format.ts'
import type { Locale } from '#core/words/locale.ts'
import { wordsForChat } from './words-for-chat.ts'

/** For whose eyes something is rendered. */
export type Reader = {
  words: ChatWords
  locale: Locale
  timeZone: string
  /** Their day, `YYYY-MM-DD`; where it is known, days of other years are told with the year. */
  today?: string
}

/** The member who acts, as a reader. */
export function readerFor(office: Office, by: MemberActor): Reader {
  const { locale, timeZone } = by
  return {
    words: wordsForChat(locale),
    locale,
    timeZone,
    // Asked for where it is needed: it takes as long as a query, and who types a name waits for neither.
    get today() {
      return dayOf(office.clock(), timeZone)
    },
  }
}
