const brand = Symbol.for('despacho.refusal')

/**
 * Something a person may not or cannot do, expected and explained: a code and facts, no prose.
 * Each door turns the code into words of its own. Anything else that is thrown is a bug.
 */
export abstract class Refusal<Code extends string = string> extends Error {
  readonly code: Code
  readonly facts: Record<string, string | number>
  readonly [brand] = true

  constructor(code: Code, facts: Record<string, string | number> = {}) {
    super(code)
    this.name = new.target.name
    this.code = code
    this.facts = facts
  }
}

/** True for a refusal, also for one made by another copy of this file (the portal's development bundle). */
export function isRefusal(error: unknown): error is Refusal<RefusalCode> {
  return typeof error === 'object' && error !== null && brand in error
}

/** It does not exist, or this person may not know that it does: the same answer for both. */
export class NotFound extends Refusal<'not_found'> {
  constructor() {
    super('not_found')
  }
}

/** The chat user is nobody in this firm, has left it, or is a guest. */
export class NotAMember extends Refusal<'not_a_member'> {
  constructor() {
    super('not_a_member')
  }
}

/** The member's role does not allow it. */
export class NotAllowed extends Refusal<'not_allowed'> {
  constructor() {
    super('not_allowed')
  }
}

/** Nobody would be told: the matter has no client on our side, or none was picked. */
export class NobodyToTell extends Refusal<'nobody_to_tell'> {
  constructor() {
    super('nobody_to_tell')
  }
}

/** The matter is hidden and the wish does not say whether to show it or keep the entry unannounced. */
export class MatterHidden extends Refusal<'matter_hidden'> {
  constructor() {
    super('matter_hidden')
  }
}

/** A closed matter is readable and takes nothing new. */
export class MatterClosed extends Refusal<'matter_closed'> {
  constructor() {
    super('matter_closed')
  }
}

/** A sensitive matter is told of in direct messages only. */
export class MatterSensitive extends Refusal<'matter_sensitive'> {
  constructor() {
    super('matter_sensitive')
  }
}

/** They are no client of the firm any more: what is known of them stays as it was. */
export class ClientLeft extends Refusal<'client_left'> {
  constructor(field?: string) {
    super('client_left', field === undefined ? {} : { field })
  }
}

/** The chat channel belongs to another matter. */
export class ChannelTaken extends Refusal<'channel_taken'> {
  constructor() {
    super('channel_taken')
  }
}

/** A due date lies before today, in the firm's zone. */
export class DueInThePast extends Refusal<'due_in_the_past'> {
  constructor(today: string) {
    super('due_in_the_past', { today })
  }
}

/** A value is no day of the calendar. */
export class NotADay extends Refusal<'not_a_day'> {
  constructor() {
    super('not_a_day')
  }
}

/** A text that must be there is empty. */
export class TextMissing extends Refusal<'text_missing'> {
  constructor(field: string) {
    super('text_missing', { field })
  }
}

/** A text is longer than the field holds; `item` says which of a checklist, counted from one. */
export class TextTooLong extends Refusal<'text_too_long'> {
  constructor(field: string, most: number, is: number, item?: number) {
    super('text_too_long', { field, most, is, ...(item && { item }) })
  }
}

/** A checklist has no line. */
export class ItemsMissing extends Refusal<'items_missing'> {
  constructor() {
    super('items_missing')
  }
}

/** A checklist has more lines than it holds; `item` is the first that is too many, counted from one. */
export class TooManyItems extends Refusal<'too_many_items'> {
  constructor(most: number, is: number) {
    super('too_many_items', { most, is, item: most + 1 })
  }
}

/** The item was approved, waived or removed, or its request cancelled: it takes no answer. */
export class ItemClosed extends Refusal<'item_closed'> {
  constructor() {
    super('item_closed')
  }
}

