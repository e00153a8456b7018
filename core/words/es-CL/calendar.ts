/** What a calendar says of a hearing. */
export const calendar = {
  hearing: 'Audiencia',
  /** Where nobody else who looks at the calendar may learn anything. */
  neutral: 'Compromiso',
  bring: 'Qué llevar',
  file: 'audiencia.ics',
  neutralFile: 'cita.ics',
}

/** What every language of a calendar has to say. */
export type CalendarWords = typeof calendar
