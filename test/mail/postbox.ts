import { once } from 'node:events'
import { buffer } from 'node:stream/consumers'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import { until } from '../until.ts'
import { readLetters, type ArrivedLetter } from './arrived-letter.ts'
import { planPostFaults, type PostFaults } from './post-faults.ts'

/** Words of the subject or the text, or a test the letter must pass. */
type Wanted = string | RegExp | ((letter: ArrivedLetter) => boolean)

export type Postbox = Pick<PostFaults, 'withhold' | 'refuse'> & {
  /** What `SMTP_URL` is to be. */
  url: string
  /** Every letter it took, once for each recipient, oldest first. */
  letters: ArrivedLetter[]
  lettersTo: (address: string) => ArrivedLetter[]
  /** The newest letter to this address that fits, as soon as it is there; ten seconds if not said. */
  waitForLetter: (address: string, wanted?: Wanted, within?: number) => Promise<ArrivedLetter>
  /** Until `acceptConnections`, nothing listens where the server was, and who was connected is cut off. */
  refuseConnections: () => Promise<void>
  acceptConnections: () => Promise<void>
  stop: () => Promise<void>
}

/** Starts the mail server of everybody the firm writes to: it takes what it is sent, and misbehaves when told to. */
export async function startPostbox(): Promise<Postbox> {
  const letters: ArrivedLetter[] = []
  const faults = planPostFaults()
  let server = await listen(0)
  const { port } = addressOf(server)

  function listen(at: number): Promise<SMTPServer> {
    return openServer({ faults, keep: (...arrived) => void letters.push(...arrived) }, at)
  }
  const lettersTo = (address: string) => letters.filter(({ to }) => to === address.toLowerCase())

  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    lettersTo,
    waitForLetter(address, wanted = '', within) {
      const look = () => lettersTo(address).findLast((letter) => isWanted(letter, wanted))
      return until(look, `a letter to ${address}${nameOf(wanted)}`, within).catch((error: Error) => {
        const subjects = lettersTo(address).map(({ subject }) => subject)
        throw new Error(`${error.message}; there came: ${subjects.join(' · ') || 'nothing'}`)
      })
    },
    withhold: faults.withhold,
    refuse: faults.refuse,
    refuseConnections: () => close(server),
    async acceptConnections() {
      server = await listen(port)
    },
    stop: () => close(server),
  }
}

type Taking = { faults: PostFaults; keep: (...letters: ArrivedLetter[]) => void }

async function openServer(taking: Taking, port: number): Promise<SMTPServer> {
  const { faults } = taking
  const hangUps = new Map<string, () => void>()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 50,
    onConnect(session, greet) {
      const silence = faults.silence('greeting')
      if (!silence) return greet()
      void silence.wait((tell) => hangUps.set(session.id, tell)).then(() => greet())
    },
    onRcptTo({ address }, _session, done) {
      done(faults.refusal('RCPT', address.toLowerCase()))
    },
    onData(stream, session, done) {
      const hungUp = (tell: () => void) => void hangUps.set(session.id, tell)
      take(stream, session, taking, hungUp).then(() => done(null, 'kept'), done)
    },
    onClose: ({ id }) => hangUps.get(id)?.(),
  })
  // Who hangs up in the middle is what tests are about.
  server.on('error', () => undefined)
  server.listen(port, '127.0.0.1')
  await once(server.server, 'listening')
  return server
}

async function take(
  stream: SMTPServerDataStream,
  { envelope }: SMTPServerSession,
  { faults, keep }: Taking,
  hungUp: (tell: () => void) => void,
): Promise<void> {
  const raw = await buffer(stream)
  const to = envelope.rcptTo.map(({ address }) => address.toLowerCase())
  const refusal = to.map((address) => faults.refusal('DATA', address)).find((one) => one !== undefined)
  if (refusal) throw refusal
  const letters = await readLetters(raw, { from: envelope.mailFrom ? envelope.mailFrom.address : '', to })
  const silence = faults.silence('answer', to)
  if (!silence || silence.kept) keep(...letters)
  await silence?.wait(hungUp)
}

function isWanted(letter: ArrivedLetter, wanted: Wanted): boolean {
  if (typeof wanted === 'function') return wanted(letter)
  const words = `${letter.subject}\n${letter.text}`
  return typeof wanted === 'string' ? words.includes(wanted) : wanted.test(words)
}

function nameOf(wanted: Wanted): string {
  if (typeof wanted === 'function') return wanted.name && ` for which ${wanted.name}`
  return wanted === '' ? '' : ` with ${String(wanted)}`
}

function addressOf(server: SMTPServer): { port: number } {
  const address = server.server.address()
  if (typeof address !== 'object' || !address) throw new Error('the postbox does not listen')
  return address
}

function close(server: SMTPServer): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()))
}