/** An item with answers cannot be deleted, only waived; `item` says which of its checklist, counted from one. */
export class ItemAnswered extends Refusal<'item_answered'> {
  constructor(item?: number) {
    super('item_answered', item ? { item } : {})
  }
}

/** Somebody else was faster; `by` says who. */
export class AlreadyDecided extends Refusal<'already_decided'> {
  constructor(by: string, verdict: string) {
    super('already_decided', { by, verdict })
  }
}

/** The request is over: fulfilled, cancelled or deleted. */
export class RequestOver extends Refusal<'request_over'> {
  constructor() {
    super('request_over')
  }
}

/** The address already has an access in this firm, which may be extended if it is the same person's. */
export class AddressTaken extends Refusal<'address_taken'> {
  constructor(by: { accessId: string; name: string }) {
    super('address_taken', by)
  }
}

/** An access would open private or team matters that the member who gives it does not see themselves. */
export class BeyondOwnSight extends Refusal<'beyond_own_sight'> {
  constructor() {
    super('beyond_own_sight', { field: 'matters' })
  }
}

/** A member who looks through a client's eyes cannot act as the client. */
export class LookingOnly extends Refusal<'looking_only'> {
  constructor() {
    super('looking_only')
  }
}

/** Too often in too short a time; it can be tried again in so many minutes. */
export class TooManyAttempts extends Refusal<'too_many_attempts'> {
  constructor(minutes: number) {
    super('too_many_attempts', { minutes })
  }
}

/** No account has this address with this password; which of the two is wrong is not said. */
export class WrongPassword extends Refusal<'wrong_password'> {
  constructor() {
    super('wrong_password')
  }
}

/** A locked document does not open with the password that was given for it. */
export class PasswordDoesNotOpen extends Refusal<'password_does_not_open'> {
  constructor() {
    super('password_does_not_open')
  }
}

/** A new password has fewer characters than it needs. */
export class PasswordTooShort extends Refusal<'password_too_short'> {
  constructor(least: number) {
    super('password_too_short', { least })
  }
}

/** A new password is among those that are guessed first. */
export class PasswordTooCommon extends Refusal<'password_too_common'> {
  constructor() {
    super('password_too_common')
  }
}

/** Files of a sensitive matter open only after a code that was sent to the access's e-mail. */
export class ProofNeeded extends Refusal<'proof_needed'> {
  constructor() {
    super('proof_needed')
  }
}

/** The code is not the one that was sent, or it is too old. */
export class WrongCode extends Refusal<'wrong_code'> {
  constructor() {
    super('wrong_code')
  }
}

/** An address that cannot be one; `field` is where it was typed, if there are several such. */
export class NotAnAddress extends Refusal<'not_an_address'> {
  constructor(address: string, field?: string) {
    super('not_an_address', { address, ...(field && { field }) })
  }
}

/** It is written as a RUT, CPF or CNPJ, and its check digits say that it is none. */
export class WrongTaxId extends Refusal<'wrong_tax_id'> {
  constructor(taxId: string) {
    super('wrong_tax_id', { field: 'tax-id', taxId })
  }
}

/** Another client of the firm, called `name`, has this tax id. */
export class TaxIdTaken extends Refusal<'tax_id_taken'> {
  constructor(taxId: string, name: string) {
    super('tax_id_taken', { field: 'tax-id', taxId, name })
  }
}

/** Another open matter has this number; `matter` is what it may be called in chat. */
export class NumberTaken extends Refusal<'number_taken'> {
  constructor(number: string, matter: string) {
    super('number_taken', { field: 'number', number, matter })
  }
}

/** So many of a client's corrections wait already that the firm takes no more. */
export class TooManyCorrections extends Refusal<'too_many_corrections'> {
  constructor(most: number) {
    super('too_many_corrections', { most })
  }
}

/** A value that is not among those that exist. */
export class NotAValue extends Refusal<'not_a_value'> {
  constructor(field: string, value: string) {
    super('not_a_value', { field, value })
  }
}

