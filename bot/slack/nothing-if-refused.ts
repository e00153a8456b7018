import { isRefusal } from '#core/errors.ts'

/** Null in place of a refusal, for what is left out where it may not be; anything else is thrown on. */
export function nothingIfRefused(error: unknown): null {
  if (isRefusal(error)) return null
  throw error
}
