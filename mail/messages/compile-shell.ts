import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import mjml from 'mjml'

/** The source of `shell.ts`: what MJML makes of `shell.mjml`, without the blanks between its tags. */
export async function compileShell(): Promise<string> {
  const source = await readFile(join(import.meta.dirname, 'shell.mjml'), 'utf8')
  // The places of the colours are words, which MJML takes for faults of form.
  const { html } = await mjml(source, { validationLevel: 'skip', keepComments: false })
  const tight = html
    .replace(/\s+/g, ' ')
    .replace(/> </g, '>\n<')
    .replace(/(<[a-z]+) {2,}/g, '$1 ')
  return `/** What stands around a letter, so that it holds in every mail program; made of \`shell.mjml\` by \`npm run letters:shell\`. */\nexport const shell = ${JSON.stringify(tight)}\n`
}
