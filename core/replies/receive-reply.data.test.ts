import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { events } from '#db/schema/delivery.ts'
import { answers, arrivals, files } from '#db/schema/replies.ts'
import { communicationOf } from '../matters/communication.ts'
import { addClient } from '../clients/add-client.ts'
import { editClient } from '../clients/edit-client.ts'
import { addMember } from '../members/add-member.ts'
import { publishNews } from '../news/publish-news.ts'
import { cancelRequest } from '../requests/cancel-request.ts'
import { requestDocuments } from '../requests/request-documents.ts'
import { requestForClient } from '../requests/request-for-client.ts'
import { arrivalForReview } from './arrival-for-review.ts'
import { decideQuarantine } from './quarantine/decide-quarantine.ts'
import { receiveReply } from './receive-reply.ts'
import { storeInbound } from './inbound/store-inbound.ts'
import { claimOutbox } from '../delivery/claim-outbox.ts'
import { settleDeliveries } from '../delivery/settle-delivery.ts'
import { waiveItem } from '../requests/waive-item.ts'
import { openFile } from './files/open-file.ts'
import { reviewAnswer } from '../requests/review-answer.ts'
import { askFor, itemCalled, itemsIn } from '#test/office/ask-for.ts'
import { chatsOf, deliver, mailsOf } from '#test/office/deliveries.ts'
import { enterPortal } from '#test/office/enter-portal.ts'
import { inboundOf, mailComesIn, readMail, replyAddressOf, type Written } from '#test/office/incoming.ts'
import { lawFirm, words } from '#test/office/law-firm.ts'
import { testOffice, type TestOffice } from '#test/office/test-office.ts'

const rosa = 'rosa@correo.example'

async function asked(office: TestOffice, items = 'Cédula de identidad\nContrato de trabajo\nPoder') {
  const firm = await lawFirm(office)
  const requestId = await askFor(office, firm, items)
  await deliver(office)
  const to = [await replyAddressOf(office, rosa, requestId)]
  const reply = (written: Partial<Written>) => mailComesIn(office, { from: rosa, to, ...written })
  const statuses = async () => (await itemsIn(office, requestId)).map((item) => item.status)
  return { firm, requestId, to, reply, statuses }
}

const three = [{ name: 'Cédula.pdf' }, { name: 'contrato trabajo.pdf' }, { name: 'poder firmado.pdf' }]

describe('a reply with three attachments to a request of three items', () => {
  test('leaves all three received and matched, the member told once and the client receipted once', async () => {
    const office = await testOffice()
    const { firm, requestId, reply, statuses } = await asked(office)
    const { state, inboundId } = await reply({ text: 'Adjunto todo.', attachments: three })
    expect(state).toBe('answered')
    expect(await statuses()).toEqual(['received', 'received', 'received'])
    const waiting = await arrivalForReview(office, { by: firm.camila, requestId })
    expect(waiting?.unsure).toEqual([])
    expect(waiting?.items.map((item) => [item.title, item.files.map((file) => file.name)])).toEqual([
      ['Cédula de identidad', ['Cédula.pdf']],
      ['Contrato de trabajo', ['contrato trabajo.pdf']],
      ['Poder', ['poder firmado.pdf']],
    ])
    expect(await chatsOf(office)).toHaveLength(1)
    const { letters, notes } = await deliver(office)
    expect(notes).toMatchObject([
      { kind: 'answersArrived', client: 'Rosa Fuentes', from: rosa, via: 'mail', wrote: 'Adjunto todo.' },
    ])
    expect(letters).toHaveLength(1)
    expect(letters[0]).toMatchObject({
      kind: 'receipt',
      to: { email: rosa },
      arrived: [
        { files: ['Cédula.pdf'] },
        { files: ['contrato trabajo.pdf'] },
        { files: ['poder firmado.pdf'] },
      ],
      unsure: [],
      notUsable: [],
      request: { counts: { total: 3, received: 3, settled: 0 } },
    })
    expect(await inboundOf(office, inboundId)).toMatchObject({
      firmId: firm.firmId,
      matterId: firm.matterId,
      requestId,
      clientId: firm.rosaId,
      matchedBy: 'reply address',
      fromAddress: rosa,
    })
  })

  test('comes again by another road, or is handled again: nothing changes', async () => {
    const office = await testOffice()
    const { reply, statuses } = await asked(office)
    const mail = { messageId: '<uno@correo.example>', text: 'Adjunto todo.', attachments: three }
    const { wish } = await reply(mail)
    await deliver(office)
    const before = await everything(office)
    expect(await receiveReply(office, wish)).toBe('answered')
    const again = await reply(mail)
    expect(again.state).toBe('duplicate')
    office.later({ hours: 1 })
    expect((await reply(mail)).state).toBe('duplicate')
    expect(await everything(office)).toEqual(before)
    expect(await statuses()).toEqual(['received', 'received', 'received'])
    const { letters, notes } = await deliver(office)
    expect([...letters, ...notes]).toEqual([])
  })

  test('is read by two workers at once: it counts once', async () => {
    const office = await testOffice()
    const { reply, to } = await asked(office)
    const mail = { from: rosa, to, messageId: '<uno@correo.example>', attachments: three }
    const one = await reply({ ...mail, messageId: '<cero@correo.example>', text: 'Hola', attachments: [] })
    const wishes = await Promise.all(
      ['a', 'b'].map(async () => {
        const envelope = { from: rosa, to: [], remoteAddress: null }
        const { inboundId } = await storeInbound(office, {
          source: 'smtp',
          envelope,
          raw: Readable.from([Buffer.from('x')]),
        })
        return readMail(office, inboundId, mail)
      }),
    )
    const states = await Promise.all(wishes.map((wish) => receiveReply(office, wish)))
    expect(states.sort()).toEqual(['answered', 'duplicate'])
    expect(await office.db.read.select().from(files)).toHaveLength(3)
    expect(one.state).toBe('filed')
  })
})

