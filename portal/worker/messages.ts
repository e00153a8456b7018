declare const self: ServiceWorkerGlobalScope

/** As `core/push/push-message.ts` writes it. */
type Message = { title: string; body: string; path: string; name: string; lang: string }

/** Shows what was sent, as it stands; browsers want every message to be seen. */
export async function showMessage({ data }: PushEvent): Promise<void> {
  if (!data) return
  // Only our server can write what this phone decrypts.
  const { title, body, path, name, lang } = data.json() as Message
  await self.registration.showNotification(title, {
    body,
    lang,
    tag: name,
    icon: '/icon-192.png',
    badge: '/badge.png',
    data: path,
  })
}

/** Opens the page it tells of, in a window that is open already where there is one. */
export async function openMessage({ notification }: NotificationEvent): Promise<void> {
  notification.close()
  const path = String(notification.data)
  const windows = await self.clients.matchAll({ type: 'window' })
  const there = windows.find((one) => new URL(one.url).pathname === path) ?? windows[0]
  if (!there) {
    await self.clients.openWindow(path)
    return
  }
  await there.focus()
  await there.navigate(path)
}

/** The push service gave this phone another address: the firm is told of it, if whoever asked is still here. */
export async function askAnew({ oldSubscription, newSubscription }: PushSubscriptionChangeEvent) {
  const options = oldSubscription?.options
  const subscription =
    newSubscription ?? (options && (await self.registration.pushManager.subscribe(options)))
  const { endpoint, keys } = subscription?.toJSON() ?? {}
  if (!endpoint || !keys) return
  const body = new URLSearchParams({ endpoint, ...keys })
  await fetch('/push', { method: 'POST', body })
}
