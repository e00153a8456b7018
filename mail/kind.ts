import { fold } from '#core/fold.ts'
import type { MailKind } from '#core/replies/inbound/incoming-mail.ts'
import { type RawHeader, valuesOf } from './raw-header.ts'

/** The header by which our own mail is known when it comes back. */
export const loopHeader = 'X-Despacho-Loop'

export type KindFacts = {
  header: RawHeader
  subject: string
  from: string[]
  /** Null when nobody knows; empty for the null sender. */
  envelopeFrom: string | null
  /** Lower case, of every part, the outermost first. */
  partTypes: string[]
  reportType: string | null
  /** METHOD of the calendar parts, upper case. */
  calendarMethods: string[]
  hasFiles: boolean
  /** MAIL_FROM, REPLY_ADDRESS and the like, lower case. */
  systemAddresses: string[]
}

/** What kind of mail it is; only a `reply` may answer a request. Nothing here says what it is about or who sent it. */
export function mailKind(facts: KindFacts): MailKind {
  if (isBounce(facts)) return 'bounce'
  if (isReport(facts)) return 'report'
  if (isOurs(facts)) return 'ours'
  if (isCalendar(facts)) return 'calendar'
  return isAutomatic(facts) ? 'automatic' : 'reply'
}

function isBounce({ partTypes, reportType, header, subject, from, envelopeFrom }: KindFacts): boolean {
  if (
    reportType === 'delivery-status' ||
    partTypes.some((type) => /^message\/(global-)?delivery-status$/.test(type))
  )
    return true
  if (valuesOf(header, 'x-failed-recipients').length) return true
  const fromDaemon = from.some((address) => /^(mailer-daemon|postmaster|mail-daemon)@/.test(address))
  return fromDaemon && (hasNullSender(header, envelopeFrom) || bounceSubject.test(fold(subject).trim()))
}

const bounceSubject =
  /^(undeliver|mail delivery|delivery (status|failure)|failure notice|returned mail|no se (pudo|puede) entregar|nao (foi possivel|entregue)|falha na entrega)/

function isReport({ partTypes, reportType, header }: KindFacts): boolean {
  const reports = /^message\/((global-)?disposition-notification|feedback-report)$/
  if (reportType && partTypes[0] === 'multipart/report') return true
  return partTypes.some((type) => reports.test(type)) || valuesOf(header, 'feedback-type').length > 0
}

function isOurs({ header, from, systemAddresses }: KindFacts): boolean {
  const system = new Set(systemAddresses.map(withoutTag))
  return (
    valuesOf(header, loopHeader.toLowerCase()).length > 0 ||
    from.some((address) => system.has(withoutTag(address)))
  )
}

// An invitation may come along with documents; an answer to one brings nothing of its own.
function isCalendar({ partTypes, calendarMethods, hasFiles }: KindFacts): boolean {
  if (calendarMethods.some((method) => /^(REPLY|COUNTER|DECLINECOUNTER|REFRESH)$/.test(method))) return true
  return (
    !hasFiles &&
    (partTypes[0] === 'text/calendar' ||
      calendarMethods.some((method) => /^(REQUEST|CANCEL|ADD)$/.test(method)))
  )
}

function isAutomatic({ header, subject, envelopeFrom }: KindFacts): boolean {
  const says = (name: string, pattern: RegExp) => valuesOf(header, name).some((value) => pattern.test(value))
  if (says('auto-submitted', /^(?!\s*no\b)\s*\S/i)) return true
  if (says('precedence', automaticPrecedence) || says('x-precedence', automaticPrecedence)) return true
  const marks = ['x-autoreply', 'x-autorespond', 'x-autoresponder', 'x-auto-response-suppress']
  if (marks.some((name) => says(name, /^(?!\s*(no|false)\s*$)/i))) return true
  return hasNullSender(header, envelopeFrom) || isAutomaticSubject(fold(subject).trim())
}

const automaticPrecedence = /^\s*(bulk|junk|list|auto[_-]?reply)\b/i

function isAutomaticSubject(subject: string): boolean {
  if (
    /^(automatic reply|auto(matic)?[ -]?(reply|response)|autoreply|out of (the )?office|respuesta automatica|fuera de (la )?oficina|resposta automatica|fora do escritorio)\b/.test(
      subject,
    )
  )
    return true
  // As a first word these may also tell of an absence from work, which is a document: only with what follows in notices.
  return /^(ausente|ausencia)( do escritorio| de la oficina| temporal| temporaria| por (vacaciones|ferias))?\s*($|[:([–-]|hasta\b|ate\b)/.test(
    subject,
  )
}

function hasNullSender(header: RawHeader, envelopeFrom: string | null): boolean {
  return envelopeFrom === '' || valuesOf(header, 'return-path').some((value) => /^<\s*>/.test(value))
}

function withoutTag(address: string): string {
  const at = address.lastIndexOf('@')
  return address.slice(0, at).replace(/\+.*$/, '').toLowerCase() + address.slice(at).toLowerCase()
}
