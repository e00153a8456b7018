import { openMessageAnswer, submitMessageAnswer } from './answer-message.ts'
import { openForwardPlace, submitForwardPlace } from './forward-place.ts'
import { waiveLacking } from './waive-lacking.ts'

/** What can be clicked in the message that tells what a client wrote. */
export const messageClicks = {
  message_answer: openMessageAnswer,
  message_waive: waiveLacking,
  forward_place: openForwardPlace,
}

/** What can be submitted about it. */
export const messageSubmits = { message_answer: submitMessageAnswer, forward_place: submitForwardPlace }
