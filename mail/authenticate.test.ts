import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dkimSign } from 'mailauth/lib/dkim/sign.js'
import { afterAll, describe, expect, test } from 'vitest'
import { type AuthenticateMail, authenticateMail } from './authenticate.ts'
import { readRawHeader } from './raw-header.ts'

const folder = mkdtempSync(join(tmpdir(), 'authenticate-'))
afterAll(() => rmSync(folder, { recursive: true }))

const keys = generateKeyPairSync('rsa', { modulusLength: 2048 })
const privateKey = keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
const publicKey = keys.publicKey.export({ type: 'spki', format: 'der' }).toString('base64')

const records: Record<string, string> = {
  's1._domainkey.correo.cl TXT': `v=DKIM1; k=rsa; p=${publicKey}`,
  's1._domainkey.mail.correo.cl TXT': `v=DKIM1; k=rsa; p=${publicKey}`,
  's1._domainkey.xn--peasco-xwa.cl TXT': `v=DKIM1; k=rsa; p=${publicKey}`,
  's1._domainkey.evil.example TXT': `v=DKIM1; k=rsa; p=${publicKey}`,
  's1._domainkey.sindmarc.cl TXT': `v=DKIM1; k=rsa; p=${publicKey}`,
  '_dmarc.correo.cl TXT': 'v=DMARC1; p=reject',
  'correo.cl TXT': 'v=spf1 ip4:192.0.2.7 -all',
  'sindmarc.cl TXT': 'v=spf1 ip4:192.0.2.7 -all',
}

async function resolver(name: string, type: string): Promise<string[][]> {
  const record = records[`${name} ${type}`]
  if (record) return [[record]]
  throw Object.assign(new Error('not found'), { code: 'ENOTFOUND' })
}

const plain = 'From: Rosa <rosa@correo.cl>\r\nTo: casos@estudio.cl\r\nSubject: Re\r\n\r\nAdjunto.\r\n'

async function signed(raw: string, domain: string, more = {}) {
  const signer = { signingDomain: domain, selector: 's1', privateKey, ...more }
  const how = { canonicalization: 'relaxed/relaxed', ...signer, signatureData: [signer] }
  return (await dkimSign(raw, how)).signatures + raw
}

let count = 0
function verdictOn(raw: string, how: Partial<AuthenticateMail> = {}) {
  const rawPath = join(folder, `${++count}.eml`)
  writeFileSync(rawPath, raw)
  const header = readRawHeader(Buffer.from(raw), true)
  if (!header) throw new Error('no header')
  const from = [...raw.matchAll(/^From:.*?([\w.]+@[\w.-]+)/gm)].map((match) => match[1] ?? '')
  return authenticateMail({
    rawPath,
    header,
    from,
    envelope: null,
    facesInternet: false,
    trustedAuthservId: null,
    resolver,
    ...how,
  })
}

