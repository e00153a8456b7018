const most = 3 * 3_600_000

/** The milliseconds to wait by a `Retry-After` header (RFC 9110, 10.2.3: seconds or a date), three hours at most; undefined where it says nothing. */
export function retryAfter(header: string | null, now: Date): number | undefined {
  if (header === null) return undefined
  const wait = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now.getTime()
  return Number.isFinite(wait) ? Math.min(Math.max(wait, 0), most) : undefined
}
