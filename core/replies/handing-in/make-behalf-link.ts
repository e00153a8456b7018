import { behalfLinks } from '#db/schema/uploads.ts'
import { write } from '#db/write.ts'
import { announce } from '../../announce.ts'
import { firstTime } from '../../first-time.ts'
import { newSecret } from '../../ids.ts'
import { keyFor, mac } from '../../keys.ts'
import type { Office } from '../../office.ts'
import { behalfToken } from './behalf-link.ts'
import { answerable, type EnterAnswer } from './enter-answer.ts'

export type MakeBehalfLink = Pick<
  EnterAnswer,
  'by' | 'itemId' | 'clientId' | 'road' | 'receipt' | 'interaction'
>

/** For so long it can be begun and handed in with. */
export const behalfMinutes = 30

/**
 * The address at which the member hands in, once and within half an hour, what came for the client by another road; the same for the
 * same interaction. Whether they may is asked again when they do. Throws NotFound, also for somebody who was not
 * asked, ItemClosed, MatterClosed.
 */
export async function makeBehalfLink(office: Office, wish: MakeBehalfLink): Promise<{ url: string }> {
  const { by, itemId, clientId, road, receipt, interaction } = wish
  const key = keyFor(office.config.secretKey, 'behalf-link')
  const { token, id } = behalfToken(mac(key, interaction ?? newSecret()))
  await write(office.db, async (tx) => {
    const first = await firstTime(office, tx, by.firmId, interaction)
    const { request } = await answerable(tx, wish)
    if (!first) return
    const now = office.clock()
    await tx.insert(behalfLinks).values({
      ...{ id, firmId: by.firmId, memberId: by.memberId, itemId, clientId, road, receipt },
      createdAt: now,
      expiresAt: new Date(now.getTime() + behalfMinutes * 60_000),
    })
    await announce(office, tx, {
      kind: 'behalfLinkMade',
      by,
      matterId: request.matterId,
      clientId,
      subjectId: request.id,
      facts: { itemId, road },
    })
  })
  return { url: `${office.config.web.baseUrl}/upload/${token}` }
}
