import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { access } from '#core/administration/access.ts'
import { client } from '#core/administration/client.ts'
import type { Command } from '#core/administration/command.ts'
import { entry } from '#core/administration/entry.ts'
import { firm } from '#core/administration/firm.ts'
import { matter } from '#core/administration/matter.ts'
import { member } from '#core/administration/member.ts'
import { readConfig } from '#core/config.ts'
import type { Office } from '#core/office.ts'
import { openOffice } from '#core/open-office.ts'
import { samplePdf } from '../mail/sample-files.ts'
import type { SlackApi } from '../slack/start-slack-api.ts'
import { slackApp } from '../slack/workspace.ts'
import { demoMembers, type DemoMember } from './demo-workspace.ts'

export type DemoClient = {
  clientId: string
  accessId: string
  name: string
  emails: [string, ...string[]]
  language: 'Spanish' | 'Portuguese' | 'English'
}

export type DemoFirm = {
  firmId: string
  clients: { rosa: DemoClient; marcos: DemoClient; helen: DemoClient }
  /** `separation` is hidden from Rosa. */
  matters: {
    aromos: string
    appeal: string
    inheritance: string
    separation: string
    transport: string
    company: string
  }
}

type Where = { databaseUrl: string; filesUrl: string; secretKey: string; folder: string }

/** A firm with members, clients and matters stands in an empty database, made by the commands of administration. */
export async function setUpFirm(slack: SlackApi, where: Where): Promise<DemoFirm> {
  const office = await openDemoOffice(where)
  const run = async (command: Command, flags: Record<string, string | string[] | true>) => {
    const args = Object.entries(flags).flatMap(([flag, value]) =>
      value === true ? [`--${flag}`] : [value].flat().flatMap((one) => [`--${flag}`, one]),
    )
    const result: Record<string, unknown> = { ...(await command.run(office, args)) }
    return (name: string) => String(result[name])
  }
  try {
    return await furnish(run, slack, where.folder)
  } finally {
    await office.db.close()
  }
}

type Run = (
  command: Command,
  flags: Record<string, string | string[] | true>,
) => Promise<(name: string) => string>

async function furnish(run: Run, slack: SlackApi, folder: string): Promise<DemoFirm> {
  const firmId = await addFirm(run)
  const members = await addMembers(run, slack, firmId)
  const clients = await addClients(run, firmId)
  const matters = await addMatters(run, firmId, members, clients)
  await addEntries(run, matters, folder)
  await run(matter.hide, { matter: matters.separation })
  return { firmId, clients, matters }
}

async function addFirm(run: Run): Promise<string> {
  const made = await run(firm.create, {
    name: 'Estudio Rojas',
    locale: 'es-CL',
    timezone: 'America/Santiago',
    country: 'CL',
    'support-contact': 'secretaria@estudio.example, +56 2 2345 6789',
  })
  const firmId = made('firmId')
  await run(firm['connect-slack'], { firm: firmId, team: slackApp.teamId, 'bot-token': slackApp.botToken })
  return firmId
}

async function addMembers(run: Run, slack: SlackApi, firmId: string): Promise<Record<DemoMember, string>> {
  const roles = { camila: 'admin', joao: 'lawyer', emily: 'assistant' }
  const ids: [string, string][] = []
  for (const name of demoMembers) {
    const realName = slack.workspace.people.find((person) => person.name === name)?.realName ?? name
    const added = await run(member.add, {
      firm: firmId,
      name: realName,
      email: `${name}@estudio.example`,
      role: roles[name],
      slack: `${slackApp.teamId}:${slack.userId(name)}`,
    })
    ids.push([name, added('memberId')])
  }
  const { camila = '', joao = '', emily = '' } = Object.fromEntries(ids)
  return { camila, joao, emily }
}

const languages: Record<string, DemoClient['language']> = { 'es-CL': 'Spanish', 'pt-BR': 'Portuguese' }

