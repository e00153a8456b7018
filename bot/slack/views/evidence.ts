import { whatBecame, type MailTold } from '#core/delivery/evidence/what-became.ts'
import { momentInWords } from '#core/words/format.ts'
import { context, modal, section, type Block, type Modal } from '../blocks.ts'
import { bold, safe } from '../mrkdwn.ts'
import type { Reader } from '../reader.ts'
import type { Turn } from '../turn.ts'

/** Who was told of a piece of news or a request, and what became of each mail, as it stands now. */
export async function evidenceView(
  { office, by, reader }: Pick<Turn, 'office' | 'by' | 'reader'>,
  about: { matterId: string; subjectId: string },
): Promise<Modal> {
  const { mails, more } = await whatBecame(office, { by, ...about })
  return renderEvidence(reader, mails, more)
}

/** The same from what is known already. */
export function renderEvidence(reader: Reader, mails: MailTold[], more: number): Modal {
  const { evidence, buttons } = reader.words
  return modal({
    callbackId: 'evidence',
    title: evidence.title,
    close: buttons.close,
    blocks: [
      ...(mails.length === 0 ? [section(evidence.none)] : mails.map((mail) => mailBlock(reader, mail))),
      ...(more > 0 ? [context(evidence.more({ count: more }))] : []),
      ...(mails.length === 0 ? [] : [context(evidence.how)]),
    ],
  })
}

function mailBlock(reader: Reader, mail: MailTold): Block {
  const { evidence } = reader.words
  const kind =
    Object.entries(evidence.kinds).find(([name]) => name === mail.kind)?.[1] ?? evidence.kinds.other
  const whom = [bold(mail.email, 260), ...(mail.client ? [safe(mail.client, 120)] : [])].join(' · ')
  const reason = mail.reason?.trim() ? [evidence.reason({ reason: safe(mail.reason, 300) })] : []
  return section([whom, [kind, ...becameOf(reader, mail)].join(' · '), ...reason].join('\n'))
}

function becameOf(reader: Reader, mail: MailTold): string[] {
  const { states, opened, seen, confirmed } = reader.words.evidence
  const at = (moment: Date) => ({
    at: momentInWords(moment, reader.locale, reader.timeZone, reader.today),
  })
  const { state, acceptedAt, bouncedAt, queuedAt, openedAt, seenAt, confirmedAt } = mail
  return [
    ...(state === 'queued' ? [states.queued(at(queuedAt))] : []),
    ...(state === 'waiting' ? [states.waiting] : []),
    ...(acceptedAt ? [states.accepted(at(acceptedAt))] : []),
    ...(state === 'bounced' ? [states.bounced(at(bouncedAt ?? queuedAt))] : []),
    ...(state === 'failed' ? [states.failed] : []),
    ...(state === 'cancelled' ? [states.cancelled] : []),
    ...(openedAt ? [opened(at(openedAt))] : []),
    ...(seenAt ? [seen(at(seenAt))] : []),
    ...(confirmedAt ? [confirmed(at(confirmedAt))] : []),
  ]
}
