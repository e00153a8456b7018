/** The least favourable ground that text stands on, in page and e-mail: by day and by night. */
const grounds = { light: '#f3efe6', dark: '#211f1b' } as const

/** Where a firm has chosen no colour: the blue-green of old ledger ink. */
const ledgerInk = '#1f4e5f'

/** WCAG's least contrast for text, with a little to spare for rounding. */
const leastContrast = 4.6

/**
 * The firm's colour made legible: for each mode a `#rrggbb` of at least 4.5:1 against every ground of that mode,
 * so it serves both as text on paper and as a button whose label has the paper's colour.
 */
export function accentFor(chosen: string | null): { light: string; dark: string } {
  const colour = chosen && /^#[0-9a-f]{6}$/i.test(chosen) ? chosen.toLowerCase() : ledgerInk
  return { light: legible(colour, grounds.light, '#000000'), dark: legible(colour, grounds.dark, '#ffffff') }
}

/** Contrast of two `#rrggbb` colours by WCAG 2.2, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [brighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (brighter + 0.05) / (darker + 0.05)
}

// Mixed towards black or white in small steps, which keeps the hue and stops at the first colour that can be read.
function legible(colour: string, ground: string, towards: string): string {
  for (let step = 0; step < 100; step++) {
    const candidate = mix(colour, towards, step / 100)
    if (contrast(candidate, ground) >= leastContrast) return candidate
  }
  return towards
}

function mix(from: string, to: string, share: number): string {
  const target = channels(to)
  const mixed = channels(from).map((value, i) => Math.round(value + ((target[i] ?? 0) - value) * share))
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
}