describe('with no server named, the signature is verified', () => {
  test('and one of the sender’s domain proves it', async () => {
    expect(await verdictOn(await signed(plain, 'correo.cl'))).toMatchObject({
      verdict: 'pass',
      detail: expect.stringContaining('dkim=pass header.d=correo.cl'),
    })
    expect(await verdictOn(await signed(plain, 'mail.correo.cl'))).toMatchObject({ verdict: 'pass' })
  })

  test('also when the domain publishes no policy', async () => {
    const raw = plain.replace('correo.cl', 'sindmarc.cl')
    expect(await verdictOn(await signed(raw, 'sindmarc.cl'))).toMatchObject({ verdict: 'pass' })
  })

  test('and one of another domain proves nothing', async () => {
    expect(await verdictOn(await signed(plain, 'evil.example'))).toMatchObject({ verdict: 'none' })
  })

  test('and a mail changed after signing fails', async () => {
    const raw = (await signed(plain, 'correo.cl')).replace('Adjunto.', 'Adjunto otra cosa.')
    expect(await verdictOn(raw)).toMatchObject({ verdict: 'fail' })
    const subject = (await signed(plain, 'correo.cl')).replace('Subject: Re', 'Subject: Otro')
    expect(await verdictOn(subject)).toMatchObject({ verdict: 'fail' })
  })

  test('and a signature that leaves the end of the body open does not count', async () => {
    const raw = await signed(plain, 'correo.cl', { maxBodyLength: 3 })
    expect(raw).toMatch(/\bl=3\b/)
    expect(await verdictOn(raw)).toMatchObject({ verdict: 'none' })
  })

  test('and one of a domain that another reading of From finds there fails', async () => {
    const raw = await signed(plain, 'correo.cl')
    expect(await verdictOn(raw, { from: ['notaria@correo.cl'] })).toMatchObject({ verdict: 'fail' })
    expect(await verdictOn(raw, { from: ['rosa@mail.correo.cl'] })).toMatchObject({ verdict: 'fail' })
    const pair = await signed(plain.replace('<rosa@correo.cl>', '<rosa@correo.cl>, x@correo.cl'), 'correo.cl')
    expect(await verdictOn(pair, { from: ['rosa@correo.cl'] })).toMatchObject({ verdict: 'fail' })
  })

  test('and letter case, or the way a domain with accents is written, makes no difference', async () => {
    const shouted = await signed(plain.replace('rosa@correo.cl', 'Rosa@Correo.CL'), 'correo.cl')
    expect(await verdictOn(shouted, { from: ['rosa@correo.cl'] })).toMatchObject({ verdict: 'pass' })
    const accented = await signed(plain.replace('correo.cl', 'xn--peasco-xwa.cl'), 'xn--peasco-xwa.cl')
    expect(await verdictOn(accented, { from: ['rosa@peñasco.cl'] })).toMatchObject({ verdict: 'pass' })
    const written = await signed(plain.replace('correo.cl', 'peñasco.cl'), 'xn--peasco-xwa.cl')
    expect(await verdictOn(written, { from: ['rosa@peñasco.cl'] })).toMatchObject({ verdict: 'pass' })
  })

  test('and a mail without any is not proven, without asking DNS', async () => {
    const asked: string[] = []
    const verdict = await verdictOn(plain, { resolver: async (name) => (asked.push(name), []) })
    expect(verdict).toEqual({ verdict: 'none', detail: 'dkim=none' })
    expect(asked).toEqual([])
  })

  test('and a mail with a thousand of them is not worth asking', async () => {
    const [signature] = (await signed(plain, 'correo.cl')).split('From:')
    expect(await verdictOn(signature?.repeat(1000) + plain)).toMatchObject({ verdict: 'none' })
  })

  test('and what DNS fails to answer, or answers too late, proves nothing', async () => {
    const raw = await signed(plain, 'correo.cl')
    const failing = async () => Promise.reject(Object.assign(new Error('no'), { code: 'ESERVFAIL' }))
    expect(await verdictOn(raw, { resolver: failing })).toMatchObject({ verdict: 'none' })
    const silent = () => new Promise<never>(() => {})
    expect(await verdictOn(raw, { resolver: silent, patience: 50 })).toEqual({
      verdict: 'none',
      detail: 'dns timeout',
    })
  })
})

