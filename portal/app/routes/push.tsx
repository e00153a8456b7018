import { redirect } from '@remix-run/node'
import { subscribe } from '#core/push/subscribe.ts'
import { unsubscribe } from '#core/push/unsubscribe.ts'
import { door, whoEntered } from '../door.ts'
import { refused } from '../refused.ts'
import { smallForm } from '../small-form.ts'

/** There is nothing to see here. */
export const loader = door(async () => {
  throw redirect('/contact')
})

/** This browser is told of what is new from now on, or (`gone`) not any more; sent by `browser/push-offer.ts` and the worker. */
export const action = door(async (visit) => {
  const { office, request } = visit
  const by = await whoEntered(visit)
  try {
    const form = await smallForm(request)
    const of = (name: string) => form.get(name) ?? ''
    if (form.has('gone')) await unsubscribe(office, { by, endpoint: of('gone') })
    else await subscribe(office, { by, endpoint: of('endpoint'), p256dh: of('p256dh'), auth: of('auth') })
    return new Response(null, { status: 204 })
  } catch (error) {
    const { init } = refused(error, by.locale)
    return new Response(null, { status: init?.status ?? 400 })
  }
})