async function everything(office: TestOffice) {
  const read = office.db.read
  return {
    answers: await read.select().from(answers),
    files: await read.select().from(files),
    arrivals: await read.select().from(arrivals),
    events: await read.select().from(events),
    mails: await mailsOf(office),
    chats: await chatsOf(office),
  }
}

describe('a reply is not another mail merely because', () => {
  test('a sender uses one Message-ID for everything', async () => {
    const office = await testOffice()
    const { reply, statuses } = await asked(office)
    await reply({ messageId: '<siempre@correo.example>', attachments: [{ name: 'cedula.pdf' }] })
    const second = await reply({
      messageId: '<siempre@correo.example>',
      attachments: [{ name: 'poder.pdf' }],
    })
    expect(second.state).toBe('answered')
    expect(await statuses()).toEqual(['received', 'pending', 'received'])
  })

  test('it carries no Message-ID: then what it says decides', async () => {
    const office = await testOffice()
    const { reply } = await asked(office)
    const mail = { messageId: null, attachments: [{ name: 'cedula.pdf' }] }
    expect((await reply(mail)).state).toBe('answered')
    expect((await reply(mail)).state).toBe('duplicate')
    expect((await reply({ ...mail, text: 'Otra' })).state).toBe('answered')
  })
})

test('a reply from each of three addresses is recognised as that person, and each is receipted where they wrote from', async () => {
  const office = await testOffice()
  const { requestId } = await asked(office)
  for (const [from, name] of [
    ['rosa@correo.example', 'cedula.pdf'],
    ['contador@correo.example', 'contrato.pdf'],
    ['hijo@correo.example', 'poder.pdf'],
  ] as const) {
    const to = [await replyAddressOf(office, from, requestId)]
    expect((await mailComesIn(office, { from, to, attachments: [{ name }] })).state).toBe('answered')
  }
  const given = await office.db.read.select().from(answers)
  expect(given.map((answer) => answer.fromAddress).sort()).toEqual([
    'contador@correo.example',
    'hijo@correo.example',
    'rosa@correo.example',
  ])
  const receipts = (await deliver(office)).letters
  expect(receipts.map((letter) => [letter.kind, letter.to.email]).sort()).toEqual([
    ['receipt', 'contador@correo.example'],
    ['receipt', 'hijo@correo.example'],
    ['receipt', 'rosa@correo.example'],
  ])
})

describe('what no item can be told for', () => {
  test('waits with a suggestion where there is one; the client is told it came', async () => {
    const office = await testOffice()
    const { firm, requestId, reply, statuses } = await asked(office)
    const { state } = await reply({
      text: 'Va el contrato, creo',
      attachments: [
        { name: 'IMG_0001.jpg', type: 'image/jpeg' },
        { name: 'IMG_0002.jpg', type: 'image/jpeg' },
      ],
    })
    expect(state).toBe('answered')
    expect(await statuses()).toEqual(['pending', 'pending', 'pending'])
    const waiting = await arrivalForReview(office, { by: firm.camila, requestId })
    expect(waiting).toMatchObject({ items: [], unsure: [{ name: 'IMG_0001.jpg' }, { name: 'IMG_0002.jpg' }] })
    expect(waiting?.unsure[0]?.suggestion?.title).toBe('Contrato de trabajo')
    expect(waiting?.openItems.map((item) => item.title)).toHaveLength(3)
    const { letters } = await deliver(office)
    expect(letters).toMatchObject([
      { kind: 'receipt', arrived: [], unsure: ['IMG_0001.jpg', 'IMG_0002.jpg'] },
    ])
  })

  test('or cannot be used, answers nothing; the client learns of it kindly, the member sees it set aside', async () => {
    const office = await testOffice()
    const { firm, requestId, reply, statuses } = await asked(office)
    await reply({
      attachments: [
        { name: 'cedula.pdf', content: '', flag: 'empty' },
        { name: 'poder.p7m', flag: 'smime' },
        { name: 'contrato.pdf' },
      ],
    })
    expect(await statuses()).toEqual(['pending', 'received', 'pending'])
    const waiting = await arrivalForReview(office, { by: firm.camila, requestId })
    expect(waiting?.setAside.map((file) => file.flag)).toEqual(['empty', 'smime'])
    expect(waiting?.unsure).toEqual([])
    const [letter] = (await deliver(office)).letters
    expect(letter).toMatchObject({
      notUsable: [
        { name: 'cedula.pdf', flag: 'empty' },
        { name: 'poder.p7m', flag: 'smime' },
      ],
    })
  })

  test('keeps the order in which it was attached, however many pages there are', async () => {
    const office = await testOffice()
    const { firm, requestId, reply } = await asked(office, 'Contrato')
    const names = Array.from({ length: 12 }, (_, page) => `contrato pagina ${page + 1}.jpg`)
    await reply({ attachments: names.map((name) => ({ name, type: 'image/jpeg' })) })
    const waiting = await arrivalForReview(office, { by: firm.camila, requestId })
    expect(waiting?.items[0]?.files.map((file) => file.name)).toEqual(names)
  })
})

