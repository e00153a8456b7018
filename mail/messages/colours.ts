import { accentFor } from '#core/firms/accent.ts'

/** The colours of one letter, by day and by night: paper and ink, and the firm's own made legible on them. */
export function coloursFor(accent: string | null): { light: Colours; dark: Colours } {
  const legible = accentFor(accent)
  return {
    light: { ...paperAndInk.light, accent: legible.light },
    dark: { ...paperAndInk.dark, accent: legible.dark },
  }
}

export type Colours = {
  paper: string
  ink: string
  soft: string
  hairline: string
  attention: string
  settled: string
  accent: string
}

const paperAndInk = {
  light: {
    paper: '#faf8f3',
    ink: '#1d1b17',
    soft: '#5c564c',
    hairline: '#dcd6c8',
    attention: '#8f3412',
    settled: '#2c6138',
  },
  dark: {
    paper: '#171613',
    ink: '#e9e4d8',
    soft: '#aca496',
    hairline: '#3a362f',
    attention: '#f2a57f',
    settled: '#94cda0',
  },
}
