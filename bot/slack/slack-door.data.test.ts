import { once } from 'node:events'
import { createServer } from 'node:http'
import { Readable } from 'node:stream'
import express from 'express'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { askForCorrection } from '#core/clients/ask-for-correction.ts'
import { contactSheets } from '#core/clients/contact-sheet.ts'
import { chatNoteFor } from '#core/delivery/chat-note-for.ts'
import { claimOutbox } from '#core/delivery/claim-outbox.ts'
import type { OutboxRow } from '#core/delivery/note-refused.ts'
import { settleDeliveries } from '#core/delivery/settle-delivery.ts'
import { communicationOf } from '#core/matters/communication.ts'
import { hideMatter } from '#core/matters/hide-matter.ts'
import { addMember } from '#core/members/add-member.ts'
import { memberFromChat } from '#core/members/member-from-chat.ts'
import type { IncomingMail } from '#core/replies/inbound/incoming-mail.ts'
import { remindersToken } from '#core/reminders/reminders-token.ts'
import { stopRemindersByLink } from '#core/reminders/stop-by-link.ts'
import { receiveReply } from '#core/replies/receive-reply.ts'
import { storeInbound } from '#core/replies/inbound/store-inbound.ts'
import { requestDocuments } from '#core/requests/request-documents.ts'
import { additionalAddress } from '#test/office/additional-address.ts'
import { enterPortal } from '#test/office/enter-portal.ts'
import { lawFirm, tenant, type LawFirm } from '#test/office/law-firm.ts'
import { testOffice, type TestOffice } from '#test/office/test-office.ts'
import { slackUser, type SlackUser } from '#test/slack/slack-user.ts'
import { startSlackApi, type SlackApi } from '#test/slack/start-slack-api.ts'
import { visibleText } from '#test/slack/visible-text.ts'
import { postNote } from './post.ts'
import { startSlack, type SlackDoor } from './start.ts'

const signingSecret = 'a-signing-secret-that-only-tests-know'

let api: SlackApi
let office: TestOffice
let firm: LawFirm
let door: SlackDoor
let baseUrl: string
let close: (() => Promise<void>) | undefined

/** Rosa's lawyer, who reads Spanish; João reads Portuguese, Emily English. */
let camila: SlackUser
let joao: SlackUser
let emily: SlackUser

beforeAll(async () => {
  api = await startSlackApi()
  office = await testOffice({ SLACK_SIGNING_SECRET: signingSecret, SLACK_API_URL: api.apiUrl })
  firm = await lawFirm(office)
  door = startSlack(office)
  const web = express()
  web.post('/slack/events', door.handler)
  const server = createServer(web).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  baseUrl = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  camila = slackUser(api, 'camila', { baseUrl, signingSecret })
  joao = slackUser(api, 'joao', { baseUrl, signingSecret })
  emily = slackUser(api, 'emily', { baseUrl, signingSecret })
  for (const [name, user] of [
    ['Camila Rojas', camila] as const,
    ['João Lima', joao] as const,
    ['Emily Ward', emily] as const,
  ]) {
    const identities = [{ platform: 'slack' as const, tenant, userId: user.id }]
    await addMember(office, {
      by: firm.system,
      name,
      email: `${user.name}@firma.example`,
      role: 'admin',
      identities,
    })
  }
  close = async () => {
    server.closeAllConnections()
    server.close()
    await door.close()
    await api.stop()
  }
})
afterAll(() => close?.())

beforeEach(() => {
  api.violations.length = 0
})

/** A matter of its own for a test, with Rosa and her two other addresses, for Camila. */
async function newMatter(title: string): Promise<string> {
  const { memberId } = await actor(camila)
  return firm.addMatter({ title, clients: [firm.rosaId], responsible: [memberId] })
}

async function actor(user: SlackUser) {
  return memberFromChat(office, { platform: 'slack', tenant, userId: user.id })
}

async function communication(matterId: string) {
  return communicationOf(office, { by: await actor(camila), matterId })
}

const mails: OutboxRow[] = []

/** What the outbox has for chat is posted, as the worker does it; mails are taken and kept in `mails`. */
async function deliver() {
  for (const row of await claimOutbox(office, 100)) {
    if (row.channel === 'mail') {
      mails.push(row)
      await settleDeliveries(office, [{ row, outcome: { kind: 'accepted', as: '250' } }])
      continue
    }
    const note = await chatNoteFor(office, row)
    if (!('outboxId' in note)) continue
    const stands = await postNote(door, note)
    await settleDeliveries(office, [{ row, outcome: { kind: 'accepted', as: stands.messageId, stands } }])
  }
}

