import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { openZip, ZipRefused } from '#core/documents/open-zip.ts'
import { fixtureFile, wellMade } from '#test/fixtures/mail/build.ts'
import { samplePdf } from '#test/mail/sample-files.ts'
import { endOf, zipOf } from '#test/mail/zip-of.ts'
import { createMailReader } from './parse.ts'
import { unpackZip } from './unpack-zip.ts'

const folder = mkdtempSync(join(tmpdir(), 'zip-in-mail-'))
const reader = createMailReader({ trustedAuthservId: 'mx.estudio.cl', systemAddresses: [] })
afterAll(async () => {
  await reader.close()
  rmSync(folder, { recursive: true })
})

let count = 0
async function read(writing: Parameters<typeof wellMade>[0]) {
  const name = String(++count)
  const rawPath = join(folder, `${name}.eml`)
  writeFileSync(rawPath, await wellMade(writing))
  return reader.read(rawPath, { spoolDir: join(folder, name) })
}
const withZip = (content: Buffer, filename = 'documentos.zip') =>
  read({ attachments: [{ filename, content }] })
const listed = async (content: Buffer, filename?: string) =>
  (await withZip(content, filename)).attachments.map(({ name, type, flag }) => [name, type, flag])

const pdf = samplePdf('Contrato')

describe('a zip of files', () => {
  test('is opened: what is in it are files, each by its content, in its folders', async () => {
    const mail = await withZip(
      zipOf({
        'Cédula/frente.pdf': pdf,
        'Cédula/reverso.pdf': pdf,
        '__MACOSX/Cédula/._frente.pdf': 'x',
        'leame.txt': 'hola',
      }),
    )
    expect(mail.attachments.map(({ name, type, flag, inside }) => ({ name, type, flag, inside }))).toEqual([
      { name: 'documentos.zip', type: 'application/zip', flag: 'archive', inside: undefined },
      { name: 'frente.pdf', type: 'application/pdf', flag: null, inside: { of: 0, folders: 'Cédula' } },
      { name: 'reverso.pdf', type: 'application/pdf', flag: null, inside: { of: 0, folders: 'Cédula' } },
      { name: 'leame.txt', type: 'application/octet-stream', flag: null, inside: { of: 0, folders: '' } },
    ])
    expect(readFileSync(mail.attachments[1]?.path ?? '').equals(pdf)).toBe(true)
  })

  test('stays whole where many others brought hundreds of files already', async () => {
    const content = zipOf(Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`${at}.pdf`, pdf])))
    const { attachments } = await read({
      attachments: Array.from({ length: 7 }, (_, at) => ({ filename: `${at}.zip`, content })),
    })
    const zips = attachments.filter((one) => one.type === 'application/zip')
    expect(zips.map((one) => one.flag)).toEqual([...Array.from({ length: 5 }, () => 'archive'), null, null])
    expect(attachments).toHaveLength(7 + 5 * 40)
  })

  test('that WhatsApp exported stays one file, as does a zip in a zip, and one of very many files', async () => {
    for (const chat of [
      '_chat.txt',
      'Chat de WhatsApp con Rosa.txt',
      'Conversa do WhatsApp com Rosa.txt',
      'WhatsApp Chat with Rosa.txt',
    ])
      expect(await listed(zipOf({ [chat]: 'hola', 'IMG-1.jpg': 'x' }))).toEqual([
        ['documentos.zip', 'application/zip', null],
      ])
    const inner = zipOf({ 'contrato.pdf': pdf })
    expect(await listed(zipOf({ 'dentro.zip': inner, 'uno.pdf': pdf }))).toEqual([
      ['documentos.zip', 'application/zip', 'archive'],
      ['dentro.zip', 'application/zip', null],
      ['uno.pdf', 'application/pdf', null],
    ])
    const many = Object.fromEntries(Array.from({ length: 41 }, (_, index) => [`${index}.txt`, 'x']))
    expect(await listed(zipOf(many))).toEqual([['documentos.zip', 'application/zip', null]])
    expect(await listed(zipOf({}))).toEqual([['documentos.zip', 'application/zip', null]])
  })

  test('whatever its entries are called, they are files with safe names in our own folder', async () => {
    const mail = await withZip(
      zipOf({
        '../../etc/passwd': 'x',
        '/etc/shadow': 'x',
        'C:\\Windows\\system32\\a.dll': 'x',
        'factura\u202efdp.exe': 'MZ',
        'con\u0000cero.pdf': pdf,
        '../': '',
        'a.txt': 'x',
        'A.txt': 'x',
      }),
    )
    expect(mail.attachments.map(({ name }) => name)).toEqual([
      'documentos.zip',
      'passwd',
      'shadow',
      'a.dll',
      'facturafdp.exe',
      'concero.pdf',
      'a.txt',
      'A (2).txt',
    ])
    for (const { path } of mail.attachments) expect(path.startsWith(join(folder, String(count)))).toBe(true)
    expect(mail.attachments[1]?.inside?.folders).toBe('etc')
  })

  test('with a password is unreadable', async () => {
    expect(await listed(fixtureFile('locked.zip'))).toEqual([
      ['documentos.zip', 'application/zip', 'encrypted'],
    ])
  })

  test('keeps the names that a Mac and Windows wrote', async () => {
    expect((await listed(zipOf({ 'cédula.pdf': pdf }, { flags: 0 })))[1]?.[0]).toBe('cédula.pdf')
    // 0x82 is é in code page 437.
    const old = zipOf({ 'c?dula.pdf': pdf }, { flags: 0 })
    for (let at = old.indexOf('c?dula'); at !== -1; at = old.indexOf('c?dula', at)) old[at + 1] = 0x82
    expect((await listed(old))[1]?.[0]).toBe('cédula.pdf')
  })
})

