/**
 * Whether a reply says nothing but that its writer wants no more reminders, in the words we offer or close to them.
 * Greetings, thanks and a signature may stand around it; anything else, and it is an ordinary reply.
 */
export function wantsNoReminders(writtenText: string): boolean {
  const lines = writtenText
    .slice(0, 2000)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split('\n')
    .map((line) =>
      line
        .replace(/[^a-z0-9 ]+/g, ' ')
        .replace(/ +/g, ' ')
        .trim(),
    )
    .filter(Boolean)
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
  'no (me )?envien? mas recordatorios',
  'no mas recordatorios',
  'sin recordatorios',
  'dejen? de recordarme( esto)?',
  'darme de baja',
  // Portuguese
  'nao lembrar( mais)?',
  'nao me lembrem? mais',
  'nao (quero|desejo)( receber)?( mais)? lembretes',
  'nao (me )?enviem? mais lembretes',
  'sem (mais )?lembretes',
  'par(e|em|ar) (de me lembrar|(os|com os )?lembretes)',
  'descadastrar',
  // English
  '(do not|don t|dont) remind( me)?( again| anymore| any more)?',
  'stop( reminding( me)?| (the |these )?reminders| sending( me)? reminders)?',
  'no (more )?reminders',
  'unsubscribe( me)?',
].map((words) => new RegExp(`^${please}(${words})${politely}$`))
