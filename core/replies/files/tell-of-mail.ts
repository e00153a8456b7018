import type { Tx } from '#db/database.ts'
import { toldAgain } from '../../delivery/told-again.ts'
import type { ChatTelling } from '../../notices.ts'
import type { FileInHand } from './file-in-hand.ts'

/** Brings the message that told of a mail, and of the files in it, up to date for whoever got it. */
export async function tellOfMail(tx: Tx, { file }: FileInHand): Promise<ChatTelling[]> {
  if (!file.inboundId) return []
  return toldAgain(tx, file.firmId, file.inboundId, 'messageArrived')
}
