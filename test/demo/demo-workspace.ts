import type { Workspace } from '../slack/workspace.ts'

/** Who works in the demo firm, each in a language of their own. */
export type DemoMember = 'camila' | 'joao' | 'emily'

export const demoMembers: readonly DemoMember[] = ['camila', 'joao', 'emily']

/** The Slack of the demo firm. */
export const demoWorkspace: Workspace = {
  people: [
    { name: 'camila', realName: 'Camila Rojas', locale: 'es-LA', tz: 'America/Santiago', isAdmin: true },
    { name: 'joao', realName: 'João Lima', locale: 'pt-BR', tz: 'America/Sao_Paulo' },
    { name: 'emily', realName: 'Emily Ward', locale: 'en-GB', tz: 'America/Santiago' },
  ],
  channels: [{ name: 'causas' }],
}