describe('words', () => {
  test('answer the one open question; what is written after that is a message, and is not lost in the answer', async () => {
    const office = await testOffice()
    const { firm, requestId, reply } = await asked(office, 'Cédula\n¿Desde cuándo trabaja ahí?')
    expect((await reply({ text: ' Desde marzo de 2019. ' })).state).toBe('answered')
    expect((await reply({ text: '¿Y cuándo es la audiencia?' })).state).toBe('filed')
    const waiting = await arrivalForReview(office, { by: firm.camila, requestId })
    expect(waiting?.items).toMatchObject([{ kind: 'text', status: 'received', text: 'Desde marzo de 2019.' }])
    const { letters, notes } = await deliver(office)
    expect(letters).toMatchObject([
      { kind: 'receipt', arrived: [{ title: '¿Desde cuándo trabaja ahí?', files: [] }] },
    ])
    expect(notes.map((note) => note.kind).sort()).toEqual(['answersArrived', 'messageArrived'])
  })

  test('beside files are no answer to a question, nor are words when there are two questions', async () => {
    const office = await testOffice()
    const { reply, statuses } = await asked(office, 'Cédula\n¿Desde cuándo?')
    await reply({ text: 'Hola, adjunto.', attachments: [{ name: 'cedula.pdf' }] })
    expect(await statuses()).toEqual(['received', 'pending'])
    const other = await asked(await testOffice(), '¿Uno?\n¿Dos?')
    expect((await other.reply({ text: 'Sí.' })).state).toBe('filed')
    expect(await other.statuses()).toEqual(['pending', 'pending'])
  })

  test('alone, where no question is open, are a message to the member, without a receipt', async () => {
    const office = await testOffice()
    const { reply, statuses } = await asked(office)
    const { state } = await reply({ text: 'Se los mando el viernes.' })
    expect(state).toBe('filed')
    expect(await statuses()).toEqual(['pending', 'pending', 'pending'])
    const { letters, notes } = await deliver(office)
    expect(letters).toEqual([])
    expect(notes).toMatchObject([
      { kind: 'messageArrived', wrote: 'Se los mando el viernes.', about: 'request' },
    ])
  })
})

test('an empty reply, which is nothing but our own letter quoted, answers no question', async () => {
  const office = await testOffice()
  const { reply, statuses, to } = await asked(office, '¿Desde cuándo trabaja ahí?')
  const quoted = '> Estudio Rojas: le agradeceremos enviarnos lo siguiente'
  expect((await reply({ text: quoted, quoted: to })).state).toBe('filed')
  expect(await statuses()).toEqual(['pending'])
  const written = { text: `Desde marzo.\n${quoted}`, writtenText: 'Desde marzo.', quoted: to }
  expect((await reply(written)).state).toBe('answered')
})

test('nor does it once a member believes that the client sent it', async () => {
  const office = await testOffice()
  const { firm, reply, statuses, to } = await asked(office, '¿Desde cuándo trabaja ahí?')
  const quoted = '> Estudio Rojas: le agradeceremos enviarnos lo siguiente'
  const { inboundId } = await reply({ text: quoted, quoted: to, proof: 'none' })
  await decideQuarantine(office, { by: firm.camila, inboundId, decision: 'accepted' })
  expect(await statuses()).toEqual(['pending'])
})

describe('who asks not to be reminded', () => {
  test('and asks something besides has it told, also when they were not reminded any more already', async () => {
    const office = await testOffice()
    const { reply } = await asked(office)
    const text = 'No más recordatorios. ¿A qué hora es la audiencia?'
    expect((await reply({ text })).state).toBe('filed')
    const first = (await deliver(office)).notes
    expect(first.map(({ kind }) => kind).sort()).toEqual(['messageArrived', 'remindersStopped'])
    expect((await reply({ text: `${text} Es urgente.` })).state).toBe('filed')
    const again = (await deliver(office)).notes
    expect(again).toMatchObject([{ kind: 'messageArrived', wrote: `${text} Es urgente.` }])
  })

  test('is not reminded of anything any more; the member is told once, and it is no answer to a question', async () => {
    const office = await testOffice()
    const { reply, statuses } = await asked(office, '¿Desde cuándo trabaja ahí?')
    const { state } = await reply({ text: 'No recordar' })
    expect(state).toBe('filed')
    expect(await statuses()).toEqual(['pending'])
    const { notes, letters } = await deliver(office)
    expect(letters.map((letter) => letter.kind)).toEqual(['remindersStopped'])
    expect(notes).toMatchObject([{ kind: 'remindersStopped', client: 'Rosa Fuentes', wrote: 'No recordar' }])
  })

  test('and sends files all the same has them counted', async () => {
    const office = await testOffice()
    const { reply, statuses } = await asked(office)
    await reply({ text: 'No recordar', attachments: [{ name: 'cedula.pdf' }] })
    expect(await statuses()).toEqual(['received', 'pending', 'pending'])
    expect((await deliver(office)).notes.map((note) => note.kind).sort()).toEqual([
      'answersArrived',
      'remindersStopped',
    ])
  })
})