describe('who may come in', () => {
  test('an unsigned or stale request gets 401 and changes nothing', async () => {
    const body = new URLSearchParams({
      command: '/despacho',
      text: 'help',
      team_id: tenant,
      user_id: camila.id,
    })
    const unsigned = await fetch(`${baseUrl}/slack/events`, { method: 'POST', body })
    expect(unsigned.status).toBe(401)
    const stale = await camila.command('/despacho', 'ayuda', { forgery: 'stale' })
    expect(stale.status).toBe(401)
  })

  test.each(['guido', 'ursula', 'esteban'])(
    '%s, a guest or stranger, is refused in one plain sentence',
    async (name) => {
      const guest = slackUser(api, name, { baseUrl, signingSecret })
      await guest.command('/novedad')
      const said = await guest.waitForMessage(/Despacho (es solo|is for members)/)
      expect(said.isEphemeral).toBe(true)
      expect(guest.view()).toBeUndefined()
    },
  )

  test('somebody of the workspace whom the firm does not know is refused in their language', async () => {
    const pedro = slackUser(api, 'pedro', { baseUrl, signingSecret })
    await pedro.command('/despacho', 'pendientes')
    await pedro.waitForMessage('Despacho es solo para integrantes del estudio')
  })
})

describe('who else', () => {
  test('people of a workspace that is no firm’s are refused, whoever they say they are', async () => {
    const other = slackUser(api, 'camila', { baseUrl, signingSecret, teamId: 'T0OTHER' })
    await other.command('/novedad')
    await other.waitForMessage('Despacho is for members of the firm only.')
    expect(other.view()).toBeUndefined()
  })

  test('a guest finds nothing by type-ahead, and what they click or submit has no effect', async () => {
    const matterId = await newMatter('Causa ajena a visitas')
    await camila.command('/novedad', 'visitas')
    const form = await camila.waitForView('text')
    const guest = slackUser(api, 'guido', { baseUrl, signingSecret })
    expect(await guest.suggest(form, 'matter', 'visitas')).toEqual([])
    const second = await camila.submit(form, { text: 'Nada para visitas' })
    if (!second.view) throw new Error('no second step')
    await guest.submit(second.view)
    await camila.command('/proceso', 'visitas')
    const shown = await camila.waitForView('Causa ajena a visitas')
    await guest.click(shown, 'Ocultar a clientes')
    const { news, matter } = await communication(matterId)
    expect({ news, hidden: matter.hidden }).toEqual({ news: [], hidden: false })
  })
})

describe('words', () => {
  test('help is in the language of whoever asks', async () => {
    await camila.command('/despacho', 'help')
    await camila.waitForMessage('`/despacho novedad` publica una novedad')
    await joao.command('/despacho', 'AYUDA')
    await joao.waitForMessage('`/despacho novidade` publica uma novidade')
    await emily.command('/despacho', 'ajuda')
    await emily.waitForMessage('`/despacho news` publishes news')
  })

  test('an unknown word is answered with what there is', async () => {
    await camila.command('/despacho', 'expedientes <!channel>')
    const said = await camila.waitForMessage('No conozco «expedientes».')
    expect(visibleText(said)).toContain('`/despacho pendientes`')
    expect(visibleText(said)).toContain('`/despacho acceso` muestra los accesos de sus clientes al portal')
    expect(visibleText(said)).toContain('`/despacho cliente` abre la ficha de un cliente')
    expect(visibleText(said)).toContain('`/despacho ajustes` muestra los ajustes')
  })

  test('accents and capitals do not matter', async () => {
    await joao.command('/despacho', 'Pendências')
    const view = await joao.waitForView(() => true)
    expect(view.callback_id).toBe('pending')
    await joao.dismiss()
  })
})

