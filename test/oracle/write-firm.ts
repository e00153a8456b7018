import type { Tx } from '#db/database.ts'
import { accesses, accessExtensions, entries, sessions } from '#db/schema/access.ts'
import { clients } from '#db/schema/clients.ts'
import { audiences, news, requestItems, requests } from '#db/schema/communication.ts'
import { firms, members } from '#db/schema/firms.ts'
import { involvements, matters } from '#db/schema/matters.ts'
import { answers, arrivals, files } from '#db/schema/replies.ts'
import { write } from '#db/write.ts'
import { switchesOf, categories, type Category } from '#core/access/access.ts'
import { sha256 } from '#core/keys.ts'
import type { Office } from '#core/office.ts'
import { plainTextToRichText } from '#core/rich-text/plain-text-to-rich-text.ts'
import type { PlainAccess, PlainFile, PlainFirm } from './plain-firm.ts'

/** What every file of such a firm contains. */
export const fileContent = '%PDF-1.4 what the client sent'

const storedAs = 'files/zq/one-for-all'

/** Whatever is stored of a firm, by the ids it has there: in the plain firm's, `suffix` makes them unique. */
export type WrittenFirm = {
  idOf: (plainId: string) => string
  /** Undoes `idOf`. */
  plainIdOf: (id: string) => string
  /** The plain ids of its rows that stand anywhere in a text. */
  namedIn: (text: string) => string[]
  /** The cookie's token of the browser in which an access has entered. */
  tokenOf: (access: PlainAccess) => string
  at: (minutes: number) => Date
}

/**
 * A firm stands in the database, with these accesses and a browser that each has entered by: straight into the tables,
 * for no use case would let half of it be. Every text in it contains the id of its row.
 */
export async function writeFirm(
  office: Office,
  firm: PlainFirm,
  accessesOfIt: PlainAccess[],
  suffix: string,
): Promise<WrittenFirm> {
  const began = office.clock().getTime() - 1000 * 60_000
  const written: WrittenFirm = {
    idOf: (plainId) => plainId + suffix,
    plainIdOf: (id) => id.slice(0, -suffix.length),
    namedIn: (text) => (text.match(new RegExp(`zq[a-z]{3}${suffix}`, 'g')) ?? []).map(written.plainIdOf),
    tokenOf: (access) => access.id + suffix,
    at: (minutes) => new Date(began + minutes * 60_000),
  }
  await write(office.db, async (tx) => {
    await writePeople(tx, firm, written)
    await writeMatters(tx, firm, written)
    await writeTold(tx, firm, written)
    await writeFiles(tx, firm, written)
    await writeAccesses(tx, firm, accessesOfIt, written)
  })
  return written
}

/** The one file whose bytes all files of such firms share. */
export async function storeTheFile(office: Office): Promise<void> {
  await office.files.put(storedAs, one(Buffer.from(fileContent)))
}

async function* one(bytes: Buffer) {
  yield bytes
}

async function writePeople(tx: Tx, firm: PlainFirm, { idOf, at }: WrittenFirm) {
  const firmId = idOf(firm.id)
  const createdAt = at(0)
  await tx.insert(firms).values({
    id: firmId,
    name: 'Estudio Rojas',
    locale: 'es-CL',
    timeZone: 'America/Santiago',
    country: 'CL',
    closingDays: [],
    digestHour: '09:00',
    createdAt,
  })
  const id = authorOf(firm, idOf)
  await tx
    .insert(members)
    .values({ id, firmId, name: 'Camila Soto', email: 'c@estudio.example', role: 'lawyer', createdAt })
  await tx.insert(clients).values(
    firm.clients.map((client) => ({
      id: idOf(client.id),
      firmId,
      name: `Rosa ${idOf(client.id)}`,
      phones: [],
      email: `${idOf(client.id)}@correo.example`,
      createdAt,
      leftAt: client.left ? createdAt : null,
    })),
  )
}

