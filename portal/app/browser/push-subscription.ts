/** Asks the browser's reader, then the browser, then our server; afterwards this phone is told of what is new. Throws when a connection broke. */
export async function beToldHere(
  pushManager: PushManager,
  key: string,
): Promise<'on' | 'denied' | 'unsupported'> {
  if ((await Notification.requestPermission()) !== 'granted') return 'denied'
  const before = await pushManager.getSubscription()
  // Made for another key, or for whoever read here before.
  await before?.unsubscribe()
  const subscription = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key })
  const { endpoint = '', keys = {} } = subscription.toJSON()
  const answer = await tell({ endpoint, ...keys })
  if (answer.ok) return 'on'
  await subscription.unsubscribe()
  // A push service that our server does not know.
  if (answer.status === 422) return 'unsupported'
  throw new Error(`answered with ${answer.status}`)
}

/** This phone is told nothing more, whether or not our server can be reached: it finds out by itself. */
export async function notBeToldHere(pushManager: PushManager): Promise<'off'> {
  const subscription = await pushManager.getSubscription()
  await subscription?.unsubscribe()
  if (subscription) await tell({ gone: subscription.endpoint })
  return 'off'
}

function tell(fields: Record<string, string>): Promise<Response> {
  return fetch('/push', { method: 'POST', body: new URLSearchParams(fields) })
}
