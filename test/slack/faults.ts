import type { SlackCall } from './slack-call.ts'

type Scope = {
  /** How many calls it hits; 1 if not said. */
  times?: number
  /** Which calls of the method it hits; any, if not said. */
  where?: (call: SlackCall) => boolean
  /** Whether Slack still does what it was asked before it misbehaves. */
  passOn?: boolean
}

export type Failure = Scope & {
  /** 429 answers `ratelimited`; 200 answers `error` as Slack does. */
  status: number
  error?: string
  /** Seconds. */
  retryAfter?: number
}

export type Withheld = {
  /** The first call that was caught. */
  arrived: Promise<SlackCall>
  /** When whoever made that call is gone: only then can a release no longer reach it. */
  gone: Promise<void>
  /** Lets the answers of the caught calls go, and catches no more. What was not passed on is passed on now. */
  release: () => void
}

type Plan = Required<Scope> & { method: string } & (
    | { kind: 'fail'; failure: Failure }
    | { kind: 'withhold'; arrive: (call: SlackCall) => void; leave: () => void; released: Promise<void> }
  )

export type Faults = {
  fail: (method: string, failure: Failure) => void
  withhold: (method: string, scope?: Scope) => Withheld
  /** The misbehaviour planned for this call, which is used up by asking. */
  take: (call: SlackCall) => Plan | undefined
}

/** Keeps what the Slack API shall do wrong, in the order in which it was asked for. `*` stands for any method. */
export function planFaults(): Faults {
  const plans: Plan[] = []
  return {
    fail(method, failure) {
      plans.push({ ...scopeOf(failure), kind: 'fail', method, failure })
    },
    withhold(method, scope = {}) {
      const arrived = Promise.withResolvers<SlackCall>()
      const gone = Promise.withResolvers<void>()
      const released = Promise.withResolvers<void>()
      const plan: Plan = {
        ...scopeOf(scope),
        kind: 'withhold',
        method,
        arrive: arrived.resolve,
        leave: gone.resolve,
        released: released.promise,
      }
      plans.push(plan)
      const release = () => {
        plan.times = 0
        released.resolve()
      }
      return { arrived: arrived.promise, gone: gone.promise, release }
    },
    take(call) {
      const plan = plans.find(
        ({ method, times, where }) => times > 0 && [call.method, '*'].includes(method) && where(call),
      )
      if (plan) plan.times--
      if (plan?.kind === 'withhold') plan.arrive(call)
      return plan
    },
  }
}

function scopeOf({ times = 1, where = () => true, passOn = false }: Scope): Required<Scope> {
  return { times, where, passOn }
}
