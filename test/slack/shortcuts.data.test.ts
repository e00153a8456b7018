import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { types } from '@slack/bolt'
import { entries } from '#db/schema/access.ts'
import { communicationOf } from '#core/matters/communication.ts'
import type { MemberActor } from '#core/members/actor.ts'
import { files } from '#db/schema/replies.ts'
import { eq } from 'drizzle-orm'
import type { Json } from './check-block-element.ts'
import { firmInSlack, type FirmInSlack } from './firm-in-slack.ts'
import type { SlackMessage } from './read-messages.ts'
import type { SlackUser } from './slack-user.ts'
import { visibleText } from './visible-text.ts'

let slack: FirmInSlack
/** A lawyer who reads Spanish, and the admin, who reads English. */
let camila: SlackUser
let emily: SlackUser
let lawyer: MemberActor

beforeAll(async () => {
  slack = await firmInSlack()
  ;({ user: camila, actor: lawyer } = await slack.join('camila', 'lawyer'))
  ;({ user: emily } = await slack.join('emily', 'admin'))
  slack.api.answer('files.info', ({ args }) => ({ ok: true, file: infos.get(String(args.file)) ?? {} }))
})
afterAll(() => slack?.close())
beforeEach(() => {
  slack.api.violations.length = 0
})

/** What Slack knows of files, by id. */
const infos = new Map<string, Json>()

async function newMatter(title: string): Promise<string> {
  const { firm } = slack
  return firm.addMatter({ title, clients: [firm.rosaId], responsible: [lawyer.memberId] })
}

/** A colleague's message in a channel. */
function message(more: Partial<SlackMessage>): SlackMessage {
  const channel = slack.api.channelId('causas')
  return {
    channel,
    ts: '1772546400.000100',
    user: emily.id,
    text: '',
    blocks: [],
    isEdited: false,
    isEphemeral: false,
    ...more,
  }
}

function richText(...elements: types.RichTextBlockElement[]): types.KnownBlock[] {
  return [{ type: 'rich_text', elements }]
}

/** A file that was attached to a message in that channel. */
function attached(name: string, content: string, more: Json = {}): Json {
  const file = slack.api.putFile(name, content)
  const known = { ...file, channels: [slack.api.channelId('causas')], mode: 'hosted', ...more }
  infos.set(file.id, known)
  return known
}

async function documentsOf(matterId: string) {
  const { read } = slack.office.db
  const kept = await read.select().from(entries).where(eq(entries.matterId, matterId))
  const stored = await read.select().from(files).where(eq(files.matterId, matterId))
  return kept
    .filter((entry) => entry.kind === 'document')
    .map(({ title, fileId }) => ({ title, file: stored.find((file) => file.id === fileId)?.name }))
}

describe('a shortcut that is offered everywhere', () => {
  test.each([
    ['news_shortcut', 'text'],
    ['request_shortcut', 'items'],
    ['matter_shortcut', 'matter'],
    ['client_shortcut', 'Ver ficha'],
    ['access_shortcut', 'Ver accesos'],
    ['pending_shortcut', 'No hay nada pendiente.'],
  ])('%s opens what it says', async (callbackId, wanted) => {
    await camila.shortcut(callbackId)
    await camila.waitForView(wanted)
    await camila.dismiss()
    expect(slack.api.violations).toEqual([])
  })

  test('is refused to guests and to people of elsewhere, in a view of their own', async () => {
    for (const name of ['guido', 'esteban']) {
      const guest = slack.user(name)
      await guest.shortcut('news_shortcut')
      const said = await guest.waitForView(/Despacho (es solo|is for members)/)
      expect(visibleText(said)).not.toContain('Publicar')
    }
  })

  test('that Slack let run out is offered again in a private message, and then works', async () => {
    slack.api.fail('views.open', { status: 200, error: 'expired_trigger_id' })
    await camila.shortcut('request_shortcut')
    const late = await camila.waitForMessage('Slack no alcanzó a abrir el formulario.')
    await camila.click(late, 'Intentar de nuevo')
    await camila.waitForView('items')
    await camila.dismiss()
    expect(slack.api.violations).toEqual([])
  })
})

