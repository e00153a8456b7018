import { fold } from '#core/fold.ts'

/** What one can ask for; the words for it are of all three languages, whichever the member's is. */
export type Subcommand = 'news' | 'request' | 'pending' | 'matter' | 'access' | 'client' | 'settings' | 'help'

/** All there is, in the order in which help tells of it. */
export const subcommands: readonly Subcommand[] = [
  'news',
  'request',
  'pending',
  'matter',
  'access',
  'client',
  'settings',
  'help',
]

const wordsOf: Record<Subcommand, string[]> = {
  news: ['news', 'novedad', 'novedades', 'novidade', 'novidades'],
  request: ['request', 'solicitar', 'solicitud', 'solicitacao'],
  pending: ['pending', 'pendientes', 'pendiente', 'pendencias', 'pendencia', 'pendentes'],
  matter: ['matter', 'proceso', 'processo', 'causa'],
  access: ['access', 'accesses', 'acceso', 'accesos', 'acesso', 'acessos'],
  client: ['client', 'clients', 'cliente', 'clientes', 'ficha'],
  settings: ['settings', 'ajustes', 'ajuste', 'configuracoes', 'configuracion'],
  help: ['help', 'ayuda', 'ajuda'],
}

/** Slash commands that are a subcommand by themselves. */
export const shortCommands: Record<
  Exclude<Subcommand, 'access' | 'client' | 'settings' | 'help'>,
  string[]
> = {
  news: ['/novedad', '/novidade', '/news'],
  request: ['/solicitar', '/request'],
  pending: ['/pendientes', '/pendencias', '/pending'],
  matter: ['/proceso', '/processo', '/matter'],
}

export type Asked = { subcommand: Subcommand | null; first: string; words: string }

/** What follows `/despacho`: the subcommand, if its first word is one, and the words after it. Case and accents do not matter. */
export function parseCommand(typed: string): Asked {
  const [first = '', ...rest] = typed.trim().split(/\s+/)
  const folded = fold(first)
  const entry = subcommands.find((subcommand) => wordsOf[subcommand].includes(folded))
  return { subcommand: entry ?? null, first, words: rest.join(' ') }
}
