import type { Refusal, RefusalCode } from '#core/errors.ts'
import type { ChatWords } from '#core/words/es-CL/chat.ts'
import { dayInWords, fileSize, numberInWords } from '#core/words/format.ts'
import type { Locale } from '#core/words/locale.ts'
import { cut } from './mrkdwn.ts'

type Facts = Record<string, string | number>
type Sentence = (words: ChatWords, facts: Facts, locale: Locale) => string

const sentences: { [Code in RefusalCode]: Sentence } = {
  not_found: ({ refusals }) => refusals.notFound,
  not_a_member: ({ refusals }) => refusals.notAMember,
  not_allowed: ({ refusals }) => refusals.notAllowed,
  last_admin: ({ refusals }) => refusals.lastAdmin,
  successor_missing: ({ refusals }, { matters }) => refusals.successorMissing({ count: Number(matters) }),
  not_in_team: ({ refusals }, { name }) => refusals.notInTeam({ name: String(name) }),
  nobody_to_tell: ({ refusals }) => refusals.nobodyToTell,
  matter_hidden: ({ refusals }) => refusals.matterHidden,
  matter_closed: ({ refusals }) => refusals.matterClosed,
  matter_sensitive: ({ channels }) => channels.refusals.sensitive,
  client_left: ({ client }) => client.leftRefused,
  channel_taken: ({ channels }) => channels.refusals.taken,
  due_in_the_past: ({ refusals }, { today }, locale) =>
    refusals.dueInThePast({ today: dayInWords(String(today), locale) }),
  not_a_day: ({ refusals }) => refusals.notADay,
  text_missing: ({ refusals }) => refusals.textMissing,
  text_too_long: ({ refusals }, { most, is, item }, locale) => {
    const long = { most: numberInWords(Number(most), locale), is: numberInWords(Number(is), locale) }
    return item ? refusals.itemTooLong({ ...long, item: String(item) }) : refusals.textTooLong(long)
  },
  items_missing: ({ refusals }) => refusals.itemsMissing,
  too_many_items: ({ refusals }, { most, is }) =>
    refusals.tooManyItems({ most: String(most), is: String(is) }),
  item_closed: ({ refusals }) => refusals.itemClosed,
  item_answered: ({ refusals }) => refusals.itemAnswered,
  already_decided: alreadyDecided,
  request_over: ({ refusals }) => refusals.requestOver,
  address_taken: ({ refusals }) => refusals.addressTaken,
  beyond_own_sight: ({ refusals }) => refusals.beyondOwnSight,
  looking_only: ({ refusals }) => refusals.notAllowed,
  too_many_attempts: ({ refusals }) => refusals.notAllowed,
  wrong_password: ({ refusals }) => refusals.notAllowed,
  password_does_not_open: ({ refusals }) => refusals.notAllowed,
  password_too_short: ({ refusals }) => refusals.notAllowed,
  password_too_common: ({ refusals }) => refusals.notAllowed,
  proof_needed: ({ refusals }) => refusals.notAllowed,
  wrong_code: ({ refusals }) => refusals.notAllowed,
  not_an_address: ({ refusals }, { address }) => refusals.notAnAddress({ address: String(address) }),
  wrong_tax_id: ({ matters }, { taxId }) => matters.refusals.wrongTaxId({ taxId: String(taxId) }),
  tax_id_taken: ({ matters }, { taxId, name }) =>
    matters.refusals.taxIdTaken({ taxId: String(taxId), name: String(name) }),
  number_taken: ({ matters }, { number, matter }) =>
    matters.refusals.numberTaken({ number: String(number), matter: cut(String(matter), 100) }),
  too_many_corrections: ({ refusals }) => refusals.notAllowed,
  not_a_value: ({ refusals }, { value }) => refusals.notAValue({ value: String(value) }),
  relation_cycle: ({ refusals }) => refusals.relationCycle,
  nothing_handed_in: ({ refusals }) => refusals.nothingHandedIn,
  file_empty: ({ refusals }, { name }) => refusals.fileEmpty({ name: String(name) }),
  file_too_large: ({ refusals }, { name, most }, locale) =>
    refusals.fileTooLarge({ name: String(name), most: fileSize(Number(most), locale) }),
  file_infected: ({ refusals }, { name }) => refusals.fileInfected({ name: String(name) }),
  file_held: ({ refusals }) => refusals.fileHeld,
  too_many_files: ({ refusals }, { most }) => refusals.tooManyFiles({ most: String(most) }),
  reason_missing: ({ refusals }) => refusals.reasonMissing,
  rich_text_invalid: ({ refusals }) => refusals.richTextInvalid,
  file_not_given: ({ practice }, { name }) => practice.onBehalf.noFile({ name: String(name) }),
  too_late: ({ practice }) => practice.undo.tooLate,
  already_exists: ({ refusals }, { value }) => refusals.alreadyExists({ value: String(value) }),
}

/** A refusal in one plain sentence: what is the matter, and the way out. */
export function refusalWords(refusal: Refusal<RefusalCode>, words: ChatWords, locale: Locale): string {
  return sentences[refusal.code](words, refusal.facts, locale)
}

function alreadyDecided({ verdicts }: ChatWords, { by, verdict }: Facts): string {
  const who = { by: String(by) || verdicts.somebody }
  switch (verdict) {
    case 'approved':
    case 'rejected':
    case 'accepted':
    case 'discarded':
      return verdicts[verdict](who)
    case 'accepted_and_added':
      return verdicts.accepted(who)
    default:
      return verdicts.other(who)
  }
}
