import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createFirm } from '#core/firms/create-firm.ts'
import { communicationOf } from '#core/matters/communication.ts'
import type { MemberActor } from '#core/members/actor.ts'
import { addMember } from '#core/members/add-member.ts'
import { listTemplates } from '#core/requests/templates/list-templates.ts'
import { saveTemplate } from '#core/requests/templates/save-template.ts'
import { useTemplate } from '#core/requests/templates/use-template.ts'
import { locales } from '#core/words/locale.ts'
import { lawFirm } from '#test/office/law-firm.ts'
import { refusal } from '#test/office/refusal.ts'
import { testOffice } from '#test/office/test-office.ts'
import { asObject } from '#test/slack/check-block-element.ts'
import { firmInSlack, type FirmInSlack } from '#test/slack/firm-in-slack.ts'
import { fieldsOf } from '#test/slack/form-fields.ts'
import type { SlackView } from '#test/slack/open-views.ts'
import type { SlackUser } from '#test/slack/slack-user.ts'
import { visibleText } from '#test/slack/visible-text.ts'

let slack: FirmInSlack
/** A lawyer, who reads Spanish; the admin reads Portuguese, the assistant English. */
let camila: SlackUser
let emily: SlackUser
let lawyer: MemberActor

beforeAll(async () => {
  slack = await firmInSlack()
  ;({ user: camila, actor: lawyer } = await slack.join('camila', 'lawyer'))
  ;({ user: emily } = await slack.join('emily', 'assistant'))
})
afterAll(() => slack?.close())
beforeEach(() => {
  slack.api.violations.length = 0
})

const plain = { details: '', items: 'Cédula', dueInDays: null }

function named(callbackId: string) {
  return (view: SlackView) => view.callback_id === callbackId
}

/** What a field of the form holds as it opens. */
function held(view: SlackView, blockId: string): unknown {
  const field = fieldsOf(view).find((one) => one.blockId === blockId)
  const { initial_value: text, initial_date: day } = asObject(field?.element)
  return text ?? day
}

async function openRequest(user: SlackUser, typed: string) {
  await user.command('/solicitar', typed)
  return user.waitForView(named('request'))
}

/** The form after a template filled it in for the `n`th time. */
function filledIn(user: SlackUser, n: number) {
  return user.waitForView(
    (view) => view.callback_id === 'request' && view.private_metadata.includes(`"fillings":${n}`),
  )
}

async function openList(user: SlackUser, settings: string, button: string) {
  await user.command('/despacho', settings)
  await user.click(await user.waitForView(named('settings')), button)
  return user.waitForView(named('templates'))
}

describe('a lawyer who picks a template', () => {
  test('finds title, items, details and date filled in for this client, and sends it', async () => {
    const { office, firm } = slack
    const clientId = await firm.addClient('Rosario Tapia', 'tapia@correo.example')
    const matterId = await firm.addMatter({ title: 'Tapia con Minera Sur', clients: [clientId] })
    await saveTemplate(office, {
      by: lawyer,
      templateId: null,
      name: 'Antecedentes Tapia',
      title: 'Antecedentes de {cliente}',
      details: 'Para {asunto}, al {fecha}. {Estudio}. {rut}',
      items: 'Cédula de {CLIENT}\n¿Turno?',
      // Ten days after Tuesday the 3rd is a Friday; eleven a Saturday, so it is due on Monday.
      dueInDays: 11,
    })
    const form = await openRequest(camila, 'tapia minera')
    await camila.fillIn(form, { template: 'Antecedentes Tapia' })
    const filled = await filledIn(camila, 1)
    expect(held(filled, 'title')).toBe('Antecedentes de Rosario Tapia')
    expect(held(filled, 'details')).toBe(
      'Para Tapia con Minera Sur, al martes 3 de marzo. Estudio Rojas. {rut}',
    )
    expect(held(filled, 'items')).toBe('Cédula de Rosario Tapia\n¿Turno?')
    expect(held(filled, 'due')).toBe('2026-03-16')
    const confirm = await camila.submit(filled)
    await camila.submit(confirm.view ?? filled)
    const { requests } = await communicationOf(office, { by: lawyer, matterId })
    expect(requests).toMatchObject([
      {
        title: 'Antecedentes de Rosario Tapia',
        dueOn: '2026-03-16',
        items: [
          { title: 'Cédula de Rosario Tapia', kind: 'file' },
          { title: '¿Turno?', kind: 'text' },
        ],
      },
    ])
    expect(slack.api.violations).toEqual([])
  })

  test('keeps what was typed, changes one template for another, and names the matter once it is known', async () => {
    const { office, firm } = slack
    await firm.addMatter({ title: 'Servidumbre El Peral', clients: [firm.rosaId] })
    const save = (name: string, title: string, items: string) =>
      saveTemplate(office, { ...plain, by: lawyer, templateId: null, name, title, items })
    await save('Primera del Peral', 'Papeles de {asunto}', 'Plano\nEscritura')
    await save('Segunda del Peral', 'Otros de {asunto}', 'Escritura\nAvalúo')
    const form = await openRequest(camila, '')
    await camila.fillIn(form, { details: 'Con calma.', template: 'Primera del Peral' })
    const first = await filledIn(camila, 1)
    expect(held(first, 'title')).toBe('Papeles de {asunto}')
    await camila.fillIn(first, {
      matter: 'El Peral',
      items: 'Plano\nEscritura\nFotos',
      template: 'Segunda del Peral',
    })
    const second = await filledIn(camila, 2)
    expect(held(second, 'title')).toBe('Otros de Servidumbre El Peral')
    expect(held(second, 'items')).toBe('Fotos\nEscritura\nAvalúo')
    expect(held(second, 'details')).toBe('Con calma.')
    const confirm = await camila.submit(second, { title: 'A mano, {cliente}' })
    expect(visibleText(confirm.view ?? {})).toContain('A mano, Rosa Fuentes')
    expect(slack.api.violations).toEqual([])
  })

  test('of a sensitive matter reads its reference, not its name', async () => {
    const { office, firm } = slack
    const matter = {
      title: 'Violencia intrafamiliar',
      clients: [firm.rosaId],
      sensitive: true,
      alias: 'Roble',
    }
    const matterId = await firm.addMatter(matter)
    await saveTemplate(office, {
      ...plain,
      by: lawyer,
      templateId: null,
      name: 'Reservada',
      title: '{asunto}',
    })
    const [template] = await listTemplates(office, { by: lawyer, words: 'reservada' })
    const wish = { by: lawyer, templateId: template?.id ?? '', matterId }
    expect((await useTemplate(office, wish)).title).toBe('Roble')
  })
})

