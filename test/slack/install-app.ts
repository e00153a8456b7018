import { asObject, type Json } from './check-block-element.ts'
import type { SlackApi } from './start-slack-api.ts'

export type Page = { status: number; text: string; policy: string }

/** Somebody at a browser who lets the app into a workspace. */
export type InstallBrowser = {
  /** Opens an address of ours. */
  open: (path: string) => Promise<Page>
  /** Goes on from an installation page to Slack; gives back what Slack is asked. */
  goOn: (path: string) => Promise<URL>
  /** Lets the app in, as a person of the workspace, and comes back to us; the page that is shown then. */
  allow: (asked: URL, name: string) => Promise<Page>
  /** Would rather not. */
  cancel: (asked: URL) => Promise<Page>
  /** The address one came back to last, once more. */
  reload: () => Promise<Page>
}

/** A browser with cookies of its own; `language` as it asks for pages. */
export function installBrowser(api: SlackApi, baseUrl: string, language = 'es-CL,es;q=0.9'): InstallBrowser {
  const cookies = new Map<string, string>()
  let last = ''

  async function ask(path: string) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { 'accept-language': language, cookie }
    const response = await fetch(baseUrl + path, { headers, redirect: 'manual' })
    for (const set of response.headers.getSetCookie()) {
      const [pair = ''] = set.split(';')
      const [name = '', value = ''] = pair.split('=')
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    return response
  }
  async function open(path: string): Promise<Page> {
    const response = await ask(path)
    const policy = response.headers.get('content-security-policy') ?? ''
    return { status: response.status, text: await response.text(), policy }
  }
  function comeBack(address: string) {
    const { pathname, search } = new URL(address)
    last = pathname + search
    return open(last)
  }

  return {
    open,
    async goOn(path) {
      const page = await open(path)
      const href = /class="act" href="([^"]+)"/.exec(page.text)?.[1]
      if (!href) throw new Error(`there is nowhere to go on from ${path}: ${page.status}`)
      const response = await ask(href)
      return new URL(response.headers.get('location') ?? '')
    },
    async allow(asked, name) {
      const shown = await fetch(asked)
      if (!shown.ok) throw new Error('Slack would not ask')
      const back = await pressAllow(asked, api.userId(name))
      return comeBack(back)
    },
    cancel(asked) {
      const back = new URL(asked.searchParams.get('redirect_uri') ?? '')
      back.searchParams.set('error', 'access_denied')
      back.searchParams.set('state', asked.searchParams.get('state') ?? '')
      return comeBack(back.href)
    },
    reload: () => open(last),
  }
}

async function pressAllow(asked: URL, userId: string): Promise<string> {
  const form = new URLSearchParams(asked.searchParams)
  form.set('user_id', userId)
  const pressed = await fetch(new URL('/oauth/v2/authorize/callback', asked), {
    method: 'POST',
    body: form,
    redirect: 'manual',
  })
  return pressed.headers.get('location') ?? ''
}

/** Slack's answer to `oauth.v2.access`, for a workspace that is not the emulator's. */
export function granted(more: Json & { team: Json }): Json {
  return {
    ok: true,
    access_token: 'xoxb-granted',
    token_type: 'bot',
    scope: 'chat:write',
    bot_user_id: 'U0DESPACHO',
    app_id: 'A0DESPACHO',
    enterprise: null,
    is_enterprise_install: false,
    authed_user: { id: 'U0ELSEWHERE' },
    ...asObject(more),
  }
}
