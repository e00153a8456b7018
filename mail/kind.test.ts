import { describe, expect, test } from 'vitest'
import { type KindFacts, mailKind } from './kind.ts'
import { readRawHeader } from './raw-header.ts'

function kindOf(headers: string, facts: Partial<KindFacts> = {}) {
  const header = readRawHeader(Buffer.from(`${headers}\r\n\r\n`), true)
  if (!header) throw new Error('no header')
  return mailKind({
    header,
    subject: 'Re: documentos',
    from: ['rosa@correo.cl'],
    envelopeFrom: 'rosa@correo.cl',
    partTypes: ['multipart/mixed', 'text/plain', 'application/pdf'],
    reportType: null,
    calendarMethods: [],
    hasFiles: true,
    systemAddresses: ['casos@estudio.cl', 'avisos@estudio.cl'],
    ...facts,
  })
}

test('a client’s mail with files is a reply', () => {
  expect(kindOf('From: rosa@correo.cl')).toBe('reply')
  expect(kindOf('Auto-Submitted: no\r\nPrecedence: first-class')).toBe('reply')
  expect(kindOf('From: rosa@correo.cl', { envelopeFrom: null })).toBe('reply')
})

describe('an automatic mail', () => {
  test.each([
    'Auto-Submitted: auto-replied',
    'auto-submitted: auto-generated; owner-email="x@y"',
    'Precedence: bulk',
    'Precedence: auto_reply',
    'X-Precedence: list',
    'Precedence: JUNK',
    'X-Autoreply: yes',
    'X-Autorespond: fuera',
    'X-Autoresponder: 1',
    'X-Auto-Response-Suppress: All',
    'Return-Path: <>',
  ])('says so in its header: %s', (header) => {
    expect(kindOf(header)).toBe('automatic')
  })

  test('comes from the null sender', () => {
    expect(kindOf('From: rosa@correo.cl', { envelopeFrom: '' })).toBe('automatic')
  })

  test.each([
    'Automatic reply: documents',
    'Out of office: Re: documents',
    'Out of the Office',
    'Respuesta automática: documentos',
    'Fuera de la oficina',
    'Fuera de oficina: hasta el lunes',
    'Ausente: Re: documentos',
    'Ausente hasta el 5 de marzo',
    'Resposta automática: documentos',
    'Fora do escritório Re: documentos',
    'AUSÊNCIA - férias',
    'Ausência temporária: Re: documentos',
  ])('says so in its subject: %s', (subject) => {
    expect(kindOf('From: rosa@correo.cl', { subject })).toBe('automatic')
  })

  test.each([
    'Re: Respuesta automática: documentos',
    'Ausencia laboral del 3 de marzo: certificado',
    'Estoy fuera de la oficina y le envío todo',
    'Documentos del ausente',
  ])('is not what a person writes about one: %s', (subject) => {
    expect(kindOf('From: rosa@correo.cl', { subject })).toBe('reply')
  })
})

describe('a report', () => {
  test('of a failed delivery is a bounce', () => {
    const partTypes = ['multipart/report', 'text/plain', 'message/delivery-status', 'message/rfc822']
    expect(kindOf('Auto-Submitted: auto-replied', { partTypes, reportType: 'delivery-status' })).toBe(
      'bounce',
    )
    expect(kindOf('From: x', { partTypes: ['multipart/mixed', 'message/delivery-status'] })).toBe('bounce')
  })

  test('without the standard form is a bounce too when the mail system wrote it', () => {
    expect(kindOf('X-Failed-Recipients: rosa@correo.cl')).toBe('bounce')
    expect(kindOf('Return-Path: <>', { from: ['mailer-daemon@correo.cl'] })).toBe('bounce')
    expect(kindOf('From: x', { from: ['postmaster@correo.cl'], subject: 'Undeliverable: documentos' })).toBe(
      'bounce',
    )
    expect(kindOf('From: x', { from: ['postmaster@correo.cl'], subject: 'Documentos' })).toBe('reply')
  })

  test('that a mail was read, or called spam, is a report', () => {
    const read = {
      partTypes: ['multipart/report', 'message/disposition-notification'],
      reportType: 'disposition-notification',
    }
    expect(kindOf('From: rosa@correo.cl', read)).toBe('report')
    const spam = {
      partTypes: ['multipart/report', 'message/feedback-report', 'message/rfc822'],
      reportType: 'feedback-report',
    }
    expect(kindOf('From: x', spam)).toBe('report')
  })
})

describe('a calendar mail', () => {
  test('that accepts or declines answers nothing', () => {
    const partTypes = [
      'multipart/mixed',
      'multipart/alternative',
      'text/plain',
      'text/calendar',
      'application/ics',
    ]
    expect(kindOf('From: rosa@correo.cl', { partTypes, calendarMethods: ['REPLY'], hasFiles: false })).toBe(
      'calendar',
    )
  })

  test('that invites is one only when it brings no documents', () => {
    const partTypes = ['multipart/mixed', 'text/plain', 'text/calendar']
    expect(kindOf('From: x', { partTypes, calendarMethods: ['REQUEST'], hasFiles: false })).toBe('calendar')
    expect(kindOf('From: x', { partTypes, calendarMethods: ['REQUEST'], hasFiles: true })).toBe('reply')
    expect(kindOf('From: x', { partTypes: ['text/calendar'], hasFiles: false })).toBe('calendar')
  })
})

describe('a mail of our own', () => {
  test('is known by its loop header or its sender', () => {
    expect(kindOf('X-Despacho-Loop: abc')).toBe('ours')
    expect(kindOf('Auto-Submitted: auto-generated', { from: ['Avisos@estudio.cl'] })).toBe('ours')
    expect(kindOf('From: x', { from: ['casos+r.abc.def@estudio.cl'] })).toBe('ours')
  })

  test('is not one that a member of the firm forwards', () => {
    expect(kindOf('From: x', { from: ['ana@estudio.cl'] })).toBe('reply')
    expect(kindOf('From: x', { from: ['casos@estudio.cl.evil.example'] })).toBe('reply')
  })
})
