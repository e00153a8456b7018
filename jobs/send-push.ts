import webPush from 'web-push'
import type { Outcome } from '#core/delivery/settle-delivery.ts'
import type { OutboxRow } from '#core/delivery/note-refused.ts'
import type { Office } from '#core/office.ts'
import { dropSubscription } from '#core/push/drop-subscription.ts'
import { pushFor } from '#core/push/push-for.ts'
import { pushKeys } from '#core/push/push-keys.ts'
import { pushMessage } from '#core/push/push-message.ts'
import { isPushService } from '#core/push/push-hosts.ts'
import type { Push } from '#core/push/push.ts'
import { retryAfter } from './retry-after.ts'

/** A phone that is off for longer finds it in the portal. */
const keptSeconds = 24 * 3600

/**
 * Hands the message of an outbox row to the phone's push service, encrypted for that phone alone (RFC 8030, 8291, 8292).
 * A phone that its service does not know any more is told nothing again.
 */
export async function sendPush(office: Office, row: OutboxRow): Promise<Outcome> {
  const push = await pushFor(office, row)
  if (push.kind !== 'push') return push
  // The setting may have changed since the phone asked.
  if (!isPushService(office.config.pushServices, push.endpoint))
    return { kind: 'cancelled', because: 'push service not listed' }
  const answer = await post(office, push)
  await answer.body?.cancel()
  if (answer.ok) return { kind: 'accepted', as: String(answer.status) }
  const reason = `push service answered ${answer.status}`
  if (answer.status === 404 || answer.status === 410) {
    await dropSubscription(office, push.subscriptionId)
    return { kind: 'refused', reason, dead: true }
  }
  if (answer.status === 429 || answer.status >= 500) {
    const wait = retryAfter(answer.headers.get('retry-after'), office.clock())
    return { kind: 'delayed', reason, ...(wait === undefined ? {} : { retryAfter: wait }) }
  }
  return { kind: 'refused', reason, dead: false }
}

function post(office: Office, push: Push): Promise<Response> {
  const { endpoint, p256dh, auth, name, urgent } = push
  const keys = pushKeys(office.config.secretKey)
  const { headers, body } = webPush.generateRequestDetails(
    { endpoint, keys: { p256dh, auth } },
    JSON.stringify(pushMessage(push)),
    {
      vapidDetails: { subject: subjectFor(office), ...keys },
      TTL: keptSeconds,
      urgency: urgent ? 'high' : 'normal',
      // What waits for a phone under this name is replaced, so that a repeat is one message.
      topic: name,
    },
  )
  const sent = Object.entries(headers).filter(([header]) => header !== 'Content-Length')
  return fetch(endpoint, {
    method: 'POST',
    headers: Object.fromEntries(sent.map(([header, value]) => [header, String(value)])),
    body: new Uint8Array(body),
    redirect: 'manual',
    signal: AbortSignal.timeout(20_000),
  })
}

/** Whom a push service may write to about us: it takes `https:` or `mailto:`, and nothing on a loopback address. */
function subjectFor({ config }: Office): string {
  const { baseUrl } = config.web
  if (baseUrl.startsWith('https:')) return baseUrl
  return `mailto:${config.mail?.replyAddress ?? 'portal@despacho.invalid'}`
}
