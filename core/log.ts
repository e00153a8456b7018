import { DrizzleQueryError } from 'drizzle-orm'
import pino, { type DestinationStream, type Logger } from 'pino'

/** The log: ids and faults, never what people wrote. Whoever runs the server is bound by no professional secrecy. */
export function createLog(level: string, to?: DestinationStream): Logger {
  const options = { level, serializers: { err: faultOf, error: faultOf } }
  return to ? pino(options, to) : pino(options)
}

type Fault = { type: string; message: string; stack: string[]; cause?: Fault }

// A failed query tells its values in its message, and they are case content.
function faultOf(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  const message = error instanceof DrizzleQueryError ? `Failed query: ${error.query}` : error.message
  const stack = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '))
  const fault: Fault = { type: error.name, message, stack: stack.map((line) => line.trim()) }
  if (error.cause instanceof Error) fault.cause = faultOf(error.cause) as Fault
  return fault
}
