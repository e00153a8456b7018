import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Failure, Faults } from './faults.ts'
import { breachesOf, passOn, type Slack } from './pass-on.ts'
import type { CallRecord } from './record-calls.ts'
import type { ResponseUrls } from './response-urls.ts'
import { readSlackCall, type SlackCall } from './slack-call.ts'

type Proxy = { slack: Slack; record: CallRecord; faults: Faults; urls: ResponseUrls }

/** Serves `/api/METHOD` and response URLs: records the call, misbehaves if that was planned, else lets Slack answer. */
export function serveCalls(proxy: Proxy) {
  return (request: IncomingMessage, response: ServerResponse) => {
    serve(proxy, request, response).catch((error: unknown) => {
      proxy.record.violations.push(`the Slack API itself failed: ${String(error)}`)
      send(response, 500, {})
    })
  }
}

async function serve(proxy: Proxy, request: IncomingMessage, response: ServerResponse) {
  const path = new URL(request.url ?? '/', 'http://slack').pathname
  const file = /^\/files-pri\/(\w+)\/download$/.exec(path)?.[1]
  if (file) return sendFile(proxy.slack, file, request, response)
  if (path.startsWith('/oauth/')) return passThrough(proxy.slack.emulator.url, request, response)
  const method = path.startsWith('/response/') ? 'response_url' : /^\/api\/([\w.]+)$/.exec(path)?.[1]
  if (!method) return send(response, 404, {})
  const { record, faults } = proxy
  const call = await readSlackCall(method, request)
  record.violations.push(...breachesOf(call))
  record.add(call)
  const plan = faults.take(call)
  if (plan?.kind === 'withhold') response.once('close', plan.leave)
  if (plan?.kind === 'withhold' && !plan.passOn) await plan.released
  // Whoever asked is gone, and what never arrived is never done.
  if (response.destroyed) return
  if (plan?.kind === 'fail' && !plan.passOn) return fail(proxy, call, response, plan.failure)
  call.answer = await answerOf(proxy, path, call)
  record.changed()
  if (plan?.kind === 'withhold' && plan.passOn) await plan.released
  if (plan?.kind === 'fail') return fail(proxy, call, response, plan.failure)
  call.status = 200
  send(response, 200, call.answer)
  record.changed()
}

/** The pages on which a person lets an app in are the emulator's own. */
async function passThrough(origin: string, request: IncomingMessage, response: ServerResponse) {
  const { method = 'GET', url = '/', headers } = request
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  const answer = await fetch(origin + url, {
    method,
    redirect: 'manual',
    headers: { 'content-type': headers['content-type'] ?? '' },
    ...(method === 'POST' && { body: Buffer.concat(chunks) }),
  })
  const location = answer.headers.get('location')
  response.writeHead(answer.status, { 'content-type': 'text/html', ...(location && { location }) })
  response.end(await answer.text())
}

/** Whoever may not read a file is led to a page to sign in, as at Slack's. */
function sendFile({ files, tokens }: Slack, id: string, request: IncomingMessage, response: ServerResponse) {
  const file = files.get(id)
  const token = request.headers.authorization?.replace('Bearer ', '') ?? ''
  if (!file || !tokens.has(token)) {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<html>Sign in</html>')
    return
  }
  response.writeHead(200, { 'content-type': file.mimetype }).end(file.content)
}

async function answerOf({ slack, record, urls }: Proxy, path: string, call: SlackCall) {
  if (call.method !== 'response_url') return passOn(call, slack)
  const problem = await urls.answer(path, call)
  if (problem) record.violations.push(problem)
  return { ok: problem === undefined }
}

function fail({ record }: Proxy, call: SlackCall, response: ServerResponse, failure: Failure) {
  const { status, error = status === 429 ? 'ratelimited' : 'internal_error', retryAfter } = failure
  call.status = status
  if (retryAfter !== undefined) response.setHeader('retry-after', String(retryAfter))
  send(response, status, { ok: false, error })
  record.changed()
}

function send(response: ServerResponse, status: number, body: object) {
  if (response.destroyed) return
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
  response.end(JSON.stringify(body))
}
