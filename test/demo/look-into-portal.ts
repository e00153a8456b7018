import type { ArrivedLetter } from '../mail/arrived-letter.ts'
import { hold } from './hold.ts'
import type { World } from './open-world.ts'
import { asked, newsText } from './demo-case.ts'
import type { Telling } from './tell.ts'

/** Rosa is invited, enters by her link, and sees her matters and nothing else. */
export async function lookIntoPortal(world: World, { step }: Telling): Promise<void> {
  const { firm, postbox, product } = world
  const { rosa } = firm.clients
  const { aromos, separation, transport } = firm.matters
  let url = ''
  let cookie = ''

  await step('invitation', async () => {
    const clients = Object.values(firm.clients)
    const [invited] = await Promise.all(
      clients.map(({ accessId }) => product.administer('access', 'invite', '--access', accessId)),
    )
    const letter = await postbox.waitForLetter(rosa.emails[0], /acceso al portal/i, 20_000)
    url = linkIn(letter)
    hold(url && url === invited?.url, `the letter has the link: ${letter.text}`)
    return `Rosa is invited to the portal: «${letter.subject}»`
  })
  await step('the link burns nothing until its button is pressed', async () => {
    for (const look of [1, 2]) {
      const page = await fetch(url)
      hold(page.ok && page.headers.get('set-cookie') === null, `look ${look} at the link changes nothing`)
      hold(/<form[^>]*method="post"/i.test(await page.text()), 'the page has a button')
    }
    const entered = await fetch(url, { method: 'POST', redirect: 'manual' })
    cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? ''
    hold(entered.status === 303 && cookie, `the button enters: ${entered.status}`)
    return 'Her link shows a button, however often a mail scanner looks; pressing it enters'
  })
  await step('the portal shows the matter', async () => {
    const page = await read(`${product.baseUrl}/matters/${aromos}`, cookie)
    hold(page.status === 200, `the matter is shown: ${page.status}`)
    const [firstLine = ''] = newsText.split('\n')
    for (const words of [firstLine, ...asked.items, 'Es del año pasado', 'Estado diario'])
      hold(page.text.includes(words), `the page of the matter says ${words}`)
    hold(!page.text.includes('testigos'), 'tasks are not shown')
    return 'In the portal she reads the news in full, the checklist with what became of each item, and the history'
  })
  await step('the portal shows nothing else', async () => {
    const list = await read(`${product.baseUrl}/matters`, cookie)
    hold(
      list.text.includes('Los Aromos') && list.text.includes('Recurso de apelación'),
      'her matters are listed',
    )
    hold(!list.text.includes('Separación de bienes'), 'the hidden matter is not listed')
    hold(!list.text.includes('Transportes'), 'the matter of another client is not listed')
    const answers = await Promise.all(
      [separation, transport, 'nothing'].map((id) => read(`${product.baseUrl}/matters/${id}`, cookie)),
    )
    hold(
      answers.every(({ status }) => status === 404),
      'a hidden, a foreign and no matter are answered alike',
    )
    return "A hidden matter and another client's answer 404, as what does not exist"
  })
}

/** The link to the portal that a letter carries. */
export function linkIn({ text }: ArrivedLetter): string {
  return /https?:\S+\/enter\/\S+/.exec(text)?.[0] ?? ''
}

async function read(url: string, cookie: string): Promise<{ status: number; text: string }> {
  const answer = await fetch(url, { headers: { cookie }, redirect: 'manual' })
  return { status: answer.status, text: readable(await answer.text()) }
}

/** What React writes between texts, and how it writes some signs, is not what a person reads. */
function readable(html: string): string {
  return html.replaceAll('<!-- -->', '').replaceAll('&#x27;', "'").replaceAll('&amp;', '&')
}
