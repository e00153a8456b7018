import { webApi } from '@slack/bolt'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ChatNote, ChatNoteFrame } from '#core/delivery/chat-note.ts'
import { startSlackApi, type SlackApi } from '#test/slack/start-slack-api.ts'
import { visibleText } from '#test/slack/visible-text.ts'
import { slackApp } from '#test/slack/workspace.ts'
import { arrivedNote } from './notes/sample-notes.ts'
import { PostDelayed, PostRefused, postNote } from './post.ts'
import { NotConnected, type Slack } from './tenants.ts'
import { voidTokenCode } from './void-token.ts'

let api: SlackApi
let slack: Slack
const rested: [string, number][] = []

beforeAll(async () => {
  api = await startSlackApi()
  const options = {
    slackApiUrl: api.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: 10_000,
  }
  const client = new webApi.WebClient(slackApp.botToken, options)
  slack = {
    clientFor: async (tenant) => (tenant === slackApp.teamId ? client : null),
    failed: async (_tenant, _client, error) => voidTokenCode(error) !== null,
    rest: () => 0,
    letRest: (tenant, ms) => void rested.push([tenant, ms]),
  }
})
afterAll(() => api.stop())

let posted = 0

function noteFor(name: string, frame: Partial<ChatNoteFrame> = {}): ChatNote {
  return {
    outboxId: `outbox-${++posted}`,
    platform: 'slack',
    tenant: slackApp.teamId,
    userId: api.userId(name),
    locale: 'es-CL',
    timeZone: 'America/Santiago',
    today: '2026-03-03',
    memberId: 'member',
    firmId: 'firm',
    subjectId: 'subject',
    stands: null,
    thread: null,
    place: 'direct',
    retry: false,
    baseUrl: 'https://portal.estudio.example',
    ...frame,
    ...arrivedNote(2, 1, 0),
  }
}

async function inboxOf(name: string) {
  return api.messagesIn(await api.dmOf(name))
}

test('a note is posted to its member directly, and brought up to date where it stands', async () => {
  const note = noteFor('camila')
  const stands = await postNote(slack, note)
  expect(await postNote(slack, { ...note, stands, ...arrivedNote(1, 1, 0) })).toEqual(stands)
  const [message, ...others] = await inboxOf('camila')
  expect(others).toEqual([])
  expect(visibleText(message ?? {})).toContain('Rosa Fuentes respondió 1 ítem')
  expect(api.violations).toEqual([])
})

test('a message that was deleted is posted anew', async () => {
  const note = noteFor('joao')
  const { conversation } = await postNote(slack, note)
  const again = await postNote(slack, { ...note, stands: { conversation, messageId: '1.000001' } })
  expect(again.messageId).not.toBe('1.000001')
  expect(await inboxOf('joao')).toHaveLength(2)
})

test('when Slack took a message and its answer was lost, trying again posts no second one', async () => {
  const note = noteFor('emily')
  api.fail('chat.postMessage', { status: 500, passOn: true })
  const lost = await postNote(slack, note).catch((error: unknown) => error)
  expect(lost).not.toBeInstanceOf(PostRefused)
  expect(lost).not.toBeInstanceOf(PostDelayed)
  const found = await postNote(slack, { ...note, retry: true })
  const inbox = await inboxOf('emily')
  expect(inbox.map((message) => message.ts)).toEqual([found.messageId])
})

test('when Slack never took it, trying again posts it', async () => {
  const note = noteFor('pedro')
  api.fail('chat.postMessage', { status: 500 })
  await expect(postNote(slack, note)).rejects.toThrow()
  await postNote(slack, { ...note, retry: true })
  expect(await inboxOf('pedro')).toHaveLength(1)
})

test('Slack’s wish to wait is told in milliseconds', async () => {
  api.fail('chat.postMessage', { status: 429, retryAfter: 7 })
  await expect(postNote(slack, noteFor('camila'))).rejects.toMatchObject({
    name: 'PostDelayed',
    retryAfterMs: 7000,
  })
  expect(rested).toEqual([[slackApp.teamId, 7000]])
})

test.each(['user_not_found', 'cannot_dm_bot', 'msg_blocks_too_long'])('%s is for good', async (error) => {
  api.fail('chat.postMessage', { status: 200, error })
  await expect(postNote(slack, noteFor('camila'))).rejects.toMatchObject({
    name: 'PostRefused',
    reason: error,
  })
})

test.each(['account_inactive', 'invalid_auth', 'token_revoked'])(
  '%s says that the workspace is gone, not that the message is wrong',
  async (error) => {
    api.fail('chat.postMessage', { status: 200, error })
    await expect(postNote(slack, noteFor('camila'))).rejects.toBeInstanceOf(NotConnected)
  },
)

test('after an internal error of Slack’s nobody knows whether it was posted', async () => {
  api.fail('chat.postMessage', { status: 200, error: 'internal_error' })
  const error = await postNote(slack, noteFor('camila')).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(webApi.WebAPIPlatformError)
})

test('a workspace that is no firm’s gets nothing', async () => {
  await expect(postNote(slack, noteFor('camila', { tenant: 'T0ELSEWHERE' }))).rejects.toMatchObject({
    reason: 'not_connected',
  })
})