describe('a copy that proves nothing', () => {
  test('cannot keep the true mail out: that counts, and the copy no longer waits', async () => {
    const office = await testOffice()
    const { reply, statuses } = await asked(office)
    const same = { messageId: '<one@correo.example>', text: 'Adjunto todo.', attachments: three }
    const copy = await reply({ ...same, proof: 'fail' })
    expect(copy.state).toBe('quarantined')
    expect((await reply({ ...same, proof: 'none' })).state).toBe('duplicate')
    expect((await reply(same)).state).toBe('answered')
    expect(await statuses()).toEqual(['received', 'received', 'received'])
    expect((await inboundOf(office, copy.inboundId)).state).toBe('duplicate')
    expect((await reply(same)).state).toBe('duplicate')
  })

  test('nor can one that calls itself automatic', async () => {
    const office = await testOffice()
    const { reply } = await asked(office)
    const same = { messageId: '<two@correo.example>', text: 'Adjunto todo.', attachments: three }
    expect((await reply({ ...same, kind: 'automatic', proof: 'none' })).state).toBe('noted')
    expect((await reply(same)).state).toBe('answered')
  })
})

test('one mail to the addresses of two requests answers both', async () => {
  const office = await testOffice()
  const { firm, reply } = await asked(office)
  const otherId = await askFor(office, firm, 'Pasaporte')
  await deliver(office)
  const same = { messageId: '<both@correo.example>', text: 'Adjunto.', attachments: three }
  expect((await reply(same)).state).toBe('answered')
  expect((await reply({ ...same, to: [await replyAddressOf(office, rosa, otherId)] })).state).toBe('answered')
})

test('a client of the matter whom nobody asked is no more known than a stranger', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const { clientId } = await addClient(office, {
    by: firm.system,
    name: 'Clara Díaz',
    email: 'clara@correo.example',
  })
  const matterId = await firm.addMatter({
    title: 'Herencia',
    clients: [firm.rosaId, clientId],
    responsible: [firm.camila.memberId],
  })
  const { requestId } = await requestDocuments(office, {
    by: firm.camila,
    matterId,
    title: 'Poder',
    details: '',
    items: [{ title: 'Poder', kind: 'file' }],
    dueOn: null,
    audience: [firm.rosaId],
  })
  await deliver(office)
  const to = [await replyAddressOf(office, rosa, requestId)]
  const { state, inboundId } = await mailComesIn(office, {
    from: 'clara@correo.example',
    to,
    attachments: [{ name: 'poder.pdf' }],
  })
  expect(state).toBe('quarantined')
  expect((await inboundOf(office, inboundId)).quarantineReason).toBe('unknown_sender')
})

test('a program that answers every receipt with another card is not receipted for ever', async () => {
  const office = await testOffice()
  const { reply } = await asked(office, 'Cédula de identidad')
  for (let round = 0; round < 12; round++) {
    await reply({
      text: `Gracias ${round}`,
      attachments: [{ name: 'tarjeta.pdf', content: `card ${round}` }],
    })
    office.later({ minutes: 11 })
  }
  expect((await mailsOf(office)).filter((mail) => mail.noticeKind === 'receipt')).toHaveLength(8)
})

test('somebody who writes to an address all day does not make the chat ring all day', async () => {
  const office = await testOffice()
  const { to } = await asked(office)
  for (let n = 0; n < 15; n++)
    await mailComesIn(office, { from: `x${n}@evil.example`, to, text: `hola ${n}` })
  expect((await chatsOf(office)).filter((row) => row.noticeKind === 'mailQuarantined')).toHaveLength(10)
})

describe('the thread', () => {
  test('tells which request it is, where the reply address was lost', async () => {
    const office = await testOffice()
    const { requestId, statuses } = await asked(office)
    const [sent] = (await mailsOf(office)).filter((mail) => mail.recipient === rosa)
    const attachments = [{ name: 'cedula.pdf' }]
    const { state, inboundId } = await mailComesIn(office, {
      from: rosa,
      inReplyTo: ['<nadie@otra.example>'],
      references: [sent?.messageId ?? '', '<otro@correo.example>'],
      attachments,
    })
    expect(state).toBe('answered')
    expect(await inboundOf(office, inboundId)).toMatchObject({ requestId, matchedBy: 'thread' })
    expect(await statuses()).toEqual(['received', 'pending', 'pending'])
  })

  test('by the newest of our mails it names, In-Reply-To before References', async () => {
    const office = await testOffice()
    const { firm, requestId } = await asked(office)
    const secondId = await askFor(office, firm, 'Escritura')
    await deliver(office)
    const idOf = async (subjectId: string) =>
      (await mailsOf(office)).find((mail) => mail.recipient === rosa && mail.subjectId === subjectId)
        ?.messageId ?? ''
    const [one, two] = [await idOf(requestId), await idOf(secondId)]
    const byReferences = await mailComesIn(office, { from: rosa, references: [one, two] })
    expect((await inboundOf(office, byReferences.inboundId)).requestId).toBe(secondId)
    const byReply = await mailComesIn(office, {
      from: rosa,
      text: 'b',
      inReplyTo: [one],
      references: [one, two],
    })
    expect((await inboundOf(office, byReply.inboundId)).requestId).toBe(requestId)
    const to = [await replyAddressOf(office, rosa, secondId)]
    const byAddress = await mailComesIn(office, { from: rosa, text: 'c', to, inReplyTo: [one] })
    expect((await inboundOf(office, byAddress.inboundId)).requestId).toBe(secondId)
  })

  test('by the name the mail server gave our mail instead', async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    const requestId = await askFor(office, firm, 'Cédula')
    const rows = await claimOutbox(office, 10)
    const accepted = { kind: 'accepted' as const, as: '250 ok', subject: 'Hola' }
    await settleDeliveries(
      office,
      rows.map((row) => ({ row, outcome: { ...accepted, serverMessageId: `<${row.id}@amazonses.com>` } })),
    )
    const row = rows.find((one) => one.recipient === rosa)
    const { inboundId } = await mailComesIn(office, { from: rosa, inReplyTo: [`<${row?.id}@amazonses.com>`] })
    expect((await inboundOf(office, inboundId)).requestId).toBe(requestId)
  })
})