describe('a message published as news', () => {
  test('fills the form with what it says, and is sent as any news is', async () => {
    const matterId = await newMatter('Mensaje de Emily')
    const blocks = richText(
      {
        type: 'rich_text_section',
        elements: [
          { type: 'text', text: 'Hubo ' },
          { type: 'text', text: 'acuerdo', style: { bold: true } },
          { type: 'text', text: ' con ' },
          { type: 'user', user_id: camila.id },
        ],
      },
      {
        type: 'rich_text_list',
        style: 'bullet',
        elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'pago en marzo' }] }],
      },
    )
    await camila.messageShortcut('message_to_news', message({ text: 'Hubo acuerdo', blocks }))
    const form = await camila.waitForView('text')
    expect(JSON.stringify(form.blocks)).toContain('"text":"acuerdo"')
    const second = await camila.submit(form, { matter: 'Mensaje de Emily' })
    expect(visibleText(second.view ?? {})).toContain('• pago en marzo')
    expect(visibleText(second.view ?? {})).toContain('@Camila Rojas')
    if (!second.view) throw new Error('no second step')
    await camila.submit(second.view)
    const { news } = await communicationOf(slack.office, { by: lawyer, matterId })
    expect(news).toHaveLength(1)
    await camila.dismiss()
    expect(slack.api.violations).toEqual([])
  })

  test('that has no rich text is taken by its words', async () => {
    await camila.messageShortcut(
      'message_to_news',
      message({ text: 'Ver <https://pjud.cl/causa|la causa> &amp; pagar' }),
    )
    const form = await camila.waitForView('text')
    expect(JSON.stringify(form.blocks)).toContain('la causa (')
    expect(JSON.stringify(form.blocks)).toContain(') & pagar')
    await camila.dismiss()
    expect(slack.api.violations).toEqual([])
  })

  test('that says nothing is not published', async () => {
    await camila.messageShortcut('message_to_news', message({}))
    await camila.waitForView('Ese mensaje no tiene texto que publicar.')
    await camila.dismiss()
  })

  test('is refused to a guest, who alone is told so', async () => {
    const guest = slack.user('ursula')
    await guest.messageShortcut('message_to_news', message({ text: 'Hola' }))
    expect((await guest.waitForMessage('Despacho es solo para integrantes')).isEphemeral).toBe(true)
    expect(guest.view()).toBeUndefined()
  })
})

describe('a file of a message', () => {
  test('is filed as a document of the matter that is asked for, once, and nothing is posted', async () => {
    const matterId = await newMatter('Carpeta de Emily')
    const before = (await slack.api.messagesIn(slack.api.channelId('causas'))).length
    await camila.messageShortcut(
      'message_to_document',
      message({ files: [attached('sentencia.pdf', '%PDF-1.4 fallo')] }),
    )
    const form = await camila.waitForView('files')
    const saving = await camila.submit(form, { matter: 'Carpeta de Emily', title: 'Sentencia definitiva' })
    expect(visibleText(saving.view ?? {})).toContain('Guardando los archivos.')
    await camila.waitForView('Quedó guardado como documento.')
    await camila.repeat({ asRetry: true })
    const isDone = ({ method, args }: { method: string; args: Json }) =>
      method === 'views.update' && JSON.stringify(args).includes('Quedó guardado como documento.')
    const twice = () => slack.api.calls.filter(isDone).length === 2 || undefined
    await slack.api.until(twice, 'both deliveries to be done with')
    expect(await documentsOf(matterId)).toEqual([{ title: 'Sentencia definitiva', file: 'sentencia.pdf' }])
    expect(await slack.api.messagesIn(slack.api.channelId('causas'))).toHaveLength(before)
    await camila.dismiss()
    expect(slack.api.violations).toEqual([])
  })

  test('is one of several, of which the member picks', async () => {
    const matterId = await newMatter('Fotos de Emily')
    const all = ['una.pdf', 'dos.pdf', 'tres.pdf'].map((name) => attached(name, `%PDF-1.4 ${name}`))
    await camila.messageShortcut('message_to_document', message({ files: all }))
    const form = await camila.waitForView('files')
    await camila.submit(form, { matter: 'Fotos de Emily', files: ['una.pdf', 'tres.pdf'] })
    await camila.waitForView('Quedaron guardados 2 documentos.')
    expect((await documentsOf(matterId)).map(({ title }) => title).sort()).toEqual(['tres.pdf', 'una.pdf'])
    await camila.dismiss()
  })

  test('too large, or of another channel, is not kept', async () => {
    const matterId = await newMatter('Carpeta vacía')
    const huge = attached('enorme.pdf', 'x'.repeat(slack.office.config.maxMessageBytes + 1))
    const foreign = attached('ajeno.pdf', '%PDF-1.4 ajeno', { channels: ['C0OTHER'] })
    for (const [file, words] of [
      [huge, '«enorme.pdf» supera'],
      [foreign, 'Slack no entregó «ajeno.pdf»'],
    ] as const) {
      await camila.messageShortcut('message_to_document', message({ files: [file] }))
      await camila.submit(await camila.waitForView('files'), { matter: 'Carpeta vacía' })
      await camila.waitForView(words)
      await camila.dismiss()
    }
    expect(await documentsOf(matterId)).toEqual([])
  })

  test('that is not there is said so at once', async () => {
    await camila.messageShortcut('message_to_document', message({ text: 'Sin nada' }))
    await camila.waitForMessage('Ese mensaje no trae archivos.')
    await camila.messageShortcut(
      'message_to_document',
      message({ files: [{ id: 'F0DRIVE', is_external: true }] }),
    )
    await camila.waitForMessage('Slack no da acceso a ese archivo')
    expect(camila.view()).toBeUndefined()
  })
})
