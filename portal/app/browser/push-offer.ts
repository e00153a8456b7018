import { within } from './parts.ts'
import { beToldHere, notBeToldHere } from './push-subscription.ts'

const dismissed = 'push dismissed'
const quietFor = 30 * 24 * 3_600_000

/** On the page that offers it, shows how this phone can be told of what is new, or why it cannot. Asks nobody before they ask. */
export function offerPush(): void {
  const place = document.querySelector<HTMLElement>('[data-push]')
  if (place) void offerIn(place)
}

async function offerIn(place: HTMLElement) {
  const { push: key = '', ...words } = place.dataset
  const says = within(place, '[data-says]')
  const ask = within(place, '[data-ask]')
  const stop = within(place, '[data-stop]')
  const dismiss = within(place, '[data-dismiss]')

  function show(text: string | undefined, ...buttons: HTMLElement[]) {
    says.textContent = text ?? ''
    for (const button of [ask, stop, dismiss]) button.hidden = !buttons.includes(button)
    place.hidden = false
  }

  async function attempt(act: () => Promise<'on' | 'off' | 'denied' | 'unsupported'>) {
    const before = [ask, stop, dismiss].filter((button) => !button.hidden)
    try {
      const became = await act()
      show(words[became], ...(became === 'on' ? [stop] : became === 'off' ? [ask] : []))
    } catch {
      show(words.failed, ...before)
    }
  }

  if (!('serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window))
    return show(isApple() ? words.iphone : words.unsupported)
  if (Notification.permission === 'denied') return show(words.denied)
  const { pushManager } = await navigator.serviceWorker.ready
  ask.addEventListener('click', () => void attempt(() => beToldHere(pushManager, key)))
  stop.addEventListener('click', () => void attempt(() => notBeToldHere(pushManager)))
  dismiss.addEventListener('click', () => {
    remember()
    place.hidden = true
  })
  if (words.told !== undefined && (await pushManager.getSubscription())) show(words.on, stop)
  else if (!isDismissed()) show('', ask, dismiss)
}

/** iPhones and iPads, where push is there only for what was added to the home screen; newer iPads call themselves Macs. */
function isApple(): boolean {
  const { userAgent, maxTouchPoints } = navigator
  return /iPhone|iPad/.test(userAgent) || (userAgent.includes('Mac') && maxTouchPoints > 1)
}

function isDismissed(): boolean {
  try {
    return Number(localStorage.getItem(dismissed)) > Date.now() - quietFor
  } catch {
    return false
  }
}

function remember(): void {
  try {
    localStorage.setItem(dismissed, String(Date.now()))
  } catch {
    // Some browsers remember nothing; then it is offered again.
  }
}
