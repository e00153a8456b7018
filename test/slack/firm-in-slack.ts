import { once } from 'node:events'
import { createServer } from 'node:http'
import express from 'express'
import { startSlack } from '#bot/slack/start.ts'
import type { Letter } from '#core/delivery/letter.ts'
import type { MemberActor } from '#core/members/actor.ts'
import { addMember } from '#core/members/add-member.ts'
import { memberFromChat } from '#core/members/member-from-chat.ts'
import { lawFirm, tenant, type LawFirm } from '../office/law-firm.ts'
import { testOffice, type TestOffice } from '../office/test-office.ts'
import type { App } from './actor.ts'
import { deliverThere } from './deliver-there.ts'
import { slackUser, type SlackUser } from './slack-user.ts'
import { startSlackApi, type SlackApi } from './start-slack-api.ts'
import type { Workspace } from './workspace.ts'

const signingSecret = 'a-signing-secret-that-only-tests-know'

export type FirmInSlack = {
  api: SlackApi
  office: TestOffice
  firm: LawFirm
  /** Somebody of the workspace, whom the firm need not know. */
  user: (name: string) => SlackUser
  /** Where the door stands. */
  baseUrl: string
  /** The same, with what signs requests to it. */
  app: App
  /** Resolves when all that came in so far has been done. */
  idle: () => Promise<void>
  /** The same person as a member of the firm. */
  join: (name: string, role: MemberActor['role']) => Promise<{ user: SlackUser; actor: MemberActor }>
  /** All that is due leaves, chat messages to this workspace; gives back the letters. */
  deliver: () => Promise<Letter[]>
  close: () => Promise<void>
}

/** A small firm whose Slack door is open: people type and click in a workspace, and true signed requests come in. */
export async function firmInSlack(
  env: Record<string, string> = {},
  workspace?: Workspace,
): Promise<FirmInSlack> {
  const api = await startSlackApi(workspace)
  const office = await testOffice({ SLACK_SIGNING_SECRET: signingSecret, SLACK_API_URL: api.apiUrl, ...env })
  const firm = await lawFirm(office)
  const door = startSlack(office)
  const server = createServer(express().use(door.handler)).listen(0, '127.0.0.1')
  // Connections of people who pause for long are not closed while they begin to ask again.
  server.keepAliveTimeout = 0
  await once(server, 'listening')
  const address = server.address()
  const baseUrl = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  const user = (name: string) => slackUser(api, name, { baseUrl, signingSecret })
  return {
    api,
    office,
    firm,
    user,
    baseUrl,
    app: { baseUrl, signingSecret },
    // Nothing is open to Slack but what comes by HTTP: closing waits, and closes nothing.
    idle: () => door.close(),
    async join(name, role) {
      const joining = user(name)
      const identity = { platform: 'slack' as const, tenant, userId: joining.id }
      const realName = api.workspace.people.find((person) => person.name === name)?.realName ?? name
      const email = `${name}@firma.example`
      await addMember(office, { by: firm.system, name: realName, email, role, identities: [identity] })
      return { user: joining, actor: await memberFromChat(office, identity) }
    },
    deliver: () => deliverThere(office, door),
    async close() {
      server.closeAllConnections()
      server.close()
      await door.close()
      await api.stop()
    },
  }
}
