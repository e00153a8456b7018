import type { ArrivedLetter } from '../mail/arrived-letter.ts'
import { arrivalWords } from './answer-by-mail.ts'
import { asked } from './demo-case.ts'
import { hold } from './hold.ts'
import { openForm } from './open-form.ts'
import type { World } from './open-world.ts'
import type { Telling } from './tell.ts'

/** Camila approves one answer, rejects another with a reason that reaches Rosa in her thread, and has her reminded. */
export async function reviewInSlack(
  { members: { camila }, firm, postbox }: World,
  { step }: Telling,
): Promise<void> {
  const address = firm.clients.rosa.emails[0]
  const [first = '', second = ''] = asked.items

  await step('approve one', async () => {
    await camila.click(await camila.waitForMessage(arrivalWords), 'approve', { near: first })
    const message = await camila.waitForMessage('Aprobado por Camila Rojas', { within: 20_000 })
    const left = message.blocks.filter(({ type }) => type === 'actions').length
    hold(left === 2, `only what is still open can be decided: ${left} rows of buttons`)
    return `Camila clicks «Aprobar»; the message now says «${first} · Aprobado por Camila Rojas»`
  })
  await step('reject one with a reason', async () => {
    const arrival = await camila.waitForMessage(arrivalWords)
    const form = await openForm(camila, () => camila.click(arrival, 'reject', { near: second }), 'reason')
    const note = 'Es del año pasado; sirve la de este mes.'
    const { errors } = await camila.submit(form, { reason: 'expired', note })
    hold(Object.keys(errors).length === 0, `the form is accepted: ${JSON.stringify(errors)}`)
    const letter = await postbox.waitForLetter(address, note, 20_000)
    hold(letter.text.includes(second), `the letter names the item: ${letter.text}`)
    hold(letter.inReplyTo && letter.references.length > 0, 'the letter goes on with the thread')
    return `She rejects «${second}» as «Está vencido»; Rosa reads why, in the same thread`
  })
  await step('reminder', async () => {
    const view = await openForm(camila, () => camila.command('/proceso', 'Aromos'), asked.title)
    await camila.click(view, 'request_menu', { near: asked.title, option: 'Recordar ahora' })
    const letter = await postbox.waitForLetter(address, isReminder, 20_000)
    hold(letter.text.includes(second), `the reminder asks for what is missing: ${letter.text}`)
    hold(!letter.text.includes(first), 'the reminder does not ask for what was approved')
    hold(letter.header('List-Unsubscribe'), 'the reminder can be stopped')
    await camila.dismiss()
    return '«/proceso Aromos», «Recordar ahora»: Rosa is reminded of what is missing, and of nothing else'
  })
}

function isReminder({ text }: ArrivedLetter): boolean {
  return text.includes('Aún nos falta lo siguiente')
}
