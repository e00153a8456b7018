import { haveSafeContact } from '#core/clients/safe-contact.ts'
import { portalWords } from '../../portal-words.ts'
import { door } from '../door.ts'

const paper = '#faf8f3'
const png = { type: 'image/png' }

/**
 * What a phone installs (W3C Application Manifest): named after the firm of whoever has entered. Neutral for anybody else, for
 * a member who looks through a client's eyes, and for a client on whose phone nobody may see that there is a lawyer.
 */
export const loader = door(async ({ office, session, browserLocale }) => {
  const reader = await session()
  const named = reader && !reader.borrowedBy && !(await haveSafeContact(office.db.read, reader.clientIds))
  const locale = reader?.locale ?? browserLocale
  const words = portalWords[locale]
  const manifest = {
    id: '/',
    name: named ? reader.firm.name : words.title,
    short_name: named ? reader.firm.name : words.app.shortName,
    lang: locale,
    start_url: '/matters',
    scope: '/',
    display: 'standalone',
    background_color: paper,
    theme_color: paper,
    icons: [
      { src: '/icon-192.png', sizes: '192x192', ...png },
      { src: '/icon-512.png', sizes: '512x512', ...png },
      { src: '/icon-maskable-512.png', sizes: '512x512', purpose: 'maskable', ...png },
    ],
  }
  return new Response(JSON.stringify(manifest), {
    headers: { 'Content-Type': 'application/manifest+json', 'Cache-Control': 'private, no-store' },
  })
})