async function writeMatters(tx: Tx, firm: PlainFirm, { idOf, at }: WrittenFirm) {
  const firmId = idOf(firm.id)
  const createdAt = at(0)
  // One statement, for a parent may come after its child.
  await tx.insert(matters).values(
    firm.matters.map((matter) => ({
      id: idOf(matter.id),
      firmId,
      title: `Causa ${idOf(matter.id)}`,
      kind: 'court' as const,
      number: `C-${idOf(matter.id)}`,
      alias: `Asunto ${idOf(matter.id)}`,
      reference: idOf(matter.id),
      visibility: matter.visibility,
      parentId: matter.parent && idOf(matter.parent),
      relation: matter.relation,
      sensitiveAt: matter.sensitive ? createdAt : null,
      hiddenAt: matter.hidden ? createdAt : null,
      closedAt: matter.closed ? createdAt : null,
      createdAt,
    })),
  )
  const parties = firm.matters.flatMap(({ id, ours, others }) => [
    ...ours.map((clientId) => ({ matter: id, clientId, side: 'ours' as const })),
    ...others.map((clientId) => ({ matter: id, clientId, side: 'other' as const })),
  ])
  await insertAll(parties, ({ matter, clientId, side }) => ({
    id: idOf(matter + clientId),
    firmId,
    matterId: idOf(matter),
    clientId: idOf(clientId),
    side,
    createdAt,
  }))((rows) => tx.insert(involvements).values(rows))
}

async function writeTold(tx: Tx, firm: PlainFirm, { idOf, at }: WrittenFirm) {
  const firmId = idOf(firm.id)
  const createdAt = at(0)
  const authorId = authorOf(firm, idOf)
  const moment = (minutes: number | null) => (minutes === null ? null : at(minutes))
  const facts = (row: (PlainFirm['news'] | PlainFirm['requests'])[number]) => ({
    id: idOf(row.id),
    firmId,
    matterId: idOf(row.matter),
    authorId,
    announcedAt: moment(row.announcedAt),
    createdAt,
    deletedAt: row.deleted ? createdAt : null,
  })
  await insertAll(firm.news, (row) => ({
    ...facts(row),
    body: plainTextToRichText(`Novedad ${idOf(row.id)}`),
  }))((rows) => tx.insert(news).values(rows))
  await insertAll(firm.requests, (row) => ({
    ...facts(row),
    title: `Solicitud ${idOf(row.id)}`,
    details: `Detalle ${idOf(row.id)}`,
    dueOn: '2026-03-20',
    status: 'open' as const,
    statusAt: createdAt,
  }))((rows) => tx.insert(requests).values(rows))
  const items = firm.requests.flatMap((row) => row.items.map((item) => ({ ...item, request: row.id })))
  await insertAll(items, (item, position) => ({
    id: idOf(item.id),
    firmId,
    requestId: idOf(item.request),
    position,
    title: `Documento ${idOf(item.id)}`,
    kind: 'file' as const,
    status: firm.answers.some((row) => row.item === item.id && row.rejected)
      ? ('rejected' as const)
      : ('pending' as const),
    statusAt: createdAt,
    removedAt: item.removed ? createdAt : null,
  }))((rows) => tx.insert(requestItems).values(rows))
  const meantFor = [
    ...firm.news.map((row) => ({ ...row, subjectKind: 'news' as const })),
    ...firm.requests.map((row) => ({ ...row, subjectKind: 'request' as const })),
  ].flatMap(({ id, subjectKind, audience }) => audience.map((clientId) => ({ id, subjectKind, clientId })))
  await insertAll(meantFor, ({ id, subjectKind, clientId }) => ({
    firmId,
    subjectKind,
    subjectId: idOf(id),
    clientId: idOf(clientId),
  }))((rows) => tx.insert(audiences).values(rows))
}

