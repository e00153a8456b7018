import type { RequestText } from '#core/requests/templates/use-template.ts'

/**
 * The form after a template was picked: a field that is empty, or still says what the `last` template put there, says what
 * the new one does; what was typed stays. To items that were typed those of the template are added.
 */
export function mergeTemplate(
  typed: RequestText,
  last: RequestText | null,
  picked: RequestText,
): RequestText {
  const isOurs = (field: 'title' | 'details' | 'dueOn') => {
    const value = typed[field] ?? ''
    return value.trim() === '' || value === last?.[field]
  }
  return {
    title: isOurs('title') ? picked.title : typed.title,
    details: isOurs('details') ? picked.details : typed.details,
    dueOn: isOurs('dueOn') ? picked.dueOn : typed.dueOn,
    items: mergeLines(linesOf(typed.items), linesOf(last?.items ?? ''), linesOf(picked.items)).join('\n'),
  }
}

function mergeLines(typed: string[], last: string[], picked: string[]): string[] {
  const own = typed.filter((line) => !last.includes(line))
  return [...own, ...picked.filter((line) => !own.includes(line))]
}

function linesOf(text: string): string[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