describe('news', () => {
  test('are written, corrected, confirmed and sent once', async () => {
    const matterId = await newMatter('Herencia Fuentes')
    await camila.command('/novedad', 'herencia')
    const form = await camila.waitForView('text')
    const filled = await camila.submit(form, { text: 'Hubo audiencia.' })
    expect(filled.errors).toEqual({})
    const second = await camila.waitForView('Se avisará a Rosa Fuentes (3 correos).')
    const said = visibleText(second)
    for (const address of ['rosa@correo.example', 'contador@correo.example', 'hijo@correo.example']) {
      expect(said).toContain(address)
    }
    expect(said).toContain('Hubo audiencia.')

    await camila.click(second, 'Corregir')
    const again = await camila.waitForView('text')
    expect(JSON.stringify(again.blocks)).toContain('Herencia Fuentes')
    expect(JSON.stringify(again.blocks)).toContain('Hubo audiencia.')
    await camila.submit(again, { text: 'Hubo audiencia y acuerdo.' })
    const third = await camila.waitForView('Hubo audiencia y acuerdo.')
    const sent = await camila.submit(third)
    expect(visibleText(sent.view ?? {})).toContain('Enviado: 3 correos.')
    const repeated = await camila.repeat()
    expect(visibleText(Object(repeated.body.view))).toContain('Enviado: 3 correos.')

    const { news } = await communication(matterId)
    expect(news).toHaveLength(1)
    expect(news[0]?.deliveries.queued).toBe(3)
    expect(api.violations).toEqual([])
  })

  test('in a hidden matter wait for a choice, and can be kept unannounced', async () => {
    const matterId = await newMatter('Causa oculta de Rosa')
    await hideMatter(office, { by: firm.system, matterId })
    await camila.command('/novedad', 'oculta')
    const second = (await camila.submit(await camila.waitForView('text'), { text: 'Nota interna' })).view
    if (!second) throw new Error('no second step')
    expect(visibleText(second)).toContain('La causa está oculta')
    const refused = await camila.submit(second, {}, { force: true })
    expect(refused.errors).toHaveProperty('announce')
    const kept = await camila.submit(second, { announce: 'keep' })
    expect(visibleText(kept.view ?? {})).toContain('Guardado sin avisar')
    const { news } = await communication(matterId)
    expect(news).toMatchObject([{ announced: false }])
    expect(api.violations).toEqual([])
  })

  test('that say nothing are sent back at the field', async () => {
    await newMatter('Causa vacía')
    await camila.command('/novedad', 'vacía')
    const refused = await camila.submit(await camila.waitForView('text'), { text: '   ' }, { force: true })
    expect(refused.errors).toEqual({ text: 'Falta completar este campo.' })
  })

  test('the type-ahead finds by client, and tells what is hidden', async () => {
    await camila.command('/novedad')
    const form = await camila.waitForView('text')
    const offered = await camila.suggest(form, 'matter', 'rosa oculta')
    expect(offered.map((option) => option.text.text)).toEqual(['Causa oculta de Rosa · oculta'])
  })
})

describe('requests', () => {
  test('are refused at their fields, then sent with every item', async () => {
    const matterId = await newMatter('Posesión efectiva')
    await joao.command('/despacho', 'solicitar posesión')
    const form = await joao.waitForView('items')
    const fields = { title: 'Antecedentes', items: 'Cédula\n- Certificado de dominio\n¿Estado civil?' }
    const past = await joao.submit(form, { ...fields, due: '2026-03-02' })
    expect(past.errors.due).toContain('A data já passou. Hoje é')
    const empty = await joao.submit(form, { ...fields, items: ' \n ', due: '2026-03-20' }, { force: true })
    expect(empty.errors).toHaveProperty('items')
    const second = (await joao.submit(form, { ...fields, due: '2026-03-20' })).view
    if (!second) throw new Error('no second step')
    const said = visibleText(second)
    expect(said).toContain('Vamos avisar Rosa Fuentes (3 e-mails).')
    expect(said).toContain('2. Certificado de dominio')
    expect(said).toContain('3. ¿Estado civil? (resposta por escrito)')
    const sent = await joao.submit(second)
    expect(visibleText(sent.view ?? {})).toContain('Enviado: 3 e-mails.')
    await joao.repeat()
    const { requests } = await communication(matterId)
    expect(requests).toHaveLength(1)
    expect(requests[0]?.items.map((item) => item.kind)).toEqual(['file', 'file', 'text'])
    expect(api.violations).toEqual([])
  })
})

