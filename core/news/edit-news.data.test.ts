import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { news, revisions } from '#db/schema/communication.ts'
import { events } from '#db/schema/delivery.ts'
import { members } from '#db/schema/firms.ts'
import { communicationOf } from '../matters/communication.ts'
import { hideMatter } from '../matters/hide-matter.ts'
import { matterForClient } from '../matters/matter-for-client.ts'
import { deleteNews } from './delete-news.ts'
import { editNews } from './edit-news.ts'
import { publishNews } from './publish-news.ts'
import { deliver, mailsOf } from '#test/office/deliveries.ts'
import { enterPortal } from '#test/office/enter-portal.ts'
import { lawFirm, words } from '#test/office/law-firm.ts'
import { refusal } from '#test/office/refusal.ts'
import { testOffice, type TestOffice } from '#test/office/test-office.ts'

async function published(office: TestOffice) {
  const firm = await lawFirm(office)
  const { newsId } = await publishNews(office, {
    by: firm.camila,
    matterId: firm.matterId,
    body: words('Uno'),
  })
  return { firm, newsId, matterId: firm.matterId }
}

describe('an edit', () => {
  test('sends nothing unless asked; every earlier version is kept, with who replaced it and when', async () => {
    const office = await testOffice()
    const { firm, newsId, matterId } = await published(office)
    await deliver(office)
    office.later({ hours: 1 })
    expect(
      (await editNews(office, { by: firm.ana, newsId, body: words('Dos'), tellAgain: false })).told,
    ).toBe(0)
    office.later({ hours: 1 })
    await editNews(office, { by: firm.camila, newsId, body: words('Tres'), tellAgain: false })
    expect(await mailsOf(office)).toHaveLength(3)
    const kept = await office.db.read.select().from(revisions).where(eq(revisions.subjectId, newsId))
    expect(kept).toMatchObject([
      { number: 1, content: { kind: 'news', body: words('Uno') }, replacedBy: firm.ana.memberId },
      { number: 2, content: { kind: 'news', body: words('Dos') }, replacedBy: firm.camila.memberId },
    ])
    const { session } = await enterPortal(office, firm, firm.rosaId, { email: 'rosa@correo.example' })
    const { history } = await matterForClient(office, session, matterId)
    expect(history).toMatchObject([{ edited: true, html: expect.stringContaining('Tres') }])
    expect(history[0]?.earlier.map(({ html }) => html)).toMatchObject([
      expect.stringContaining('Dos'),
      expect.stringContaining('Uno'),
    ])
  })

  test('tells again when asked: a new mail in the same thread, with the text as it is now', async () => {
    const office = await testOffice()
    const { firm, newsId } = await published(office)
    const [first] = (await deliver(office)).letters
    office.later({ hours: 1 })
    expect(
      (await editNews(office, { by: firm.camila, newsId, body: words('Dos'), tellAgain: true })).told,
    ).toBe(3)
    const { letters } = await deliver(office)
    expect(letters).toHaveLength(3)
    const again = letters.find((letter) => letter.to.email === first?.to.email)
    expect(again).toMatchObject({ kind: 'newsPublished', edited: true, body: words('Dos') })
    expect(again?.thread?.inReplyTo).toBe(first?.messageId)
    expect(again?.replyAddressId).toBe(first?.replyAddressId)
  })

  test('that chat delivers twice is made once', async () => {
    const office = await testOffice()
    const { firm, newsId } = await published(office)
    const wish = { by: firm.camila, newsId, body: words('Dos'), tellAgain: true, interaction: 'view-1' }
    await editNews(office, wish)
    await editNews(office, wish)
    expect(await mailsOf(office)).toHaveLength(6)
    expect(await office.db.read.select().from(revisions)).toHaveLength(1)
  })

  test('that was refused may be tried again from the same form', async () => {
    const office = await testOffice()
    const { firm, newsId } = await published(office)
    const pablo = await firm.addMember('Pablo Reyes', 'lawyer')
    const leave = (leftAt: Date | null) =>
      office.db.transaction((tx) => tx.update(members).set({ leftAt }).where(eq(members.id, pablo.memberId)))
    const wish = { by: pablo, newsId, body: words('Dos'), tellAgain: false, interaction: 'view-1' }
    await leave(office.now)
    expect(await refusal(editNews(office, wish))).toBe('not_a_member')
    await leave(null)
    await editNews(office, wish)
    expect(await office.db.read.select().from(revisions)).toHaveLength(1)
  })

  test('in a hidden matter tells nobody, even when asked', async () => {
    const office = await testOffice()
    const { firm, newsId, matterId } = await published(office)
    await deliver(office)
    await hideMatter(office, { by: firm.camila, matterId })
    expect(
      (await editNews(office, { by: firm.camila, newsId, body: words('Dos'), tellAgain: true })).told,
    ).toBe(0)
    expect((await deliver(office)).letters).toEqual([])
  })
})

describe('a deletion', () => {
  test('takes the news from the client, cancels what has not left, and stays in the audit trail', async () => {
    const office = await testOffice()
    const { firm, newsId, matterId } = await published(office)
    const { session } = await enterPortal(office, firm, firm.rosaId, { email: 'rosa@correo.example' })
    office.later({ minutes: 5 })
    await deleteNews(office, { by: firm.ana, newsId })
    expect((await matterForClient(office, session, matterId)).history).toEqual([])
    expect((await communicationOf(office, { by: firm.camila, matterId })).news).toEqual([])
    const states = (await mailsOf(office, 'newsPublished')).map((mail) => [mail.state, mail.cancelledBecause])
    expect(states).toEqual([
      ['cancelled', 'deleted'],
      ['cancelled', 'deleted'],
      ['cancelled', 'deleted'],
    ])
    expect((await deliver(office)).letters.map((letter) => letter.kind)).toEqual(['accessInvite'])
    const [event] = await office.db.read.select().from(events).where(eq(events.kind, 'newsDeleted'))
    expect(event).toMatchObject({ actorId: firm.ana.memberId, at: office.now, subjectId: newsId })
    const [row] = await office.db.read.select().from(news)
    expect(row).toMatchObject({ deletedBy: firm.ana.memberId, body: words('Uno') })
  })

  test('ends it: it cannot be edited or deleted again', async () => {
    const office = await testOffice()
    const { firm, newsId } = await published(office)
    await deleteNews(office, { by: firm.camila, newsId })
    expect(await refusal(deleteNews(office, { by: firm.camila, newsId }))).toBe('not_found')
    expect(
      await refusal(editNews(office, { by: firm.camila, newsId, body: words('Dos'), tellAgain: true })),
    ).toBe('not_found')
  })
})
