import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { events, outbox } from '#db/schema/delivery.ts'
import { memberIdentities, members } from '#db/schema/firms.ts'
import { addMember } from '#core/members/add-member.ts'
import { createDelivery } from '#jobs/delivery.ts'
import { firmInSlack, type FirmInSlack } from './firm-in-slack.ts'
import { slackApp } from './workspace.ts'
import { slackOf } from '#bot/slack/post.ts'

let here: FirmInSlack

beforeEach(async () => {
  here = await firmInSlack()
})
afterEach(async () => {
  expect(here.api.violations).toEqual([])
  await here.close()
})

/** Somebody the firm knows by e-mail, and not in chat. */
async function onRecord(name: string, email: string, role: 'admin' | 'lawyer') {
  const { memberId } = await addMember(here.office, { by: here.firm.system, name, email, role })
  return memberId
}

const identities = () => here.office.db.read.select().from(memberIdentities)
const happened = (kind: string) => here.office.db.read.select().from(events).where(eq(events.kind, kind))

async function deliver() {
  const delivery = createDelivery(here.office, { mailer: null, slack: slackOf(here.office) })
  while (await delivery.round()) await delivery.idle()
  await delivery.close(5000)
}

test('a lawyer whose confirmed address the firm has on record is asked whether that is them, and then is', async () => {
  const memberId = await onRecord('João Lima', 'joao@estudio.example', 'lawyer')
  const joao = here.user('joao')
  await joao.command('/despacho', 'novidade')
  const asked = await joao.waitForMessage(/Você é João Lima, de Estudio Rojas\?/)
  expect(await identities()).toHaveLength(2)
  await joao.click(asked, 'link_me')
  await joao.waitForMessage(/em Estudio Rojas você consta como João Lima/)
  expect(await identities()).toContainEqual(
    expect.objectContaining({ memberId, tenant: slackApp.teamId, userId: joao.id }),
  )
  await joao.command('/despacho', 'novidade')
  await joao.waitForView('matter')
})

test('pressing as often as one likes links once, and says so each time', async () => {
  await onRecord('João Lima', 'JOAO@estudio.example', 'lawyer')
  const joao = here.user('joao')
  await joao.command('/despacho')
  const asked = await joao.waitForMessage(/Você é João Lima/)
  await Promise.all([joao.click(asked, 'link_me'), joao.click(asked, 'link_me')])
  await joao.repeat({ asRetry: true })
  await here.api.until(
    async () => joao.whispers().filter(({ text }) => text.includes('consta como')).length === 3 || undefined,
    'three answers',
  )
  expect(await happened('memberLinked')).toHaveLength(1)
})

test('an address that Slack has not confirmed suggests nothing', async () => {
  const pedro = here.api.workspace.people.find(({ name }) => name === 'pedro')
  if (pedro) pedro.isEmailUnconfirmed = true
  await onRecord('Pedro Soto', 'pedro@estudio.example', 'lawyer')
  const user = here.user('pedro')
  await user.command('/despacho')
  const said = await user.waitForMessage(/solo para integrantes del estudio.*Su identificador/)
  expect(said.text).toContain(user.chatUser)
  expect(await identities()).toHaveLength(2)
  if (pedro) delete pedro.isEmailUnconfirmed
})

test('guests, strangers and people who have left are offered nothing, whatever their address', async () => {
  await onRecord('Guido Vera', 'guido@estudio.example', 'lawyer')
  await onRecord('Esteban Moll', 'esteban@estudio.example', 'lawyer')
  for (const name of ['guido', 'esteban']) {
    const user = here.user(name)
    await user.command('/despacho')
    const said = await user.waitForMessage(() => true)
    expect(said.text).not.toMatch(/identifi/)
    expect(said.blocks).toEqual([])
  }
  const gone = await onRecord('Emily Ward', 'emily@estudio.example', 'lawyer')
  await here.office.db.transaction((tx) =>
    tx.update(members).set({ leftAt: here.office.clock() }).where(eq(members.id, gone)),
  )
  await here.user('emily').command('/despacho')
  await here.user('emily').waitForMessage(/for members of the firm only.*Your identifier/)
  expect(await identities()).toHaveLength(2)
})

test('a guest who presses a button that was never theirs changes nothing', async () => {
  await onRecord('João Lima', 'joao@estudio.example', 'lawyer')
  await onRecord('Guido Vera', 'guido@estudio.example', 'lawyer')
  const joao = here.user('joao')
  await joao.command('/despacho')
  const asked = await joao.waitForMessage(/Você é João Lima/)
  await here.user('guido').click(asked, 'link_me')
  await here.user('emily').click(asked, 'link_me')
  await here.user('emily').waitForMessage(/no longer stands/)
  expect(await identities()).toHaveLength(2)
})

test('that somebody is an admin another admin must say; both are told what came of it', async () => {
  const { user: camila } = await here.join('camila', 'admin')
  const memberId = await onRecord('Emily Ward', 'emily@estudio.example', 'admin')
  const emily = here.user('emily')
  await emily.command('/despacho')
  const offered = await emily.waitForMessage(/that of Emily Ward, an administrator/)
  await emily.click(offered, 'link_ask')
  await emily.repeat()
  await emily.waitForMessage(/Confirmation was asked for/)
  expect(await identities()).toHaveLength(3)
  await deliver()
  const asked = await camila.waitForMessage(/dice ser Emily Ward/)
  await camila.click(asked, 'link_confirm')
  await here.api.until(async () => (await identities()).find((one) => one.memberId === memberId), 'the link')
  await deliver()
  const settled = await camila.waitForMessage(/Se confirmó que .* es Emily Ward/)
  expect(settled.ts).toBe(asked.ts)
  expect(settled.blocks.some(({ type }) => type === 'actions')).toBe(false)
  await emily.waitForMessage(/It was confirmed that you are Emily Ward/)
  expect(await happened('linkAsked')).toHaveLength(1)
})

test('who is no admin decides nothing, and the second admin learns who was first', async () => {
  const { user: camila } = await here.join('camila', 'admin')
  const { user: pedro, actor: asPedro } = await here.join('pedro', 'admin')
  await onRecord('Emily Ward', 'emily@estudio.example', 'admin')
  const emily = here.user('emily')
  await emily.command('/despacho')
  await emily.click(await emily.waitForMessage(/an administrator of/), 'link_ask')
  await emily.waitForMessage(/Confirmation was asked for/)
  await deliver()
  const asked = await pedro.waitForMessage(/dice ser Emily Ward/)
  await here.office.db.transaction((tx) =>
    tx.update(members).set({ role: 'lawyer' }).where(eq(members.id, asPedro.memberId)),
  )
  await pedro.click(asked, 'link_confirm')
  await pedro.waitForMessage(/Su rol no permite/)
  expect(await identities()).toHaveLength(4)
  await camila.click(await camila.waitForMessage(/dice ser Emily Ward/), 'link_refuse')
  await here.api.until(async () => (await happened('linkRefused'))[0], 'the refusal')
  expect(await identities()).toHaveLength(4)
  await emily.command('/despacho')
  await emily.waitForMessage(/for members of the firm only.*Your identifier/)
  const waiting = await here.office.db.read.select().from(outbox).where(eq(outbox.noticeKind, 'memberLinked'))
  expect(waiting).toEqual([])
})
