import { and, eq } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { clients } from '#db/schema/clients.ts'
import { matters } from '#db/schema/matters.ts'
import { filePasswords, files } from '#db/schema/replies.ts'
import { write } from '#db/write.ts'
import { announce } from '../../announce.ts'
import { NotFound } from '../../errors.ts'
import { firmOf } from '../../firms/firm.ts'
import type { Office } from '../../office.ts'
import type { Locale } from '../../words/locale.ts'
import { fileByPass } from '../files/open-file.ts'
import { unsealPassword } from './sealed-password.ts'

/** A locked file as a member comes to it from chat; its password is not among it. */
type FileWithPassword = {
  name: string
  matter: string
  client: string
  givenAt: Date
  /** Of the member and the firm. */
  locale: Locale
  timeZone: string
  firm: { name: string; supportContact: string | null; accent: string | null }
}

/** What is told of the file before anybody asks for its password. Throws NotFound, also where none was given. */
export async function fileWithPassword(
  office: Office,
  fileId: string,
  pass: string,
): Promise<FileWithPassword> {
  const tx = office.db.read
  const { by, locked } = await lockedByPass(office, tx, fileId, pass)
  const { name, accent, supportContact } = await firmOf(tx, by.firmId)
  return {
    name: locked.file.name,
    matter: locked.matter,
    client: locked.client,
    givenAt: locked.kept.givenAt,
    locale: by.locale,
    timeZone: by.timeZone,
    firm: { name, accent, supportContact },
  }
}

/** The password, for the member whose pass it is; that they looked stands in the history. Throws NotFound. */
export async function showPassword(office: Office, fileId: string, pass: string): Promise<string> {
  return write(office.db, async (tx) => {
    const { by, locked } = await lockedByPass(office, tx, fileId, pass)
    const { file, kept } = locked
    await announce(office, tx, {
      kind: 'passwordShown',
      by,
      matterId: file.matterId,
      clientId: file.clientId,
      subjectId: file.requestId ?? file.matterId,
      facts: { fileId },
    })
    return unsealPassword(office, { firmId: by.firmId, fileId }, kept.sealed)
  })
}

async function lockedByPass(office: Office, tx: Query, fileId: string, pass: string) {
  const { by } = await fileByPass(office, tx, fileId, pass)
  const [locked] = await tx
    .select({ file: files, kept: filePasswords, matter: matters.title, client: clients.name })
    .from(filePasswords)
    .innerJoin(files, eq(files.id, filePasswords.fileId))
    .innerJoin(matters, eq(matters.id, files.matterId))
    .innerJoin(clients, eq(clients.id, files.clientId))
    .where(and(eq(filePasswords.fileId, fileId), eq(filePasswords.firmId, by.firmId)))
  if (!locked) throw new NotFound()
  return { by, locked }
}
