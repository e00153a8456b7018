import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { communicationOf } from '#core/matters/communication.ts'
import type { MemberActor } from '#core/members/actor.ts'
import { listTemplates } from '#core/requests/templates/list-templates.ts'
import { saveTemplate } from '#core/requests/templates/save-template.ts'
import { handIn } from '#core/replies/handing-in/hand-in.ts'
import { askFor, itemsIn } from '../office/ask-for.ts'
import { enterPortal, upload } from '../office/enter-portal.ts'
import { asObject } from './check-block-element.ts'
import { firmInSlack, type FirmInSlack } from './firm-in-slack.ts'
import { fieldsOf } from './form-fields.ts'
import type { SlackView } from './open-views.ts'
import type { SlackUser } from './slack-user.ts'
import { visibleText } from './visible-text.ts'

let slack: FirmInSlack
let camila: SlackUser
let lawyer: MemberActor

beforeAll(async () => {
  slack = await firmInSlack()
  ;({ user: camila, actor: lawyer } = await slack.join('camila', 'lawyer'))
})
afterAll(() => slack?.close())
beforeEach(() => {
  slack.api.violations.length = 0
})

const scripts = ['👩🏽‍⚖️ certificado «ñandú» ', 'شهادة الميلاد الأصلية ', 'תעודת לידה & <b> ', '出生证明的原件']

/** The longest checklist there is: eighty items of three hundred characters, in several scripts. */
const longest = Array.from({ length: 80 }, (_, number) => {
  const item = `${String(number + 1).padStart(2, '0')}º ${scripts[number % scripts.length]?.repeat(40)}`
  return `${item.slice(0, 290).toWellFormed().replaceAll('\uFFFD', '')}${'z'.repeat(300)}`.slice(0, 300)
})

function held(view: SlackView, blockId: string): string {
  const field = fieldsOf(view).find((one) => one.blockId === blockId)
  const { initial_value: text } = asObject(field?.element)
  return typeof text === 'string' ? text : ''
}

/** The fields for items, in their order. */
function itemsIdsIn(view: SlackView): string[] {
  return fieldsOf(view).flatMap(({ blockId }) => (blockId.startsWith('items') ? [blockId] : []))
}

/** The field in which a line stands. */
function fieldWith(view: SlackView, line: string): string {
  return itemsIdsIn(view).find((blockId) => held(view, blockId).split('\n').includes(line)) ?? ''
}

const named = (callbackId: string) => (view: SlackView) => view.callback_id === callbackId

async function openEdit(title: string): Promise<SlackView> {
  await camila.command('/proceso', title)
  const shown = await camila.waitForView((view) => view.callback_id === 'communication')
  await camila.click(shown, 'request_menu', { option: 'Editar' })
  return camila.waitForView(named('request_edit'))
}

async function firstRequest(matterId: string) {
  const { requests } = await communicationOf(slack.office, { by: lawyer, matterId })
  return requests[0]
}

describe('a request of eighty items of three hundred characters', () => {
  test('is edited in Slack: one letter changes, and all else stands as before', async () => {
    const { office, firm } = slack
    const matterId = await firm.addMatter({ title: 'Quiebra larga', clients: [firm.rosaId] })
    const requestId = await askFor(office, firm, longest.join('\n'), { by: lawyer, matterId })
    const before = await itemsIn(office, requestId)
    expect(before).toHaveLength(80)
    const edit = await openEdit('quiebra larga')
    const ids = itemsIdsIn(edit)
    expect(ids.slice(0, 3)).toEqual(['items', 'items_2', 'items_3'])
    expect(visibleText(edit)).toContain(`Qué se necesita (2 de ${ids.length})`)
    expect(ids.flatMap((blockId) => held(edit, blockId).split('\n'))).toEqual(longest)

    const line = longest[44] ?? ''
    const changed = `${line.slice(0, -1)}y`
    const field = fieldWith(edit, line)
    await camila.submit(edit, { [field]: held(edit, field).replace(line, changed), announce: 'quiet' })
    const after = await firstRequest(matterId)
    expect(after?.items.map((item) => item.title)).toEqual(longest.with(44, changed))
    const ids80 = before.map((item) => item.id)
    expect(after?.items.map((item) => item.id).with(44, '')).toEqual(ids80.with(44, ''))
    expect(slack.api.violations).toEqual([])
  })

  test('says at the right field what is wrong', async () => {
    const { office, firm } = slack
    const matterId = await firm.addMatter({ title: 'Sucesión extensa', clients: [firm.rosaId] })
    const requestId = await askFor(office, firm, longest.join('\n'), { by: lawyer, matterId })
    const rosa = await enterPortal(office, firm, firm.rosaId, { email: 'rosa@correo.example' })
    const answered = (await itemsIn(office, requestId))[70]
    await handIn(office, {
      by: { session: rosa.session },
      itemId: answered?.id ?? '',
      files: [upload('cedula.pdf')],
    })
    const edit = await openEdit('sucesión extensa')
    const field = fieldWith(edit, longest[30] ?? '')
    const typed = held(edit, field)
    const long = typed.replace(longest[30] ?? '', `${longest[30]?.slice(0, 290)}${'w'.repeat(11)}`)
    const tooLong = await camila.submit(edit, { [field]: long, announce: 'quiet' })
    expect(tooLong.errors).toEqual({ [field]: 'El ítem 31 es muy largo: tiene 301 caracteres y caben 300.' })

    const last = itemsIdsIn(edit).at(-1) ?? ''
    const oneMore = `${held(edit, last)}\nUno más`
    const tooMany = await camila.submit(edit, { [field]: typed, [last]: oneMore, announce: 'quiet' })
    expect(tooMany.errors).toEqual({ [last]: 'Son 81 ítems y caben 80. Divida la solicitud en dos.' })

    const gone = longest[70] ?? ''
    const where = fieldWith(edit, gone)
    const without = { [last]: held(edit, last), [where]: held(edit, where).replace(gone, '') }
    const refused = await camila.submit(edit, { ...without, announce: 'quiet' })
    expect(Object.keys(refused.errors)).toEqual([where])
    expect((await firstRequest(matterId))?.items).toHaveLength(80)
    expect(slack.api.violations).toEqual([])
    await camila.dismiss()
  })
})

