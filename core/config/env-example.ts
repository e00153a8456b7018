import type { Setting } from './setting.ts'
import { sections } from './settings.ts'

const width = 100

/** The text of `.env.example`: each setting with what it does, its default, or an example where it has none. */
export function envExample(): string {
  const head = [
    '# Settings of Despacho. Copy this file to .env, take the # away from what you set, and start again.',
    '# A door without settings is closed. Made from core/config/settings.ts by `npm run check -- --fix`.',
  ]
  return [
    head,
    ...sections.map(({ title, settings }) => [`# --- ${title}`, ...Object.entries(settings).map(entry)]),
  ]
    .map((block) => block.join('\n'))
    .join('\n\n')
    .concat('\n')
}

function entry([key, { doc, default: standard, example }]: [string, Setting<unknown>]): string {
  const shown = standard === null ? [`# Example: ${key}=${example}`, `#${key}=`] : [`#${key}=${standard}`]
  return ['', ...wrapped(doc), ...shown].join('\n')
}

function wrapped(text: string): string[] {
  const lines: string[] = []
  let line = '#'
  for (const word of text.split(' ')) {
    if (line.length + 1 + word.length > width) {
      lines.push(line)
      line = '#'
    }
    line += ` ${word}`
  }
  return [...lines, line]
}
