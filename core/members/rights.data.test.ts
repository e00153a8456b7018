import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { additionalEmails } from '#db/schema/clients.ts'
import { members } from '#db/schema/firms.ts'
import { matters, responsibles } from '#db/schema/matters.ts'
import { files } from '#db/schema/replies.ts'
import { outbox } from '#db/schema/delivery.ts'
import { addAccess } from '../access/granting/add-access.ts'
import { editAccess } from '../access/granting/edit-access.ts'
import { invite } from '../access/granting/invite.ts'
import { listAccesses } from '../access/granting/list-accesses.ts'
import { removeAccess } from '../access/granting/remove-access.ts'
import { addClient } from '../clients/add-client.ts'
import { addAdditionalEmail } from '../clients/add-additional-email.ts'
import { clientProfile } from '../clients/client-profile.ts'
import { editAdditionalEmail } from '../clients/edit-additional-email.ts'
import { editClient } from '../clients/edit-client.ts'
import { removeAdditionalEmail } from '../clients/remove-additional-email.ts'
import { handOver } from './hand-over.ts'
import { chatNoteFor } from '../delivery/chat-note-for.ts'
import { noteAsItStands } from '../delivery/note-as-it-stands.ts'
import { addEntry } from '../entries/add-entry.ts'
import { fileUrl } from '../files/file-pass.ts'
import { addMatter } from '../matters/add-matter.ts'
import { closeMatter } from '../matters/close-matter.ts'
import { communicationOf } from '../matters/communication.ts'
import { newsInMatter } from '../matters/communication/news-shown.ts'
import { requestInMatter } from '../matters/communication/requests-shown.ts'
import { editMatter } from '../matters/edit-matter.ts'
import { findMatters } from '../matters/find-matters.ts'
import { hideMatter } from '../matters/hide-matter.ts'
import { matterDetails } from '../matters/matter-details.ts'
import { matterForClient } from '../matters/matter-for-client.ts'
import { pendingWork } from '../matters/pending.ts'
import { reopenMatter } from '../matters/reopen-matter.ts'
import { showMatter } from '../matters/show-matter.ts'
import { whoIsTold } from '../matters/who-is-told.ts'
import { deleteNews } from '../news/delete-news.ts'
import { readDraft, saveDraft } from '../news/draft.ts'
import { editNews } from '../news/edit-news.ts'
import { publishNews } from '../news/publish-news.ts'
import { remindNow } from '../reminders/remind-now.ts'
import { snoozeReminders } from '../reminders/snooze.ts'
import { arrivalForReview } from '../replies/arrival-for-review.ts'
import { decideQuarantine } from '../replies/quarantine/decide-quarantine.ts'
import { handIn } from '../replies/handing-in/hand-in.ts'
import { openFile, openFileByPass } from '../replies/files/open-file.ts'
import { settleFile } from '../replies/files/settle-file.ts'
import { cancelRequest } from '../requests/cancel-request.ts'
import { checkRequest } from '../requests/check-request.ts'
import { deleteRequest } from '../requests/delete-request.ts'
import { editRequest } from '../requests/edit-request.ts'
import { requestForClient } from '../requests/request-for-client.ts'
import { reviewAnswer } from '../requests/review-answer.ts'
import { waiveItem } from '../requests/waive-item.ts'
import type { MemberActor } from './actor.ts'
import { memberFromChat } from './member-from-chat.ts'
import { membersToTell } from './members-to-tell.ts'
import { askFor, itemCalled } from '#test/office/ask-for.ts'
import { deliver } from '#test/office/deliveries.ts'
import { enterPortal, upload, type Visit } from '#test/office/enter-portal.ts'
import { mailComesIn, replyAddressOf } from '#test/office/incoming.ts'
import { lawFirm, tenant, words, type LawFirm } from '#test/office/law-firm.ts'
import { refusal } from '#test/office/refusal.ts'
import { testOffice, type TestOffice } from '#test/office/test-office.ts'

const body = words('Hola')

