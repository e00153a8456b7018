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
