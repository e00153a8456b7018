/**
 * Whether a reply says that its writer wants no more reminders: in the words we offer or close to them, with nothing around
 * but greetings, thanks and a signature; or, beside whatever else it says, in a sentence of its own that names reminders.
 */
export function wantsNoReminders(writtenText: string): boolean {
  const text = writtenText.slice(0, 2000)
  return saysNothingElse(linesOf(text.split('\n'))) || linesOf(text.split(/[\n.;!]/)).some(isSaidOutright)
}

/** Whether it says more than that. */
export function saysMoreThanNoReminders(writtenText: string): boolean {
  return writtenText.length > 2000 || !saysNothingElse(linesOf(writtenText.split('\n')))
}

function isSaidOutright(sentence: string): boolean {
  return namesReminders.test(sentence) && wishes.some((pattern) => pattern.test(sentence))
}

const namesReminders = /record|lembr|remind/

/** Whether it is only thanks or a greeting, which answers nothing. */
export function isCourtesy(writtenText: string): boolean {
  if (writtenText.length > 300) return false
  const [first, ...rest] = linesOf(writtenText.split(/[\n,.!]/))
  return (
    first !== undefined &&
    [first, ...rest.slice(0, 3)].every(
      (line) => greeting.test(line) || farewell.test(line) || received.test(line),
    )
  )
}

const received =
  /^(recibido|recebido|received|entendido|understood|perfecto|perfeito|de acuerdo|ok gracias|ok obrigad[oa]|ok thanks)$/

function linesOf(lines: string[]): string[] {
  return lines
    .map((line) =>
      line
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .replace(/[^a-z0-9 ]+/g, ' ')
        .replace(/ +/g, ' ')
        .trim(),
    )
    .filter(Boolean)
}

function saysNothingElse(lines: string[]): boolean {
  const start = lines.findIndex((line) => !greeting.test(line))
  const wish = lines[start]
  if (!wish || !wishes.some((pattern) => pattern.test(wish))) return false
  const rest = lines.slice(start + 1)
  const ended = rest.findIndex((line) => farewell.test(line))
  const between = rest.slice(0, ended === -1 ? rest.length : ended)
  // Below a farewell stand a name and an address; without one, a name at most.
  return between.length <= 1 && between.every((line) => line.split(' ').length <= 4)
}

const greeting =
  /^(hola|buen[oa]s? (dias|tardes|noches|dia)|estimad[oa]s?|ola|bom dia|boa tarde|boa noite|prezad[oa]s?|hi|hello|dear|good (morning|afternoon))( [a-z]+){0,5}$/

const farewell =
  /^((muchas |muito |many )?(gracias|obrigad[oa]|thanks|thank you)( [a-z]+){0,3}|saludos( [a-z]+){0,2}|atentamente|cordialmente|atenciosamente|att|abracos?|un saludo|(kind |best )?regards|sent from .*|enviado (desde|do) .*|obtener outlook .*|obter o outlook .*|get outlook .*)$/

const please = '(por favor |please |favor )?'
const politely = '( por favor| please| gracias| obrigad[oa]| thanks| thank you)?'

const wishes = [
  // Spanish
  'no recordar( mas)?',
  'no me recuerden? mas',
  'no (quiero|deseo)( recibir)? (mas )?recordatorios',
  'ya no (quiero|deseo)( recibir)? (mas )?recordatorios',
  'no (me |nos )?(envie|envien|mande|manden) (mas )?(recordatorios|correos de recordatorio)',
  'no mas recordatorios',
  'sin recordatorios',
  'no me (recuerde|recuerden|sigan recordando)( mas)?( esto)?',
  'dejen? de (recordarme|enviarme recordatorios|mandarme recordatorios|enviar recordatorios)( esto)?',
  'darme de baja',
  // Portuguese
  'nao lembrar( mais)?',
  'nao me lembrem? mais',
  'nao (quero|desejo)( receber)?( mais)? lembretes',
  'nao (quero|desejo) mais( receber)? lembretes',
  'nao (me )?(envie|enviem|mande|mandem) mais lembretes',
  'nao precisam? (mais )?(me )?lembrar( mais)?',
  'sem (mais )?lembretes',
  'par(e|em|ar) (de me (lembrar|enviar lembretes|mandar lembretes)|(os|com os )?lembretes)',
  'descadastrar',
  // English
  '(do not|don t|dont) remind( me)?( again| anymore| any more)?',
  'stop( reminding( me)?| (the |these )?reminders| sending( me)? reminders)?',
  'stop (sending|emailing|mailing)( me| us)?( these| the| any)?( more)? reminders',
  'i (do not|don t|dont|no longer) want( to (get|receive))?( any)?( more)?( of these| these)? reminders',
  'no (more )?reminders',
  'unsubscribe( me)?',
].map((words) => new RegExp(`^${please}(${words})${politely}$`))
