import type { MemberListed } from '#core/members/list-members.ts'
import type { Modal } from './blocks.ts'

/** A view with what it shows, for tests. */
export type Sample = [name: string, view: Modal]

/** As long as a title may be, with what is hard to show: emoji, letters from right to left, what Slack would read as a mention. */
export const title = '⚖️ «Ñandú» <!channel> & hijos *con* عبد الرحمن '.repeat(10).slice(0, 300)
export const name = title.slice(0, 200)
export const email = `${'persona'.repeat(9)}@${'correo.'.repeat(26)}example`
/** An id that says of what it is, for whoever puts a real one in its place. */
export const idOf = (kind: string, number: number) => `${kind}${number}`.padEnd(20, 'x')

/** More matters than one view shows. */
export const matters = Array.from({ length: 120 }, (_, number) => ({
  id: idOf('matter', number),
  title: `${number} ${title}`.slice(0, 300),
  reference: 'R'.repeat(60),
  hidden: number % 2 === 0,
  closed: number % 3 === 0,
  side: number % 5 === 0 ? ('other' as const) : ('ours' as const),
}))

/** An admin who is away. */
export const member: MemberListed = {
  memberId: idOf('member', 0),
  name,
  email,
  role: 'admin',
  matters: 99_999,
  absence: {
    delegateId: idOf('member', 1),
    delegate: name,
    from: '2025-12-31',
    until: '2027-01-31',
    isNow: true,
  },
  inChat: false,
  wantsDigest: true,
}
/** More people than one view shows. */
export const people = Array.from({ length: 300 }, (_, number) => ({
  ...member,
  memberId: idOf('member', number),
}))

/** A new matter with as many clients as can be picked. */
export const newMatter = {
  title,
  clientIds: Array.from({ length: 50 }, (_, number) => idOf('client', number)),
  over: null,
  fillings: 99,
}

/** One of the firm's matters as an option. */
export const option = {
  text: { type: 'plain_text' as const, text: title.slice(0, 75) },
  value: idOf('matter', 0),
}
/** The member who looks as an option. */
export const self = { ...option, value: idOf('member', 0) }
