type DatabaseError = Error & { code?: unknown; errno?: unknown; cause?: unknown }

function codeOf(error: unknown): string | null {
  for (let fault = error as DatabaseError | undefined, depth = 0; fault && depth < 4; depth++) {
    if (typeof fault.code === 'string') return fault.code
    fault = fault.cause as DatabaseError | undefined
  }
  return null
}

/** True when the transaction lost a race and may succeed if run again (PostgreSQL 40001, 40P01; SQLite busy). */
export function isWorthRetrying(error: unknown): boolean {
  const code = codeOf(error)
  return code === '40001' || code === '40P01' || code === 'SQLITE_BUSY' || code === 'SQLITE_LOCKED'
}

/**
 * True when a row with the same unique key is there already (PostgreSQL 23505). Of two transactions that both looked and
 * both found nothing the second may end so, instead of in 40001; run again, it finds what the first one wrote.
 */
export function isTwin(error: unknown): boolean {
  return codeOf(error) === '23505'
}
