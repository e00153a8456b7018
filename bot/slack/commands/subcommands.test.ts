import { expect, test } from 'vitest'
import { locales } from '#core/words/locale.ts'
import { wordsForChat } from '../words-for-chat.ts'
import { parseCommand, subcommands } from './subcommands.ts'

test('a subcommand is understood in any of the three languages, with or without accents and capitals', () => {
  for (const typed of ['pendencias', 'Pendências', 'PENDIENTES', 'pending', ' pendências ']) {
    expect(parseCommand(typed).subcommand).toBe('pending')
  }
  expect(parseCommand('novidade').subcommand).toBe('news')
  expect(parseCommand('solicitar').subcommand).toBe('request')
  expect(parseCommand('processo').subcommand).toBe('matter')
  expect(parseCommand('ajuda').subcommand).toBe('help')
  for (const typed of ['client', 'Cliente']) expect(parseCommand(typed).subcommand).toBe('client')
  for (const typed of ['settings', 'ajustes']) expect(parseCommand(typed).subcommand).toBe('settings')
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
  expect(parseCommand('expediente').subcommand).toBeNull()
  expect(parseCommand('')).toEqual({ subcommand: null, first: '', words: '' })
})

test.each(locales)('help in %s tells of every subcommand by a word that is understood', (locale) => {
  const { names, help } = wordsForChat(locale).commands
  for (const subcommand of subcommands) {
    expect(parseCommand(names[subcommand]).subcommand).toBe(subcommand)
    expect(help[subcommand]).not.toBe('')
  }
  expect(Object.keys(names).sort()).toEqual([...subcommands].sort())
})
