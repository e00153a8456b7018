import type { ChatTelling, MemberToTell } from '../notices.ts'

/** The same, told to each of these members in chat. */
export function chatsTo(told: MemberToTell[], about: Omit<ChatTelling, 'channel' | 'to'>): ChatTelling[] {
  return told.map((to) => ({ channel: 'chat', to, ...about }))
}
