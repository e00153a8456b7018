import { expect, test } from 'vitest'
import { parseCommand } from './subcommands.ts'

test('a subcommand is understood in any of the three languages, with or without accents and capitals', () => {
  for (const typed of ['pendencias', 'Pendências', 'PENDIENTES', 'pending', ' pendências ']) {
    expect(parseCommand(typed).subcommand).toBe('pending')
  }
  expect(parseCommand('novidade').subcommand).toBe('news')
  expect(parseCommand('solicitar').subcommand).toBe('request')
  expect(parseCommand('processo').subcommand).toBe('matter')
  expect(parseCommand('ajuda').subcommand).toBe('help')
})

test('the words after the subcommand are a search for the matter, as they were typed', () => {
  expect(parseCommand('novedad  Sucesión   Fuentes')).toEqual({
    subcommand: 'news',
    first: 'novedad',
    words: 'Sucesión Fuentes',
  })
})

test('what is no subcommand is given back as it was typed, to be named in the answer', () => {
  expect(parseCommand('Fuentes 2025')).toEqual({ subcommand: null, first: 'Fuentes', words: '2025' })
  expect(parseCommand('settings').subcommand).toBeNull()
  expect(parseCommand('')).toEqual({ subcommand: null, first: '', words: '' })
})