/** A firm with one of each thing that has an id. */
async function fullFirm(office: TestOffice) {
  const firm = await lawFirm(office)
  const { newsId } = await publishNews(office, { by: firm.camila, matterId: firm.matterId, body })
  const requestId = await askFor(office, firm, 'Cédula\nContrato\nPoder')
  const to = [await replyAddressOf(office, 'rosa@correo.example', requestId)]
  const send = (name: string, from = 'rosa@correo.example') =>
    mailComesIn(office, { from, to, text: name, attachments: [{ name, type: 'image/jpeg' }] })
  await send('cedula.jpg')
  await send('IMG_1.jpg')
  const { inboundId } = await send('cedula.jpg', 'otro@correo.example')
  const waiting = await arrivalForReview(office, { by: firm.camila, requestId })
  const draftId = await saveDraft(office, {
    by: firm.camila,
    content: { kind: 'news', matterId: firm.matterId, body },
  })
  const visit = await enterPortal(office, firm, firm.rosaId, { email: 'rosa@correo.example' })
  const [arrival] = await office.db.read
    .select({ id: outbox.subjectId })
    .from(outbox)
    .where(eq(outbox.noticeKind, 'answersArrived'))
  const [further] = await office.db.read.select({ id: additionalEmails.id }).from(additionalEmails)
  return {
    firm,
    additionalId: further?.id ?? '',
    newsId,
    requestId,
    inboundId,
    draftId,
    visit,
    arrivalId: arrival?.id ?? '',
    itemId: (await itemCalled(office, requestId, 'Contrato')).id,
    answerId: waiting?.items[0]?.answerId ?? '',
    fileId: waiting?.unsure[0]?.id ?? '',
    answerFileId: waiting?.items[0]?.files[0]?.id ?? '',
  }
}

type Theirs = Awaited<ReturnType<typeof fullFirm>>

/** Everything a member can do with something that has an id. */
function acts(office: TestOffice, by: MemberActor, on: Theirs): Record<string, () => Promise<unknown>> {
  const { firm, newsId, requestId, itemId, answerId, fileId, inboundId, draftId } = on
  const { matterId, rosaId: clientId } = firm
  const { accessId } = on.visit
  const { additionalId } = on
  const address = { email: 'nueva@correo.example', name: '', role: '', matterIds: null }
  const content = { title: 'A', details: '', items: [{ title: 'B', kind: 'file' as const }], dueOn: null }
  const edit = {
    title: 'A',
    details: '',
    dueOn: null,
    items: [{ id: null, title: 'B', kind: 'file' as const }],
  }
  return {
    addAccess: () => addAccess(office, { by, clientId, kind: 'link', email: 'nuevo@correo.example' }),
    editAccess: () => editAccess(office, { by, accessId, name: 'X' }),
    invite: () => invite(office, { by, accessId }),
    removeAccess: () => removeAccess(office, { by, accessId }),
    editClient: () => editClient(office, { by, clientId, name: 'X' }),
    clientProfile: () => clientProfile(office, { by, clientId }),
    addAdditionalEmail: () => addAdditionalEmail(office, { ...address, by, clientId }),
    editAdditionalEmail: () => editAdditionalEmail(office, { ...address, by, additionalId }),
    removeAdditionalEmail: () => removeAdditionalEmail(office, { by, additionalId }),
    handOver: () => handOver(office, { by, fromId: by.memberId, toId: firm.ana.memberId, matterIds: null }),
    addEntry: () => addEntry(office, { by, matterId, kind: 'task', title: 'X' }),
    addMatterForClient: () => addMatter(office, { by, title: 'X', clients: [clientId] }),
    addMatterAgainst: () => addMatter(office, { by, title: 'X', clients: [], otherSide: [clientId] }),
    addMatterUnder: () =>
      addMatter(office, { by, title: 'X', clients: [], parent: { matterId, relation: 'appeal' } }),
    addMatterResponsible: () =>
      addMatter(office, { by, title: 'X', clients: [], responsible: [firm.camila.memberId] }),
    editMatter: () => editMatter(office, { by, matterId, title: 'X' }),
    matterDetails: () => matterDetails(office, { by, matterId }),
    hideMatter: () => hideMatter(office, { by, matterId }),
    showMatter: () => showMatter(office, { by, matterId }),
    closeMatter: () => closeMatter(office, { by, matterId }),
    reopenMatter: () => reopenMatter(office, { by, matterId }),
    communicationOf: () => communicationOf(office, { by, matterId }),
    newsInMatter: () => newsInMatter(office, { by, matterId, newsId }),
    requestInMatter: () => requestInMatter(office, { by, matterId, requestId }),
    whoIsTold: () => whoIsTold(office, { by, matterId }),
    publishNews: () => publishNews(office, { by, matterId, body }),
    editNews: () => editNews(office, { by, newsId, body, tellAgain: true }),
    deleteNews: () => deleteNews(office, { by, newsId }),
    readDraft: () => readDraft(office, { by, draftId }),
    checkRequest: () => checkRequest(office, { by, matterId, ...content }),
    editRequest: () => editRequest(office, { by, requestId, ...edit, tellAgain: false }),
    deleteRequest: () => deleteRequest(office, { by, requestId }),
    cancelRequest: () => cancelRequest(office, { by, requestId, tell: true }),
    waiveItem: () => waiveItem(office, { by, itemId }),
    reviewAnswer: () => reviewAnswer(office, { by, answerId, verdict: 'approved' }),
    settleFile: () => settleFile(office, { by, fileId, itemId }),
    decideQuarantine: () => decideQuarantine(office, { by, inboundId, decision: 'accepted' }),
    arrivalForReview: () => arrivalForReview(office, { by, requestId }),
    remindNow: () => remindNow(office, { by, requestId }),
    snoozeReminders: () => snoozeReminders(office, { by, requestId, until: '2026-03-30' }),
    openFileByPass: () => {
      const pass = new URL(fileUrl(office, fileId, by.memberId)).searchParams.get('pass') ?? ''
      return openFileByPass(office, fileId, pass)
    },
  }
}

