import { and, eq, gt, isNull } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { previews } from '#db/schema/access.ts'
import { write } from '#db/write.ts'
import { announce } from '../../announce.ts'
import { clientOf } from '../../clients/client.ts'
import { NotFound } from '../../errors.ts'
import { firmOf } from '../../firms/firm.ts'
import { newSecret } from '../../ids.ts'
import { sha256 } from '../../keys.ts'
import { matterFor } from '../../matters/matter-for.ts'
import type { MemberActor } from '../../members/actor.ts'
import { memberActing } from '../../members/member-acting.ts'
import type { Office } from '../../office.ts'
import type { Locale } from '../../words/locale.ts'
import { accessFor } from '../access-for.ts'
import type { Entered } from '../session/begin-session.ts'
import { clientsBehind } from '../clients-behind.ts'
import { lookedThrough, previewSession } from './preview-session.ts'
import { requireReachOf } from '../rights-over.ts'

const linkMinutes = 10
const lookMinutes = 30

export type PreviewClient = {
  by: MemberActor
  clientId: string
  /** Through which of the client's accesses; without one, as the usual access would show it. */
  accessId?: string
  /** Where the look begins. */
  matterId?: string
}

/** The address, good for ten minutes and one use, at which a member looks at the portal through a client's eyes. Throws NotFound. */
export async function previewClient(office: Office, wish: PreviewClient): Promise<{ url: string }> {
  const token = newSecret()
  const now = office.clock()
  await write(office.db, async (tx) => {
    const by = await memberActing(tx, wish.by)
    const client = await clientOf(tx, by.firmId, wish.clientId)
    if (client.leftAt) throw new NotFound()
    await requireReachOf(tx, by, [client.id])
    const accessId = wish.accessId ? await accessOf(tx, by, client.id, wish.accessId) : null
    const matter = wish.matterId ? await matterFor(tx, by, wish.matterId) : null
    await tx.insert(previews).values({
      id: sha256(token),
      firmId: by.firmId,
      memberId: by.memberId,
      clientId: client.id,
      accessId,
      matterId: matter?.id ?? null,
      createdAt: now,
      expiresAt: new Date(now.getTime() + linkMinutes * 60_000),
    })
  })
  return { url: `${office.config.web.baseUrl}/preview/${token}` }
}

async function accessOf(tx: Query, by: MemberActor, clientId: string, accessId: string): Promise<string> {
  const { access } = await accessFor(tx, by, accessId)
  const { ids } = await clientsBehind(tx, access)
  if (!ids.includes(clientId)) throw new NotFound()
  return access.id
}

export type PreviewOffered = { firmName: string; accent: string | null; clientName: string; locale: Locale }

/** What the page before the look shows; null for a link that opens nothing. Changes nothing. */
export async function lookAtPreview(office: Office, token: string): Promise<PreviewOffered | null> {
  const tx = office.db.read
  const preview = await offered(office, tx, token)
  if (!preview) return null
  const access = await lookedThrough(tx, preview)
  if (!access) return null
  const client = await clientOf(tx, preview.firmId, preview.clientId)
  const firm = await firmOf(tx, preview.firmId)
  const locale = client.locale ?? firm.locale
  return { firmName: firm.name, accent: firm.accent, clientName: access.name, locale }
}

/** The member looks through the client's eyes for half an hour, in this browser; the link is used up. Throws NotFound. */
export async function beginPreview(
  office: Office,
  wish: { token: string },
): Promise<Entered & { matterId: string | null }> {
  const sessionToken = newSecret()
  const now = office.clock()
  const expiresAt = new Date(now.getTime() + lookMinutes * 60_000)
  return write(office.db, async (tx) => {
    const preview = await offered(office, tx, wish.token)
    if (!preview) throw new NotFound()
    const id = sha256(sessionToken)
    await tx.update(previews).set({ id, enteredAt: now, expiresAt }).where(eq(previews.id, preview.id))
    const session = await previewSession(office, tx, id)
    if (!session?.borrowedBy) throw new NotFound()
    await announce(office, tx, {
      kind: 'clientPreviewed',
      by: session.borrowedBy,
      clientId: preview.clientId,
      subjectId: preview.accessId,
    })
    return { sessionToken, expiresAt, matterId: preview.matterId }
  })
}

async function offered(office: Office, tx: Query, token: string) {
  const [preview] = await tx
    .select()
    .from(previews)
    .where(
      and(eq(previews.id, sha256(token)), isNull(previews.enteredAt), gt(previews.expiresAt, office.clock())),
    )
  return preview ?? null
}
