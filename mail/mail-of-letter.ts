import type { SendMailOptions } from 'nodemailer'
import type { Letter } from '#core/delivery/letter.ts'
import { keyFor, mac } from '#core/keys.ts'
import { loopHeader } from './kind.ts'
import { stopRemindersHeaders } from './list-unsubscribe.ts'
import { writeLetter } from './messages/write-letter.ts'
import { wordsForMail } from './messages/words-for-mail.ts'
import { bounceAddress, replyAddress } from './reply-address.ts'

export type Sender = {
  /** `MAIL_FROM`: an address, or a name followed by one in angle brackets. Readers see the firm's name in any case, or a neutral one. */
  from: string
  /** `REPLY_ADDRESS`, which reply addresses are made from; null where no mail comes in: answers then go to `from`. */
  replyAddress: string | null
  secretKey: string
  /** Where the portal is; null where there is none. */
  baseUrl: string | null
}

/** A letter as nodemailer sends it. */
export type MailOfLetter = SendMailOptions & { subject: string }

/**
 * Makes letters into mails as nodemailer sends them. Answers come back to the recipient's own reply address, bounces to an address that
 * only the envelope tells; its Message-ID and thread are those it was given; programs are told not to answer it
 * (RFC 3834) and that it is ours.
 */
export function mailWriter({
  from,
  replyAddress: base,
  secretKey,
  baseUrl,
}: Sender): (letter: Letter) => MailOfLetter {
  const ownAddress = /<([^<>]+)>$/.exec(from.trim())?.[1] ?? from.trim()
  // Deriving a key takes as long as writing a letter.
  const keys = {
    reply: keyFor(secretKey, 'reply-address'),
    bounce: keyFor(secretKey, 'bounce-address'),
    loop: keyFor(secretKey, 'loop-mark'),
  }

  return (letter) => {
    const { replyAddressId: id } = letter
    const answersTo = id && base ? replyAddress(keys.reply, base, id) : null
    const bouncesTo = id && base ? bounceAddress(keys.bounce, base, id) : null
    // What has no reply address of its own may be answered all the same: that comes to the firm's list of unmatched mail.
    const repliesTo = answersTo ?? base
    const mark = answersTo && (/\+(r\.[^@+]+)@/.exec(answersTo)?.[1] ?? null)
    const { subject, html, text } = writeLetter(letter, {
      portalUrl: baseUrl,
      mark,
      takesReplies: repliesTo !== null,
    })
    const name = letter.neutral
      ? wordsForMail(letter.locale, letter.firm.formOfAddress).neutral.sender
      : letter.firm.name
    return {
      from: { name, address: ownAddress },
      to: { name: letter.to.name, address: letter.to.email },
      envelope: { from: bouncesTo ?? ownAddress, to: letter.to.email },
      ...(repliesTo ? { replyTo: { name, address: repliesTo } } : {}),
      messageId: letter.messageId,
      ...(letter.thread
        ? { inReplyTo: letter.thread.inReplyTo, references: referencesOf(letter.thread) }
        : {}),
      subject,
      text,
      html,
      textEncoding: 'quoted-printable',
      ...(letter.calendar ? { attachments: [calendarOf(letter.calendar)] } : {}),
      headers: {
        'Auto-Submitted': isAnswer(letter) ? 'auto-replied' : 'auto-generated',
        'X-Auto-Response-Suppress': 'All',
        [loopHeader]: mac(keys.loop, letter.messageId),
        'Content-Language': letter.locale,
        ...stopRemindersHeaders(letter, answersTo),
      },
    }
  }
}

/** RFC 6047, 2: a calendar in a mail says how it is meant. */
function calendarOf({ name, text, method }: NonNullable<Letter['calendar']>) {
  return { filename: name, content: text, contentType: `text/calendar; charset=utf-8; method=${method}` }
}

// RFC 3834, 5: what leaves because a mail came.
function isAnswer({ kind }: Letter): boolean {
  return kind === 'receipt' || kind === 'remindersStopped'
}

/** RFC 5322, 3.6.4: what is answered stands last. */
function referencesOf({ inReplyTo, references }: NonNullable<Letter['thread']>) {
  return [...references.filter((id) => id !== inReplyTo), inReplyTo]
}