async function untouched(office: TestOffice): Promise<string> {
  const tables = [
    'events',
    'outbox',
    'matters',
    'news',
    'requests',
    'request_items',
    'answers',
    'files',
    'clients',
    'accesses',
    'entries',
  ]
  const counts = []
  for (const name of tables) {
    const rows = await office.db.read
      .select({ id: sql<string>`id`.as('id') })
      .from(sql`${sql.identifier(name)}`)
    counts.push(`${name} ${rows.length}`)
  }
  return counts.join(', ')
}

describe('with ids of another firm', () => {
  let office: TestOffice
  let theirs: Theirs
  let other: LawFirm
  beforeAll(async () => {
    office = await testOffice()
    theirs = await fullFirm(office)
    other = await lawFirm(office, 'T000000002')
  })

  test('no member, not even an admin, can do or learn anything: it does not exist', async () => {
    const before = await untouched(office)
    for (const by of [other.ana, other.camila]) {
      for (const [name, act] of Object.entries(acts(office, by, theirs))) {
        expect([name, await refusal(act())]).toEqual([name, 'not_found'])
      }
    }
    expect(await untouched(office)).toBe(before)
    const { arrivalId, inboundId } = theirs
    expect(
      await noteAsItStands(office, { by: other.ana, noteKind: 'answersArrived', subjectId: arrivalId }),
    ).toBeNull()
    expect(
      await noteAsItStands(office, { by: other.ana, noteKind: 'mailQuarantined', subjectId: inboundId }),
    ).toBeNull()
    expect(await listAccesses(office, { by: other.ana, clientId: theirs.firm.rosaId })).toEqual([])
    const audience = [theirs.firm.rosaId]
    const mixed = publishNews(office, { by: other.camila, matterId: other.matterId, body, audience })
    expect(await refusal(mixed)).toBe('nobody_to_tell')
    expect((await findMatters(office, { by: other.ana, words: 'fuentes' })).map((one) => one.id)).toEqual([
      other.matterId,
    ])
    const pending = await pendingWork(office, { by: other.ana, all: true })
    expect(Object.values(pending).flat()).toEqual([])
  })

  test('no client can see or do anything', async () => {
    const pedro: Visit = await enterPortal(office, other, other.rosaId, { email: 'rosa@correo.example' })
    const { session } = pedro
    expect(await refusal(matterForClient(office, session, theirs.firm.matterId))).toBe('not_found')
    expect(await refusal(requestForClient(office, session, theirs.requestId))).toBe('not_found')
    expect(await refusal(openFile(office, session, theirs.answerFileId))).toBe('not_found')
    const hand = handIn(office, { by: { session }, itemId: theirs.itemId, files: [upload('x.pdf')] })
    expect(await refusal(hand)).toBe('not_found')
  })

  test("that the firm's own members use, everything is there", async () => {
    const { firm } = theirs
    const own = acts(office, firm.camila, theirs)
    for (const name of [
      'communicationOf',
      'newsInMatter',
      'requestInMatter',
      'whoIsTold',
      'readDraft',
      'arrivalForReview',
      'openFileByPass',
      'checkRequest',
      'clientProfile',
    ]) {
      await own[name]?.()
    }
  })
})

