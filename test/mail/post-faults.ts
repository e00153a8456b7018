/** Where in the conversation a server falls silent: before it greets, or after it has the whole letter. */
export type SilentStep = 'greeting' | 'answer'

export type WithholdOptions = {
  /** Only letters to this address; a greeting is withheld from whoever comes. */
  to?: string
  /** How often; once if not said. */
  times?: number
  /** The letter is kept and read although its sender never learns of it. */
  kept?: boolean
}

export type RefuseOptions = {
  /** 550 if not said: there is no such mailbox. */
  code?: number
  message?: string
  /** How often; for good if not said. */
  times?: number
  /** When the address is named, or only when the server has the whole letter. */
  at?: 'RCPT' | 'DATA'
}

export type WithheldPost = {
  /** Somebody waits for what is withheld. */
  arrived: Promise<void>
  /** Whoever waited has hung up. */
  gone: Promise<void>
  /** Says what was withheld to those who still wait, and withholds no more. */
  release: () => void
}

export type Silence = {
  step: SilentStep
  kept: boolean
  /** Stays pending until the test releases it; `hungUp` is called when the one who waits goes. */
  wait: (hungUp: (tell: () => void) => void) => Promise<void>
}

export type PostFaults = {
  withhold: (step: SilentStep, options?: WithholdOptions) => WithheldPost
  refuse: (address: string, options?: RefuseOptions) => void
  /** The silence planned for this step, which is used up by asking. */
  silence: (step: SilentStep, to?: string[]) => Silence | undefined
  /** What the server answers instead of taking a letter for this address. */
  refusal: (at: 'RCPT' | 'DATA', address: string) => Error | undefined
}

/** Keeps what a mail server shall do wrong, in the order in which it was asked for. */
export function planPostFaults(): PostFaults {
  const silences: (Silence & { to?: string; times: number })[] = []
  const refusals: (Required<RefuseOptions> & { address: string })[] = []
  return {
    withhold(step, { to, times = 1, kept = false } = {}) {
      const arrived = Promise.withResolvers<void>()
      const gone = Promise.withResolvers<void>()
      const released = Promise.withResolvers<void>()
      const plan = {
        step,
        kept,
        times,
        ...(to === undefined ? {} : { to: to.toLowerCase() }),
        wait(hungUp: (tell: () => void) => void) {
          arrived.resolve()
          hungUp(gone.resolve)
          return released.promise
        },
      }
      silences.push(plan)
      const release = () => {
        plan.times = 0
        released.resolve()
      }
      return { arrived: arrived.promise, gone: gone.promise, release }
    },
    refuse(
      address,
      { code = 550, message = 'No such mailbox', times = Number.POSITIVE_INFINITY, at = 'RCPT' } = {},
    ) {
      refusals.push({ address: address.toLowerCase(), code, message, times, at })
    },
    silence(step, to = []) {
      const plan = silences.find(
        (one) => one.times > 0 && one.step === step && (one.to === undefined || to.includes(one.to)),
      )
      if (plan) plan.times--
      return plan
    },
    refusal(at, address) {
      const plan = refusals.find((one) => one.times > 0 && one.at === at && one.address === address)
      if (!plan) return undefined
      plan.times--
      return Object.assign(new Error(plan.message), { responseCode: plan.code })
    },
  }
}
