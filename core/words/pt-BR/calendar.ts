import type { CalendarWords } from '../es-CL/calendar.ts'
/** What a calendar says of a hearing. */
export const calendar: CalendarWords = {
  hearing: 'Audiência',
  /** Where nobody else who looks at the calendar may learn anything. */
  neutral: 'Compromisso',
  bring: 'O que levar',
  file: 'audiencia.ics',
  neutralFile: 'compromisso.ics',
}
