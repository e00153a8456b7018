/** The portal's worker is in place: what was read here last can be read again without a network. See `portal/worker`. */
export function workOffline(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  const { serviceWorker } = navigator
  // Some browsers refuse in their private windows; the portal needs none.
  serviceWorker.register('/sw.js').catch(() => {})
  // This page may have come before there was a worker that could keep it.
  if (document.querySelector('[data-as-of]'))
    void serviceWorker.ready.then(({ active }) => active?.postMessage('keep'))
}
