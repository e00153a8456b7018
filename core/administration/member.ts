import { NotAValue } from '../errors.ts'
import { addMember } from '../members/add-member.ts'
import { linkMember } from '../members/link-member.ts'
import { oneOf } from './choices.ts'
import { command, forFirm } from './command.ts'

export const member = {
  add: command({ required: ['firm', 'name', 'email', 'role'], optional: ['slack'] }, async (office, given) =>
    addMember(office, {
      by: await forFirm(office, given.firm),
      name: given.name,
      email: given.email,
      role: oneOf('role', ['admin', 'lawyer', 'assistant'], given.role),
      identities: given.slack === undefined ? [] : [slackIdentity(given.slack)],
    }),
  ),
  link: command({ required: ['member', 'slack'] }, (office, given) =>
    linkMember(office, { memberId: given.member, identity: slackIdentity(given.slack) }),
  ),
}

function slackIdentity(text: string) {
  return { platform: 'slack' as const, ...chatUser('slack', text) }
}

function chatUser(flag: string, text: string): { tenant: string; userId: string } {
  const [tenant, userId, ...more] = text.split(':')
  if (!tenant || !userId || more.length > 0) throw new NotAValue(flag, text)
  return { tenant, userId }
}
