import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { write } from '#db/write.ts'
import { announce } from '#core/announce.ts'
import type { EventKind } from '#core/event-kinds.ts'
import type { MemberActor } from '#core/members/actor.ts'
import { publishNews } from '#core/news/publish-news.ts'
import { words } from '../office/law-firm.ts'
import { firmInSlack, type FirmInSlack } from './firm-in-slack.ts'
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

/** So many things happen in a matter, a minute apart. */
async function happen(matterId: string, many: number, kind: EventKind = 'entryAdded') {
  const { office } = slack
  for (let number = 0; number < many; number++) {
    office.later({ minutes: 1 })
    await write(office.db, (tx) => announce(office, tx, { kind, by: lawyer, matterId }))
  }
}

/** The lines of the history as they are read, the newest first. */
function historyIn(view: SlackView): string[] {
  const [, history = ''] = visibleText(view).split('*Historial*')
  return history.split('\n').filter((line) => line.includes(' · '))
}

/** What stands in the view after a click on the button, in the list of that block. */
async function turn(view: SlackView, button: string, list: string): Promise<SlackView> {
  await camila.click(view, (element, block) => {
    return block.block_id === `pages_${list}` && JSON.stringify(element).includes(button)
  })
  return camila.waitForView((now) => now.callback_id === 'communication' && now.hash !== view.hash)
}

const has = (view: SlackView, button: string) =>
  JSON.stringify(view.blocks.filter((block) => block.block_id === 'pages_history')).includes(button)

test('a lawyer walks from what happened last to the day the matter was added, and back, while more happens', async () => {
  const { firm } = slack
  const matterId = await firm.addMatter({ title: 'Largo juicio', clients: [firm.rosaId] })
  await happen(matterId, 130)
  await happen(matterId, 25, 'codeSent')
  await happen(matterId, 120)
  await camila.command('/proceso', 'largo juicio')
  let view = await camila.waitForView('Largo juicio')
  expect(has(view, 'Ver más recientes')).toBe(false)
  const pages = [historyIn(view)]
  while (has(view, 'Ver anteriores')) {
    view = await turn(view, 'Ver anteriores', 'history')
    pages.push(historyIn(view))
    if (pages.length === 10) await happen(matterId, 2)
  }
  expect(pages.map((page) => page.length)).toEqual([...Array.from({ length: 25 }, () => 10), 1])
  expect(new Set(pages.flat()).size).toBe(251)
  expect(pages.at(-1)?.[0]).toContain('Causa creada')

  const back: string[][] = []
  while (has(view, 'Ver más recientes')) {
    view = await turn(view, 'Ver más recientes', 'history')
    back.unshift(historyIn(view))
  }
  expect(back.slice(1)).toEqual(pages.slice(0, -1))
  expect(back[0]).toHaveLength(2)
  expect(slack.api.violations).toEqual([])
})

test('news turns its own pages, is edited from an older one, and the history beside it stays where it is', async () => {
  const { office, firm } = slack
  const matterId = await firm.addMatter({ title: 'Muchas novedades', clients: [firm.rosaId] })
  for (let number = 1; number <= 12; number++) {
    office.later({ minutes: 1 })
    await publishNews(office, { by: lawyer, matterId, body: words(`Novedad número ${number}.`) })
  }
  await camila.command('/proceso', 'muchas novedades')
  const first = await camila.waitForView('Novedades (12)')
  const older = await turn(await turn(first, 'Ver anteriores', 'history'), 'Ver anteriores', 'news')
  expect(visibleText(older)).toContain('Novedad número 7.')
  expect(visibleText(older)).not.toContain('Novedad número 8.')
  expect(historyIn(older)).toHaveLength(3)
  await camila.click(older, 'news_menu', { near: 'Novedad número 3.', option: 'Editar' })
  const edit = await camila.waitForView((view) => view.callback_id === 'news_edit')
  expect(JSON.stringify(edit.blocks)).toContain('Novedad número 3.')
  await camila.submit(edit, { text: 'Novedad corregida.', announce: 'quiet' })
  expect(slack.api.violations).toEqual([])
})