describe('the communication of a matter', () => {
  test('shows both lists and lets one edit, hide and delete', async () => {
    const matterId = await newMatter('Divorcio de prueba')
    const by = await actor(camila)
    const items = [
      { title: 'Cédula', kind: 'file' as const },
      { title: 'Certificado', kind: 'file' as const },
    ]
    await requestDocuments(office, { by, matterId, title: 'Papeles', details: '', items, dueOn: null })
    await camila.command('/proceso', 'divorcio')
    const view = await camila.waitForView('Divorcio de prueba')
    expect(visibleText(view)).toContain('Faltan 2 de 2')
    expect(visibleText(view)).toContain('3 por salir')

    await camila.click(view, 'request_menu', { option: 'Editar' })
    const edit = await camila.waitForView('items')
    const edited = await camila.submit(edit, { items: 'Cédula\nCertificado\n¿Bienes?', announce: 'quiet' })
    expect(visibleText(edited.view ?? {})).toContain('Cambio guardado.')
    await camila.dismiss()
    const fresh = await camila.waitForView('Faltan 3 de 3')

    await camila.click(fresh, 'Ocultar a clientes')
    const hidden = await camila.waitForView('La causa quedó oculta para sus clientes.')
    expect(visibleText(hidden)).toContain('Mostrar a clientes')

    await camila.click(hidden, 'request_menu', { option: 'Ver ítems' })
    const checklist = await camila.waitForView('Ítems de la solicitud')
    await camila.click(checklist, 'No requerir', { near: '¿Bienes?' })
    await camila.waitForView('– No requerido')
    await camila.dismiss()
    const listed = await camila.waitForView('Faltan 2 de 3')

    await camila.click(listed, 'request_menu', { option: 'Eliminar' })
    await camila.submit(await camila.waitForView('Eliminar solicitud'))
    await camila.waitForView('Aún no hay solicitudes')
    expect(api.violations).toEqual([])
  })

  test('is asked for when the words mean several matters', async () => {
    await newMatter('Gemelas una')
    await newMatter('Gemelas dos')
    await camila.command('/despacho', 'proceso gemelas')
    const pick = await camila.waitForView('Hay más de una coincidencia.')
    const shown = await camila.submit(pick, { matter: 'Gemelas dos' })
    expect(shown.view?.callback_id).toBe('communication')
  })
})