async function writeFiles(tx: Tx, firm: PlainFirm, { idOf, at }: WrittenFirm) {
  const firmId = idOf(firm.id)
  const createdAt = at(0)
  const matterOf = (requestId: string) =>
    idOf(firm.requests.find((request) => request.id === requestId)?.matter ?? '')
  const file = ({ id, purged }: PlainFile, matterId: string, answerId: string | null) => ({
    id: idOf(id),
    firmId,
    matterId,
    answerId,
    name: `archivo-${idOf(id)}.pdf`,
    type: 'application/pdf',
    size: Buffer.byteLength(fileContent),
    sha256: '',
    storedAs,
    createdAt,
    purgedAt: purged ? createdAt : null,
  })
  await insertAll(firm.answers, (row) => ({
    id: idOf(row.id),
    firmId,
    matterId: matterOf(row.request),
    requestId: idOf(row.request),
    clientId: idOf(row.client),
    via: 'portal' as const,
    startedAt: createdAt,
    lastAt: createdAt,
  }))((rows) => tx.insert(arrivals).values(rows))
  await insertAll(firm.answers, (row) => ({
    id: idOf(row.id),
    firmId,
    matterId: matterOf(row.request),
    requestId: idOf(row.request),
    itemId: idOf(row.item),
    clientId: idOf(row.client),
    via: 'portal' as const,
    arrivalId: idOf(row.id),
    text: `Respuesta ${idOf(row.id)}`,
    createdAt,
    verdict: row.rejected ? ('rejected' as const) : null,
    reasonCode: row.rejected ? ('other' as const) : null,
    reasonNote: row.rejected ? `Motivo ${idOf(row.id)}` : null,
    withdrawnAt: row.withdrawn ? createdAt : null,
  }))((rows) => tx.insert(answers).values(rows))
  const kept = [
    ...firm.answers.flatMap((row) => row.files.map((one) => file(one, matterOf(row.request), idOf(row.id)))),
    ...firm.entries.flatMap((row) => (row.file ? [file(row.file, idOf(row.matter), null)] : [])),
  ]
  await insertAll(kept, (row) => row)((rows) => tx.insert(files).values(rows))
  await insertAll(firm.entries, (row) => ({
    id: idOf(row.id),
    firmId,
    matterId: idOf(row.matter),
    kind: row.kind,
    title: `Actuación ${idOf(row.id)}`,
    body: `Texto ${idOf(row.id)}`,
    at: at(row.at),
    fileId: row.file && idOf(row.file.id),
    releasedAt: row.held ? null : createdAt,
    createdAt,
    deletedAt: row.deleted ? createdAt : null,
  }))((rows) => tx.insert(entries).values(rows))
}

async function writeAccesses(tx: Tx, firm: PlainFirm, all: PlainAccess[], written: WrittenFirm) {
  const { idOf, at, tokenOf } = written
  const firmId = idOf(firm.id)
  const createdAt = at(0)
  const now = at(1000)
  await insertAll(all, (access) => ({
    id: idOf(access.id),
    firmId,
    clientId: idOf(access.clients[0] ?? ''),
    kind: access.kind,
    name: 'Rosa',
    email: `${idOf(access.id)}@correo.example`,
    livingEmail: `${idOf(access.id)}@correo.example`,
    ...switchesOf(categoriesOf(access)),
    privateMatters: access.privateMatters,
    teamMatters: access.teamMatters,
    linkVersion: 1,
    createdAt,
    invitedAt: createdAt,
  }))((rows) => tx.insert(accesses).values(rows))
  const further = all.flatMap(({ id, clients: [, ...more] }) => more.map((clientId) => ({ id, clientId })))
  await insertAll(further, ({ id, clientId }) => ({
    firmId,
    accessId: idOf(id),
    clientId: idOf(clientId),
    createdAt,
  }))((rows) => tx.insert(accessExtensions).values(rows))
  await insertAll(all, (access) => ({
    id: sha256(tokenOf(access)),
    firmId,
    accessId: idOf(access.id),
    createdAt,
    lastSeenAt: now,
    expiresAt: new Date(now.getTime() + 3_600_000),
    provenAt: access.proven ? now : null,
  }))((rows) => tx.insert(sessions).values(rows))
}

function categoriesOf(access: PlainAccess): Category[] {
  const names = Object.keys(categories) as Category[]
  return names.filter((name) => access.can.includes(categories[name]))
}

function authorOf(firm: PlainFirm, idOf: WrittenFirm['idOf']): string {
  return idOf(`${firm.id}author`)
}

/** Rows in one statement, or none where there are no rows. */
function insertAll<T, R>(things: T[], row: (thing: T, index: number) => R) {
  return async (insert: (rows: R[]) => PromiseLike<unknown>) => {
    if (things.length > 0) await insert(things.map(row))
  }
}