test('the signed code in a quoted letter of ours tells which request it is, and never who writes', async () => {
  const office = await testOffice()
  const { requestId, to } = await asked(office)
  const attachments = [{ name: 'cedula.pdf' }]
  const known = await mailComesIn(office, { from: rosa, quoted: to, attachments })
  expect(await inboundOf(office, known.inboundId)).toMatchObject({ state: 'answered', requestId })
  const stranger = await mailComesIn(office, {
    from: 'otro@correo.example',
    quoted: to,
    text: 'b',
    attachments,
  })
  expect(await inboundOf(office, stranger.inboundId)).toMatchObject({
    state: 'quarantined',
    quarantineReason: 'unknown_sender',
  })
})

describe('who may change something', () => {
  const attachments = [{ name: 'cedula.pdf' }]

  test.each([
    ['a stranger', { from: 'otro@correo.example' }, 'unknown_sender'],
    ['a known address without proof', { proof: 'none' as const }, 'unproven'],
    ['a forged sender', { proof: 'fail' as const }, 'failed_proof'],
    ['two From lines', { fromLines: 2 }, 'failed_proof'],
  ])(
    'not %s: the mail waits, changes nothing, is told to the member and answered to nobody',
    async (_, written, reason) => {
      const office = await testOffice()
      const { reply, statuses, firm, requestId } = await asked(office)
      const { state, inboundId } = await reply({ attachments, ...written })
      expect(state).toBe('quarantined')
      expect(await statuses()).toEqual(['pending', 'pending', 'pending'])
      expect(await office.db.read.select().from(answers)).toEqual([])
      const { letters, notes } = await deliver(office)
      expect(letters).toEqual([])
      expect(notes).toMatchObject([
        {
          kind: 'mailQuarantined',
          inboundId,
          reason,
          acceptable: true,
          request: { id: requestId },
          decision: null,
        },
      ])
      expect(notes[0]?.memberId).toBe(firm.camila.memberId)
    },
  )

  test('not the other side, though they be a client of the firm', async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    const otherId = await firm.addClient('Inmobiliaria', 'legal@aromos.example')
    const matterId = await firm.addMatter({ title: 'Juicio', clients: [firm.rosaId], otherSide: [otherId] })
    const requestId = await askFor(office, firm, 'Cédula', { matterId })
    const to = [await replyAddressOf(office, rosa, requestId)]
    const { state, inboundId } = await mailComesIn(office, { from: 'legal@aromos.example', to, attachments })
    expect(state).toBe('quarantined')
    expect(await inboundOf(office, inboundId)).toMatchObject({
      quarantineReason: 'unknown_sender',
      clientId: firm.rosaId,
    })
  })

  test('not with a reply address that was revoked or is past its time', async () => {
    const office = await testOffice()
    const { firm, requestId, reply, statuses } = await asked(office)
    const son = await replyAddressOf(office, 'hijo@correo.example', requestId)
    await editClient(office, { by: firm.camila, clientId: firm.rosaId, additional: [] })
    const revoked = await reply({ to: [son], attachments })
    await cancelRequest(office, { by: firm.camila, requestId, tell: false })
    office.later({ days: 181 })
    const late = await reply({ text: 'b', attachments })
    for (const [{ state, inboundId }, reason] of [
      [revoked, 'revoked_address'],
      [late, 'expired_address'],
    ] as const) {
      expect(state).toBe('quarantined')
      expect((await inboundOf(office, inboundId)).quarantineReason).toBe(reason)
    }
    expect(await statuses()).toEqual(['pending', 'pending', 'pending'])
  })

  test("not with a forged reply address: it is nobody's mail, kept for the admins, once a day for each stranger", async () => {
    const office = await testOffice()
    const { firm, statuses } = await asked(office)
    const forged = { from: 'otro@correo.example', forged: true, attachments }
    const { state, inboundId } = await mailComesIn(office, forged)
    expect(state).toBe('unmatched')
    expect(await inboundOf(office, inboundId)).toMatchObject({
      quarantineReason: 'forged',
      matterId: null,
      clientId: null,
    })
    expect((await mailComesIn(office, { ...forged, text: 'otra vez' })).state).toBe('unmatched')
    expect(await statuses()).toEqual(['pending', 'pending', 'pending'])
    const { notes, letters } = await deliver(office)
    expect(letters).toEqual([])
    expect(notes).toMatchObject([
      { kind: 'mailQuarantined', reason: 'forged', acceptable: false, matter: null },
    ])
    expect(notes[0]?.memberId).toBe(firm.ana.memberId)
  })
})

