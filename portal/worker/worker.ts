import { forgetPrivate } from './kept-pages.ts'
import { askAnew, openMessage, showMessage } from './messages.ts'
import { answerPage, keepPageThatCame } from './pages.ts'
import { answerFromShell, fillShell, isOfShell, removeOldShells } from './shell.ts'

declare const self: ServiceWorkerGlobalScope

/** Where somebody leaves, or enters in another's place: what was theirs is gone before anything else is seen. */
const changesReader = /^\/(logout|login|enter\/|invite\/|preview\/)/

self.addEventListener('install', (event) => {
  event.waitUntil(fillShell().then(() => self.skipWaiting()))
})

self.addEventListener('activate', (event) => {
  event.waitUntil(removeOldShells().then(() => self.clients.claim()))
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (origin !== self.location.origin) return
  if (request.method !== 'GET') {
    if (request.mode === 'navigate' && changesReader.test(pathname)) event.waitUntil(forgetPrivate())
    return
  }
  if (isOfShell(pathname)) return event.respondWith(answerFromShell(request))
  // Files are no pages, and may be large.
  if (request.mode !== 'navigate' || pathname.startsWith('/files/')) return
  event.respondWith(answerPage(request, (work) => event.waitUntil(work)))
})

self.addEventListener('message', (event) => {
  if (event.source instanceof WindowClient) event.waitUntil(keepPageThatCame(event.source.url))
})
self.addEventListener('push', (event) => event.waitUntil(showMessage(event)))
self.addEventListener('notificationclick', (event) => event.waitUntil(openMessage(event)))
self.addEventListener('pushsubscriptionchange', (event) => event.waitUntil(askAnew(event)))
