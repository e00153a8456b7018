import { data, type LoaderFunctionArgs } from '@remix-run/node'
import type { ClientSession } from '#core/access/session/client-session.ts'
import { isRefusal } from '#core/errors.ts'
import type { PortalContext } from '../load-context.ts'
import { answerFor } from './refusals.ts'

export type Visit = PortalContext & { request: Request; params: Record<string, string | undefined> }

/**
 * Makes a loader or action of an act: what core refuses becomes its status, what breaks is logged once and becomes an
 * apology with a reference number.
 */
export function door<T>(act: (visit: Visit) => Promise<T>) {
  return async ({ request, params, context }: LoaderFunctionArgs): Promise<T> => {
    try {
      return await act({ ...context, request, params })
    } catch (thrown) {
      if (thrown instanceof Response || isAnswer(thrown)) throw thrown
      if (isRefusal(thrown)) throw data(null, { status: answerFor(thrown.code).status })
      context.office.log.error({ error: thrown, reference: context.reference }, 'a portal page failed')
      throw data({ reference: context.reference }, { status: 500 })
    }
  }
}

/** Who has entered; anybody else is told how to, with status 401. */
export async function whoEntered({ session }: Visit): Promise<ClientSession> {
  const client = await session()
  if (!client) throw data(null, { status: 401 })
  return client
}

/** The same answer for what does not exist and for what this person may not see. */
export function missing(): never {
  throw data(null, { status: 404 })
}

/** A part of the address; what none of our ids and tokens looks like does not exist. No database likes NUL in a question. */
export function param({ params }: Visit, name: string): string {
  const value = params[name]
  return value !== undefined && /^[a-z2-7-]{1,100}$/.test(value) ? value : missing()
}

function isAnswer(thrown: unknown): boolean {
  return (
    typeof thrown === 'object' &&
    thrown !== null &&
    'type' in thrown &&
    thrown.type === 'DataWithResponseInit'
  )
}