async function addClients(run: Run, firmId: string): Promise<DemoFirm['clients']> {
  const add = async (
    name: string,
    [email, ...additional]: DemoClient['emails'],
    sheet: Record<string, string>,
  ): Promise<DemoClient> => {
    const added = await run(client.add, { firm: firmId, name, email, additional, ...sheet })
    const clientId = added('clientId')
    const can = 'court-movements,manual-movements,publications,documents'
    const given = await run(access.add, { firm: firmId, client: clientId, kind: 'link', email, can })
    const language = languages[sheet.locale ?? ''] ?? 'English'
    return { clientId, accessId: given('accessId'), name, emails: [email, ...additional], language }
  }
  return {
    rosa: await add(
      'Rosa Fuentes',
      ['rosa.fuentes@correo.example', 'contador@correo.example', 'matias.fuentes@correo.example'],
      { locale: 'es-CL', timezone: 'America/Santiago', 'tax-id': '12.345.678-5', phone: '+56 9 8765 4321' },
    ),
    marcos: await add('Marcos Andrade', ['marcos.andrade@correio.example'], {
      locale: 'pt-BR',
      timezone: 'America/Sao_Paulo',
      'tax-id': '123.456.789-09',
      phone: '+55 11 98765-4321',
    }),
    helen: await add('Helen Brooks', ['helen.brooks@mail.example'], {
      locale: 'en',
      timezone: 'America/Santiago',
    }),
  }
}

async function addMatters(
  run: Run,
  firmId: string,
  members: Record<DemoMember, string>,
  { rosa, marcos, helen }: DemoFirm['clients'],
): Promise<DemoFirm['matters']> {
  const add = async (title: string, flags: Record<string, string | string[]>) => {
    const added = await run(matter.add, { firm: firmId, title, ...flags })
    return added('matterId')
  }
  const { camila, joao, emily } = members
  const aromos = await add('Fuentes con Inmobiliaria Los Aromos', {
    client: rosa.clientId,
    number: 'C-1234-2025',
    responsible: camila,
    alias: 'A-204',
  })
  return {
    aromos,
    appeal: await add('Recurso de apelación, Corte de Santiago', {
      client: rosa.clientId,
      number: 'Civil-877-2026',
      responsible: camila,
      parent: aromos,
      relation: 'appeal',
    }),
    inheritance: await add('Posesión efectiva de Luis Fuentes', {
      client: rosa.clientId,
      kind: 'internal',
      responsible: camila,
    }),
    separation: await add('Separación de bienes', {
      client: rosa.clientId,
      kind: 'internal',
      responsible: camila,
    }),
    transport: await add('Andrade contra Transportes Sul', {
      client: marcos.clientId,
      number: '0001234-56.2025.8.26.0100',
      responsible: joao,
    }),
    company: await add('Brooks Trading SpA, incorporation', {
      client: helen.clientId,
      kind: 'internal',
      responsible: [emily, camila],
    }),
  }
}

async function addEntries(run: Run, matters: DemoFirm['matters'], folder: string) {
  const day = (ago: number) => new Date(Date.now() - ago * 24 * 3_600_000).toISOString()
  const contract = join(folder, 'contrato-de-promesa.pdf')
  await writeFile(contract, samplePdf('Contrato de promesa de compraventa', 'Santiago, 4 de marzo de 2024'))
  const { aromos, transport } = matters
  const entries: Record<string, string>[] = [
    { matter: aromos, kind: 'document', title: 'Contrato de promesa', file: contract, at: day(40) },
    { matter: aromos, kind: 'court-movement', title: 'Demanda admitida a tramitación', at: day(33) },
    {
      matter: aromos,
      kind: 'manual-movement',
      title: 'Reunión con la contraparte',
      body: 'La inmobiliaria ofreció devolver el pie en doce cuotas. Responderemos la próxima semana.',
      at: day(12),
    },
    { matter: aromos, kind: 'publication', title: 'Estado diario: se recibe la causa a prueba', at: day(4) },
    { matter: aromos, kind: 'task', title: 'Preparar la lista de testigos', at: day(2) },
    { matter: transport, kind: 'court-movement', title: 'Petição inicial distribuída', at: day(20) },
    { matter: transport, kind: 'publication', title: 'Citação publicada no diário oficial', at: day(6) },
  ]
  for (const flags of entries) await run(entry.add, flags)
}

function openDemoOffice({ databaseUrl, filesUrl, secretKey }: Where): Promise<Office> {
  const settings = {
    DATABASE_URL: databaseUrl,
    FILES_URL: filesUrl,
    SECRET_KEY: secretKey,
    LOG_LEVEL: 'error',
  }
  const onStandardError = new Writable({
    write: (chunk: Buffer, _encoding, done) => void process.stderr.write(chunk, () => done()),
  })
  return openOffice(readConfig(settings, { production: true }), { migrate: true, logTo: onStandardError })
}
