import { expect, test } from 'vitest'
import { addAccess } from '../access/granting/add-access.ts'
import { clientSession } from '../access/session/client-session.ts'
import { enterByLink } from '../access/links/enter-by-link.ts'
import { invite } from '../access/granting/invite.ts'
import { editNews } from '../news/edit-news.ts'
import { publishNews } from '../news/publish-news.ts'
import { enterPortal } from '#test/office/enter-portal.ts'
import { lawFirm, words } from '#test/office/law-firm.ts'
import { testOffice } from '#test/office/test-office.ts'
import { hideMatter } from './hide-matter.ts'
import { matterForClient } from './matter-for-client.ts'
import { showMatter } from './show-matter.ts'

test('an appeal leads back to the matter it was born of, as long as the client sees that one', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const appealId = await firm.addMatter({
    title: 'Apelación',
    clients: [firm.rosaId],
    parent: { matterId: firm.matterId, relation: 'appeal' },
  })
  const { accessId } = await addAccess(office, {
    by: firm.system,
    clientId: firm.rosaId,
    kind: 'link',
    email: 'rosa@correo.example',
  })
  const { url } = await invite(office, { by: firm.system, accessId })
  const { sessionToken } = await enterByLink(office, {
    token: url.split('/').at(-1) ?? '',
    from: '192.0.2.1',
  })
  const session = await clientSession(office, sessionToken)
  if (!session) throw new Error('Rosa did not enter')

  const seen = await matterForClient(office, session, appealId)
  expect(seen.matter).toMatchObject({ parentId: firm.matterId, relation: 'appeal' })
  const parent = await matterForClient(office, session, firm.matterId)
  expect(parent.offspring).toMatchObject([{ id: appealId, parentId: firm.matterId }])

  await hideMatter(office, { by: firm.system, matterId: firm.matterId })
  expect((await matterForClient(office, session, appealId)).matter.parentId).toBeNull()
})

test('what was corrected before anybody could read it is never shown as what was said earlier', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  await hideMatter(office, { by: firm.camila, matterId: firm.matterId })
  const wish = {
    by: firm.camila,
    matterId: firm.matterId,
    body: words('Secreto de otro cliente'),
    ifHidden: 'keep' as const,
  }
  const { newsId } = await publishNews(office, wish)
  office.later({ minutes: 1 })
  await editNews(office, { by: firm.camila, newsId, body: words('Se fijó audiencia.'), tellAgain: false })
  office.later({ minutes: 1 })
  await showMatter(office, { by: firm.camila, matterId: firm.matterId })
  const { session } = await enterPortal(office, firm, firm.rosaId, { email: 'rosa@correo.example' })
  const [shown] = (await matterForClient(office, session, firm.matterId)).history
  expect(shown).toMatchObject({ html: '<p>Se fijó audiencia.</p>', edited: false, earlier: [] })

  office.later({ minutes: 1 })
  await editNews(office, {
    by: firm.camila,
    newsId,
    body: words('Se fijó otra audiencia.'),
    tellAgain: false,
  })
  const [again] = (await matterForClient(office, session, firm.matterId)).history
  expect(again).toMatchObject({ edited: true, earlier: [{ html: '<p>Se fijó audiencia.</p>' }] })
})
