import { expect, test } from 'vitest'
import { mergeTemplate } from './merge-template.ts'

const empty = { title: '', details: '', items: '', dueOn: null }
const labour = {
  title: 'Laboral',
  details: 'Para la demanda.',
  items: 'Cédula\nContrato',
  dueOn: '2026-03-10',
}
const estate = { title: 'Herencia', details: '', items: 'Cédula\nDefunción', dueOn: null }

test('an empty form says what the template does', () => {
  expect(mergeTemplate(empty, null, labour)).toEqual(labour)
})

test('another template takes the place of the last one', () => {
  expect(mergeTemplate(labour, labour, estate)).toEqual(estate)
})

test('what was typed stays, and items are added to items', () => {
  const typed = { title: 'Mi título', details: '', items: ' Poder \n\nContrato', dueOn: '2026-04-01' }
  expect(mergeTemplate(typed, null, labour)).toEqual({
    title: 'Mi título',
    details: 'Para la demanda.',
    items: 'Poder\nContrato\nCédula',
    dueOn: '2026-04-01',
  })
})

test('what was added to a template stays when another is picked', () => {
  const changed = { ...labour, title: 'Laboral de Rosa', items: 'Cédula\nContrato\nFiniquito' }
  expect(mergeTemplate(changed, labour, estate)).toEqual({
    title: 'Laboral de Rosa',
    details: '',
    items: 'Finiquito\nCédula\nDefunción',
    dueOn: null,
  })
})
