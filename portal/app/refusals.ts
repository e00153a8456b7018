import type { RefusalCode } from '#core/errors.ts'
import { fileSize, numberInWords } from '#core/words/format.ts'
import type { PortalWords } from '#core/words/es-CL/portal.ts'
import type { Locale } from '#core/words/locale.ts'
import { uploadLimit } from '../upload-limit.ts'

type Facts = Record<string, string | number>
type Answer = { status: number; say: (words: PortalWords, facts: Facts, locale: Locale) => string }

const notNow: Answer = { status: 409, say: (words) => words.refusals.notNow }
const settled: Answer = { status: 409, say: (words) => words.refusals.itemClosed }

/** Every code of core in HTTP's and a client's terms; those that only members meet share one courteous answer. */
const answers: Record<RefusalCode, Answer> = {
  not_found: { status: 404, say: (words) => words.errors.missing },
  nothing_handed_in: { status: 422, say: (words) => words.refusals.nothingHandedIn },
  text_missing: { status: 422, say: (words) => words.refusals.nothingHandedIn },
  text_too_long: {
    status: 422,
    say: (words, facts, locale) =>
      words.refusals.textTooLong({ most: numberInWords(Number(facts.most), locale) }),
  },
  file_empty: { status: 422, say: (words, facts) => words.refusals.fileEmpty({ name: String(facts.name) }) },
  file_too_large: {
    status: 413,
    say: (words, facts, locale) =>
      words.refusals.fileTooLarge({ size: fileSize(uploadLimit(Number(facts.most)), locale) }),
  },
  file_infected: {
    status: 422,
    say: (words, facts) => words.refusals.fileInfected({ name: String(facts.name) }),
  },
  file_held: { status: 423, say: (words) => words.refusals.fileHeld },
  too_many_files: {
    status: 422,
    say: (words, facts) => words.refusals.tooManyFiles({ most: Number(facts.most) }),
  },
  item_closed: settled,
  request_over: settled,
  matter_closed: settled,
  already_decided: settled,
  matter_hidden: notNow,
  not_a_member: notNow,
  not_allowed: notNow,
  last_admin: notNow,
  successor_missing: notNow,
  not_in_team: notNow,
  nobody_to_tell: notNow,
  matter_sensitive: notNow,
  client_left: notNow,
  channel_taken: notNow,
  due_in_the_past: notNow,
  not_a_day: notNow,
  items_missing: notNow,
  too_many_items: notNow,
  item_answered: notNow,
  address_taken: notNow,
  beyond_own_sight: notNow,
  looking_only: { status: 403, say: (words) => words.refusals.lookingOnly },
  too_many_attempts: {
    status: 429,
    say: (words, facts) => words.refusals.tooManyAttempts({ minutes: Number(facts.minutes) }),
  },
  wrong_password: { status: 401, say: (words) => words.refusals.wrongPassword },
  password_does_not_open: { status: 422, say: (words) => words.locked.wrong },
  password_too_short: {
    status: 422,
    say: (words, facts) => words.refusals.passwordTooShort({ least: Number(facts.least) }),
  },
  password_too_common: { status: 422, say: (words) => words.refusals.passwordTooCommon },
  proof_needed: { status: 403, say: (words) => words.refusals.proofNeeded },
  wrong_code: { status: 422, say: (words) => words.refusals.wrongCode },
  not_an_address: { status: 422, say: (words) => words.refusals.notAnAddress },
  too_many_corrections: {
    status: 409,
    say: (words, facts) => words.refusals.tooManyCorrections({ most: Number(facts.most) }),
  },
  not_a_value: { status: 422, say: (words) => words.contact.choose },
  wrong_tax_id: notNow,
  tax_id_taken: notNow,
  number_taken: notNow,
  relation_cycle: notNow,
  reason_missing: notNow,
  rich_text_invalid: notNow,
  already_exists: notNow,
  file_not_given: notNow,
  too_late: notNow,
}

/** The status of a refusal and what to say of it. */
export function answerFor(code: RefusalCode): Answer {
  return answers[code]
}