describe('a member who has left', () => {
  test('can do nothing any more, and is no longer told anything', async () => {
    const office = await testOffice()
    const theirs = await fullFirm(office)
    const { camila, firmId, matterId } = theirs.firm
    await deliver(office)
    await office.db.transaction((tx) =>
      tx.update(members).set({ leftAt: office.now }).where(eq(members.id, camila.memberId)),
    )
    const codes = new Map<string, string>()
    for (const [name, act] of Object.entries(acts(office, camila, theirs))) {
      // Whatever a leaver wrote is theirs to read; nothing can be done with it.
      if (name === 'readDraft') continue
      codes.set(name, await refusal(act()))
    }
    expect(new Set(codes.values())).toEqual(new Set(['not_a_member', 'not_found']))
    expect([...codes].filter(([, code]) => code === 'not_found').map(([name]) => name)).toEqual([
      'openFileByPass',
    ])
    expect(await refusal(memberFromChat(office, { platform: 'slack', tenant, userId: 'UCAMILA' }))).toBe(
      'not_a_member',
    )
    expect(await refusal(addClient(office, { by: camila, name: 'X', email: 'x@correo.example' }))).toBe(
      'not_a_member',
    )
    expect(await refusal(findMatters(office, { by: camila, words: '' }))).toBe('not_a_member')
    // Nothing is orphaned: the admins are told instead.
    const told = await membersToTell(office.db.read, firmId, matterId, new Date('2026-03-03T15:00:00Z'))
    expect(told.map((member) => member.memberId)).toEqual([theirs.firm.ana.memberId])
  })

  test('is not sent a message that was written before', async () => {
    const office = await testOffice()
    const theirs = await fullFirm(office)
    const { camila } = theirs.firm
    const [row] = await office.db.read.select().from(outbox).where(eq(outbox.noticeKind, 'answersArrived'))
    if (!row) throw new Error('no note')
    expect((await chatNoteFor(office, row)).kind).toBe('answersArrived')
    await office.db.transaction((tx) =>
      tx.update(members).set({ leftAt: office.now }).where(eq(members.id, camila.memberId)),
    )
    expect(await chatNoteFor(office, row)).toEqual({ kind: 'cancelled', because: 'member left' })
  })
})

