import { actions, button, context, section } from '../blocks.ts'
import { safe, strong } from '../mrkdwn.ts'
import type { Reader } from '../reader.ts'
import type { NoteOf, Posted } from './note.ts'

/** Somebody says that they are an admin of the firm, and the admins decide; once they have, by whom. */
export function linkAsked({ words }: Reader, note: NoteOf<'linkAsked'>): Posted {
  const { notes } = words.install
  const name = safe(note.member, 150)
  const says = { null: notes.linkAsked, accepted: notes.linkAccepted, refused: notes.linkRefused }
  const said = says[note.decision ?? 'null']
  const by = note.decidedBy ? ` · ${words.notes.decidedBy({ name: safe(note.decidedBy, 100) })}` : ''
  // A mention opens their profile: the admin sees whom Slack knows there.
  const seen = strong(said({ user: `<@${note.chatUser.userId}>`, name }))
  const asks = [
    context(notes.linkAskedHow),
    actions(`link:${note.requestId}`, [
      button('link_confirm', notes.confirmLink, note.requestId),
      button('link_refuse', notes.refuseLink, note.requestId),
    ]),
  ]
  const text = said({ user: safe(note.chatName, 150), name }) + by
  return { text, blocks: [section(`🔗 ${seen}${by}`), ...(note.decision ? [] : asks)] }
}

/** To somebody who asked: an admin has confirmed who they are. */
export function memberLinked({ words }: Reader, note: NoteOf<'memberLinked'>): Posted {
  const text = words.install.notes.welcome({ name: safe(note.member, 150), firm: safe(note.firm, 200) })
  const by = note.by ? [context(words.notes.decidedBy({ name: safe(note.by, 100) }))] : []
  return { text, blocks: [section(text), ...by] }
}
