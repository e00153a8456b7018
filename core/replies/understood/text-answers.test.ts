import { describe, expect, test } from 'vitest'
import { cpuTime } from '#test/cpu-time.ts'
import { textAnswers, type WrittenReply } from './text-answers.ts'

const ask = (...titles: string[]) => titles.map((title) => ({ id: title, title }))
const said = (own: string, more: Partial<WrittenReply> = {}): WrittenReply => ({
  own,
  whole: null,
  hasFiles: false,
  saysElse: false,
  ...more,
})
const answers = (titles: string[], reply: WrittenReply) =>
  Object.fromEntries(textAnswers(ask(...titles), reply))

const rut = '¿Cuál es su RUT?'
const since = '¿Desde cuándo trabaja ahí?'
const address = 'Domicilio actual'

describe('one question', () => {
  test('is answered by all that is written', () => {
    expect(answers([address], said(' Av. Matta 123, Ñuñoa '))).toEqual({ [address]: 'Av. Matta 123, Ñuñoa' })
    expect(answers([since], said('Desde el 3 de marzo de 2019'))).toEqual({
      [since]: 'Desde el 3 de marzo de 2019',
    })
    expect(answers(['¿Tiene hijos?'], said('Sí'))).toEqual({ '¿Tiene hijos?': 'Sí' })
  })

  test('is not by thanks, by a question, by something else that is understood, or by a greeting beside files', () => {
    expect(answers([address], said('Muchas gracias, saludos'))).toEqual({})
    expect(answers([address], said('¿Y cuándo es la audiencia?'))).toEqual({})
    expect(answers([address], said('Se lo mando el viernes', { saysElse: true }))).toEqual({})
    expect(answers([address], said('Hola, adjunto.', { hasFiles: true }))).toEqual({})
    expect(answers([address], said(''))).toEqual({})
  })

  test('is beside files where it is named, or its answer cannot be another', () => {
    expect(answers([address], said('Adjunto todo.\nDomicilio: Av. Matta 123', { hasFiles: true }))).toEqual({
      [address]: 'Av. Matta 123',
    })
    expect(answers([rut], said('Adjunto. Mi rut es 12.345.678-5', { hasFiles: true }))).toEqual({
      [rut]: '12.345.678-5',
    })
  })
})

describe('several questions', () => {
  test.each([
    ['1. sí 2. no', 'sí', 'no'],
    ['1) sí\n2) no\n\nSaludos, Rosa', 'sí', 'no'],
    ['1.- Desde 2019\n2.- No tengo', 'Desde 2019', 'No tengo'],
    [
      'Buenas tardes:\n1: Desde 2019, creo\n2: Av. Matta 123, depto. 4',
      'Desde 2019, creo',
      'Av. Matta 123, depto. 4',
    ],
  ])('are answered by number: “%s”', (text, first, second) => {
    expect(answers(['¿Uno?', '¿Otro?'], said(text))).toEqual({ '¿Uno?': first, '¿Otro?': second })
  })

  test('are answered by name, each for itself', () => {
    expect(
      answers([rut, address, since], said('Hola\nRUT: 12.345.678-5\nDomicilio: Av. Matta 123\nSaludos')),
    ).toEqual({
      [rut]: '12.345.678-5',
      [address]: 'Av. Matta 123',
    })
    expect(answers(['CPF', 'Endereço'], said('CPF: 123.456.789-09\nEndereço: Rua A, 10'))).toEqual({
      CPF: '123.456.789-09',
      Endereço: 'Rua A, 10',
    })
  })

  test('are answered beneath their quotes', () => {
    const whole = [
      'Hola, respondo abajo.',
      '',
      'El lun, 2 mar 2026, Estudio Rojas escribió:',
      '> Le agradeceremos enviarnos lo siguiente.',
      '>',
      `> ○ ${rut} · respuesta por escrito`,
      '',
      '12.345.678-5',
      '',
      `>> ● ${since} (respuesta por escrito)`,
      'Desde marzo de 2019,',
      'media jornada.',
      '> Atentamente,',
      '> Estudio Rojas',
    ].join('\n')
    expect(answers([rut, address, since], said('Hola, respondo abajo.', { whole }))).toEqual({
      [rut]: '12.345.678-5',
      [since]: 'Desde marzo de 2019,\nmedia jornada.',
    })
  })

  test('are not answered by what may be for either', () => {
    expect(answers([rut, address], said('Av. Matta 123'))).toEqual({})
    expect(answers(['¿Uno?', '¿Otro?', '¿Más?'], said('1. sí 2. no'))).toEqual({})
    expect(answers(['RUT del padre', 'RUT de la madre'], said('12.345.678-5'))).toEqual({})
    expect(answers([rut, address], said('Llámeme a las 10:30, por favor'))).toEqual({})
    expect(answers([rut, address], said('Asunto: documentos\nDe: Rosa'))).toEqual({})
  })
})

test('an endless reply is read at once', () => {
  const started = cpuTime()
  for (const one of ['1. sí 2. no ', '> Domicilio actual\nx\n', 'a: b\n', '12.345.678-5 '])
    textAnswers(ask(rut, address), said(one.repeat(20_000), { whole: one.repeat(20_000) }))
  textAnswers(ask(rut, address), said(`1. sí\n2. no${' '.repeat(100_000)}x`))
  expect(cpuTime() - started).toBeLessThan(1000)
})
