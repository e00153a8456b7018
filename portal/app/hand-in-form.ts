import type { ItemSeen } from '#core/requests/request-seen.ts'

/** Where a form for an item is sent, and to which page it leads back. */
export type HandInPlace = {
  action: string
  backTo: 'request' | 'matter'
  /** Of those who came by an upload link and have not entered. */
  uploadToken?: string
}

/** All that a form for one item is made of. */
export type HandInForm = {
  item: ItemSeen
  place: HandInPlace
  /** Id of the element that says what is taken. */
  limits: string
  /** The next thing to do on this checklist; its button is the one that stands out. */
  first: boolean
  /** Why the last attempt was refused. */
  refusal: string | null
}