describe('mail that nobody wrote', () => {
  test.each(['automatic', 'report', 'calendar', 'ours'] as const)(
    'of kind %s is noted in the history and answers nothing',
    async (kind) => {
      const office = await testOffice()
      const { firm, reply, statuses } = await asked(office, '¿Desde cuándo?')
      const { state } = await reply({ kind, text: 'Estoy fuera de la oficina.' })
      expect(state).toBe('noted')
      expect(await statuses()).toEqual(['pending'])
      const { history } = await communicationOf(office, { by: firm.camila, matterId: firm.matterId })
      expect(history[0]).toMatchObject({ kind: 'mailNoted', facts: { kind } })
      const { letters, notes } = await deliver(office)
      expect([...letters, ...notes]).toEqual([])
    },
  )

  test('that came to where our letter was sent from is noted with its request', async () => {
    const office = await testOffice()
    const { requestId, to } = await asked(office)
    const { state, inboundId } = await mailComesIn(office, {
      from: rosa,
      kind: 'automatic',
      bounced: to,
      text: 'Fuera de la oficina',
    })
    expect(state).toBe('noted')
    expect(await inboundOf(office, inboundId)).toMatchObject({
      requestId,
      clientId: expect.any(String) as string,
    })
  })

  test('but well proven and with a real file goes to review, not to the bin', async () => {
    const office = await testOffice()
    const { reply, statuses } = await asked(office)
    const attachments = [{ name: 'cedula.pdf' }]
    const { state, inboundId } = await reply({ kind: 'automatic', attachments })
    expect(state).toBe('quarantined')
    expect((await inboundOf(office, inboundId)).quarantineReason).toBe('automatic_with_files')
    expect(await statuses()).toEqual(['pending', 'pending', 'pending'])
    expect((await reply({ kind: 'automatic', text: 'b', proof: 'none', attachments })).state).toBe('noted')
    const empty = [{ name: 'logo.png', flag: 'empty' as const }]
    expect((await reply({ kind: 'automatic', text: 'c', attachments: empty })).state).toBe('noted')
  })

  test('from a stranger is not even told', async () => {
    const office = await testOffice()
    await asked(office)
    expect((await mailComesIn(office, { from: 'otro@correo.example', kind: 'automatic' })).state).toBe(
      'noted',
    )
    expect((await deliver(office)).notes).toEqual([])
  })
})

describe('mail that is tied to nothing', () => {
  test("is the firm's whose client writes, and nobody's when two firms know the address", async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    const other = await lawFirm(office, 'T000000002')
    await other.addClient('Solo suya', 'suya@correo.example', { additional: ['tambien@correo.example'] })
    const from = async (address: string) => {
      const { inboundId, state } = await mailComesIn(office, { from: address, text: address })
      return [state, (await inboundOf(office, inboundId)).firmId]
    }
    expect(await from('suya@correo.example')).toEqual(['unmatched', other.firmId])
    expect(await from('tambien@correo.example')).toEqual(['unmatched', other.firmId])
    expect(await from('rosa@correo.example')).toEqual(['unmatched', null])
    expect(await from('nadie@correo.example')).toEqual(['unmatched', null])
    expect(firm.firmId).not.toBe(other.firmId)
  })

  test('no firm has the mail of another’s client by making them a member of its own', async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    await firm.addClient('Inés Mora', 'ines@correo.example')
    const other = await lawFirm(office, 'T000000002')
    await addMember(office, { by: other.ana, name: 'Inés', email: 'ines@correo.example', role: 'assistant' })
    await addMember(office, { by: other.ana, name: 'Luis', email: 'luis@correo.example', role: 'assistant' })
    const from = async (address: string) => {
      const { inboundId } = await mailComesIn(office, { from: address, text: address })
      return (await inboundOf(office, inboundId)).firmId
    }
    expect(await from('ines@correo.example')).toBeNull()
    expect(await from('luis@correo.example')).toBe(other.firmId)
  })
})

