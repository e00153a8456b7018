import { and, eq, lte } from 'drizzle-orm'
import { afterEach, expect } from 'vitest'
import { outbox } from '#db/schema/delivery.ts'
import { inboundMessages } from '#db/schema/replies.ts'
import { addClient, type AddClient } from '#core/clients/add-client.ts'
import { connectChat } from '#core/firms/connect-chat.ts'
import { createFirm } from '#core/firms/create-firm.ts'
import { addMatter, type AddMatter } from '#core/matters/add-matter.ts'
import type { MemberActor, SystemActor } from '#core/members/actor.ts'
import { addMember } from '#core/members/add-member.ts'
import { memberFromChat } from '#core/members/member-from-chat.ts'
import type { Office } from '#core/office.ts'
import { openOffice } from '#core/open-office.ts'
import { requestDocuments } from '#core/requests/request-documents.ts'
import { freshDatabaseUrl } from '../databases.ts'
import { startPostbox, type Postbox } from '../mail/postbox.ts'
import { testConfig } from '../office/test-office.ts'
import { textOf } from '../product/product-process.ts'
import { startProduct, type Product, type StartProduct } from '../product/start-product.ts'
import { slackUser, type SlackUser } from '../slack/slack-user.ts'
import { startSlackApi, type SlackApi } from '../slack/start-slack-api.ts'
import { slackApp } from '../slack/workspace.ts'
import { until } from '../until.ts'

/** How long a story waits for what must follow, on a machine that may have much else to do. */
export const patience = 120_000

export type OfficeDay = {
  /** The same data without the product, for what a story takes for granted and for a look at what became of it. */
  office: Office
  product: Product
  /** The mail servers of everybody who is written to. */
  post: Postbox
  slack: SlackApi
  firmId: string
  /** A lawyer who reads Spanish. */
  camila: SlackUser
  /** A lawyer who reads Portuguese. */
  joao: SlackUser
  /** The admin, who reads English and is told what is nobody else's. */
  emily: SlackUser
  addClient: (wish: Omit<AddClient, 'by'>) => Promise<string>
  /** Camila is responsible for it, unless somebody else is. */
  addMatter: (title: string, clients: string[], more?: MoreOfMatter) => Promise<string>
  /** Documents are asked for, in Camila's name; resolves when it is decided, before anybody is written to. */
  askFor: (matterId: string, title: string, items: string[]) => Promise<{ requestId: string }>
  /** Who somebody is to the use cases. */
  actor: (user: SlackUser) => Promise<MemberActor>
  /** Resolves when each mail that was handed over has its final state and nothing that is due waits to leave. */
  quiet: () => Promise<void>
  end: () => Promise<void>
}

type MoreOfMatter = Partial<Omit<AddMatter, 'by' | 'responsible'>> & { responsible?: SlackUser[] }

/** A law firm opens for the day: its product runs in a process of its own, with its chat and its post at hand. */
export async function officeDay(
  options: Pick<StartProduct, 'env' | 'role' | 'filesUrl'> = {},
): Promise<OfficeDay> {
  const databaseUrl = await freshDatabaseUrl()
  const [slack, post] = await Promise.all([startSlackApi(), startPostbox()])
  const starting = startProduct({ ...options, databaseUrl, postbox: post, slack })
  const office = await openOffice(testConfig({ DATABASE_URL: databaseUrl }), { migrate: false })
  const firm = await openFirm(office)
  const product = await starting
  const join = (name: string, realName: string, role: MemberActor['role']) =>
    joinFirm(firm, slackUser(slack, name, product), realName, role)
  const camila = await join('camila', 'Camila Rojas', 'lawyer')
  const joao = await join('joao', 'João Lima', 'lawyer')
  const emily = await join('emily', 'Emily Ward', 'admin')
  return {
    office,
    product,
    post,
    slack,
    firmId: firm.by.firmId,
    camila,
    joao,
    emily,
    addClient: async (wish) => (await addClient(office, { by: firm.by, ...wish })).clientId,
    addMatter: (title, clients, more = {}) =>
      openMatter(firm, title, clients, { responsible: [camila], ...more }),
    async askFor(matterId, title, items) {
      const by = await actorOf(office, camila)
      const wish = { title, details: '', items: items.map(fileItem), dueOn: null }
      return requestDocuments(office, { by, matterId, ...wish })
    },
    actor: (user) => actorOf(office, user),
    quiet: () =>
      until(() => isQuiet(office), 'everything to be read and delivered', patience).then(() => undefined),
    async end() {
      await product.stop()
      await office.db.close()
      await Promise.all([slack.stop(), post.stop()])
    },
  }
}

/** After each story Slack has nothing to complain of; one that failed ends with what the product said. */
export function tellOfFailures(day: () => OfficeDay | undefined): void {
  afterEach(({ task }) => {
    const { product, slack } = day() ?? {}
    if (task.result?.state === 'fail') console.error(textOf(product?.logs.slice(-40) ?? []))
    expect(slack?.violations ?? []).toEqual([])
  })
}

type Firm = { office: Office; by: SystemActor }

async function openFirm(office: Office): Promise<Firm> {
  const { firmId } = await createFirm(office, {
    name: 'Estudio Rojas',
    locale: 'es-CL',
    timeZone: 'America/Santiago',
    supportContact: 'secretaria@estudio.example',
  })
  const by: SystemActor = { kind: 'system', firmId }
  const { teamId: tenant, botToken } = slackApp
  await connectChat(office, { by, platform: 'slack', tenant, botToken })
  return { office, by }
}

async function joinFirm({ office, by }: Firm, user: SlackUser, name: string, role: MemberActor['role']) {
  const identities = [{ platform: 'slack' as const, tenant: slackApp.teamId, userId: user.id }]
  await addMember(office, { by, name, email: `${user.name}@estudio.example`, role, identities })
  return user
}

async function openMatter({ office, by }: Firm, title: string, clients: string[], more: MoreOfMatter) {
  const { responsible = [], ...rest } = more
  const actors = await Promise.all(responsible.map((user) => actorOf(office, user)))
  const wish = { by, title, clients, ...rest, responsible: actors.map(({ memberId }) => memberId) }
  return (await addMatter(office, wish)).matterId
}

function actorOf(office: Office, { id: userId }: SlackUser): Promise<MemberActor> {
  return memberFromChat(office, { platform: 'slack', tenant: slackApp.teamId, userId })
}

function fileItem(title: string) {
  return { title, kind: 'file' as const }
}

async function isQuiet({ db, clock }: Office): Promise<true | undefined> {
  const unread = await db.read
    .select({ id: inboundMessages.id })
    .from(inboundMessages)
    .where(eq(inboundMessages.state, 'stored'))
  const unsent = await db.read
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(eq(outbox.state, 'queued'), lte(outbox.dueAt, clock())))
  return unread.length + unsent.length === 0 ? true : undefined
}
