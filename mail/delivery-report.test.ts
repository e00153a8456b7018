import { expect, test } from 'vitest'
import { deliveryFailures, plainFailures } from './delivery-report.ts'

const report = (...blocks: string[]) =>
  ['Reporting-MTA: dns; mx.estudio.cl\nArrival-Date: now', ...blocks].join('\n\n')

test('an address that does not exist is a hard failure, tied to the mail it was about', () => {
  const status = report(
    'Original-Recipient: rfc822;Rosa@Correo.CL\nFinal-Recipient: rfc822; rosa@otro.example\nAction: failed\nStatus: 5.1.1\n' +
      'Diagnostic-Code: smtp; 550 5.1.1 The email account\n    does not exist',
  )
  expect(deliveryFailures(status, '<m1@estudio.cl>')).toEqual([
    {
      recipient: 'rosa@correo.cl',
      status: '5.1.1',
      severity: 'hard',
      diagnostic: '550 5.1.1 The email account does not exist',
      originalMessageId: '<m1@estudio.cl>',
    },
  ])
})

test('each recipient has a failure of its own, and whoever was reached has none', () => {
  const status = report(
    'Final-Recipient: rfc822; a@x.cl\nAction: failed\nStatus: 5.1.1',
    'Final-Recipient: rfc822; b@x.cl\nAction: failed\nStatus: 4.4.1',
    'Final-Recipient: rfc822; c@x.cl\nAction: delayed\nStatus: 4.4.7',
    'Final-Recipient: rfc822; d@x.cl\nAction: failed\nStatus: 5.2.2 (mailbox full)',
    'Final-Recipient: rfc822; e@x.cl\nAction: delivered\nStatus: 2.0.0',
    'Final-Recipient: rfc822; f@x.cl\nAction: relayed\nStatus: 2.0.0',
  ).replaceAll('\n', '\r\n')
  expect(deliveryFailures(status, null).map(({ recipient, severity }) => `${recipient} ${severity}`)).toEqual(
    ['a@x.cl hard', 'b@x.cl soft', 'c@x.cl delayed', 'd@x.cl soft'],
  )
})

test('a report without status takes it from what the server said', () => {
  const block = (code: string) =>
    report(`Final-Recipient: rfc822; a@x.cl\nAction: failed\nDiagnostic-Code: smtp; ${code}`)
  expect(deliveryFailures(block('550 5.7.1 refused'), null)[0]).toMatchObject({
    status: '5.7.1',
    severity: 'hard',
  })
  expect(deliveryFailures(block('451 try later'), null)[0]).toMatchObject({
    status: '4.0.0',
    severity: 'soft',
  })
  expect(deliveryFailures(block('host 10.5.1.2 said no'), null)[0]).toMatchObject({ status: '5.0.0' })
})

test('a report of nonsense tells of no failure', () => {
  expect(deliveryFailures('', null)).toEqual([])
  expect(deliveryFailures('Final-Recipient: rfc822; nobody\nAction: failed', null)).toEqual([])
  expect(deliveryFailures('\n'.repeat(100_000), null)).toEqual([])
})

test('the plain reports of Exim and qmail are understood', () => {
  const exim =
    'A message that you sent could not be delivered.\n\n  rosa@correo.cl\n    host mx [1.2.3.4]\n    550 5.1.1 User unknown\n'
  expect(plainFailures(exim, ['Rosa@correo.cl'], '<m@x>')).toEqual([
    {
      recipient: 'rosa@correo.cl',
      status: '5.1.1',
      severity: 'hard',
      diagnostic: '550 5.1.1 User unknown',
      originalMessageId: '<m@x>',
    },
  ])
  const qmail = 'Hi. This is the qmail-send program.\n\n<rosa@correo.cl>:\n452 4.2.2 mailbox full\n'
  expect(plainFailures(qmail, [], null)).toMatchObject([
    { recipient: 'rosa@correo.cl', status: '4.2.2', severity: 'soft' },
  ])
})