describe('a reply to news, with files,', () => {
  const cedula = { attachments: [{ name: 'cedula.pdf' }] }

  async function newsOf(office: TestOffice, ...lists: string[]) {
    const firm = await lawFirm(office)
    const requestIds: string[] = []
    for (const items of lists) requestIds.push(await askFor(office, firm, items))
    const body = words('Hola')
    const { newsId } = await publishNews(office, { by: firm.camila, matterId: firm.matterId, body })
    await deliver(office)
    const to = [await replyAddressOf(office, rosa, newsId)]
    const reply = (written: Partial<Written>) => mailComesIn(office, { from: rosa, to, ...written })
    return { firm, newsId, requestIds, reply }
  }

  test('may be for the only request that is open: a member says so, and nothing counts before', async () => {
    const office = await testOffice()
    const { newsId, requestIds, reply } = await newsOf(office, 'Cédula\nPoder')
    const { state, inboundId } = await reply({ ...cedula, text: 'Muchas gracias.' })
    expect(state).toBe('answered')
    expect((await itemsIn(office, requestIds[0] ?? '')).map((item) => item.status)).toEqual([
      'pending',
      'pending',
    ])
    expect(await inboundOf(office, inboundId)).toMatchObject({ newsId, requestId: null })
    expect((await deliver(office)).notes).toMatchObject([
      {
        kind: 'answersArrived',
        items: [],
        unsure: [{ name: 'cedula.pdf', suggestion: { title: 'Cédula' } }],
      },
    ])
  })

  test('and a question besides is a message too, which can be answered', async () => {
    const office = await testOffice()
    const { reply } = await newsOf(office, 'Cédula')
    await reply({ ...cedula, text: '¿Sirve esto?' })
    const { notes } = await deliver(office)
    expect(notes.map(({ kind }) => kind).sort()).toEqual(['answersArrived', 'messageArrived'])
    expect(notes.find(({ kind }) => kind === 'messageArrived')).toMatchObject({
      about: 'news',
      wrote: '¿Sirve esto?',
    })
  })

  test.each([{ lists: [] }, { lists: ['Cédula', 'Poder'] }])(
    'is a message to look at where $lists.length requests are open',
    async ({ lists }) => {
      const office = await testOffice()
      const { newsId, firm, reply } = await newsOf(office, ...lists)
      const { state, inboundId } = await reply({ ...cedula, text: '¿Sirve esto?' })
      expect(state).toBe('filed')
      expect(await inboundOf(office, inboundId)).toMatchObject({
        newsId,
        requestId: null,
        matterId: firm.matterId,
      })
      const { notes, letters } = await deliver(office)
      expect(notes).toMatchObject([
        { kind: 'messageArrived', about: 'news', files: [{ name: 'cedula.pdf' }] },
      ])
      expect(letters).toEqual([])
    },
  )
})

test('what comes after everything was approved is told and waits for the member; a cancelled request takes a message', async () => {
  const office = await testOffice()
  const { firm, requestId, reply } = await asked(office, 'Cédula')
  await waiveItem(office, { by: firm.camila, itemId: (await itemCalled(office, requestId, 'Cédula')).id })
  expect((await reply({ attachments: [{ name: 'cedula.pdf' }] })).state).toBe('answered')
  expect((await deliver(office)).notes).toMatchObject([
    { kind: 'answersArrived', unsure: [{ name: 'cedula.pdf' }] },
  ])
  const cancelled = await askFor(office, firm, 'Poder')
  await deliver(office)
  await cancelRequest(office, { by: firm.camila, requestId: cancelled, tell: false })
  const to = [await replyAddressOf(office, rosa, cancelled)]
  expect((await mailComesIn(office, { from: rosa, to, attachments: [{ name: 'poder.pdf' }] })).state).toBe(
    'filed',
  )
})

describe('clients of one matter', () => {
  test("see that something came, and never each other's files, words, receipts or reasons", async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    const pedroId = await firm.addClient('Pedro Fuentes', 'pedro@correo.example')
    const matterId = await firm.addMatter({ title: 'Partición', clients: [firm.rosaId, pedroId] })
    const requestId = await askFor(office, firm, 'Cédula\n¿Domicilio?', { matterId })
    await deliver(office)
    const to = [await replyAddressOf(office, rosa, requestId)]
    await mailComesIn(office, { from: rosa, to, attachments: [{ name: 'cedula de Rosa.pdf' }] })
    await mailComesIn(office, { from: rosa, to, text: 'Vivo en Ñuñoa.' })
    office.later({ minutes: 15 })
    const { letters } = await deliver(office)
    expect(letters.map((letter) => letter.to.email)).toEqual([rosa, rosa])

    const pedro = await enterPortal(office, firm, pedroId, { email: 'pedro@correo.example' })
    const seen = await requestForClient(office, pedro.session, requestId)
    expect(seen.items).toMatchObject([
      { status: 'received', byCoClient: true, answers: [] },
      { status: 'received', byCoClient: true, answers: [] },
    ])
    expect(JSON.stringify(seen)).not.toMatch(/Rosa|Ñuñoa/)
    const [file] = await office.db.read.select().from(files)
    await expect(openFile(office, pedro.session, file?.id ?? '')).rejects.toMatchObject({ code: 'not_found' })
    const { session } = await enterPortal(office, firm, firm.rosaId, { email: rosa })
    expect((await openFile(office, session, file?.id ?? '')).name).toBe('cedula de Rosa.pdf')

    const waiting = await arrivalForReview(office, { by: firm.camila, requestId })
    const answerId = waiting?.items[0]?.answerId ?? ''
    const reason = { code: 'other' as const, note: 'Está vencida, Rosa.' }
    await reviewAnswer(office, { by: firm.camila, answerId, verdict: 'rejected', reason })
    expect(JSON.stringify(await requestForClient(office, pedro.session, requestId))).not.toContain('vencida')
    expect((await requestForClient(office, session, requestId)).items[0]?.reason).toEqual(reason)
    expect(
      (await deliver(office)).letters.filter((letter) => letter.kind === 'answerRejected'),
    ).toMatchObject([{ to: { email: rosa } }])
  })

  test("who use each other's reply address are still themselves", async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    const pedroId = await firm.addClient('Pedro Fuentes', 'pedro@correo.example')
    const matterId = await firm.addMatter({ title: 'Partición', clients: [firm.rosaId, pedroId] })
    const requestId = await askFor(office, firm, 'Cédula', { matterId })
    await deliver(office)
    const to = [await replyAddressOf(office, rosa, requestId)]
    await mailComesIn(office, { from: 'pedro@correo.example', to, attachments: [{ name: 'cedula.pdf' }] })
    expect(await office.db.read.select().from(answers)).toMatchObject([
      { clientId: pedroId, fromAddress: 'pedro@correo.example' },
    ])
    expect((await deliver(office)).letters).toMatchObject([
      { kind: 'receipt', to: { email: 'pedro@correo.example' } },
    ])
  })
})

