import { addDays } from '../../reminders/calendar/day.ts'

/** A promise for a day farther off than this is not understood: a member reads it. */
const mostDays = 60

/**
 * The last day of what a reply promises, as in "I'll send it Friday", "lo mando el viernes" or "envio na semana que vem",
 * in any of the three languages; null when it promises no day. `today` is the writer's, `YYYY-MM-DD`. What was sent
 * already, a question, a condition and a refusal promise nothing.
 */
export function promisedDay(writtenText: string, today: string): string | null {
  let isOpen = true
  for (const clause of clausesOf(writtenText)) {
    // "If I can, I'll send it Friday."
    const day = isOpen ? dayPromised(clause, today) : null
    isOpen = !conditional.test(clause)
    if (day !== null && day >= today && day <= addDays(today, mostDays)) return day
  }
  return null
}

/** Something in it is said to come on a day, near or far. */
export function speaksOfLater(writtenText: string): boolean {
  return clausesOf(writtenText).some((clause) => dayPromised(clause, '2026-01-01') !== null)
}

/** The parts of what somebody wrote that may each say something of its own, in lower case, questions left out. */
export function clausesOf(writtenText: string): string[] {
  return writtenText
    .slice(0, mostRead)
    .toLowerCase()
    .normalize('NFC')
    .replace(/[’`´]/g, "'")
    .split(/(?<=[.!?;\n])\s*|,\s|\s(?:pero|mas|but|porém|porem)\s/u)
    .filter((clause) => !/[?¿]/.test(clause))
    .map((clause) =>
      clause
        .replace(/[^\p{L}\p{N}'/.-]+/gu, ' ')
        .replace(/[.\s]+$/, '')
        .trim(),
    )
    .filter((clause) => clause !== '' && clause.length <= 300)
    .slice(0, 60)
}

const mostRead = 4000
const mostWordsBetween = 6

function dayPromised(clause: string, today: string): string | null {
  if (conditional.test(clause)) return null
  for (const verb of clause.matchAll(sending)) {
    const before = clause.slice(0, verb.index)
    if (refusal.test(before)) continue
    const after = clause.slice(verb.index + verb[0].length)
    const then = firstDay(after, today)
    if (then && isNear(after.slice(0, then.at))) return then.day
    const earlier = firstDay(before, today)
    if (earlier && isNear(before.slice(earlier.end))) return earlier.day
  }
  return null
}

// "Le envío el contrato que firmamos el viernes" promises nothing, nor does one "del viernes" or "firmado el viernes".
function isNear(between: string): boolean {
  const words = between.trim().split(/\s+/).filter(Boolean)
  if (words.length > mostWordsBetween) return false
  if (words.some((word) => /^(que|which|that|cuando|quando|when|donde|onde|reci[eé]n)$/.test(word)))
    return false
  const last = words.at(-1) ?? ''
  return !/^(del|de|da|do|from|of)$|^(firmad|assinad|fechad|datad|otorgad|outorgad|emitid|enviad|recibid|recebid|celebrad|legalizad|autenticad)[oa]s?$|^(signed|dated|sent|received)$/.test(
    last,
  )
}

const conditional =
  /^(si|if)\s|^se (?!l[aeo]s?\s)|(?<!\p{L})(tal vez|quiz[aá]s?|talvez|maybe|perhaps|might)(?!\p{L})/u
const refusal =
  /(?<!\p{L})(no|n[ãa]o|not|never|nunca|jam[aá]s|won't|can't|cannot|don't|ya|j[aá]|already)(?!\p{L})/u

const sending = new RegExp(
  `(?<![\\p{L}'])(${[
    // Spanish
    '(?:(?:se|te|le|les|me|lo|la|los|las)\\s+)+(?:mando|env[ií]o|har[eé] llegar|hago llegar|entrego|reenv[ií]o|dejo|llevo|subo|adjunto)',
    '(?:enviar|mandar|entregar|remitir|adjuntar|subir|reenviar)(?:é|e|emos|ía)(?:(?<=é|emos)|(?<=[rR]e))',
    '(?:lo|la|los|las) (?:tendr[eé]|tengo listo|tengo lista)',
    '(?:voy|vamos) a (?:enviar|mandar|entregar|hacer|subir|remitir)\\p{L}*(?: llegar)?',
    '(?:puedo|podr[ií]a|podr[eé]|espero|pienso) (?:enviar|mandar|entregar|hacer|subir)\\p{L}*(?: llegar)?',
    // Portuguese
    '(?:envio|mando|encaminho|entrego|enviarei|mandarei|encaminharei|entregarei|enviaremos|mandaremos)',
    '(?:vou|vamos|consigo|posso|pretendo|irei|iremos)(?: (?:lhe|te|conseguir))* (?:enviar|mandar|encaminhar|entregar|providenciar)',
    // English
    "(?:i'll|i will|we'll|we will|i'm going to|i am going to|i'm able to|going to|i can|i should be able to|i plan to|i intend to|will)(?: \\p{L}+ly)? (?:send|e-?mail|forward|upload|provide|get|bring|submit|scan)",
    "(?:i'll|i will|we'll|you'll|you will|will) have (?:it|them)",
    "(?:i'm |i am |we're |we are )?sending (?:it|them|you|the|this|that|over)",
  ].join('|')})(?!\\p{L})`,
  'gu',
)

type Found = { day: string; at: number; end: number }

/** The first day that the text names. */
function firstDay(text: string, today: string): Found | null {
  let first: Found | null = null
  for (const [pattern, dayOf] of phrases) {
    const found = pattern.exec(text)
    if (!found || (first && found.index >= first.at)) continue
    const day = dayOf(found, today)
    if (day) first = { day, at: found.index, end: found.index + found[0].length }
  }
  return first
}

const letters = (word: string) => new RegExp(`(?<!\\p{L})(?:${word})(?!\\p{L})`, 'u')
const weekdays = [
  'domingo|sunday|sun',
  'lunes|segunda(?: ?-? ?feira)?|monday|mon',
  'martes|terça(?: ?-? ?feira)?|terca(?: ?-? ?feira)?|tuesday|tues?',
  'mi[ée]rcoles|quarta(?: ?-? ?feira)?|wednesday|wed',
  'jueves|quinta(?: ?-? ?feira)?|thursday|thurs?',
  'viernes|sexta(?: ?-? ?feira)?|friday|fri',
  's[áa]bado|saturday|sat',
]
const months = [
  'enero|janeiro|january|jan',
  'febrero|fevereiro|february|feb|fev',
  'marzo|março|marco|march|mar',
  'abril|april|apr|abr',
  'mayo|maio|may',
  'junio|junho|june|jun',
  'julio|julho|july|jul',
  'agosto|august|aug|ago',
  'septiembre|setiembre|setembro|september|sept?|set',
  'octubre|outubro|october|oct|out',
  'noviembre|novembro|november|nov',
  'diciembre|dezembro|december|dec|dic|dez',
]
const numbers = 'un|una|um|uma|one|a|an|dos|dois|duas|two|tres|três|three|cuatro|quatro|four|cinco|five'
const lead =
  '(?:el |la |los |este |esta |para |a |al |em |no |na |nesta |neste |até |ate |hasta |antes (?:del |de |da |do )?|on |by |before |until |this |the |pr[óo]xim[oa] |next |coming |o |mañana |m[áa]s tardar |d[íi]a |dia )*'

type Phrase = readonly [RegExp, (found: RegExpExecArray, today: string) => string | null]

const phrases: Phrase[] = [
  [letters('pasado mañana|depois de amanh[ãa]|(?:the )?day after tomorrow'), (_, today) => addDays(today, 2)],
  [letters('mañana|manana|amanh[ãa]|tomorrow'), (_, today) => addDays(today, 1)],
  [letters('hoy|hoje|today|tonight'), (_, today) => today],
  [
    letters(
      `${lead}(?:fin de semana|fim de semana|final de la semana|fim da semana|end of (?:the|this) week|weekend|esta semana|essa semana|nesta semana|this week)`,
    ),
    (_, today) => weekEnd(today, 0),
  ],
  [
    letters(
      `${lead}(?:semana que viene|semana pr[óo]xima|pr[óo]xima semana|semana entrante|semana que vem|semana seguinte|next week|following week)`,
    ),
    (_, today) => weekEnd(today, 1),
  ],
  [
    letters(`${lead}(?:fin de mes|fim do m[êe]s|final del mes|end of (?:the|this) month)`),
    (_, today) => monthEnd(today, 0),
  ],
  [
    letters(
      `${lead}(?:mes que viene|pr[óo]ximo mes|mes pr[óo]ximo|m[êe]s que vem|pr[óo]ximo m[êe]s|next month)`,
    ),
    (_, today) => monthEnd(today, 1),
  ],
  [
    letters(
      `(?:en|dentro de|em|daqui a|in|within) (\\d{1,2}|${numbers}) (?:d[íi]as?|dias?|days?|semanas?|weeks?)(?: (?:h[áa]biles|[úu]teis))?`,
    ),
    (found, today) => {
      const count = numberOf(found[1] ?? '')
      return addDays(today, /seman|week/.test(found[0]) ? count * 7 : count)
    },
  ],
  [
    letters(
      `${lead}(?:${weekdays.map((names) => `(${names})`).join('|')})(?: que viene| que vem| pr[óo]xim[oa])?`,
    ),
    (found, today) => {
      const weekday = found.slice(1, 8).findIndex((name) => name !== undefined)
      const english = /(?<!\p{L})next /u.test(found[0])
      return nextWeekday(today, weekday, english)
    },
  ],
  [
    letters(
      `${lead}(\\d{1,2})(?:st|nd|rd|th|º|°)? (?:de |of |do )?(?:${months.map((names) => `(${names})`).join('|')})`,
    ),
    (found, today) => inYear(today, monthIn(found.slice(2)), Number(found[1])),
  ],
  [
    letters(`${lead}(?:${months.map((names) => `(${names})`).join('|')}) (\\d{1,2})(?:st|nd|rd|th)?`),
    (found, today) => inYear(today, monthIn(found.slice(1, 13)), Number(found[13])),
  ],
  [
    /(?<![\p{N}/-])(\d{1,2})[/-](\d{1,2})(?:[/-]\d{2,4})?(?![\p{N}/-])/u,
    (found, today) =>
      inYear(today, Number(found[2]), Number(found[1])) ?? inYear(today, Number(found[1]), Number(found[2])),
  ],
  [
    letters('(?:el(?: d[íi]a)?|d[íi]a|dia|no dia|the) (\\d{1,2})(?:st|nd|rd|th)?'),
    (found, today) => inMonth(today, Number(found[1])),
  ],
]

function numberOf(word: string): number {
  if (/^\d+$/.test(word)) return Number(word)
  const at = [
    /^(un|una|um|uma|one|a|an)$/,
    /^(dos|dois|duas|two)$/,
    /^(tres|três|three)$/,
    /^(cuatro|quatro|four)$/,
    /^(cinco|five)$/,
  ]
  return at.findIndex((pattern) => pattern.test(word)) + 1
}

function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay()
}

/** The next day of that name after today; with `weekLater`, of the week that begins on the coming Monday at the earliest. */
function nextWeekday(today: string, weekday: number, weekLater: boolean): string {
  const ahead = (weekday - weekdayOf(today) + 7) % 7 || 7
  const toSunday = (7 - weekdayOf(today)) % 7
  return addDays(today, weekLater && ahead <= toSunday ? ahead + 7 : ahead)
}

// The working week ends on Friday; on a weekend, "this week" is over.
function weekEnd(today: string, weeks: number): string {
  const toFriday = (5 - weekdayOf(today) + 7) % 7
  const isWeekend = weekdayOf(today) === 0 || weekdayOf(today) === 6
  return addDays(today, isWeekend ? toFriday + Math.max(0, weeks - 1) * 7 : toFriday + weeks * 7)
}

function monthEnd(today: string, later: number): string {
  const [year = 0, month = 1] = today.split('-').map(Number)
  return new Date(Date.UTC(year, month + later, 0)).toISOString().slice(0, 10)
}

function monthIn(names: (string | undefined)[]): number {
  return names.slice(0, 12).findIndex((name) => name !== undefined) + 1
}

/** The next day of that date, this year or the one that follows; null for none, as the 31st of April. */
function inYear(today: string, month: number, date: number): string | null {
  const year = Number(today.slice(0, 4))
  return (
    [year, year + 1].map((one) => dayAt(one, month, date)).find((day) => day !== null && day >= today) ?? null
  )
}

function inMonth(today: string, date: number): string | null {
  const [year = 0, month = 1] = today.split('-').map(Number)
  const next = month === 12 ? [year + 1, 1] : [year, month + 1]
  return (
    [dayAt(year, month, date), dayAt(next[0] ?? 0, next[1] ?? 1, date)].find(
      (day) => day !== null && day >= today,
    ) ?? null
  )
}

function dayAt(year: number, month: number, date: number): string | null {
  const at = new Date(Date.UTC(year, month - 1, date))
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === date ? at.toISOString().slice(0, 10) : null
}
