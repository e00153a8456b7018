import type { ChatNote, ChatNoteContent } from '#core/delivery/chat-note.ts'
import { wordsForChat } from '../words-for-chat.ts'
import type { Reader } from '../reader.ts'
import { answersArrived } from './answers-arrived.ts'
import { channelHeld } from './channel-held.ts'
import { chatTurned } from './chat-turned.ts'
import { correctionAsked } from './correction-asked.ts'
import { deliveryFailed } from './delivery-failed.ts'
import { digest } from './digest.ts'
import { inChannel } from './in-channel.ts'
import { linkAsked, memberLinked } from './link-asked.ts'
import { mailQuarantined } from './mail-quarantined.ts'
import { mailboxTrouble } from './mailbox-trouble.ts'
import { mattersTaken } from './matters-taken.ts'
import { messageArrived } from './message-arrived.ts'
import { itemExpiring } from './item-expiring.ts'
import { newsUnconfirmed } from './news-unconfirmed.ts'
import type { Posted } from './note.ts'
import { passwordGiven } from './password-given.ts'
import { remindersEnded } from './reminders-ended.ts'
import { remindersStopped } from './reminders-stopped.ts'

/** The message a note becomes, in the language of the member who gets it. */
export function renderNote(note: ChatNote): Posted {
  const { locale, timeZone, today } = note
  return renderContent({ words: wordsForChat(locale), locale, timeZone, today }, note)
}

/** The same for any reader, in a message or a modal. */
export function renderContent(reader: Reader, note: ChatNoteContent): Posted {
  switch (note.kind) {
    case 'answersArrived':
      return answersArrived(reader, note)
    case 'messageArrived':
      return messageArrived(reader, note)
    case 'passwordGiven':
      return passwordGiven(reader, note)
    case 'mailQuarantined':
      return mailQuarantined(reader, note)
    case 'deliveryFailed':
      return deliveryFailed(reader, note)
    case 'remindersEnded':
      return remindersEnded(reader, note)
    case 'remindersStopped':
      return remindersStopped(reader, note)
    case 'correctionAsked':
      return correctionAsked(reader, note)
    case 'linkAsked':
      return linkAsked(reader, note)
    case 'memberLinked':
      return memberLinked(reader, note)
    case 'chatTurned':
      return chatTurned(reader, note)
    case 'mattersTaken':
      return mattersTaken(reader, note)
    case 'inChannel':
      return inChannel(reader, note)
    case 'channelHeld':
      return channelHeld(reader, note)
    case 'mailboxTrouble':
      return mailboxTrouble(reader, note)
    case 'itemExpiring':
      return itemExpiring(reader, note)
    case 'newsUnconfirmed':
    case 'requestUnconfirmed':
      return newsUnconfirmed(reader, note)
    case 'digest':
      return digest(reader, note)
  }
}
