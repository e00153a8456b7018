import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dkimSign } from 'mailauth/lib/dkim/sign.js'
import { afterAll, describe, expect, test } from 'vitest'
import { readMail } from './read-mail.ts'

const folder = mkdtempSync(join(tmpdir(), 'replayed-'))
afterAll(() => rmSync(folder, { recursive: true }))

const keys = generateKeyPairSync('rsa', { modulusLength: 2048 })
const privateKey = keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
const publicKey = keys.publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
const records: Record<string, string> = {
  's1._domainkey.correo.cl TXT': `v=DKIM1; k=rsa; p=${publicKey}`,
  's1._domainkey.evil.example TXT': `v=DKIM1; k=rsa; p=${publicKey}`,
  '_dmarc.correo.cl TXT': 'v=DMARC1; p=reject',
  'correo.cl TXT': 'v=spf1 ip4:192.0.2.7 -all',
}

async function resolver(name: string, type: string): Promise<string[][]> {
  const record = records[`${name} ${type}`]
  if (record) return [[record]]
  throw Object.assign(new Error('not found'), { code: 'ENOTFOUND' })
}

const ours = 'casos+r.abcdefghijklmnop.abcdefghijklmnopqrstuvwxyz@estudio.cl'
const usual = 'From:To:Cc:Subject:Message-ID:Date'

/** A mail of Rosa's to somebody, signed by her provider over the fields that are named. */
async function rosaTo(recipients: string, { fields = usual, domain = 'correo.cl' } = {}): Promise<string> {
  const raw = `From: Rosa <rosa@correo.cl>\r\n${recipients}\r\nSubject: Re\r\nMessage-ID: <m1@correo.cl>\r\n\r\nAdjunto.\r\n`
  const signer = { signingDomain: domain, selector: 's1', privateKey, headerList: fields }
  const how = { canonicalization: 'relaxed/relaxed', ...signer, signatureData: [signer] }
  return (await dkimSign(raw, how)).signatures + raw
}

let count = 0
/** How the mail is read that somebody hands to our listener with our reply address in the envelope. */
function handedOver(
  raw: string,
  how: { remoteAddress?: string; authservId?: string; facesInternet?: boolean } = {},
) {
  const rawPath = join(folder, `${++count}.eml`)
  writeFileSync(rawPath, raw)
  return readMail(rawPath, {
    spoolDir: join(folder, `${count}-files`),
    trustedAuthservId: how.authservId ?? null,
    systemAddresses: [],
    envelope: {
      from: 'rosa@correo.cl',
      to: [ours],
      remoteAddress: how.remoteAddress ?? '198.51.100.9',
      helo: 'mx.example',
    },
    facesInternet: how.facesInternet ?? false,
    mostAttachmentBytes: 1000,
    resolver,
  })
}

describe('a signed mail of a client to somebody else, sent on to us', () => {
  test('is proven by its signature alone, and shows no address of ours', async () => {
    const mail = await handedOver(await rosaTo('To: notaria@correo.cl'))
    expect(mail.recipients).toContain(ours)
    expect(mail).toMatchObject({
      authentication: { verdict: 'pass', by: 'signature' },
      shownTo: ['notaria@correo.cl'],
    })
    const atEdge = await handedOver(await rosaTo('To: notaria@correo.cl'), { facesInternet: true })
    expect(atEdge.authentication).toMatchObject({ verdict: 'pass', by: 'signature' })
  })

  test('shows none either when ours was put in beside what was signed', async () => {
    const signed = await rosaTo('To: notaria@correo.cl', { fields: 'From:To:Subject:Message-ID' })
    for (const forged of [`To: ${ours}`, `Cc: ${ours}`, `Delivered-To: ${ours}`, `X-Original-To: ${ours}`]) {
      const mail = await handedOver(`${forged}\r\n${signed}`)
      expect([forged, mail.authentication]).toMatchObject([forged, { verdict: 'pass', by: 'signature' }])
      expect([forged, mail.shownTo.includes(ours)]).toEqual([forged, false])
    }
    const another = `DKIM-Signature: v=1; a=rsa-sha256; d=correo.cl; s=s1; h=From; bh=x; b=x\r\nCc: ${ours}\r\n`
    expect((await handedOver(another + signed)).shownTo).not.toContain(ours)
  })
})

describe('a mail that a client sent to us', () => {
  test.each([
    ['in To', `To: Estudio <${ours.toUpperCase()}>`],
    ['in Cc', `To: hijo@correo.cl\r\nCc: ${ours}`],
  ])('shows our address %s, which is signed', async (_, recipients) => {
    expect((await handedOver(await rosaTo(recipients))).shownTo).toContain(ours)
  })

  test('shows it also where her server signs no recipients, as Microsoft’s do not', async () => {
    const mail = await handedOver(await rosaTo(`To: ${ours}`, { fields: 'From:Subject:Message-ID' }))
    expect(mail).toMatchObject({ authentication: { verdict: 'pass' }, shownTo: [ours] })
  })

  test('as a blind copy shows none, and her own server’s word tells it from one sent on', async () => {
    const raw = await rosaTo('To: notaria@correo.cl')
    const atEdge = await handedOver(raw, { remoteAddress: '192.0.2.7', facesInternet: true })
    expect(atEdge).toMatchObject({
      authentication: { verdict: 'pass', by: 'server' },
      shownTo: ['notaria@correo.cl'],
    })
    const results = (words: string) => `Authentication-Results: mx.estudio.cl; ${words}; dmarc=pass\r\n`
    const read = async (words: string) =>
      (await handedOver(results(words) + raw, { authservId: 'mx.estudio.cl' })).authentication
    expect(await read('spf=pass smtp.mailfrom=rosa@correo.cl; dkim=pass header.d=correo.cl')).toMatchObject({
      by: 'server',
    })
    expect(await read('spf=pass smtp.mailfrom=x@evil.example; dkim=pass header.d=correo.cl')).toMatchObject({
      by: 'signature',
    })
    expect(await read('spf=fail smtp.mailfrom=rosa@correo.cl; dkim=pass header.d=correo.cl')).toMatchObject({
      by: 'signature',
    })
  })
})