test('whoever fills a field to the brim goes on in another, and what was typed stays', async () => {
  const { firm } = slack
  const matterId = await firm.addMatter({ title: 'Compraventa Los Robles', clients: [firm.rosaId] })
  await camila.command('/solicitar', 'compraventa los robles')
  let form = await camila.waitForView(named('request'))
  const parts = [longest.slice(0, 9), longest.slice(9, 18), longest.slice(18, 25)]
  await camila.fillIn(form, { title: 'Antecedentes', details: 'Con calma.', due: '2026-03-20' })
  for (const [index, part] of parts.entries()) {
    const blockId = index === 0 ? 'items' : `items_${index + 1}`
    await camila.fillIn(form, { [blockId]: part.join('\n') })
    if (index === parts.length - 1) break
    const { hash } = form
    await camila.click(form, 'Agregar otro campo para más ítems')
    form = await camila.waitForView((view) => view.callback_id === 'request' && view.hash !== hash)
  }
  expect(visibleText(form)).toContain('Qué se necesita (1 de 3)')
  const second = (await camila.submit(form)).view
  expect(second?.callback_id).toBe('request_confirm')
  await camila.click(second ?? form, 'Corregir')
  const again = await camila.waitForView(named('request'))
  expect(itemsIdsIn(again).flatMap((blockId) => held(again, blockId).split('\n'))).toEqual(parts.flat())
  const confirm = (await camila.submit(again)).view
  await camila.submit(confirm ?? again)
  const request = await firstRequest(matterId)
  expect(request).toMatchObject({ title: 'Antecedentes', details: 'Con calma.', dueOn: '2026-03-20' })
  expect(request?.items.map((item) => item.title)).toEqual(parts.flat())
  expect(slack.api.violations).toEqual([])
})

test('a template of eighty such items is edited, and picked into a form that has a second field already', async () => {
  const { office, firm } = slack
  const matterId = await firm.addMatter({ title: 'Fusión Norte', clients: [firm.rosaId] })
  const wish = {
    by: lawyer,
    templateId: null,
    name: 'Aaa larga',
    title: 'Todo',
    details: '',
    dueInDays: null,
  }
  await saveTemplate(office, { ...wish, items: longest.join('\n') })
  await camila.command('/despacho', 'ajustes')
  await camila.click(await camila.waitForView(named('settings')), 'Plantillas')
  const list = await camila.waitForView(named('templates'))
  await camila.click(list, 'template_menu', { near: '*Aaa larga*', option: 'Editar' })
  const edit = await camila.waitForView(named('template_save'))
  const line = longest[79] ?? ''
  const changed = `${line.slice(0, -1)}y`
  const field = fieldWith(edit, line)
  await camila.submit(edit, { [field]: held(edit, field).replace(line, changed) })
  const [saved] = await listTemplates(office, { by: lawyer, words: 'aaa larga' })
  expect(saved?.items).toEqual(longest.with(79, changed))

  await camila.command('/solicitar', 'fusión norte')
  const form = await camila.waitForView(named('request'))
  await camila.click(form, 'items_more')
  const wider = await camila.waitForView('items_2')
  await camila.fillIn(wider, { template: 'Aaa larga' })
  const filled = await camila.waitForView((view) => view.private_metadata.includes('"fillings":1'))
  await camila.click(filled, 'items_more')
  const count = itemsIdsIn(filled).length
  const widest = await camila.waitForView(`items_${count + 1}`)
  const confirm = (await camila.submit(widest)).view
  await camila.submit(confirm ?? widest)
  expect((await firstRequest(matterId))?.items.map((item) => item.title)).toEqual(longest.with(79, changed))
  expect(slack.api.violations).toEqual([])
})