/** A matter would become its own ancestor. */
export class RelationCycle extends Refusal<'relation_cycle'> {
  constructor() {
    super('relation_cycle')
  }
}

/** Neither a file nor a text was handed in. */
export class NothingHandedIn extends Refusal<'nothing_handed_in'> {
  constructor() {
    super('nothing_handed_in')
  }
}

export class FileEmpty extends Refusal<'file_empty'> {
  constructor(name: string) {
    super('file_empty', { name })
  }
}

export class FileTooLarge extends Refusal<'file_too_large'> {
  constructor(name: string, most: number) {
    super('file_too_large', { name, most })
  }
}

/** The virus scanner found something in it. */
export class FileInfected extends Refusal<'file_infected'> {
  constructor(name: string) {
    super('file_infected', { name })
  }
}

/** Nobody may open it for now: it was not scanned for viruses, or something was found in it. */
export class FileHeld extends Refusal<'file_held'> {
  constructor(because: 'down' | 'limits' | 'infected') {
    super('file_held', { because })
  }
}

export class TooManyFiles extends Refusal<'too_many_files'> {
  constructor(most: number) {
    super('too_many_files', { most })
  }
}

/** A rejection needs one of the preset reasons. */
export class ReasonMissing extends Refusal<'reason_missing'> {
  constructor() {
    super('reason_missing')
  }
}

/** The rich text is not of the restricted form. */
export class RichTextInvalid extends Refusal<'rich_text_invalid'> {
  constructor() {
    super('rich_text_invalid')
  }
}

/** It exists already: a member's e-mail, a chat user, a workspace. */
export class AlreadyExists extends Refusal<'already_exists'> {
  constructor(field: string, value: string) {
    super('already_exists', { field, value })
  }
}

/** A firm is never without somebody who administers it. */
export class LastAdmin extends Refusal<'last_admin'> {
  constructor() {
    super('last_admin')
  }
}

/** Somebody answers for matters, and nobody was named to take them over. */
export class SuccessorMissing extends Refusal<'successor_missing'> {
  constructor(matters: number) {
    super('successor_missing', { matters })
  }
}

/** A team's matter can only be handed to somebody of the team, which admins may change. */
export class NotInTeam extends Refusal<'not_in_team'> {
  constructor(name: string) {
    super('not_in_team', { name })
  }
}

/** The platform did not hand over a file that somebody put into a form. */
export class FileNotGiven extends Refusal<'file_not_given'> {
  constructor(name: string) {
    super('file_not_given', { name })
  }
}

/** The time in which it could be undone is over. */
export class TooLate extends Refusal<'too_late'> {
  constructor() {
    super('too_late')
  }
}

/** Every code a door must have words for. */
export type RefusalCode = (
  | NotFound
  | NotAMember
  | NotAllowed
  | NobodyToTell
  | MatterHidden
  | MatterClosed
  | MatterSensitive
  | ChannelTaken
  | ClientLeft
  | DueInThePast
  | NotADay
  | TextMissing
  | TextTooLong
  | ItemsMissing
  | TooManyItems
  | ItemClosed
  | ItemAnswered
  | AlreadyDecided
  | RequestOver
  | AddressTaken
  | BeyondOwnSight
  | LookingOnly
  | TooManyAttempts
  | WrongPassword
  | PasswordDoesNotOpen
  | PasswordTooShort
  | PasswordTooCommon
  | ProofNeeded
  | WrongCode
  | NotAnAddress
  | WrongTaxId
  | TaxIdTaken
  | NumberTaken
  | TooManyCorrections
  | NotAValue
  | RelationCycle
  | NothingHandedIn
  | FileEmpty
  | FileTooLarge
  | FileInfected
  | FileHeld
  | TooManyFiles
  | ReasonMissing
  | RichTextInvalid
  | AlreadyExists
  | LastAdmin
  | SuccessorMissing
  | NotInTeam
  | FileNotGiven
  | TooLate
)['code']
