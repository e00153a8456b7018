import { eq } from 'drizzle-orm'
import { answers } from '#db/schema/replies.ts'
import { askForCorrection } from '#core/clients/ask-for-correction.ts'
import { editClient } from '#core/clients/edit-client.ts'
import { linkChannel } from '#core/matters/channels/link-channel.ts'
import { editMatter } from '#core/matters/edit-matter.ts'
import type { MemberActor } from '#core/members/actor.ts'
import { addMember } from '#core/members/add-member.ts'
import { askToBeLinked } from '#core/members/ask-to-be-linked.ts'
import { saveDraft } from '#core/news/draft.ts'
import { editNews } from '#core/news/edit-news.ts'
import { publishNews } from '#core/news/publish-news.ts'
import { answerMessage } from '#core/replies/messages/answer-message.ts'
import { handIn } from '#core/replies/handing-in/hand-in.ts'
import { receivePaper } from '#core/requests/paper/receive-paper.ts'
import { remindersToken } from '#core/reminders/reminders-token.ts'
import { stopRemindersByLink } from '#core/reminders/stop-by-link.ts'
import { requestDocuments } from '#core/requests/request-documents.ts'
import { reviewAnswer } from '#core/requests/review-answer.ts'
import { setExpiry } from '#core/requests/set-expiry.ts'
import { saveTemplate } from '#core/requests/templates/save-template.ts'
import { additionalAddress } from '../office/additional-address.ts'
import { itemCalled } from '../office/ask-for.ts'
import { deliver } from '../office/deliveries.ts'
import { enterPortal, upload } from '../office/enter-portal.ts'
import { mailComesIn, replyAddressOf } from '../office/incoming.ts'
import { words } from '../office/law-firm.ts'
import type { FirmInSlack } from './firm-in-slack.ts'
import { slackApp } from './workspace.ts'

/** Stands in everything of the firm that is nobody else's business: nothing that says it may come out. */
export const precious = /zafir/i

/** What finds the client and the matter, and gives nothing away itself. */
export const harmlessWord = 'topacio'

/**
 * The firm has one of everything that can be touched from Slack, and each says `precious`: a matter with its number and channel,
 * a client with further addresses and an access, news, requests in every state, what came in, what waits, drafts and templates.
 */
export async function fillWithPrecious({ office, firm, api }: FirmInSlack, by: MemberActor): Promise<void> {
  const { matterId, rosaId: clientId } = firm
  await editClient(office, { by, clientId, name: 'Zafira Topacio', email: 'zafira@correo.example' })
  await editMatter(office, { by, matterId, title: 'Zafiro con Topacio', number: 'ZAFIRO-77-2026' })
  const channel = api.channelId('causas')
  await linkChannel(office, { by, matterId, where: { platform: 'slack', tenant: slackApp.teamId, channel } })
  const { session } = await enterPortal(office, firm, clientId, { email: 'zafira@correo.example' })
  await askForCorrection(office, { by: session, clientId, text: 'Vivo en la calle Zafiro.' })
  const { id: additionalId } = await additionalAddress(office, clientId, 'contador@correo.example')
  await stopRemindersByLink(office, remindersToken(office, clientId, additionalId))

  const { newsId } = await publishNews(office, { by, matterId, body: words('Se encontró el zafiro.') })
  const template = {
    name: 'Zafiros',
    title: 'Zafiro de {cliente}',
    details: '',
    items: 'Zafiro',
    dueInDays: 3,
  }
  await saveTemplate(office, { by, templateId: null, ...template })
  await saveDraft(office, { by, content: { kind: 'news', matterId, body: words('Del zafiro, aún nada.') } })
  const asked = { title: 'Antecedentes del zafiro', details: 'El zafiro', dueOn: '2026-03-20' }
  await saveDraft(office, { by, content: { kind: 'request', matterId, ...asked, items: 'Zafiro' } })

  const titles = ['Foto zafiro', 'Tasación zafiro', 'Boleta zafiro', 'Seguro zafiro', 'Caja zafiro']
  const items = [
    ...titles.map((title) => ({ title, kind: 'file' as const })),
    { title: 'Pagaré zafiro', kind: 'paper' as const },
    { title: 'Certificado zafiro', kind: 'paper' as const },
    { title: 'Contrato zafiro', kind: 'sign' as const },
  ]
  const { requestId } = await requestDocuments(office, { by, matterId, ...asked, items })
  const item = (title: string) => itemCalled(office, requestId, title)
  for (const title of ['Foto zafiro', 'Tasación zafiro']) {
    const { id: itemId } = await item(title)
    await handIn(office, { by: { session }, itemId, files: [upload(`zafiro-${title}.pdf`)] })
  }
  const approved = await item('Tasación zafiro')
  const [answer] = await office.db.read.select().from(answers).where(eq(answers.itemId, approved.id))
  await reviewAnswer(office, { by, answerId: answer?.id ?? '', verdict: 'approved' })
  await setExpiry(office, { by, itemId: approved.id, expiresOn: '2026-03-10' })
  const { id: paperId } = await item('Pagaré zafiro')
  await receivePaper(office, { by, itemId: paperId, clientId, keptWhere: 'Caja del zafiro' })

  await deliver(office)
  const to = [await replyAddressOf(office, 'zafira@correo.example', requestId)]
  await mailComesIn(office, {
    from: 'zafira@correo.example',
    to,
    attachments: [{ name: 'IMG_0001.pdf' }, { name: 'IMG_0002.pdf' }],
  })
  const asks = { to, text: '¿Cuándo vuelve mi zafiro? No tengo el seguro zafiro.' }
  const { inboundId } = await mailComesIn(office, { from: 'zafira@correo.example', ...asks })
  await answerMessage(office, { by, inboundId, text: 'Mañana vuelve el zafiro.' })
  await mailComesIn(office, {
    from: 'extrano-zafiro@otro.example',
    to,
    attachments: [{ name: 'zafiro.pdf' }],
  })
  await mailComesIn(office, { from: 'zafira@correo.example', attachments: [{ name: 'zafiro-2.pdf' }] })

  const { memberId } = await addMember(office, {
    by,
    name: 'Zafirina Paz',
    email: 'zafirina@estudio.example',
    role: 'admin',
  })
  const person = { platform: 'slack', tenant: slackApp.teamId, userId: 'U0ZAFIR', locale: null } as const
  const confirmed = { name: 'Zafirina Paz', email: 'zafirina@estudio.example' }
  await askToBeLinked(office, { person: { ...person, ...confirmed }, memberId })
  await deliver(office)

  // What was just sent, and can still be undone.
  await publishNews(office, { by, matterId, body: words('El zafiro aparecerá.') })
  await editNews(office, { by, newsId, body: words('El zafiro apareció.'), tellAgain: true })
  await requestDocuments(office, {
    by,
    matterId,
    ...asked,
    title: 'Otro zafiro',
    items: [{ title: 'Zafiro', kind: 'file' }],
  })
}