describe('a mail of the client’s that its header does not address to us', () => {
  test('waits for a member when only its signature proves it, and counts once they accept it', async () => {
    const office = await testOffice()
    const { reply, statuses, firm } = await asked(office)
    const replayed = { shown: [], attachments: [{ name: 'cedula.pdf' }] }
    const { state, inboundId } = await reply(replayed)
    expect(state).toBe('quarantined')
    expect(await statuses()).toEqual(['pending', 'pending', 'pending'])
    expect((await deliver(office)).notes).toMatchObject([
      { kind: 'mailQuarantined', reason: 'not_addressed' },
    ])
    await decideQuarantine(office, { by: firm.camila, inboundId, decision: 'accepted' })
    expect(await statuses()).toEqual(['received', 'pending', 'pending'])
  })

  test('counts when the server that sent it stands for the client: it is their blind copy', async () => {
    const office = await testOffice()
    const { reply, statuses } = await asked(office)
    await reply({ shown: [], by: 'server', attachments: [{ name: 'cedula.pdf' }] })
    expect(await statuses()).toEqual(['received', 'pending', 'pending'])
  })

  test('is about what its header names, whatever the envelope says', async () => {
    const office = await testOffice()
    const { reply, statuses, to, firm } = await asked(office)
    const other = await askFor(office, firm, 'Poder')
    await deliver(office)
    const elsewhere = await replyAddressOf(office, 'rosa@correo.example', other)
    await reply({ to: [elsewhere, ...to], shown: to, attachments: [{ name: 'cedula.pdf' }] })
    expect(await statuses()).toEqual(['received', 'pending', 'pending'])
    expect((await itemsIn(office, other)).map((item) => item.status)).toEqual(['pending'])
  })
})

test('an answer to an invitation, which is about no matter, comes to the list of the firm that sent it', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  await lawFirm(office, 'T000000002')
  await enterPortal(office, firm, firm.rosaId, { email: 'oficina@correo.example' })
  await deliver(office)
  const [invitation] = await mailsOf(office, 'accessInvite')
  const inReplyTo = [invitation?.messageId ?? '']
  const { inboundId, state } = await mailComesIn(office, {
    from: 'oficina@correo.example',
    inReplyTo,
    text: '¿Qué es esto?',
  })
  expect(state).toBe('unmatched')
  expect((await inboundOf(office, inboundId)).firmId).toBe(firm.firmId)
  expect((await deliver(office)).notes).toMatchObject([
    { kind: 'mailQuarantined', memberId: firm.ana.memberId, wrote: '¿Qué es esto?', acceptable: false },
  ])
})

test('of several mails that are received at once each has its own end, and one that fails takes none with it', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const requestId = await askFor(office, firm, 'Cédula\nContrato\nPoder')
  await deliver(office)
  const to = [await replyAddressOf(office, 'rosa@correo.example', requestId)]
  const from = 'rosa@correo.example'
  const twice = { from, to, messageId: '<dos@correo.example>', attachments: [{ name: 'cedula.pdf' }] }
  const contract = { from, to, attachments: [{ name: 'contrato.pdf' }] }
  const power = { from, to, attachments: [{ name: 'poder.pdf' }] }
  const stranger = { from: 'x@otro.example', to, text: 'Hola' }
  const wishes = []
  for (const mail of [twice, twice, contract, power, stranger]) {
    const envelope = { from, to: ['casos@estudio.example'], remoteAddress: null }
    const raw = Readable.from([Buffer.from('x')])
    const { inboundId } = await storeInbound(office, { source: 'smtp', envelope, raw })
    wishes.push(await readMail(office, inboundId, mail))
  }
  const broken = wishes[3]
  if (!broken) throw new Error('no such mail')
  broken.storedAs = []
  const ends = await Promise.allSettled(wishes.map((wish) => receiveReply(office, wish)))
  const states = ends.map((end) => (end.status === 'fulfilled' ? end.value : 'failed'))
  // Which of the two alike is the first depends on who is served first.
  expect(states.slice(0, 2).sort()).toEqual(['answered', 'duplicate'])
  expect(states.slice(2)).toEqual(['answered', 'failed', 'quarantined'])
  expect(await inboundOf(office, broken.inboundId)).toMatchObject({ state: 'stored', firmId: null })
  const items = await itemsIn(office, requestId)
  expect(items.map((item) => item.status)).toEqual(['received', 'received', 'pending'])
})