describe('within the firm', () => {
  test("a private matter is its responsible members' and the admins', a team's is its team's, the rest everybody's", async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    const pablo = await firm.addMember('Pablo Reyes', 'lawyer')
    const lucia = await firm.addMember('Lucía Paz', 'assistant')
    const clients = [firm.rosaId]
    const secret = await firm.addMatter({
      title: 'P',
      clients,
      visibility: 'private',
      responsible: [pablo.memberId],
    })
    const family = await firm.addMatter({
      title: 'F',
      clients,
      team: 'Familia',
      responsible: [lucia.memberId],
    })
    const may = async (by: MemberActor, matterId: string) =>
      whoIsTold(office, { by, matterId }).then(
        () => true,
        () => false,
      )
    const table = []
    for (const by of [firm.ana, firm.camila, pablo, lucia]) {
      table.push([by.name, await may(by, firm.matterId), await may(by, secret), await may(by, family)])
    }
    expect(table).toEqual([
      ['Ana Rojas', true, true, true],
      ['Camila Soto', true, false, false],
      ['Pablo Reyes', true, true, false],
      ['Lucía Paz', true, false, true],
    ])
  })

  test('a file that chat links to opens for the member it was linked for, with the rights they have now', async () => {
    const office = await testOffice()
    const { firm, fileId, answerFileId } = await fullFirm(office)
    const passOf = (id: string, by: MemberActor) =>
      new URL(fileUrl(office, id, by.memberId)).searchParams.get('pass') ?? ''
    const pass = passOf(fileId, firm.camila)
    expect((await openFileByPass(office, fileId, pass)).name).toBe('IMG_1.jpg')
    const forged = [
      '',
      pass.slice(0, -1),
      pass.replace(firm.camila.memberId, firm.ana.memberId),
      `${pass}a`,
      '--',
      'a-9999999999-b',
    ]
    for (const one of forged) expect(await refusal(openFileByPass(office, fileId, one))).toBe('not_found')
    expect(await refusal(openFileByPass(office, answerFileId, pass))).toBe('not_found')
    await office.db.transaction(async (tx) => {
      await tx.update(matters).set({ visibility: 'private' }).where(eq(matters.id, firm.matterId))
      await tx.delete(responsibles)
    })
    expect(await refusal(openFileByPass(office, fileId, pass))).toBe('not_found')
    office.later({ days: 15 })
    expect(await refusal(openFileByPass(office, fileId, passOf(fileId, firm.camila)))).toBe('not_found')
    expect(await office.db.read.select().from(files)).not.toEqual([])
  })

  test('who is told: the responsible members, and the delegate of one who is absent; nobody responsible, the admins', async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    const pablo = await firm.addMember('Pablo Reyes', 'lawyer')
    const nobodys = await firm.addMatter({ title: 'X', clients: [firm.rosaId] })
    const absence = { delegateId: pablo.memberId, absentFrom: '2026-03-10', absentUntil: '2026-03-12' }
    await office.db.transaction((tx) =>
      tx.update(members).set(absence).where(eq(members.id, firm.camila.memberId)),
    )
    const told = async (matterId: string | null, day: string) =>
      (await membersToTell(office.db.read, firm.firmId, matterId, new Date(`${day}T15:00:00Z`)))
        .map((member) => member.memberId)
        .sort()
    const both = [firm.camila.memberId, pablo.memberId].sort()
    expect(await told(firm.matterId, '2026-03-09')).toEqual([firm.camila.memberId])
    expect(await told(firm.matterId, '2026-03-10')).toEqual(both)
    expect(await told(firm.matterId, '2026-03-12')).toEqual(both)
    expect(await told(firm.matterId, '2026-03-13')).toEqual([firm.camila.memberId])
    expect(await told(nobodys, '2026-03-10')).toEqual([firm.ana.memberId])
    expect(await told(null, '2026-03-10')).toEqual([firm.ana.memberId])
  })

  test('a delegate finds and may open the private matters they stand in for', async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    const pablo = await firm.addMember('Pablo Reyes', 'lawyer')
    await office.db.transaction((tx) =>
      tx.update(members).set({ standInId: pablo.memberId }).where(eq(members.id, firm.camila.memberId)),
    )
    const responsible = [firm.camila.memberId]
    const matterId = await firm.addMatter({
      title: 'Secreto',
      clients: [firm.rosaId],
      visibility: 'private',
      responsible,
    })
    expect((await findMatters(office, { by: pablo, words: 'secreto' })).map((one) => one.id)).toEqual([
      matterId,
    ])
    expect((await whoIsTold(office, { by: pablo, matterId })).matter.title).toBe('Secreto')
  })

  test('a delegate gives nobody for good what they see in a colleague’s stead, neither matter nor client', async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    const { ana, camila } = firm
    const pablo = await firm.addMember('Pablo Reyes', 'lawyer')
    const nora = await firm.addMember('Nora Vidal', 'assistant')
    const zulema = await firm.addClient('Zulema', 'zulema@correo.example')
    const matterId = await firm.addMatter({
      title: 'Secreto',
      clients: [zulema],
      visibility: 'private',
      responsible: [camila.memberId],
    })
    await office.db.transaction((tx) =>
      tx.update(members).set({ standInId: pablo.memberId }).where(eq(members.id, camila.memberId)),
    )
    const answeredBy = (by: MemberActor, ...added: MemberActor[]) =>
      editMatter(office, {
        by,
        matterId,
        responsible: { added: added.map((member) => member.memberId), gone: [] },
      })
    expect(await refusal(answeredBy(pablo, pablo))).toBe('not_allowed')
    expect(await refusal(answeredBy(pablo, nora))).toBe('not_allowed')
    const wish = { by: pablo, title: 'X', responsible: [pablo.memberId] }
    expect(await refusal(addMatter(office, { ...wish, clients: [zulema] }))).toBe('not_found')
    expect(await refusal(addMatter(office, { ...wish, clients: [], otherSide: [zulema] }))).toBe('not_found')
    await editMatter(office, { by: pablo, matterId, alias: 'Lirio' })
    await answeredBy(camila, nora)
    await answeredBy(ana, nora, pablo)
    await addMatter(office, { ...wish, clients: [zulema] })
  })
})

test("a chat user is their firm's member, in the language of their profile; nobody else is anybody", async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const who = (over: Partial<{ tenant: string; userId: string; profileLocale: string }>) =>
    memberFromChat(office, { platform: 'slack', tenant, userId: 'UCAMILA', ...over })
  expect(await who({})).toMatchObject({
    memberId: firm.camila.memberId,
    locale: 'es-CL',
    timeZone: 'America/Santiago',
  })
  expect((await who({ profileLocale: 'pt-BR' })).locale).toBe('pt-BR')
  // Remembered for what is posted when they are not there.
  expect((await who({})).locale).toBe('pt-BR')
  expect(await refusal(who({ tenant: 'T999' }))).toBe('not_a_member')
  expect(await refusal(who({ userId: 'UNOBODY' }))).toBe('not_a_member')
  expect(await refusal(memberFromChat(office, { platform: 'teams', tenant, userId: 'UCAMILA' }))).toBe(
    'not_a_member',
  )
})
