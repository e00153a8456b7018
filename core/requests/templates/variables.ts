import { fold } from '../../fold.ts'

/** What a template may leave to be filled in, each by its names in the three languages. */
const names = {
  client: ['client', 'cliente'],
  matter: ['matter', 'asunto', 'causa', 'caso', 'processo'],
  date: ['date', 'fecha', 'data'],
  firm: ['firm', 'estudio', 'escritorio'],
} as const

export type Variable = keyof typeof names

/**
 * The text with each variable it names (`{client}`, `{cliente}`; case, accents and spaces do not matter) in words; one that
 * is not known yet, or is none, stays as it was typed.
 */
export function fillIn(text: string, values: Partial<Record<Variable, string>>): string {
  return text.replace(/\{\s*([\p{L}\p{M}]{3,20})\s*\}/gu, (typed, name: string) => {
    const variable = variables.find((one) => isNamed(one, fold(name)))
    return (variable && values[variable]) ?? typed
  })
}

const variables: readonly Variable[] = ['client', 'matter', 'date', 'firm']

function isNamed(variable: Variable, name: string): boolean {
  return names[variable].some((one) => one === name)
}