describe('the templates of a firm', () => {
  test('are written, changed and removed in the settings by lawyers, once each', async () => {
    const { office } = slack
    const list = await openList(camila, 'ajustes', 'Plantillas')
    await camila.click(list, 'Nueva plantilla')
    const form = await camila.waitForView(named('template_save'))
    const empty = await camila.submit(form, { name: 'Zonal', title: 'Zonal', items: ' - ', days: '7' })
    expect(empty.errors).toEqual({ items: 'Escriba al menos un ítem, uno por línea.' })
    await camila.submit(form, { items: '1. Plano\n2. ¿Dirección?' })
    await camila.repeat({ asRetry: true })
    const saved = await camila.waitForView('Plantilla «Zonal» guardada.')
    expect(visibleText(saved)).toContain('2 ítems · a 7 días')
    expect(await listTemplates(office, { by: lawyer, words: 'zonal' })).toMatchObject([
      { items: ['Plano', '¿Dirección?'], dueInDays: 7 },
    ])

    await camila.click(saved, 'template_menu', { near: '*Zonal*', option: 'Editar' })
    const edit = await camila.waitForView('Editar plantilla')
    await camila.submit(edit, { name: 'Zonal nueva', days: null })
    const changed = await camila.waitForView('Plantilla «Zonal nueva» guardada.')
    await camila.click(changed, 'template_menu', { near: '*Zonal nueva*', option: 'Eliminar' })
    await camila.submit(await camila.waitForView('No se ofrecerá más.'))
    await camila.waitForView('Plantilla eliminada.')
    expect(await listTemplates(office, { by: lawyer, words: 'zonal' })).toEqual([])
    const request = await openRequest(camila, '')
    expect(await camila.suggest(request, 'template', 'zonal')).toEqual([])
    expect(slack.api.violations).toEqual([])
  })

  test('are read by an assistant, who cannot change them', async () => {
    const list = await openList(emily, 'settings', 'Templates')
    expect(visibleText(list)).toContain('Lawyers and admins change them.')
    expect(visibleText(list)).toContain('Antecedentes para demanda laboral')
    expect(visibleText(list)).not.toContain('New template')
    const { office } = slack
    const assistant = await slack.firm.addMember('Ignacio Mora', 'assistant')
    const wish = { ...plain, by: assistant, templateId: null, name: 'X', title: 'X' }
    expect(await refusal(saveTemplate(office, wish))).toBe('not_allowed')
  })

  test('are not another firm’s', async () => {
    const { office } = slack
    const other = await lawFirm(office, 'T999')
    const [theirs] = await listTemplates(office, { by: other.ana })
    const templateId = theirs?.id ?? ''
    expect(await refusal(useTemplate(office, { by: lawyer, templateId, matterId: null }))).toBe('not_found')
    const wish = { ...plain, by: lawyer, templateId, name: 'X', title: 'X' }
    expect(await refusal(saveTemplate(office, wish))).toBe('not_found')
  })
})

test.each(locales)(
  'a new firm finds a few templates in %s that can be asked for as they stand',
  async (locale) => {
    const office = await testOffice()
    const { firmId } = await createFirm(office, { name: 'X', locale, timeZone: 'America/Santiago' })
    const system = { kind: 'system', firmId } as const
    const { memberId } = await addMember(office, {
      by: system,
      name: 'A',
      email: 'a@x.example',
      role: 'admin',
    })
    const by: MemberActor = {
      kind: 'member',
      firmId,
      memberId,
      name: 'A',
      role: 'admin',
      locale,
      timeZone: 'America/Santiago',
    }
    const templates = await listTemplates(office, { by })
    expect(templates.length).toBeGreaterThanOrEqual(3)
    for (const { id, name, title, details, items, dueInDays } of templates) {
      await saveTemplate(office, {
        by,
        templateId: id,
        name,
        title,
        details,
        items: items.join('\n'),
        dueInDays,
      })
      const used = await useTemplate(office, { by, templateId: id, matterId: null })
      expect(used.items.split('\n')).toEqual(items)
    }
  },
)
