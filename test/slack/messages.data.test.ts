import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberActor } from '#core/members/actor.ts'
import { decideQuarantine } from '#core/replies/quarantine/decide-quarantine.ts'
import { askFor, itemCalled, itemsIn } from '../office/ask-for.ts'
import { deliver } from '../office/deliveries.ts'
import { inboundOf, mailComesIn, replyAddressOf } from '../office/incoming.ts'
import { refusal } from '../office/refusal.ts'
import { until } from '../until.ts'
import { firmInSlack, type FirmInSlack } from './firm-in-slack.ts'
import type { SlackUser } from './slack-user.ts'
import { visibleText } from './visible-text.ts'

const rosa = 'rosa@correo.example'
let slack: FirmInSlack
let camila: SlackUser
let lawyer: MemberActor
let guest: SlackUser

beforeAll(async () => {
  slack = await firmInSlack()
  ;({ user: camila, actor: lawyer } = await slack.join('camila', 'lawyer'))
  guest = slack.user('guido')
})
afterAll(() => slack?.close())

/** Rosa answers a request of three items in words alone. */
async function rosaWrites(title: string, text: string) {
  const { office, firm } = slack
  const matterId = await firm.addMatter({ title, clients: [firm.rosaId], responsible: [lawyer.memberId] })
  const items = 'Cédula de identidad\nContrato de trabajo'
  const requestId = await askFor(office, firm, items, { matterId, by: lawyer })
  await deliver(office)
  const to = [await replyAddressOf(office, rosa, requestId)]
  await mailComesIn(office, {
    from: rosa,
    to,
    text,
    messageId: `<${title.length}-${text.length}@correo.example>`,
  })
  await slack.deliver()
  return { requestId, message: await camila.waitForMessage(text.slice(0, 20)) }
}

test('a message is answered from where it is read, and the answer can be undone for a minute', async () => {
  const { message } = await rosaWrites('Arriendo', '¿A qué hora es la audiencia?')
  const toOriginal = /<(http[^|>]*\/mails\/[a-z2-7]{20}\?pass=[^|>]+)\|Ver correo original>/
  expect(JSON.stringify(message.blocks)).toMatch(toOriginal)
  await camila.click(message, 'Responder')
  const form = await camila.waitForView('Se enviará solo a Rosa')
  expect(JSON.stringify(form.blocks)).toMatch(toOriginal)
  expect(visibleText(form)).toContain('¿A qué hora es la audiencia?')
  expect(visibleText(form)).toContain('Se enviará solo a Rosa Fuentes (3 correos).')
  const empty = await camila.submit(form, { text: '  ' })
  expect(JSON.stringify(empty)).toContain('text')
  const sent = (await camila.submit(form, { text: 'A las 10:30.' })).view
  if (!sent) throw new Error('no last view')
  const letters = await slack.deliver()
  expect(letters.map((letter) => letter.kind)).toEqual([
    'messageAnswered',
    'messageAnswered',
    'messageAnswered',
  ])
  expect(visibleText(await camila.waitForMessage('A las 10:30.'))).toContain('respondió el')
  await camila.click(sent, 'Deshacer envío')
  await camila.waitForView('La respuesta se deshizo')
  expect((await slack.deliver()).map((letter) => letter.kind)).toEqual([
    'disregard',
    'disregard',
    'disregard',
  ])
  const after = await camila.waitForMessage('¿A qué hora es la audiencia?')
  expect(visibleText(after)).not.toContain('A las 10:30.')
  expect(slack.api.violations).toEqual([])
})

test('what a client says they will send, or do not have, is read there and settled by one click', async () => {
  const { requestId, message } = await rosaWrites(
    'Finiquito',
    'La cédula se la mando el viernes. No tengo el contrato.',
  )
  expect(visibleText(message)).toContain('Dice que lo enviará a más tardar el viernes 6 de marzo')
  expect(visibleText(message)).toContain('Dice que no tiene «Contrato de trabajo».')
  await camila.click(message, 'No requerir el ítem')
  const status = async () => (await itemCalled(slack.office, requestId, 'Contrato de trabajo')).status
  await until(async () => ((await status()) === 'waived' ? true : undefined), 'the item to be waived')
  await slack.deliver()
  const after = await camila.waitForMessage('ya no está pendiente')
  expect(visibleText(after)).not.toContain('No requerir')
  expect(slack.api.violations).toEqual([])
})

