import { afterAll, beforeAll, expect, test } from 'vitest'
import { confirmByLink } from '#core/news/confirm-by-link.ts'
import { publishNews } from '#core/news/publish-news.ts'
import type { MemberActor } from '#core/members/actor.ts'
import { mailsOf } from '../office/deliveries.ts'
import { mailComesIn } from '../office/incoming.ts'
import { words } from '../office/law-firm.ts'
import { firmInSlack, type FirmInSlack } from './firm-in-slack.ts'
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

test('a lawyer reads who was told and what became of each mail, and goes from a dead address to the sheet that corrects it', async () => {
  const { office, firm } = slack
  const clientId = await firm.addClient('Teresa Muñoz', 'teresa@correo.example', {
    additional: ['viejo@correo.example'],
  })
  const matterId = await firm.addMatter({
    title: 'Sucesión Muñoz',
    clients: [clientId],
    responsible: [lawyer.memberId],
  })
  await publishNews(office, {
    by: lawyer,
    matterId,
    body: words('Hubo sentencia.'),
    confirmWithin: 4,
  })
  const letters = await slack.deliver()
  const token = letters
    .find(({ to }) => to.email === 'teresa@correo.example')
    ?.confirmUrl?.split('/')
    .at(-1)
  await confirmByLink(office, token ?? '')
  const row = (await mailsOf(office)).find(({ recipient }) => recipient === 'viejo@correo.example')
  await mailComesIn(office, {
    from: 'mailer-daemon@correo.example',
    kind: 'bounce',
    bounced: [row?.replyAddressId ?? ''],
    text: 'no such user',
    failures: [
      {
        recipient: 'viejo@correo.example',
        status: '5.1.1',
        severity: 'hard',
        diagnostic: '550 no such user',
        originalMessageId: row?.messageId ?? null,
      },
    ],
  })
  await slack.deliver()

  await camila.command('/despacho', 'causa sucesión muñoz')
  const communication = await camila.waitForView('Hubo sentencia.')
  expect(visibleText(communication)).toContain('1 enviado · 1 rebotado')
  await camila.click(communication, 'news_menu', { option: 'A quién se avisó' })
  const told = visibleText(await camila.waitForView((view) => view.callback_id === 'evidence'))
  expect(told).toMatch(
    /teresa@correo\.example\** · Teresa Muñoz\nNovedad · aceptado por el servidor el .* · confirmado el /,
  )
  expect(told).toMatch(
    /viejo@correo\.example\** · Teresa Muñoz\nNovedad · aceptado por el servidor el .* · rebotó el .*\nMotivo: 5\.1\.1 550 no such user/,
  )

  const note = await camila.waitForMessage('viejo@correo.example')
  await camila.click(note, 'Corregir el correo')
  const profile = await camila.waitForView((view) => view.callback_id === 'client')
  expect(visibleText(profile)).toContain('Teresa Muñoz')
  expect(slack.api.violations).toEqual([])
})