describe('what clients send', () => {
  async function asked(title: string, itemTitles: string[]) {
    const matterId = await newMatter(title)
    const items = itemTitles.map((item) => ({ title: item, kind: 'file' as const }))
    const by = await actor(camila)
    const { requestId } = await requestDocuments(office, {
      by,
      matterId,
      title: 'Papeles',
      details: '',
      items,
      dueOn: null,
    })
    await deliver()
    const mine = mails.find(
      (mail) => mail.subjectId === requestId && mail.recipient === 'rosa@correo.example',
    )
    const replyTo = mine?.replyAddressId
    if (!replyTo) throw new Error('no reply address')
    return { matterId, requestId, replyTo }
  }

  async function reply(replyTo: string, files: string[], from = 'rosa@correo.example') {
    const key = `test/${Math.random().toString(36).slice(2)}`
    const stored = await Promise.all(
      files.map(async (name, number) => {
        const storedAs = `${key}/${number}`
        const { size, sha256 } = await office.files.put(storedAs, bytes(`%PDF-1.4 ${name}`))
        return { name, storedAs, size, sha256 }
      }),
    )
    const envelope = { from, to: ['casos@estudio.example'], remoteAddress: null }
    const { inboundId } = await storeInbound(office, {
      source: 'smtp',
      envelope,
      raw: Readable.from([Buffer.from(key)]),
    })
    const mail: IncomingMail = {
      messageId: `<${key}@correo.example>`,
      inReplyTo: [],
      references: [],
      from: [{ address: from, name: 'Rosa' }],
      fromLines: 1,
      recipients: [],
      shownTo: [],
      subject: 'Re: documentos',
      date: null,
      kind: 'reply',
      text: 'Le envío lo que tengo <!channel>',
      writtenText: 'Le envío lo que tengo <!channel>',
      attachments: stored.map(({ name, size, sha256 }) => ({
        name,
        type: 'application/pdf',
        size,
        sha256,
        path: '',
        flag: null,
      })),
      contentHash: key,
      failures: [],
      wishes: { stopReminding: false },
      authentication: { verdict: 'pass', by: 'signature', detail: 'dkim' },
    }
    const storedAs = stored.map((file) => file.storedAs)
    return receiveReply(office, {
      inboundId,
      mail,
      replyAddressIds: [replyTo],
      shownIds: [replyTo],
      shownOurs: true,
      quotedIds: [],
      bounceIds: [],
      forgedAddress: false,
      storedAs,
    })
  }

  async function* bytes(text: string) {
    yield Buffer.from(text)
  }

  test('is told in one message, approved once and rejected with a reason, in place', async () => {
    const { matterId, replyTo } = await asked('Respuesta de Rosa', [
      'Cédula de identidad',
      'Certificado de matrimonio',
    ])
    expect(await reply(replyTo, ['cedula identidad.pdf', 'certificado matrimonio.pdf'])).toBe('answered')
    await deliver()
    const told = await camila.waitForMessage('Respuesta de Rosa')
    expect(visibleText(told)).toContain('cedula identidad.pdf')
    expect(visibleText(told)).toContain('certificado matrimonio.pdf')
    expect(visibleText(told)).toContain('&lt;!channel&gt;')

    await camila.click(told, 'Aprobar', { near: 'Cédula de identidad' })
    await api.until(
      async () => (await communication(matterId)).requests[0]?.items[0]?.status === 'approved' || undefined,
      'an approval',
    )
    await joao.click(told, 'Aprobar', { near: 'Cédula de identidad' })
    await joao.waitForMessage('Já foi aprovado por Camila Rojas.')

    await camila.click(told, 'Rechazar', { near: 'Certificado de matrimonio' })
    const form = await camila.waitForView('reason')
    const missing = await camila.submit(form, { reason: 'other' })
    expect(missing.errors.reason).toContain('escríbalo en la nota')
    const rejected = await camila.submit(form, { reason: 'illegible', note: 'Se ve borroso' })
    expect(rejected.view).toBeUndefined()

    await deliver()
    const now = (await camila.inbox()).find((message) => message.ts === told.ts)
    expect(visibleText(now ?? {})).toContain('✓ Aprobado por Camila Rojas')
    expect(visibleText(now ?? {})).toContain('✗ Rechazado por Camila Rojas: No se lee bien (Se ve borroso)')
    expect(JSON.stringify(now?.blocks)).not.toContain('"button"')
    expect(api.violations).toEqual([])
  })

  test('and belongs to no item for sure is settled by one click', async () => {
    const { matterId, replyTo } = await asked('Fotos sueltas', [
      'Cédula de identidad',
      'Escritura',
      'Poder notarial',
    ])
    await reply(replyTo, ['IMG_0001.pdf', 'IMG_0002.pdf'])
    await deliver()
    const told = await camila.waitForMessage('Fotos sueltas')
    expect(visibleText(told)).toContain('¿A qué ítem corresponde')
    await camila.click(told, (element) => element.action_id === 'settle_as', {
      near: 'IMG_0001.pdf',
      option: 'Escritura',
    })
    await api.until(
      async () => (await communication(matterId)).requests[0]?.items[1]?.status === 'received' || undefined,
      'the file to be settled',
    )
    await camila.click(told, (element) => element.action_id === 'settle_as', {
      near: 'IMG_0002.pdf',
      option: 'Ninguno de estos',
    })
    await api.until(async () => {
      await deliver()
      const now = (await camila.inbox()).find((message) => message.ts === told.ts)
      return visibleText(now ?? {}).includes('Sin ítem') || undefined
    }, 'the message to say so')
    expect(api.violations).toEqual([])
  })

  test('from an unknown address waits until a member accepts it', async () => {
    const { matterId, replyTo } = await asked('Correo ajeno', ['Cédula'])
    expect(await reply(replyTo, ['cedula.pdf'], 'extrano@otro.example')).toBe('quarantined')
    await deliver()
    const told = await camila.waitForMessage('extrano@otro.example')
    expect(visibleText(told)).toContain('La dirección no está entre los correos del cliente.')
    await camila.click(told, 'Aceptar y agregar correo')
    await api.until(
      async () => (await communication(matterId)).requests[0]?.items[0]?.status === 'received' || undefined,
      'the mail to count',
    )
    await deliver()
    const now = (await camila.inbox()).find((message) => message.ts === told.ts)
    expect(visibleText(now ?? {})).toContain('Correo aceptado y dirección agregada por Camila Rojas')
    await camila.click(told, 'Descartar')
    await camila.waitForMessage('Ya lo aceptó Camila Rojas.')
    expect(api.violations).toEqual([])
  })

  test('of more than ten items is reviewed in a modal', async () => {
    const names = [
      'Cédula',
      'Pasaporte',
      'Escritura',
      'Poder notarial',
      'Liquidación de sueldo',
      'Finiquito',
      'Contrato de arriendo',
      'Factura',
      'Testamento',
      'Cartola bancaria',
      'Certificado de matrimonio',
      'Informe pericial',
    ]
    const { replyTo } = await asked('Muchos papeles', names)
    await reply(
      replyTo,
      names.map((name) => `${name}.pdf`),
    )
    await deliver()
    const told = await camila.waitForMessage('Muchos papeles')
    for (const name of names) expect(visibleText(told)).toContain(name)
    await camila.click(told, 'Revisar')
    const review = await camila.waitForView('*Cédula*')
    await camila.click(review, 'Aprobar', { near: '*Cédula*' })
    const after = await camila.waitForView('✓ Aprobado por Camila Rojas')
    await camila.click(after, 'Rechazar', { near: '*Pasaporte*' })
    await camila.submit(await camila.waitForView('reason'), { reason: 'expired' })
    await camila.waitForView('✗ Rechazado por Camila Rojas: Está vencido')
    await camila.click(await camila.waitForView('*Cédula*'), 'Ver más')
    await camila.waitForView('*Informe pericial*')
    expect(api.violations).toEqual([])
  })

  test('is shown among what is pending, and can be reviewed from there', async () => {
    await camila.command('/pendientes', 'muchos papeles')
    const view = await camila.waitForView('10 ítems por revisar')
    await camila.click(view, 'Revisar')
    await camila.waitForView('*Escritura*')
    await camila.dismiss()
    await camila.dismiss()
  })
})

