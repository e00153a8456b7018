import { execFileSync } from 'node:child_process'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { mailboxes } from '#db/schema/mailboxes.ts'
import { mailboxOffice, plainMail, startReader, statesOf, untilState } from '../mail/mailbox-reader.ts'
import { describeWithDovecot, startDovecot, type Dovecot } from '../mail/start-dovecot.ts'
import { lawFirm } from '../office/law-firm.ts'
import { freePort } from '../product/free-port.ts'
import { until } from '../until.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 30_000 })

describeWithDovecot('a mailbox that is read over TLS', () => {
  const usual = getCACertificates('default')
  let folder: string
  let cert: string
  let server: Dovecot
  let port: number
  const closing: (() => Promise<void>)[] = []
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'despacho-tls-'))
    cert = join(folder, 'cert.pem')
    const key = join(folder, 'key.pem')
    const ask = 'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=test'
    const out = ['-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', key, '-out', cert]
    execFileSync('openssl', [...ask.split(' '), ...out], { stdio: 'ignore' })
    // For a server that may run as somebody else.
    for (const path of [folder, key]) await chmod(path, 0o755)
    port = await freePort()
    server = await startDovecot({ casos: 'secreta' }, { tls: { cert, key, port } })
  })
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close()
    setDefaultCACertificates(usual)
  })
  afterAll(async () => {
    await server?.stop()
    await rm(folder, { recursive: true, force: true })
  })

  async function reading(encryption: 'tls' | 'starttls') {
    const office = await mailboxOffice([
      encryption === 'tls'
        ? `imaps://casos:secreta@127.0.0.1:${port}/INBOX`
        : server.urlOf('casos', 'secreta'),
    ])
    await lawFirm(office)
    const [mailbox] = office.config.mailIn?.imap?.mailboxes ?? []
    // As for a host that is not this machine.
    if (mailbox) mailbox.encryption = encryption
    closing.push(startReader(office).close)
    return office
  }

  test.each(['tls', 'starttls'] as const)(
    'by %s is read when its certificate is good',
    async (encryption) => {
      setDefaultCACertificates([...usual, await readFile(cert, 'utf8')])
      const office = await reading(encryption)
      await server.deliver('casos', plainMail(encryption))
      await untilState(office, encryption, 'unmatched')
    },
  )

  test.each(['tls', 'starttls'] as const)(
    'by %s is not read when nobody vouches for its certificate',
    async (encryption) => {
      const office = await reading(encryption)
      const name = `ajeno-${encryption}`
      await server.deliver('casos', plainMail(name))
      const trouble = async () => (await office.db.read.select().from(mailboxes))[0]?.trouble ?? undefined
      expect(await until(trouble, 'the trouble to be noted')).toBe('unreachable')
      expect(await statesOf(office, name)).toEqual([])
    },
  )
})
