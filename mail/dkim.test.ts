import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dkimVerify } from 'mailauth/lib/dkim/verify.js'
import { afterAll, expect, test } from 'vitest'
import { readConfig } from '#core/config.ts'
import { ConfigInvalid } from '#core/config/config-invalid.ts'
import { sampleLetters } from '#test/fixtures/sample-letters.ts'
import { startPostbox } from '#test/mail/postbox.ts'
import { createMailer } from './send.ts'

const keys = generateKeyPairSync('rsa', { modulusLength: 2048 })
const pem = keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
const record = `v=DKIM1; k=rsa; p=${keys.publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`
const folder = mkdtempSync(join(tmpdir(), 'dkim-'))
const file = join(folder, 'dkim.pem')
writeFileSync(file, pem)
afterAll(() => rmSync(folder, { recursive: true }))

const mailOut = {
  SMTP_URL: 'smtp://127.0.0.1:25',
  MAIL_FROM: 'Estudio <casos@avisos.estudio.example>',
  REPLY_ADDRESS: 'casos@avisos.estudio.example',
}
const dkim = { DKIM_DOMAIN: 'estudio.example', DKIM_SELECTOR: 'despacho', DKIM_PRIVATE_KEY: file }

async function resolver(name: string, type: string): Promise<string[][]> {
  if (`${name} ${type}` === 'despacho._domainkey.estudio.example TXT') return [[record]]
  throw Object.assign(new Error('not found'), { code: 'ENOTFOUND' })
}

async function verdict(raw: Buffer) {
  const { results } = await dkimVerify(raw, { resolver })
  return results.map((one) => one.status.result)
}

test.each([file, pem, pem.trim().replaceAll('\n', '\\n')])(
  'with a key and its name in the DNS, each letter arrives signed and whole; what is changed on the way shows',
  async (DKIM_PRIVATE_KEY) => {
    const { mail } = readConfig({ ...mailOut, ...dkim, DKIM_PRIVATE_KEY }, { production: false })
    if (!mail) throw new Error('no way out for mail')
    const postbox = await startPostbox()
    const mailer = createMailer({
      ...mail,
      smtpUrl: postbox.url,
      secretKey: 'a secret of thirty-two bytes or so',
      baseUrl: null,
    })
    const { request, reminder, 'news-hearing-urgent': hearing } = sampleLetters('pt-BR')
    for (const letter of [request, hearing, reminder]) if (letter) await mailer.send(letter)
    mailer.close()
    await postbox.stop()
    expect(postbox.letters).toHaveLength(3)
    for (const { raw } of postbox.letters) {
      expect(await verdict(raw)).toEqual(['pass'])
      const changed = raw.toString('latin1').replace('\r\n\r\n', '\r\n\r\nx')
      expect(await verdict(Buffer.from(changed, 'latin1'))).not.toEqual(['pass'])
      const renamed = raw.toString('latin1').replace(/^Subject: .*/m, 'Subject: Otra cosa')
      expect(await verdict(Buffer.from(renamed, 'latin1'))).not.toEqual(['pass'])
    }
  },
)

test('without them nothing is signed here', () => {
  expect(readConfig(mailOut, { production: false }).mail?.dkim).toBeNull()
})

function faultsOf(env: Record<string, string>): string[] {
  try {
    readConfig(env, { production: false })
    return []
  } catch (error) {
    if (!(error instanceof ConfigInvalid)) throw error
    return error.faults.map(({ where, problem }) => `${where} ${problem}`)
  }
}

test('half of it, or a key that does not sign, is told at start, and never the key', () => {
  const small = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey
  const ed = generateKeyPairSync('ed25519').privateKey
  const asPem = (key: typeof small) => key.export({ type: 'pkcs8', format: 'pem' }).toString()
  const { DKIM_PRIVATE_KEY: _, ...noKey } = dkim
  expect(faultsOf({ ...mailOut, ...noKey })).toEqual(['DKIM_PRIVATE_KEY is missing: DKIM_DOMAIN is given'])
  expect(faultsOf({ ...mailOut, ...dkim, DKIM_PRIVATE_KEY: '/nowhere/dkim.pem' })).toEqual([
    'DKIM_PRIVATE_KEY names no file with a private key in PEM',
  ])
  for (const key of [small, ed]) {
    expect(faultsOf({ ...mailOut, ...dkim, DKIM_PRIVATE_KEY: asPem(key) })).toEqual([
      'DKIM_PRIVATE_KEY must be an RSA key of 2048 bits or more',
    ])
  }
  expect(faultsOf({ ...mailOut, ...dkim, DKIM_DOMAIN: 'otro.example' })).toEqual([
    'DKIM_DOMAIN is not the domain of MAIL_FROM (avisos.estudio.example)',
  ])
  expect(faultsOf(dkim)).toEqual(Object.keys(dkim).map((key) => `${key} has no effect without SMTP_URL`))
})
