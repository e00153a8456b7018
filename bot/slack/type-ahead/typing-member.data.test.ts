import type { BlockSuggestion } from '@slack/bolt'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tenant } from '#test/office/law-firm.ts'
import { firmInSlack, type FirmInSlack } from '#test/slack/firm-in-slack.ts'
import { slackApp } from '#test/slack/workspace.ts'
import { homesShown } from '../home/homes-shown.ts'
import { peopleOf } from '../people.ts'
import { tokensLately } from '../tokens-lately.ts'
import type { Door } from '../turn.ts'
import { slackClient } from '../web-client.ts'
import { whoTypes } from './typing-member.ts'

let slack: FirmInSlack

beforeAll(async () => {
  slack = await firmInSlack()
})
afterAll(() => slack?.close())

test('whoever changes while Slack is still saying who they are is not remembered as they were', async () => {
  const { office, api } = slack
  const { user, actor } = await slack.join('joao', 'lawyer')
  const people = peopleOf(office.clock)
  const tokens = tokensLately(office)
  const door: Door = { office, people, tokens, homes: homesShown(office.clock), during: (work) => work }
  const botToken = (await tokens.of(tenant)) ?? ''
  const client = slackClient(office, slackApp.botToken)
  const context = { teamId: tenant, botToken, isEnterpriseInstall: false }
  const who = { userId: user.id, tenant, context, client }
  const letter = { user: { id: user.id, team_id: tenant }, team: { id: tenant } } as BlockSuggestion
  const members = whoTypes(door)

  const held = api.withhold('users.info', { passOn: true })
  const asked = members.identified(letter, who)
  await held.arrived
  people.forget(tenant, user.id)
  held.release()
  expect(await asked).toMatchObject({ memberId: actor.memberId })
  expect(members.remembered(letter)).toBeNull()

  const [joao] = api.workspace.people.filter(({ name }) => name === 'joao')
  if (!joao) throw new Error('nobody is called joao')
  joao.isRestricted = true
  expect(await people.lately(client, tenant, user.id)).toMatchObject({ welcome: false })
  joao.isRestricted = false
  people.forget(tenant, user.id)
  await members.identified(letter, who)
  expect(members.remembered(letter)).toMatchObject({ memberId: actor.memberId })
})
