import { hearingForClient } from '#core/news/hearing-for-client.ts'
import { door, param, whoEntered } from '../door.ts'

/** The hearing of a piece of news, for the client's own calendar. */
export const loader = door(async (visit) => {
  const client = await whoEntered(visit)
  const { name, text } = await hearingForClient(visit.office, client, param(visit, 'news'))
  return new Response(text, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'private, no-store',
    },
  })
})
