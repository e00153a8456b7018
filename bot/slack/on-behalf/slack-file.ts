import type { ViewOutput, webApi } from '@slack/bolt'
import { FileNotGiven } from '#core/errors.ts'
import type { UploadedFile } from '#core/files/store-all.ts'
import { filesIn } from '../views/form-values.ts'

/** What a form says of a file that was put into it. */
export type SlackFile = { name: string; mimetype: string; url: string }

/** The files that somebody put into a form. */
export function givenIn(view: ViewOutput, blockId: string): SlackFile[] {
  return filesIn(view, blockId).map(({ name, mimetype, url_private_download: url }) => ({
    name,
    mimetype,
    url,
  }))
}

/** As much patience as a slow line needs for the largest file. */
const patience = 120_000

/** The files one after the other, each fetched with the bot's token when it is its turn. Throws FileNotGiven. */
export async function* filesFrom(client: webApi.WebClient, given: SlackFile[]): AsyncIterable<UploadedFile> {
  for (const { name, mimetype, url } of given)
    yield { name, type: mimetype, bytes: await bytesOf(client, name, url, mimetype) }
}

async function bytesOf(
  client: webApi.WebClient,
  name: string,
  url: string,
  mimetype: string,
): Promise<AsyncIterable<Uint8Array>> {
  if (!isSlacks(client, url)) throw new FileNotGiven(name)
  const headers = { authorization: `Bearer ${client.token ?? ''}` }
  const answer = await fetch(url, { headers, signal: AbortSignal.timeout(patience) })
  // Who may not read a file is led to a page to sign in, which is answered with 200.
  const isPage = answer.headers.get('content-type')?.startsWith('text/html') && mimetype !== 'text/html'
  if (!answer.ok || !answer.body || isPage) {
    await answer.body?.cancel()
    throw new FileNotGiven(name)
  }
  return chunksOf(answer.body)
}

async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncIterable<Uint8Array> {
  const reader = body.getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield value
    }
  } finally {
    // Whoever stops reading in the middle wants no more of it.
    await reader.cancel()
  }
}

// The token goes nowhere else, whatever a form says.
function isSlacks(client: webApi.WebClient, url: string): boolean {
  const { protocol, hostname, origin } = new URL(url)
  const isOfSlack = hostname === 'slack.com' || hostname.endsWith('.slack.com')
  return (protocol === 'https:' && isOfSlack) || origin === new URL(client.slackApiUrl).origin
}
