/** One appointment, as a calendar file tells it. */
export type CalendarEvent = {
  /** The same for every version, so that a later one takes the place of an earlier. */
  uid: string
  /** Rises with every version. */
  sequence: number
  writtenAt: Date
  /** It is off: programs take it out of the calendar. */
  cancelled: boolean
  /** Whose appointment it is: the address of the firm, and its name unless that says too much. */
  organiser: { email: string; name: string | null }
  startsAt: Date
  summary: string
  /** Null where nothing is to be said of it. */
  location: string | null
  description: string | null
}

/** How a calendar file is meant (RFC 5546, 3.2): here is an appointment, or it is off. */
export type CalendarMethod = 'PUBLISH' | 'CANCEL'

/** The calendar file of an appointment of an hour, with an alarm the day before, or that it is off (RFC 5545 and 5546); lines end in CRLF. */
export function calendarFile(event: CalendarEvent): string {
  const { uid, sequence, writtenAt, startsAt, summary, location, description, cancelled, organiser } = event
  const method: CalendarMethod = cancelled ? 'CANCEL' : 'PUBLISH'
  const name = organiser.name === null ? '' : `;CN="${quoted(organiser.name)}"`
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Despacho//Despacho//ES',
    'CALSCALE:GREGORIAN',
    `METHOD:${method}`,
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${utc(writtenAt)}`,
    `DTSTART:${utc(startsAt)}`,
    'DURATION:PT1H',
    `SEQUENCE:${sequence}`,
    `ORGANIZER${name}:mailto:${escaped(organiser.email)}`,
    ...(cancelled ? ['STATUS:CANCELLED'] : []),
    `SUMMARY:${escaped(summary)}`,
    ...(location === null ? [] : [`LOCATION:${escaped(location)}`]),
    ...(description === null ? [] : [`DESCRIPTION:${escaped(description)}`]),
    ...(cancelled ? [] : alarm(summary)),
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function alarm(summary: string): string[] {
  return ['BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${escaped(summary)}`, 'TRIGGER:-P1D', 'END:VALARM']
}

/** RFC 5545, 3.2: within quotation marks neither those nor control characters. */
function quoted(text: string): string {
  return text.toWellFormed().replace(/[\u0000-\u001f\u007f"]/g, ' ')
}

/** RFC 5545, 3.3.5: a moment in UTC. */
function utc(date: Date): string {
  return date.toISOString().replace(/[-:]|\.\d{3}/g, '')
}

/** RFC 5545, 3.3.11: no control characters, and nothing that would begin a property of its own. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
    .replace(/[\\;,]/g, (mark) => `\\${mark}`)
    .replace(/\n/g, '\\n')
}

/** RFC 5545, 3.1: at most 75 octets a line; the next goes on after a space. No letter is cut in two. */
function folded(line: string): string {
  const parts = ['']
  let room = 75
  for (const letter of line) {
    const size = Buffer.byteLength(letter)
    if (size > room) {
      parts.push('')
      room = 74
    }
    parts[parts.length - 1] += letter
    room -= size
  }
  return parts.join('\r\n ')
}