describe('what clients ask of the firm', () => {
  async function newClient(name: string) {
    const handle = name.toLowerCase().replace(' ', '.')
    const additional = [`contador.${handle}@correo.example`]
    const clientId = await firm.addClient(name, `${handle}@correo.example`, { additional })
    const { memberId } = await actor(camila)
    await firm.addMatter({ title: `Asunto de ${name}`, clients: [clientId], responsible: [memberId] })
    return clientId
  }

  test('a correction of their details is marked as done by one click, once, in place for everyone', async () => {
    const clientId = await newClient('Luz Pino')
    const { session } = await enterPortal(office, firm, clientId, { email: 'luz@correo.example' })
    const text = 'Mi teléfono nuevo es +56 9 8765 4321 <!channel>'
    await askForCorrection(office, { by: session, clientId, text })
    await deliver()
    const told = await camila.waitForMessage('Luz Pino pide corregir sus datos')
    expect(visibleText(told)).toContain('Mi teléfono nuevo es +56 9 8765 4321 &lt;!channel&gt;')
    await camila.click(told, 'Hecho')
    await api.until(
      async () => (await contactSheets(office, session))[0]?.corrections[0]?.settledAt ?? undefined,
      'a settled correction',
    )
    await joao.click(told, 'Hecho')
    await joao.waitForMessage('Camila Rojas')
    await deliver()
    const now = (await camila.inbox()).find((message) => message.ts === told.ts)
    expect(visibleText(now ?? {})).toContain('Datos de Luz Pino corregidos por Camila Rojas')
    expect(JSON.stringify(now?.blocks)).not.toContain('"button"')
    expect(api.violations).toEqual([])
  })

  test('no reminders at one address: the message says which, and a click turns them on again', async () => {
    const clientId = await newClient('Ema Soto')
    const email = 'contador.ema.soto@correo.example'
    const accountant = () => additionalAddress(office, clientId, email)
    await stopRemindersByLink(office, remindersToken(office, clientId, (await accountant()).id))
    await deliver()
    const told = await camila.waitForMessage(`en ${email} pidieron no recibir recordatorios`)
    await camila.click(told, 'Volver a recordar')
    await api.until(
      async () => (await accountant()).remindersStoppedAt === null || undefined,
      'reminders turned on again',
    )
    await deliver()
    const now = (await camila.inbox()).find((message) => message.ts === told.ts)
    expect(visibleText(now ?? {})).toContain('Se volvieron a activar los recordatorios por Camila Rojas')
    expect(JSON.stringify(now?.blocks)).not.toContain('"button"')
    expect(api.violations).toEqual([])
  })
})

test('a fault is told with a reference, and nothing else', async () => {
  api.fail('views.open', { status: 200, error: 'internal_error' })
  await camila.command('/novedad')
  const said = await camila.waitForMessage(/No se pudo completar .* referencia [a-z2-7]{8}\./)
  expect(visibleText(said)).not.toContain('internal_error')
})