describe('a bomb', () => {
  const bombed = async (content: Buffer) => {
    expect(await listed(content)).toEqual([['documentos.zip', 'application/zip', 'unsafe']])
  }

  test('that unpacks to a thousand times its size is not unpacked', () =>
    bombed(zipOf({ 'a.txt': Buffer.alloc(20_000_000) })))

  test('that unpacks to more than may be is not unpacked', () =>
    bombed(zipOf({ 'a.txt': 'x' }, { size: 4_000_000_000 })))

  test('that lies about its size is stopped', () =>
    bombed(zipOf({ 'a.txt': Buffer.alloc(900_000) }, { size: 100 })))

  test('whose entries lie over one another, as in zbsm.zip, is not unpacked', () => {
    const kernel = zipOf({ 'a.txt': 'x'.repeat(50_000) })
    const start = kernel.indexOf('PK\u0001\u0002', 0, 'latin1')
    const entry = kernel.subarray(start, kernel.length - 22)
    const entries = Array.from({ length: 30 }, () => entry)
    const size = entry.length * entries.length
    return bombed(Buffer.concat([kernel.subarray(0, start), ...entries, endOf(entries.length, size, start)]))
  })

  test('of a million entries is not walked through', () => {
    const entry = zipOf({ a: '' })
    const start = entry.indexOf('PK\u0001\u0002', 0, 'latin1')
    const one = entry.subarray(start, entry.length - 22)
    const million = Buffer.concat([
      entry.subarray(0, start),
      ...Array.from({ length: 65_000 }, () => one),
      endOf(65_000, one.length * 65_000, start),
    ])
    return bombed(million)
  })

  test('that is no archive at all is flagged', () =>
    bombed(Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), Buffer.alloc(300, 8)])))

  test('several in one mail share what may be unpacked', async () => {
    const spool = mkdtempSync(join(folder, 'spool-'))
    const budget = { bytes: 250_000, until: Infinity }
    const flags = []
    for (const name of ['1.zip', '2.zip', '3.zip']) {
      writeFileSync(join(spool, name), zipOf({ 'a.txt': 'x'.repeat(100_000) }))
      flags.push((await unpackZip(join(spool, name), spool, budget)).flag)
    }
    expect(flags).toEqual(['archive', 'archive', 'unsafe'])
  })

  test('is refused before a byte is unpacked', async () => {
    const path = join(folder, 'ratio.zip')
    writeFileSync(path, zipOf({ 'a.txt': Buffer.alloc(20_000_000) }))
    await expect(openZip(path, (entry) => entry.extract(join(folder, 'never')))).rejects.toThrow(ZipRefused)
    expect(() => readFileSync(join(folder, 'never'))).toThrow('ENOENT')
  })
})

describe('a link to a file on a cloud drive', () => {
  test.each([
    ['Google Drive', 'https://drive.google.com/file/d/1AbC/view?usp=sharing'],
    ['OneDrive', 'https://1drv.ms/b/s!Abc'],
    ['SharePoint', 'https://estudio-my.sharepoint.com/:b:/g/personal/rosa/Eabc'],
    ['WeTransfer', 'https://we.tl/t-AbCdEf'],
    ['Dropbox', 'https://www.dropbox.com/scl/fi/abc/contrato.pdf?dl=0'],
    ['iCloud', 'https://www.icloud.com/iclouddrive/0abc#contrato'],
  ])('%s is told as a link, and is no file', async (drive, link) => {
    const mail = await read({ text: `Le dejo el contrato aquí: ${link}\n\nSaludos` })
    expect(mail.attachments).toMatchObject([{ name: `${drive}.txt`, type: 'text/plain', flag: 'link' }])
    expect(readFileSync(mail.attachments[0]?.path ?? '', 'utf8')).toBe(`${link}\n`)
  })

  test('is found behind a word of the HTML, and behind what Outlook makes of it', async () => {
    const safe =
      'https://nam12.safelinks.protection.outlook.com/?url=https%3A%2F%2F1drv.ms%2Fb%2Fs!Abc&amp;data=05'
    const mail = await read({
      text: 'El contrato está aquí.',
      html: `<p>El contrato está <a href="${safe}">aquí</a> y <a href="https://drive.google.com/open?id=1">acá</a>.</p>`,
    })
    expect(mail.attachments.map(({ name }) => name)).toEqual(['OneDrive.txt', 'Google Drive.txt'])
    expect(readFileSync(mail.attachments[0]?.path ?? '', 'utf8')).toBe('https://1drv.ms/b/s!Abc\n')
  })

  test('in quoted mail, to the front page of a drive, or to anything else is nothing', async () => {
    const mail = await read({
      text: 'Gracias. https://www.google.com/search?q=dropbox https://dropbox.com/ https://drive.google.com.evil.example/x\n\nEl lun, 2 mar 2026, Estudio <casos@estudio.cl> escribió:\n\n> https://drive.google.com/file/d/1/view\n',
    })
    expect(mail.attachments).toEqual([])
  })
})
