import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { filePasswords, files } from '#db/schema/replies.ts'
import { write } from '#db/write.ts'
import { beginPreview, previewClient } from '../../access/preview/preview.ts'
import { clientSession } from '../../access/session/client-session.ts'
import { requestForClient } from '../../requests/request-for-client.ts'
import { reviewAnswer } from '../../requests/review-answer.ts'
import { hideMatter } from '../../matters/hide-matter.ts'
import { handIn } from '../handing-in/hand-in.ts'
import { givePassword } from '../passwords/give-password.ts'
import { openFile } from './open-file.ts'
import { withdrawFile } from './withdraw-file.ts'
import { askFor, itemCalled } from '#test/office/ask-for.ts'
import { deliver } from '#test/office/deliveries.ts'
import { enterPortal, upload } from '#test/office/enter-portal.ts'
import { lawFirm } from '#test/office/law-firm.ts'
import { raceOf, refusal } from '#test/office/refusal.ts'
import { secondConnection } from '#test/office/second-connection.ts'
import { testOffice } from '#test/office/test-office.ts'

async function rosaHandsIn(...names: string[]) {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const requestId = await askFor(office, firm, 'Cédula\nContrato')
  const { id: itemId } = await itemCalled(office, requestId, 'Cédula')
  const { session } = await enterPortal(office, firm, firm.rosaId, { email: 'rosa@correo.example' })
  const send = (...files: string[]) =>
    handIn(office, { by: { session }, itemId, files: files.map((name) => upload(name)) })
  await send(...names)
  const item = async () => {
    const [cedula] = (await requestForClient(office, session, requestId)).items
    const [answer] = cedula?.answers ?? []
    return { status: cedula?.status, answerId: answer?.id ?? '', files: answer?.files ?? [] }
  }
  const fileId = async (name: string) => (await item()).files.find((file) => file.name === name)?.id ?? ''
  return { office, firm, requestId, itemId, session, send, item, fileId }
}

describe('a file that was handed in by mistake', () => {
  test('is gone for everybody, content and all; what came with it stays', async () => {
    const { office, session, item, fileId } = await rosaHandsIn('mia.pdf', 'ajena.pdf')
    await deliver(office)
    const ajena = await fileId('ajena.pdf')
    await withdrawFile(office, { by: session, fileId: ajena })
    expect(await item()).toMatchObject({ status: 'received', files: [{ name: 'mia.pdf' }] })
    expect(await refusal(openFile(office, session, ajena))).toBe('not_found')
    expect(await office.files.list('files')).toHaveLength(1)
    const [note] = (await deliver(office)).notes
    expect(note?.kind === 'answersArrived' && note.items[0]?.files.map((file) => file.name)).toEqual([
      'mia.pdf',
    ])
    expect(note?.stands).not.toBeNull()
    expect(await refusal(withdrawFile(office, { by: session, fileId: ajena }))).toBe('not_found')
  })

  test('and was all there was: its item is wanted again, and can be answered anew', async () => {
    const { office, session, requestId, send, item, fileId } = await rosaHandsIn('ajena.pdf')
    await withdrawFile(office, { by: session, fileId: await fileId('ajena.pdf') })
    expect(await item()).toMatchObject({ status: 'pending', files: [] })
    expect(await requestForClient(office, session, requestId)).toMatchObject({
      status: 'open',
      counts: { missing: 2 },
    })
    await send('correcta.pdf')
    expect(await item()).toMatchObject({ status: 'received', files: [{ name: 'correcta.pdf' }] })
  })

  test('goes back to what stood before: an earlier rejection asks again', async () => {
    const { office, firm, session, send, item, fileId } = await rosaHandsIn('borrosa.pdf')
    const reason = { code: 'illegible' as const, note: null }
    await reviewAnswer(office, {
      by: firm.camila,
      answerId: (await item()).answerId,
      verdict: 'rejected',
      reason,
    })
    await send('ajena.pdf')
    await withdrawFile(office, { by: session, fileId: await fileId('ajena.pdf') })
    expect(await item()).toMatchObject({ status: 'rejected', files: [{ name: 'borrosa.pdf' }] })
  })

  test('takes the password along that was given for it', async () => {
    const { office, session, fileId } = await rosaHandsIn('bloqueado.pdf')
    const id = await fileId('bloqueado.pdf')
    await write(office.db, (tx) => tx.update(files).set({ flag: 'encrypted' }).where(eq(files.id, id)))
    await givePassword(office, { by: { session }, fileId: id, password: 'clave' })
    expect(await office.db.read.select().from(filePasswords)).toHaveLength(1)
    await withdrawFile(office, { by: session, fileId: id })
    expect(await office.db.read.select().from(filePasswords)).toEqual([])
  })

  test('stays once it was judged, whoever is faster', async () => {
    const { office, firm, session, item, fileId } = await rosaHandsIn('una.pdf')
    const { answerId } = await item()
    const id = await fileId('una.pdf')
    const { lost } = await raceOf(
      reviewAnswer(office, { by: firm.camila, answerId, verdict: 'approved' }),
      withdrawFile(await secondConnection(office), { by: session, fileId: id }),
    )
    expect(['item_closed', 'not_found', 'already_decided']).toContain(lost.code)
  })

  test('can be taken back by nobody else, and not where the matter is hidden', async () => {
    const { office, firm, session, requestId, fileId, item } = await rosaHandsIn('mia.pdf')
    const id = await fileId('mia.pdf')
    const pedroId = await firm.addClient('Pedro Díaz', 'pedro@correo.example')
    const pedro = await enterPortal(office, firm, pedroId, { email: 'pedro@correo.example' })
    expect(await refusal(withdrawFile(office, { by: pedro.session, fileId: id }))).toBe('not_found')
    const { url } = await previewClient(office, { by: firm.ana, clientId: firm.rosaId })
    const { sessionToken } = await beginPreview(office, { token: url.split('/').at(-1) ?? '' })
    const looking = await clientSession(office, sessionToken)
    if (!looking) throw new Error('no preview')
    expect(await refusal(withdrawFile(office, { by: looking, fileId: id }))).toBe('looking_only')
    expect(await item()).toMatchObject({ files: [{ id }] })
    await hideMatter(office, { by: firm.ana, matterId: firm.matterId })
    expect(await refusal(withdrawFile(office, { by: session, fileId: id }))).toBe('not_found')
    expect(requestId).not.toBe('')
  })
})