test('a mail that a member sends on counts as the client’s once they say so, and is marked', async () => {
  const { office, firm } = slack
  const matterId = await firm.addMatter({
    title: 'Reenviado',
    clients: [firm.rosaId],
    responsible: [lawyer.memberId],
  })
  const requestId = await askFor(office, firm, 'Certificado de nacimiento', {
    matterId,
    by: lawyer,
    title: 'Nacimiento',
  })
  await deliver(office)
  const { state, inboundId } = await mailComesIn(office, {
    from: 'camila@firma.example',
    text: 'Ojo, no se ve bien',
    forwardedFrom: rosa,
    attachments: [{ name: 'nacimiento.pdf' }],
  })
  expect(state).toBe('unmatched')
  await slack.deliver()
  const message = await camila.waitForMessage('Según el reenvío, lo escribió')
  await camila.click(message, 'Indicar de quién es')
  const form = await camila.waitForView('¿De quién es?')
  await camila.submit(form, { place: `${requestId}:${firm.rosaId}` })
  await until(
    async () => ((await inboundOf(office, inboundId)).state === 'answered' ? true : undefined),
    'the mail to count',
  )
  const letters = await slack.deliver()
  expect(letters.map(({ kind, to }) => [kind, to.email])).toEqual([['receipt', rosa]])
  const arrived = await camila.waitForMessage('nacimiento.pdf')
  expect(visibleText(await camila.waitForMessage('Llegó por correo; ingresado por Camila Rojas'))).toContain(
    'nacimiento',
  )
  expect(visibleText(arrived)).not.toContain('Indicar de quién es')
  expect(slack.api.violations).toEqual([])
})

describe('a new mail of a client’s, which answers none of ours', () => {
  const address = 'clara@correo.example'
  let requestId: string
  let claraId: string

  beforeAll(async () => {
    const { office, firm } = slack
    claraId = await firm.addClient('Clara Díaz', address)
    const matterId = await firm.addMatter({
      title: 'Divorcio',
      clients: [claraId],
      responsible: [lawyer.memberId],
      visibility: 'private',
    })
    const wish = { matterId, by: lawyer, title: 'Papeles del divorcio' }
    requestId = await askFor(office, firm, 'Certificado de matrimonio\nLibreta de familia', wish)
    await deliver(office)
  })

  const statuses = async () => (await itemsIn(slack.office, requestId)).map((item) => item.status)

  test('says whose it is and what it seems to answer, and answers it by the lawyer’s word', async () => {
    const { inboundId } = await mailComesIn(slack.office, {
      from: address,
      subject: 'Lo que me pidió',
      text: 'Le mando el certificado.',
      proof: 'none',
      attachments: [{ name: 'certificado matrimonio.pdf' }],
    })
    await slack.deliver()
    const message = await camila.waitForMessage('Lo que me pidió')
    const said = visibleText(message)
    expect(said).toContain('Clara Díaz')
    expect(said).toContain('nada prueba que el correo venga de ella')
    expect(said).toMatch(/Parece responder a «Papeles del divorcio» \(ref\. \w+\)\./)
    expect(said).not.toContain('La dirección no está entre los correos del cliente')
    expect(said).toContain('Descartar')
    expect(await statuses()).toEqual(['pending', 'pending'])

    await camila.click(message, 'Indicar a qué responde')
    const form = await camila.waitForView('¿A qué responde?')
    expect(visibleText(form)).toContain('nada prueba que el correo venga de ella')
    expect(JSON.stringify(form)).toContain('Sugerida · Divorcio')
    // As it is picked already.
    await camila.submit(form)
    await until(
      async () => ((await inboundOf(slack.office, inboundId)).state === 'answered' ? true : undefined),
      'the mail to count',
    )
    expect(await statuses()).toEqual(['received', 'pending'])
    const letters = await slack.deliver()
    expect(letters.map(({ kind, to }) => [kind, to.email])).toEqual([['receipt', address]])
    const arrived = visibleText(await camila.waitForMessage('Clara Díaz respondió'))
    expect(arrived).not.toContain('ingresado por')
    expect(visibleText(await camila.waitForMessage('Correo aceptado'))).not.toContain(
      'Indicar a qué responde',
    )
    expect(slack.api.violations).toEqual([])
  })

  test('is offered to nobody who deals with the client in no matter', async () => {
    const { user, actor } = await slack.join('pedro', 'lawyer')
    const { inboundId } = await mailComesIn(slack.office, {
      from: address,
      subject: 'Otra cosa',
      text: 'Hola.',
    })
    await slack.deliver()
    const message = await camila.waitForMessage('Otra cosa')
    await user.click(message, 'Indicar a qué responde')
    await until(() => user.whispers()[0], 'a word to Pedro')
    expect(user.view()).toBeUndefined()
    expect(JSON.stringify(user.whispers())).not.toContain('Divorcio')
    const place = { requestId, clientId: claraId }
    const wish = { by: actor, inboundId, decision: 'accepted' as const, place }
    expect(await refusal(decideQuarantine(slack.office, wish))).toBe('not_found')
    await camila.click(message, 'Descartar')
    await until(
      async () => ((await inboundOf(slack.office, inboundId)).state === 'discarded' ? true : undefined),
      'the mail to be discarded',
    )
    expect(slack.api.violations).toEqual([])
  })
})

test('a guest answers nobody', async () => {
  const { message } = await rosaWrites('Herencia', '¿Cuándo sale la sentencia de la herencia?')
  await guest.click(message, 'Responder')
  await until(() => guest.whispers()[0], 'a word to the guest')
  expect(guest.view()).toBeUndefined()
  expect((await slack.deliver()).length).toBe(0)
})
