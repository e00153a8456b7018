import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { events, outbox } from '#db/schema/delivery.ts'
import { filePasswords, files } from '#db/schema/replies.ts'
import { matters } from '#db/schema/matters.ts'
import { write } from '#db/write.ts'
import { fixtureFile } from '#test/fixtures/mail/build.ts'
import { askFor, itemCalled } from '#test/office/ask-for.ts'
import { deliver } from '#test/office/deliveries.ts'
import { enterPortal } from '#test/office/enter-portal.ts'
import { mailComesIn, replyAddressOf } from '#test/office/incoming.ts'
import { lawFirm } from '#test/office/law-firm.ts'
import { refusal } from '#test/office/refusal.ts'
import { testOffice } from '#test/office/test-office.ts'
import { beginPreview, previewClient } from '../../access/preview/preview.ts'
import { clientSession } from '../../access/session/client-session.ts'
import { fileUrl } from '../../files/file-pass.ts'
import { requestForClient } from '../../requests/request-for-client.ts'
import { reviewAnswer } from '../../requests/review-answer.ts'
import { uploadPage } from '../../requests/upload-page.ts'
import { uploadToken } from '../../requests/upload-pass.ts'
import { purgeFile } from '../files/purge-file.ts'
import { settleFile } from '../files/settle-file.ts'
import { givePassword } from './give-password.ts'
import { fileWithPassword, showPassword } from './show-password.ts'

const rosa = 'rosa@correo.example'
const right = 'secreta'

/** Rosa is asked for two papers and answers by mail with one that is locked. */
async function rosaSendsLocked(content: Buffer = fixtureFile('locked-r6.pdf'), type = 'application/pdf') {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const luisId = await firm.addClient('Luis Mora', 'luis@correo.example')
  const matterId = await firm.addMatter({
    title: 'Herencia Fuentes',
    clients: [firm.rosaId, luisId],
    responsible: [firm.camila.memberId],
  })
  const requestId = await askFor(office, firm, 'Cartola\nCédula', { matterId })
  const replyAddressId = await replyAddressOf(office, rosa, requestId)
  await deliver(office)
  await mailComesIn(office, {
    from: rosa,
    to: [replyAddressId],
    text: 'Adjunto.',
    attachments: [{ name: 'cartola.pdf', content, type, flag: 'encrypted' }],
  })
  const [file] = await office.db.read.select().from(files)
  const fileId = file?.id ?? ''
  const { session } = await enterPortal(office, firm, firm.rosaId, { email: rosa })
  const pass = (memberId: string) => new URL(fileUrl(office, fileId, memberId)).searchParams.get('pass') ?? ''
  return {
    office,
    firm,
    luisId,
    matterId,
    requestId,
    fileId,
    session,
    token: uploadToken(office, replyAddressId),
    pass,
  }
}

