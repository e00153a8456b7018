import { describe, expect, test } from 'vitest'
import { answers, files } from '#db/schema/replies.ts'
import { editClient } from '../../clients/edit-client.ts'
import { removeAccess } from '../../access/granting/remove-access.ts'
import { uploadPage } from '../../requests/upload-page.ts'
import { handIn, type HandIn } from './hand-in.ts'
import { openFile } from '../files/open-file.ts'
import { askFor, itemCalled } from '#test/office/ask-for.ts'
import { deliver } from '#test/office/deliveries.ts'
import { enterPortal, upload } from '#test/office/enter-portal.ts'
import { lawFirm } from '#test/office/law-firm.ts'
import { refusal } from '#test/office/refusal.ts'
import { testOffice, type TestOffice } from '#test/office/test-office.ts'

async function asked(office: TestOffice) {
  const firm = await lawFirm(office)
  const requestId = await askFor(office, firm, 'Cédula\n¿Domicilio?')
  const { letters } = await deliver(office)
  const uploads = new Map(
    letters.map((letter) => [letter.to.email, letter.uploadUrl?.split('/').at(-1) ?? '']),
  )
  const { session, accessId } = await enterPortal(office, firm, firm.rosaId, { email: 'rosa@correo.example' })
  const { id: itemId } = await itemCalled(office, requestId, 'Cédula')
  const hand = (wish: Partial<HandIn>) =>
    handIn(office, { by: { session }, itemId, files: [upload('cedula.pdf')], ...wish })
  return { firm, requestId, uploads, session, accessId, itemId, hand }
}

const stored = async (office: TestOffice) => (await office.files.list('files')).length

test('a client hands in files and words; they are theirs to open, under a name that is safe', async () => {
  const office = await testOffice()
  const { hand, session } = await asked(office)
  await hand({ files: [upload('../../etc/pass\u202ewd.pdf'), upload('verso.pdf')], text: ' Ambos lados. ' })
  const [answer] = await office.db.read.select().from(answers)
  expect(answer).toMatchObject({ via: 'portal', text: 'Ambos lados.', fromAddress: 'rosa@correo.example' })
  const rows = await office.db.read.select().from(files)
  expect(rows.map((file) => file.name)).toEqual([expect.not.stringMatching(/[/\\\u202e]|\.\./), 'verso.pdf'])
  const opened = await openFile(office, session, rows[0]?.id ?? '')
  const chunks: Buffer[] = []
  for await (const chunk of opened.read()) chunks.push(chunk as Buffer)
  expect(Buffer.concat(chunks).toString()).toBe('%PDF-1.4 contents')
})

test('what cannot be taken is refused as a whole, and leaves no bytes behind', async () => {
  const office = await testOffice({ MAX_MESSAGE_BYTES: '1024' })
  const { hand } = await asked(office)
  expect(await refusal(hand({ files: [] }))).toBe('nothing_handed_in')
  expect(await refusal(hand({ files: [], text: ' \u0000 ' }))).toBe('nothing_handed_in')
  expect(await refusal(hand({ files: [upload('uno.pdf'), upload('vacio.pdf', '')] }))).toBe('file_empty')
  expect(await refusal(hand({ files: [upload('uno.pdf'), upload('grande.pdf', 'x'.repeat(1025))] }))).toBe(
    'file_too_large',
  )
  expect(await refusal(hand({ files: Array.from({ length: 21 }, (_, i) => upload(`${i}.pdf`)) }))).toBe(
    'too_many_files',
  )
  expect(await refusal(hand({ text: 'x'.repeat(20_001) }))).toBe('text_too_long')
  expect(await refusal(hand({ itemId: 'nothing' }))).toBe('not_found')
  expect(await stored(office)).toBe(0)
  expect(await office.db.read.select().from(answers)).toEqual([])
})

describe('the upload link in an e-mail', () => {
  test('is one for each address, hands in for its request alone and shows nothing that was handed in', async () => {
    const office = await testOffice()
    const { firm, uploads, hand, requestId } = await asked(office)
    expect(new Set(uploads.values()).size).toBe(3)
    const uploadToken = uploads.get('contador@correo.example') ?? ''
    await hand({ by: { uploadToken } })
    expect(await office.db.read.select().from(answers)).toMatchObject([
      { clientId: firm.rosaId, fromAddress: 'contador@correo.example' },
    ])
    const page = await uploadPage(office, uploadToken)
    expect(page).toMatchObject({
      request: { id: requestId, items: [{ status: 'received', answers: [] }, {}] },
    })
    const other = await askFor(office, firm, 'Poder')
    const { id: itemId } = await itemCalled(office, other, 'Poder')
    expect(await refusal(hand({ by: { uploadToken }, itemId }))).toBe('not_found')
    expect((await deliver(office)).letters.find((letter) => letter.kind === 'receipt')).toMatchObject({
      to: { email: 'contador@correo.example' },
    })
  })

  test("opens nothing when it is forged, or its address is no longer the client's", async () => {
    const office = await testOffice()
    const { firm, uploads, hand } = await asked(office)
    const token = uploads.get('contador@correo.example') ?? ''
    const [id, mac] = token.split('-')
    const [otherId] = (uploads.get('rosa@correo.example') ?? '').split('-')
    for (const forged of [
      '',
      '-',
      id ?? '',
      `${id}-`,
      `${otherId}-${mac}`,
      `${token}x`,
      token.toUpperCase(),
      `${token}-x`,
    ]) {
      expect(await uploadPage(office, forged)).toBeNull()
      expect(await refusal(hand({ by: { uploadToken: forged } }))).toBe('not_found')
    }
    await editClient(office, { by: firm.camila, clientId: firm.rosaId, additional: [] })
    expect(await uploadPage(office, token)).toMatchObject({ request: null, closed: false })
    expect(await refusal(hand({ by: { uploadToken: token } }))).toBe('not_found')
  })
})

test('nobody hands in for a request that is not for them, nor with an access that changed meanwhile', async () => {
  const office = await testOffice()
  const { firm, hand, session, accessId } = await asked(office)
  const pedroId = await firm.addClient('Pedro Fuentes', 'pedro@correo.example')
  const matterId = await firm.addMatter({ title: 'Partición', clients: [firm.rosaId, pedroId] })
  const onlyRosa = await askFor(office, firm, 'Poder', { matterId, audience: [firm.rosaId] })
  const pedro = await enterPortal(office, firm, pedroId, { email: 'pedro@correo.example' })
  const { id: itemId } = await itemCalled(office, onlyRosa, 'Poder')
  expect(await refusal(hand({ by: { session: pedro.session }, itemId }))).toBe('not_found')
  expect(await refusal(hand({ by: { session: pedro.session } }))).toBe('not_found')
  // The access is removed while the file is on its way.
  async function* slow() {
    yield Buffer.from('%PDF-1.4 ')
    await removeAccess(office, { by: firm.system, accessId })
    yield Buffer.from('contents')
  }
  const file = { name: 'cedula.pdf', type: 'application/pdf', bytes: slow() }
  expect(await refusal(hand({ by: { session }, files: [file] }))).toBe('not_found')
  expect(await stored(office)).toBe(0)
})
