import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterEach, describe, expect, test } from 'vitest'
import { editClient } from '#core/clients/edit-client.ts'
import { claimOutbox } from '#core/delivery/claim-outbox.ts'
import { hideMatter } from '#core/matters/hide-matter.ts'
import { takeBack } from '#core/matters/take-back.ts'
import { publishNews } from '#core/news/publish-news.ts'
import { createMailer } from '#mail/send.ts'
import { mailsOf } from '#test/office/deliveries.ts'
import { lawFirm, words } from '#test/office/law-firm.ts'
import { testOffice, type TestOffice } from '#test/office/test-office.ts'
import { until } from '#test/until.ts'
import { createDelivery } from './delivery.ts'

const closing: (() => void | Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

/** A mail server that takes one letter at a time, and says so only when it is let go on. */
async function slowServer() {
  const taken: string[] = []
  const answers: (() => void)[] = []
  let holds = true
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, { envelope }, done) {
      stream.resume().on('end', () => {
        taken.push(...envelope.rcptTo.map(({ address }) => address))
        if (holds) answers.push(() => done())
        else done()
      })
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  closing.push(() => new Promise<void>((resolve) => server.close(() => resolve())))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}?maxConnections=1`,
    taken,
    goOn: () => {
      holds = false
      for (const answer of answers.splice(0)) answer()
    },
  }
}

/** News goes to Rosa's three addresses; one letter is with the server, the others wait for the connection. */
async function onTheirWay(office: TestOffice) {
  const firm = await lawFirm(office)
  const { newsId } = await publishNews(office, {
    by: firm.camila,
    matterId: firm.matterId,
    body: words('Hubo sentencia.'),
  })
  const server = await slowServer()
  const mailer = createMailer({
    smtpUrl: server.url,
    from: 'casos@estudio.example',
    replyAddress: null,
    secretKey: office.config.secretKey,
    baseUrl: null,
  })
  const delivery = createDelivery(office, { mailer, slack: null })
  closing.push(() => delivery.close(5000))
  await delivery.round()
  await until(() => server.taken[0], 'the first letter to be handed over')
  const states = async () => {
    const rows = await mailsOf(office, 'newsPublished')
    return rows
      .map(({ state, cancelledBecause }) => (state === 'cancelled' ? cancelledBecause : state))
      .sort()
  }
  return { firm, newsId, server, delivery, states }
}

describe('a letter that waits for a connection', () => {
  test('does not leave any more once its matter is hidden', async () => {
    const office = await testOffice()
    const { firm, server, delivery, states } = await onTheirWay(office)
    office.later({ minutes: 0.01 })
    await hideMatter(office, { by: firm.ana, matterId: firm.matterId })
    server.goOn()
    await delivery.idle()
    expect(server.taken).toHaveLength(1)
    expect(await states()).toEqual(['accepted', 'matter hidden', 'matter hidden'])
  })

  test('does not leave any more once it is taken back', async () => {
    const office = await testOffice()
    const { firm, newsId, server, delivery, states } = await onTheirWay(office)
    office.later({ minutes: 0.01 })
    await takeBack(office, { by: firm.camila, kind: 'news', subjectId: newsId })
    server.goOn()
    await delivery.idle()
    expect(server.taken).toHaveLength(1)
    expect(await states()).toEqual(['accepted', 'taken back', 'taken back'])
  })

  test('does not leave any more once its address is no client’s', async () => {
    const office = await testOffice()
    const { firm, server, delivery } = await onTheirWay(office)
    const [first] = server.taken
    office.later({ minutes: 1 })
    await editClient(office, { by: firm.ana, clientId: firm.rosaId, additional: [] })
    server.goOn()
    await delivery.idle()
    expect(new Set(server.taken)).toEqual(new Set([first, 'rosa@correo.example']))
  })

  test('leaves in the end, if nothing happened', async () => {
    const office = await testOffice()
    const { server, delivery, states } = await onTheirWay(office)
    office.later({ minutes: 1 })
    server.goOn()
    await delivery.idle()
    expect(server.taken.toSorted()).toEqual([
      'contador@correo.example',
      'hijo@correo.example',
      'rosa@correo.example',
    ])
    expect(await states()).toEqual(['accepted', 'accepted', 'accepted'])
  })

  test('is left to the next process when this one ends', async () => {
    const office = await testOffice()
    const { server, delivery, states } = await onTheirWay(office)
    await delivery.close(0)
    server.goOn()
    await delivery.idle()
    expect(server.taken).toHaveLength(1)
    expect(await states()).toEqual(['accepted', 'queued', 'queued'])
    expect(await claimOutbox(office, 10)).toHaveLength(2)
  })
})
