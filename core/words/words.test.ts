import { describe, expect, test } from 'vitest'
import { chat as chatEn } from './en/chat.ts'
import { mail as mailEn } from './en/mail.ts'
import { portal as portalEn } from './en/portal.ts'
import { chat as chatEs } from './es-CL/chat.ts'
import { mail as mailEs } from './es-CL/mail.ts'
import { portal as portalEs } from './es-CL/portal.ts'
import { chat as chatPt } from './pt-BR/chat.ts'
import { mail as mailPt } from './pt-BR/mail.ts'
import { portal as portalPt } from './pt-BR/portal.ts'

/** Copy by its key (`mail.receipt.subject`): a text as it stands, a function by its source. */
function copyIn(value: unknown, key: string): Map<string, string> {
  if (typeof value === 'string') return new Map([[key, value]])
  if (typeof value === 'function') return new Map([[key, value.toString().replaceAll(/\s+/g, ' ')]])
  if (typeof value !== 'object' || value === null) throw new Error(`${key} is no copy`)
  return new Map(Object.entries(value).flatMap(([name, inner]) => [...copyIn(inner, `${key}.${name}`)]))
}

const languages = {
  'es-CL': new Map([...copyIn(portalEs, 'portal'), ...copyIn(mailEs, 'mail'), ...copyIn(chatEs, 'chat')]),
  'pt-BR': new Map([...copyIn(portalPt, 'portal'), ...copyIn(mailPt, 'mail'), ...copyIn(chatPt, 'chat')]),
  en: new Map([...copyIn(portalEn, 'portal'), ...copyIn(mailEn, 'mail'), ...copyIn(chatEn, 'chat')]),
}

/* eslint-disable no-template-curly-in-string -- the sources of functions are compared as text */
/** Words that two of the languages truly share. */
const shared = new Set<string>([
  'Responder',
  'por WhatsApp',
  'Texto para WhatsApp',
  'Cancelar',
  'Confirmar',
  'Descartar',
  'Continuar',
  'Ver',
  'Editar',
  'Enviar',
  'Enviando…',
  'solicitar',
  'cliente',
  'ajustes',
  'editada',
  'Editada',
  'Completa',
  'Motivo',
  'Título',
  'Tipo',
  'Documento',
  'documentos',
  'Cliente',
  'Clientes',
  '({ names }) => `Cliente: ${names}`',
  'Recurso',
  'Falta',
  'Está vencido',
  'Está incompleto',
  'está incompleto',
  'por este portal',
  '({ count }) => `${count} clientes`',
  '({ state, name }) => `${state} por ${name}`',
  '({ names }) => `Clientes: ${names}`',
  '({ reference }) => `ref. ${reference}`',
  '({ name }) => `por ${name}`',
  '({ author }) => `por ${author}`',
  'Solicitar documentos',
  'Documentos solicitados',
  '({ reason }) => `Motivo: ${reason}`',
  '({ count }) => count === 1 ? "1 enviado" : `${count} enviados`',
  'Idioma',
  'Canal',
  'Para',
  'Vincular canal',
  'Desvincular',
  '({ channel }) => `Canal vinculado: ${channel}`',
  'Canal vinculado',
  'Canal desvinculado',
])

describe('people read the same things in each language', () => {
  test.each(['pt-BR', 'en'] as const)('%s has every key of es-CL and no other', (locale) => {
    expect([...languages[locale].keys()].sort()).toEqual([...languages['es-CL'].keys()].sort())
  })

  test.each([
    ['es-CL', 'pt-BR'],
    ['es-CL', 'en'],
    ['pt-BR', 'en'],
  ] as const)('%s and %s say nothing alike but the words they share', (one, other) => {
    const alike = [...languages[one]].filter(
      ([key, copy]) => hasWords(copy) && languages[other].get(key) === copy,
    )
    expect(alike.filter(([, copy]) => !shared.has(copy)).map(([key, copy]) => `${key}: ${copy}`)).toEqual([])
  })

  test('nothing is empty, exclaims or has a space at its ends', () => {
    const odd = Object.values(languages).flatMap((copy) =>
      [...copy].filter(
        ([, text]) =>
          text.trim() !== text || text === '' || /[¡!](?![=])/.test(text.replaceAll(/!\w|!==?/g, '')),
      ),
    )
    expect(odd).toEqual([])
  })
})

// A function that only puts its facts together has nothing of a language in it.
function hasWords(copy: string): boolean {
  return /\p{L}{3}/u.test(
    copy
      .replaceAll(/\$\{[^}]*\}|=>|\b(?:return|const|switch|case)\b/g, ' ')
      .replace(/^\([^)]*\)|^\w+ (?==>)/, ''),
  )
}
