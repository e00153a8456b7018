import { expect, test } from 'vitest'
import type { WhoIsTold } from '#core/matters/who-is-told.ts'
import { wordsForChat } from '../words-for-chat.ts'
import { toldBlocks } from './told.ts'

const reader = {
  words: wordsForChat('es-CL'),
  locale: 'es-CL',
  timeZone: 'America/Santiago',
  today: '2026-03-03',
} as const

function told(addresses: Record<string, string[]>, matter: Partial<WhoIsTold['matter']> = {}): string {
  const who: WhoIsTold = {
    matter: {
      id: 'a',
      title: 'Fuentes con Aromos',
      reference: 'A-204',
      hidden: false,
      closed: false,
      visibility: 'firm',
      sensitive: false,
      ...matter,
    },
    clients: Object.entries(addresses).map(([name, emails]) => ({ clientId: name, name, emails })),
    accesses: 0,
  }
  return JSON.stringify(toldBlocks(reader, who))
}

test('a client whom no mail reaches is shown as such, and is not said to be told', () => {
  const said = told({ 'Rosa Fuentes': ['rosa@correo.example'], 'Luis Pardo': [] })
  expect(said).toContain('Se avisará a Rosa Fuentes (1 correo).')
  expect(said).toContain('*Luis Pardo*: sin dirección vigente')
  expect(said).toContain('"description":{"type":"plain_text","text":"sin dirección vigente"')
})

test('where mail reaches nobody, everybody is named as not reached', () => {
  const said = told({ 'Rosa Fuentes': [], 'Luis Pardo': [] })
  expect(said).toContain('no hay una dirección vigente de Rosa Fuentes y Luis Pardo')
  expect(said).toContain('*Rosa Fuentes*: sin dirección vigente')
})

test('what only some in the firm see is not said to be visible in the portal', () => {
  const rosa = { 'Rosa Fuentes': ['rosa@correo.example'] }
  expect(told(rosa)).toContain('Visible en el portal')
  for (const visibility of ['private', 'team'] as const) {
    const said = told(rosa, { visibility })
    expect(said).toContain('En el portal, solo para accesos con causas restringidas.')
    expect(said).not.toContain('Visible en el portal')
    expect(told(rosa, { visibility, hidden: true })).toContain('sus clientes no la ven en el portal.')
  }
})
