import { setTimeout as pause } from 'node:timers/promises'
import type { ImapSettings, MailboxSettings } from '#core/config.ts'
import { noteMailboxTrouble, type MailboxTrouble } from '#core/mailboxes/note-mailbox-trouble.ts'
import { noteMailboxWell } from '#core/mailboxes/note-mailbox-well.ts'
import type { Office } from '#core/office.ts'
import type { AccessTokens } from './access-tokens.ts'
import { runSession, type MailboxSession } from './mailbox-session.ts'
import { pauseAfter, type Pace } from './pace.ts'
import { mailboxFault, type MailboxFault } from './trouble.ts'

export type KeepReading = {
  office: Office
  mailbox: MailboxSettings
  folders: Pick<ImapSettings, 'processedFolder' | 'quarantineFolder'>
  /** Null where every mailbox has a password. */
  tokens: AccessTokens | null
  pace: Pace
  signal: AbortSignal
}

/**
 * Reads a mailbox until the signal: whenever a connection ends another follows, at once after a good one, else after
 * pauses that grow. Trouble is said once in the log, when it comes and when it is over, and stands in the database meanwhile.
 */
export async function keepReading(reading: KeepReading): Promise<void> {
  const { office, mailbox, pace, signal } = reading
  const failures: MailboxSession['failures'] = new Map()
  let failed = 0
  let told: MailboxTrouble | null = null
  const tell = async (trouble: MailboxTrouble, fault?: MailboxFault) => {
    if (told !== trouble)
      office.log.warn({ err: fault, mailbox: mailbox.name, trouble }, 'a mailbox is not read as it should be')
    told = trouble
    await noteMailboxTrouble(office, { mailbox: mailbox.name, trouble, lasting: pace.lasting })
  }
  const report = async (trouble: MailboxTrouble | null) => {
    failed = 0
    if (trouble !== null) return tell(trouble)
    if (told !== null) office.log.info({ mailbox: mailbox.name }, 'the mailbox is read again')
    told = null
    await noteMailboxWell(office, mailbox.name)
  }
  while (!signal.aborted) {
    const fault = await oneSession(reading, failures, report)
    if (signal.aborted) return
    failed += 1
    // A connection that breaks off now and then is nothing to tell, nor a token that served no more.
    const mayPass = fault.trouble === 'unreachable' || mailbox.refreshToken !== null
    if (failed > 1 || !mayPass)
      await tell(fault.trouble, fault).catch((error: unknown) =>
        office.log.error({ err: error, mailbox: mailbox.name }, 'the trouble was not noted'),
      )
    await pause(pauseAfter(pace, failed, fault.trouble), undefined, { signal }).catch(() => {})
  }
}

async function oneSession(
  { office, mailbox, folders, tokens, pace, signal }: KeepReading,
  failures: Map<string, number>,
  report: MailboxSession['report'],
): Promise<MailboxFault> {
  try {
    const byToken = tokens !== null && mailbox.refreshToken !== null
    const credentials = byToken
      ? { accessToken: await tokens.get(mailbox.refreshToken ?? '') }
      : { pass: mailbox.password ?? '' }
    await runSession({ office, mailbox, folders, credentials, pace, failures, report, signal })
    return mailboxFault(new Error('ended'))
  } catch (error) {
    const fault = mailboxFault(error)
    if (fault.trouble === 'login_refused' && mailbox.refreshToken !== null) tokens?.drop(mailbox.refreshToken)
    return fault
  }
}
