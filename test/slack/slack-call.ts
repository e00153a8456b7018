import type { IncomingMessage } from 'node:http'
import { asObject, type Json } from './check-block-element.ts'

/** One call that the app under test made, as Slack would see it. */
export type SlackCall = {
  /** `chat.postMessage` and so on; `response_url` for an answer to one; `response_action` for a view sent with an ack. */
  method: string
  /** With blocks, views and metadata already parsed. */
  args: Json
  token: string | undefined
  at: Date
  /** What the Slack API said of it; undefined while it was not passed on or has not answered. */
  answer: Json | undefined
  /** The status that the app got to see; undefined while it was answered nothing. */
  status: number | undefined
}

/** Reads a request to `/api/METHOD`, in either encoding that Slack takes. */
export async function readSlackCall(method: string, request: IncomingMessage): Promise<SlackCall> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  const body = Buffer.concat(chunks).toString('utf8')
  const isJson = request.headers['content-type']?.includes('application/json') ?? false
  const args = isJson ? asObject(parseJson(body)) : formArgs(body)
  const token = request.headers.authorization?.replace(/^Bearer\s+/i, '')
  return { method, args, token, at: new Date(), answer: undefined, status: undefined }
}

const jsonArgs = new Set(['attachments', 'blocks', 'metadata', 'view', 'profile', 'unfurls'])

function formArgs(body: string): Json {
  const pairs = [...new URLSearchParams(body)]
  return Object.fromEntries(
    pairs.map(([key, value]) => [key, jsonArgs.has(key) ? (parseJson(value) ?? value) : value]),
  )
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
