import { answerByMail } from './answer-by-mail.ts'
import { asked, newsText } from './demo-case.ts'
import { askForDocuments, lettersToAll, writeNews } from './inform-and-request.ts'
import { hold } from './hold.ts'
import { lookIntoPortal } from './look-into-portal.ts'
import type { World } from './open-world.ts'
import { reviewInSlack } from './review-in-slack.ts'
import type { Telling } from './tell.ts'

/** The main job of the product, once, through the real doors; each step is looked at, and the first that does not hold is thrown. */
export async function tellStory(world: World, telling: Telling): Promise<void> {
  await inform(world, telling)
  await request(world, telling)
  await answerByMail(world, telling)
  await reviewInSlack(world, telling)
  await lookIntoPortal(world, telling)
  await inOtherLanguages(world, telling)
}

const secrets = ['Aromos', 'Fuentes con', 'C-1234-2025', 'prueba', 'Cédula']

async function inform(world: World, { step }: Telling) {
  const { members, firm } = world
  await step('news by Slack command', async () => {
    const told = await writeNews(members.camila, '/novedad', 'Aromos', newsText)
    return `Camila types «/novedad Aromos» in Slack. Before she sends it: «${told}»`
  })
  await step('news by e-mail', async () => {
    const letters = await lettersToAll(world, firm.clients.rosa.emails, /tiene una novedad/, secrets)
    return `${letters.length} e-mails arrive, each with its own reply address: «${letters[0]?.subject}»`
  })
}

async function request(world: World, { step }: Telling) {
  const { members, firm } = world
  await step('request by Slack command', async () => {
    await askForDocuments(members.camila, '/solicitar', 'C-1234', { ...asked, due: dayFromNow(14) })
    return `Camila types «/solicitar C-1234», lists ${asked.items.length} documents, a date, and sends`
  })
  await step('request by e-mail', async () => {
    const letters = await lettersToAll(world, firm.clients.rosa.emails, /Le agradeceremos enviarnos/, secrets)
    for (const letter of letters) {
      const missing = asked.items.find((item) => !letter.text.includes(item))
      if (missing) throw new Error(`the letter to ${letter.to} does not ask for ${missing}`)
    }
    hold(
      letters.every(({ subject, references }) => subject.startsWith('Re: ') && references.length > 0),
      'they go on with the thread of the news',
    )
    return `${letters.length} e-mails ask for them, in the thread of the news: «${letters[0]?.subject}»`
  })
}

async function inOtherLanguages(world: World, { step }: Telling) {
  const { members, firm, postbox } = world
  await step('news in Portuguese', async () => {
    const text = 'A citação foi publicada. O prazo de resposta da outra parte termina em quinze dias úteis.'
    await writeNews(members.joao, '/novidade', 'Transportes', text)
    const letter = await postbox.waitForLetter(firm.clients.marcos.emails[0], /há uma novidade/, 20_000)
    return `João works in Portuguese, and Marcos reads it so: «${letter.subject}»`
  })
  await step('request in English', async () => {
    const items = ['Passport', 'Proof of address', 'Which name should the company bear?']
    const form = { title: 'Papers for the incorporation', details: '', items }
    await askForDocuments(members.emily, '/request', 'Brooks', form)
    const letter = await postbox.waitForLetter(firm.clients.helen.emails[0], 'Proof of address', 20_000)
    return `Emily works in English, and so does Helen: “${letter.subject}”`
  })
}

function dayFromNow(days: number): string {
  const day = new Date(Date.now() + days * 24 * 3_600_000)
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Santiago' }).format(day)
}
