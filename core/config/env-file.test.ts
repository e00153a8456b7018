import { parseEnv } from 'node:util'
import { expect, test } from 'vitest'
import { faultsOfEnvFile } from './env-file.ts'

test('an ordinary file has no faults', () => {
  const text = [
    '# Estudio Fuentes',
    '',
    'PORT=3000',
    'export HOST = 127.0.0.1',
    'MAIL_FROM="Estudio Fuentes <casos@estudio.cl>"',
    'NOTE="two',
    'lines"',
    'TZ=America/Santiago',
    'SMTP_URL=',
  ].join('\r\n')
  expect(faultsOfEnvFile(text)).toEqual([])
})

test('a line that Node leaves out without a word is told with its number', () => {
  const text = 'PORT: 3000\nHOST=127.0.0.1\nBASE_URL\n'
  expect(parseEnv(text)).toEqual({ HOST: '127.0.0.1' })
  expect(faultsOfEnvFile(text)).toMatchObject([{ where: '.env line 1' }, { where: '.env line 3' }])
})

test('a quote that never closes is told', () => {
  expect(faultsOfEnvFile('PORT=3000\nMAIL_FROM="Estudio\nHOST=::1')).toMatchObject([
    { where: '.env line 2', problem: 'opens a quote that never closes' },
  ])
})

test('a slip of the pen in a key of ours is told, keys of others are not', () => {
  expect(faultsOfEnvFile('SLACK_SIGNING_SECERT=a\nNODE_OPTIONS=b\nAWS_REGION=c')).toMatchObject([
    { where: 'SLACK_SIGNING_SECERT', problem: 'in .env is no setting' },
  ])
})

test('no value is ever told back', () => {
  expect(JSON.stringify(faultsOfEnvFile('SLACK_TOKEN=xoxb-secreto\nxoxb-secreto'))).not.toContain('xoxb')
})
