import { section, type Home } from '../blocks.ts'

/** A home that says whom it is for, and nothing else; what is said is mrkdwn. */
export function withoutContent(said: string[]): Home {
  return {
    type: 'home',
    callback_id: 'home',
    blocks: said.filter((one) => one !== '').map((one) => section(one)),
  }
}
