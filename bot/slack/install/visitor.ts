import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ChatWords } from '#core/words/es-CL/chat.ts'
import { localeFrom, type Locale } from '#core/words/locale.ts'
import type { Door } from '../turn.ts'
import { wordsForChat } from '../words-for-chat.ts'
import type { OAuth } from './install-routes.ts'

/** Somebody's browser at one of the pages of installation. */
export type Visit = {
  door: Door
  oauth: OAuth
  url: URL
  request: IncomingMessage
  response: ServerResponse
}

/** The language a browser asks for first, and the pages in it. */
export function visitor(request: IncomingMessage): { locale: Locale; pages: ChatWords['install']['pages'] } {
  const wanted = request.headers['accept-language']?.split(',')[0]?.split(';')[0]
  const locale = localeFrom(wanted, 'en')
  return { locale, pages: wordsForChat(locale).install.pages }
}