describe('with a server named, its word counts', () => {
  const says = (results: string, raw = plain) =>
    verdictOn(results + raw, { trustedAuthservId: 'mx.estudio.cl' })

  test('when it found DMARC or an aligned signature good', async () => {
    expect(
      await says(
        'Authentication-Results: mx.estudio.cl; dkim=none; dmarc=pass (p=reject) header.from=correo.cl\r\n',
      ),
    ).toMatchObject({ verdict: 'pass' })
    expect(
      await says(
        'Authentication-Results: MX.Estudio.cl 1;\r\n\tdkim=pass (2048-bit key) header.d=mail.correo.cl header.s=s1;\r\n\tspf=fail\r\n',
      ),
    ).toMatchObject({ verdict: 'pass' })
    expect(
      await says('Authentication-Results: "mx.estudio.cl"; dkim=pass header.i=@correo.cl\r\n'),
    ).toMatchObject({ verdict: 'pass' })
  })

  test('in each of the fields it wrote on top, however many there are', async () => {
    expect(
      await says(
        'Received: by mx.estudio.cl\r\nAuthentication-Results: mx.estudio.cl; spf=pass\r\nX-Filter: x\r\n' +
          'Authentication-Results: mx.estudio.cl; dkim=pass header.d=correo.cl\r\nReceived: from mx.correo.cl\r\n',
      ),
    ).toMatchObject({ verdict: 'pass' })
  })

  test('when it found DMARC to fail, whatever the signature says', async () => {
    expect(
      await says(
        'Authentication-Results: mx.estudio.cl; dkim=pass header.d=correo.cl; dmarc=fail header.from=correo.cl\r\n',
      ),
    ).toMatchObject({ verdict: 'fail' })
  })

  test.each([
    ['another server', 'Authentication-Results: mx.evil.example; dmarc=pass header.from=correo.cl\r\n'],
    [
      'a server whose name begins alike',
      'Authentication-Results: mx.estudio.cl.evil.example; dmarc=pass\r\n',
    ],
    ['nobody', ''],
    [
      'a comment',
      'Authentication-Results: mx.estudio.cl; spf=none (x; dmarc=pass header.from=correo.cl); dkim=none\r\n',
    ],
    [
      'a quoted address',
      'Authentication-Results: mx.estudio.cl; spf=none smtp.mailfrom="x; dmarc=pass header.from=correo.cl"@evil.example\r\n',
    ],
    [
      'a signature of another domain',
      'Authentication-Results: mx.estudio.cl; dkim=pass header.d=evil.example\r\n',
    ],
    [
      'DMARC of another domain',
      'Authentication-Results: mx.estudio.cl; dmarc=pass header.from=evil.example\r\n',
    ],
    [
      'a neutral result',
      'Authentication-Results: mx.estudio.cl; dmarc=bestguesspass; dkim=neutral header.d=correo.cl; spf=pass\r\n',
    ],
    [
      'a forged one below the true one',
      'Authentication-Results: mx.estudio.cl; dkim=none; dmarc=none\r\nReceived: x\r\nAuthentication-Results: mx.estudio.cl; dkim=pass header.d=correo.cl; dmarc=pass\r\n',
    ],
    [
      'a forged one below the server’s own, which does not speak of that method',
      'Authentication-Results: mx.estudio.cl; spf=pass smtp.mailfrom=evil.example\r\nReceived: x\r\nAuthentication-Results: mx.estudio.cl; dkim=pass header.d=correo.cl; dmarc=pass\r\n',
    ],
    [
      'one whose name has a blank before the colon, which the server did not know for its own',
      'Authentication-Results : mx.estudio.cl; dmarc=pass header.from=correo.cl\r\n',
    ],
    ['two words that disagree', 'Authentication-Results: mx.estudio.cl; dmarc=none; dmarc=pass\r\n'],
  ])('but not that of %s', async (_, header) => {
    expect(await says(header)).toMatchObject({ verdict: 'none' })
  })
})

describe('at the edge', () => {
  const envelope = {
    from: 'rosa@correo.cl',
    to: ['casos@estudio.cl'],
    remoteAddress: '192.0.2.7',
    helo: 'mx.correo.cl',
  }
  const atEdge = { facesInternet: true, envelope, trustedAuthservId: 'mx.estudio.cl' }

  test('the client’s address is verified too', async () => {
    expect(await verdictOn(plain, atEdge)).toMatchObject({
      verdict: 'pass',
      detail: expect.stringContaining('spf=pass'),
    })
    const elsewhere = { ...atEdge, envelope: { ...envelope, remoteAddress: '198.51.100.9' } }
    expect(await verdictOn(plain, elsewhere)).toMatchObject({ verdict: 'fail' })
  })

  test('SPF of another domain does not stand for the sender', async () => {
    const other = { ...atEdge, envelope: { ...envelope, from: 'x@sindmarc.cl' } }
    expect(await verdictOn(plain, other)).toMatchObject({ verdict: 'fail' })
  })

  test('no header that came along counts, not even in our server’s name', async () => {
    const forged = 'Authentication-Results: mx.estudio.cl; dmarc=pass header.from=correo.cl\r\n' + plain
    const elsewhere = { ...atEdge, envelope: { ...envelope, remoteAddress: '198.51.100.9' } }
    expect(await verdictOn(forged, elsewhere)).toMatchObject({ verdict: 'fail' })
  })
})

test('a mail with two From lines, or two senders in one, is never trusted', async () => {
  const two = 'From: x@evil.example\r\n' + (await signed(plain, 'correo.cl'))
  expect(await verdictOn(two)).toMatchObject({ verdict: 'fail' })
  const pair = 'From: rosa@correo.cl, x@evil.example\r\n\r\nhola'
  const said = 'Authentication-Results: mx.estudio.cl; dmarc=pass\r\n'
  expect(
    await verdictOn(said + pair, {
      trustedAuthservId: 'mx.estudio.cl',
      from: ['rosa@correo.cl', 'x@evil.example'],
    }),
  ).toMatchObject({ verdict: 'fail' })
})
