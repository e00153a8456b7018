/** UTF-16 units of an address in a text. */
export const MAX_LINK_LENGTH = 2000

/** Whether a link may stand in rich text: https without a user name, or mailto, with nothing hidden in it. */
export function isSafeLink(href: unknown): href is string {
  if (typeof href !== 'string' || href.length > MAX_LINK_LENGTH) return false
  if (/[\s\p{C}]/u.test(href) || !href.isWellFormed()) return false
  const url = URL.parse(href)
  if (url?.protocol === 'https:')
    return /^https:\/\//i.test(href) && url.username === '' && url.password === ''
  return url?.protocol === 'mailto:' && /^[^@?]+@[^@?]+/.test(url.pathname)
}
