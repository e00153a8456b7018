import { createReadStream } from 'node:fs'
import type { IncomingAttachment } from '#core/replies/inbound/incoming-mail.ts'
import { zipBudget } from '#core/documents/open-zip.ts'
import { attachmentFlag } from '#core/files/attachment-flag.ts'
import { attachmentName } from '#core/files/attachment-name.ts'
import { attachmentType } from '#core/files/attachment-type.ts'
import { isDecoration, shownContentIds } from './inline-images.ts'
import { type OpenedMail, type OpenedPart, openMail, type PartBudget } from './open-mail.ts'
import { unpackZip } from './unpack-zip.ts'

const mostLevels = 3
/** Once so many files have come out of a mail's zips, the rest of these stays whole. */
const mostFromZips = 200

/**
 * The files of a mail that may answer something, with safe names and types by content. Left out: signatures of the
 * mail itself, calendar and report parts, letterheads. Mails inside it are opened, three levels deep; one that holds
 * no file is a file itself. After a zip that is opened come the files in it, of which none is opened further.
 */
export async function mailFiles(
  mail: OpenedMail,
  how: { spoolDir: string; mostBytes: number; budget: PartBudget },
): Promise<IncomingAttachment[]> {
  const files: IncomingAttachment[] = []
  const isWholeMail = mail.parts.length === 1 && mail.types.length === 1
  const budget = zipBudget()
  const add = async (part: OpenedPart, more: Partial<IncomingAttachment> = {}) => {
    const { path, size, sha256, declared } = part
    const type = await attachmentType(part, declared)
    const name = attachmentName(
      part.givenName,
      type,
      files.map((file) => file.name),
    )
    const flag = attachmentFlag(part, { name, type, declared, isWholeMail, mostBytes: how.mostBytes })
    const file: IncomingAttachment = { name, type, size, sha256, path, flag, ...more }
    files.push(file)
    return file
  }
  for (const part of await candidates(mail, how, 1)) {
    const of = files.length
    const file = await add(part)
    const isFull = files.filter((one) => one.inside).length >= mostFromZips
    if (file.type !== 'application/zip' || file.flag !== null || isFull) continue
    const { flag, parts } = await unpackZip(file.path, how.spoolDir, budget)
    file.flag = flag
    for (const inner of parts) await add(inner, { inside: { of, folders: inner.folders } })
  }
  return files
}

async function candidates(
  mail: OpenedMail,
  how: { spoolDir: string; budget: PartBudget },
  level: number,
): Promise<OpenedPart[]> {
  const shown = shownContentIds(mail.html ?? '')
  const found: OpenedPart[] = []
  for (const part of mail.parts) {
    if (belongsToLetter(part, mail) || isDecoration({ ...part, type: part.declared }, shown)) continue
    const isMail = /^message\/(rfc822|global)$/.test(part.declared) && part.size > 0 && level <= mostLevels
    const inside = isMail
      ? await candidates(
          await openMail(createReadStream(part.path), how.spoolDir, how.budget),
          how,
          level + 1,
        )
      : []
    found.push(...(inside.length ? inside : [part]))
  }
  return found
}

/** Parts that mail programs add by themselves. A file `contrato.pdf.p7s` is a document. */
function belongsToLetter({ declared, givenName }: OpenedPart, mail: OpenedMail): boolean {
  if (/^application\/(x-)?pkcs7-signature$/.test(declared))
    return givenName === null || /^smime\.p7s$/i.test(givenName)
  if (declared === 'application/pgp-signature')
    return mail.types[0] === 'multipart/signed' || givenName === 'signature.asc'
  if (declared === 'application/pgp-encrypted') return mail.types[0] === 'multipart/encrypted'
  if (declared === 'text/rfc822-headers') return mail.reportType !== null
  if (/^(text\/calendar|application\/ics|application\/applefile)$/.test(declared)) return true
  if (/^message\/(?!rfc822$|global$|partial$|external-body$)/.test(declared)) return true
  return givenName === null && /^text\/(enriched|richtext|x-amp-html|(x-)?watch-html)$/.test(declared)
}
