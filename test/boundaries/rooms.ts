/** Which rooms a room may import from, besides itself; files at the root may import from all but `test`. */
export const mayImport: Record<string, readonly string[]> = {
  db: [],
  core: ['db'],
  mail: ['core'],
  bot: ['core'],
  portal: ['core'],
  jobs: ['core', 'mail', 'bot'],
  test: ['db', 'core', 'mail', 'bot', 'portal', 'jobs', 'root'],
  root: ['db', 'core', 'mail', 'bot', 'portal', 'jobs'],
}

/** Of the chat rooms, jobs know only what posts. */
export const postOfBot = /^bot\/[^/]+\/post(\.ts$|\/)/

/** Where a package is at home; elsewhere its work is asked for through the room. Tests may use all of them. */
export const homes: readonly { packages: RegExp; rooms: readonly string[] }[] = [
  { packages: /^(pg|sqlite3)$/, rooms: ['db'] },
  { packages: /^@slack\//, rooms: ['bot'] },
  {
    packages: /^(mailparser|nodemailer|smtp-server|mailauth|email-reply-parser|imapflow)(\/|$)/,
    rooms: ['mail'],
  },
  { packages: /^(@remix-run\/.*|react|react-dom|isbot)(\/|$)/, rooms: ['portal'] },
  { packages: /^(express|node:http|node:https)$/, rooms: ['bot', 'mail', 'portal', 'root'] },
  { packages: /^(bree|web-push)$/, rooms: ['jobs'] },
]

/** The room of a path relative to the project; `root` for files in none. */
export function roomOf(path: string): string {
  const [first = ''] = path.split('/')
  return first in mayImport ? first : 'root'
}
