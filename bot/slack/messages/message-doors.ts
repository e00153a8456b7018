import { openMessageAnswer, submitMessageAnswer } from './answer-message.ts'
import { waiveLacking } from './waive-lacking.ts'

/** What can be clicked in the message that tells what a client wrote. */
export const messageClicks = { message_answer: openMessageAnswer, message_waive: waiveLacking }

/** What can be submitted about it. */
export const messageSubmits = { message_answer: submitMessageAnswer }