describe('a locked document that came by mail', () => {
  test('is named in the receipt, which leads to the page on which its password is given', async () => {
    const { office, token, requestId, session, fileId } = await rosaSendsLocked()
    const [letter] = (await deliver(office)).letters
    expect(letter).toMatchObject({ kind: 'receipt', notUsable: [{ name: 'cartola.pdf', flag: 'encrypted' }] })
    expect(letter?.uploadUrl).toContain(`/upload/${token}`)
    const locked = [{ id: fileId, name: 'cartola.pdf', givenAt: null }]
    expect((await uploadPage(office, token))?.request).toMatchObject({ locked })
    expect(await requestForClient(office, session, requestId)).toMatchObject({ locked })
  })

  test.each(['link', 'session'])(
    'has its password from the client (%s); members are told that, never which',
    async (way) => {
      const { office, firm, fileId, session, token, pass, requestId } = await rosaSendsLocked()
      await deliver(office)
      const by = way === 'link' ? { uploadToken: token } : { session }
      await givePassword(office, { by, fileId, password: ` ${right}` })
      const { notes } = await deliver(office)
      const [arrived] = notes.filter((note) => note.kind === 'answersArrived')
      expect(arrived).toMatchObject({ unsure: [{ id: fileId, flag: 'unlocked' }], setAside: [] })
      const told = notes.filter((note) => note.kind === 'passwordGiven')
      expect(told).toMatchObject([
        { userId: 'UCAMILA', client: 'Rosa Fuentes', file: { name: 'cartola.pdf' } },
      ])
      const path = new URL(told[0]?.file.url ?? '').pathname
      expect(path).toBe(`/files/${fileId}`)

      const about = await fileWithPassword(office, fileId, pass(firm.camila.memberId))
      expect(about).toMatchObject({ name: 'cartola.pdf', client: 'Rosa Fuentes' })
      expect(await showPassword(office, fileId, pass(firm.camila.memberId))).toBe(right)
      const history = await office.db.read.select().from(events)
      expect(history.filter(({ kind }) => kind.startsWith('password'))).toMatchObject([
        { kind: 'passwordGiven', actorKind: 'client', actorId: firm.rosaId, subjectId: requestId },
        { kind: 'passwordShown', actorKind: 'member', actorId: firm.camila.memberId, subjectId: requestId },
      ])
      const kept = await office.db.read.select().from(filePasswords)
      const rows = [...history, ...kept, ...(await office.db.read.select().from(outbox)), ...notes, about]
      expect(/secreta(?!ria@)/.exec(JSON.stringify(rows))).toBeNull()
    },
  )

  test('becomes an answer by the hand of a member, who approves it', async () => {
    const { office, firm, fileId, session, requestId } = await rosaSendsLocked()
    await givePassword(office, { by: { session }, fileId, password: right })
    const { id: itemId } = await itemCalled(office, requestId, 'Cartola')
    await settleFile(office, { by: firm.camila, fileId, itemId })
    const [item] = (await requestForClient(office, session, requestId)).items
    await reviewAnswer(office, {
      by: firm.camila,
      answerId: item?.answers[0]?.id ?? '',
      verdict: 'approved',
    })
    const seen = await requestForClient(office, session, requestId)
    expect(seen).toMatchObject({ items: [{ status: 'approved' }, {}], locked: [] })
    expect(await refusal(givePassword(office, { by: { session }, fileId, password: right }))).toBe(
      'not_found',
    )
  })

  test('keeps one that opens it, whatever is typed of which that cannot be told', async () => {
    const { office, firm, fileId, session, pass } = await rosaSendsLocked()
    await givePassword(office, { by: { session }, fileId, password: right })
    expect(await refusal(givePassword(office, { by: { session }, fileId, password: 'contraseña' }))).toBe(
      'password_does_not_open',
    )
    expect(await showPassword(office, fileId, pass(firm.camila.memberId))).toBe(right)
  })

  test('keeps the password that was given last, and each is told', async () => {
    const { office, firm, fileId, session, pass } = await rosaSendsLocked(
      Buffer.from('no pdf'),
      'application/x-cfb',
    )
    for (const password of ['una', 'otra']) await givePassword(office, { by: { session }, fileId, password })
    expect(await showPassword(office, fileId, pass(firm.camila.memberId))).toBe('otra')
    const { notes } = await deliver(office)
    expect(notes.filter(({ kind }) => kind === 'passwordGiven')).toHaveLength(2)
  })

  test.each([
    ['locked-r2.pdf', 'application/pdf'],
    ['locked-r6.pdf', 'application/pdf'],
    ['locked.zip', 'application/zip'],
  ])('whose password is wrong is said so at once (%s)', async (name, type) => {
    const { office, fileId, session } = await rosaSendsLocked(fixtureFile(name), type)
    const give = (password: string) => givePassword(office, { by: { session }, fileId, password })
    expect(await refusal(give('12345'))).toBe('password_does_not_open')
    expect(await office.db.read.select().from(filePasswords)).toEqual([])
    await give('secreta')
    expect(await office.db.read.select().from(filePasswords)).toHaveLength(1)
  })

  test('takes no empty password, no endless one, and not one after the other', async () => {
    const { office, fileId, session } = await rosaSendsLocked()
    const give = (password: string) => givePassword(office, { by: { session }, fileId, password })
    expect(await refusal(give('  \u0000'))).toBe('text_missing')
    expect(await refusal(give('x'.repeat(201)))).toBe('text_too_long')
    for (let tried = 0; tried < 20; tried++)
      expect(await refusal(give(`${tried}`))).toBe('password_does_not_open')
    expect(await refusal(give(right))).toBe('too_many_attempts')
  })

  test('has its password from nobody else, and shows it to nobody without the right', async () => {
    const { office, firm, luisId, matterId, fileId, session, token, pass } = await rosaSendsLocked()
    const give = (by: Parameters<typeof givePassword>[1]['by']) =>
      refusal(givePassword(office, { by, fileId, password: right }))
    // Another client of the very matter, of whom the same is asked.
    const his = await enterPortal(office, firm, luisId, { email: 'luis@correo.example' })
    expect(await give({ session: his.session })).toBe('not_found')
    const other = await askFor(office, firm, 'Mandato', { matterId })
    const otherAddress = await replyAddressOf(office, rosa, other)
    expect(await give({ uploadToken: uploadToken(office, otherAddress) })).toBe('not_found')
    expect(await give({ uploadToken: `${token}x` })).toBe('not_found')
    // A member who looks through her eyes.
    const { url } = await previewClient(office, { by: firm.camila, clientId: firm.rosaId })
    const { sessionToken } = await beginPreview(office, {
      token: new URL(url).pathname.split('/').at(-1) ?? '',
    })
    const borrowed = await clientSession(office, sessionToken)
    if (!borrowed) expect.fail('no preview')
    expect(await give({ session: borrowed })).toBe('looking_only')

    await givePassword(office, { by: { session }, fileId, password: right })
    const ofOthers = await lawFirm(office, 'T000000002')
    const { memberId } = await firm.addMember('Pedro Paz', 'assistant')
    const look = (whose: string) => refusal(showPassword(office, fileId, pass(whose)))
    expect(await look(ofOthers.ana.memberId)).toBe('not_found')
    expect(await refusal(showPassword(office, fileId, `${pass(memberId)}x`))).toBe('not_found')
    await write(office.db, (tx) =>
      tx.update(matters).set({ visibility: 'private' }).where(eq(matters.id, matterId)),
    )
    expect(await look(memberId)).toBe('not_found')
    expect(await showPassword(office, fileId, pass(firm.camila.memberId))).toBe(right)

    await write(office.db, (tx) =>
      tx
        .update(matters)
        .set({ visibility: 'firm', closedAt: office.clock() })
        .where(eq(matters.id, matterId)),
    )
    expect(await give({ session })).toBe('matter_closed')
    expect(await give({ uploadToken: token })).toBe('not_found')
  })

  test('is not named to the holder of a link that came to another address of the client', async () => {
    const { office, requestId } = await rosaSendsLocked()
    const accountants = await replyAddressOf(office, 'contador@correo.example', requestId)
    const page = await uploadPage(office, uploadToken(office, accountants))
    expect(page?.request?.locked).toMatchObject([{ name: null }])
  })

  test('of a sensitive matter is not named on the page of a link', async () => {
    const { office, matterId, token, requestId, session } = await rosaSendsLocked()
    await write(office.db, (tx) =>
      tx.update(matters).set({ sensitiveAt: office.clock() }).where(eq(matters.id, matterId)),
    )
    expect((await uploadPage(office, token))?.request?.locked).toMatchObject([{ name: null }])
    expect((await requestForClient(office, session, requestId)).locked).toMatchObject([
      { name: 'cartola.pdf' },
    ])
    const [letter] = (await deliver(office)).letters.filter(({ kind }) => kind === 'receipt')
    expect(letter?.discreet).toBe(true)
  })

  test('takes its password along when it is purged, and the message about it is not posted any more', async () => {
    const { office, firm, fileId, session, pass } = await rosaSendsLocked()
    await givePassword(office, { by: { session }, fileId, password: right })
    await purgeFile(office, { by: firm.camila, fileId, reason: 'Es de otra persona' })
    expect(await office.db.read.select().from(filePasswords)).toEqual([])
    expect(await refusal(showPassword(office, fileId, pass(firm.camila.memberId)))).toBe('not_found')
    const { notes, cancelled } = await deliver(office)
    expect(notes.filter(({ kind }) => kind === 'passwordGiven')).toEqual([])
    expect(cancelled).toContain('nothing to tell')
  })

  test('whose password was moved to another file in the database does not give it away', async () => {
    const { office, firm, fileId, session, pass } = await rosaSendsLocked()
    await givePassword(office, { by: { session }, fileId, password: right })
    const [kept] = await office.db.read.select().from(filePasswords)
    const [file] = await office.db.read.select().from(files)
    if (!kept || !file) expect.fail('nothing was kept')
    await write(office.db, async (tx) => {
      await tx.insert(files).values({ ...file, id: 'otherfile' })
      await tx.insert(filePasswords).values({ ...kept, fileId: 'otherfile' })
    })
    const url = new URL(fileUrl(office, 'otherfile', firm.camila.memberId))
    await expect(showPassword(office, 'otherfile', url.searchParams.get('pass') ?? '')).rejects.toThrow(
      "another file's",
    )
    expect(await showPassword(office, fileId, pass(firm.camila.memberId))).toBe(right)
  })
})
