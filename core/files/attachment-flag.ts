import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import type { AttachmentFlag } from '../replies/inbound/incoming-mail.ts'
import type { SpooledFile } from './attachment-type.ts'
import { needsPassword } from './pdf-password.ts'
import { hasEncryptedEntry } from './zip-encryption.ts'

/**
 * Why an attachment cannot count as an answer, or null. `name` and `type` as found out before; `isWholeMail` when
 * nothing stands around it, as in a mail that is encrypted as a whole; `mostBytes` as the caller allows.
 */
export function attachmentFlag(
  file: SpooledFile,
  about: { name: string; type: string; declared: string; isWholeMail: boolean; mostBytes: number },
): AttachmentFlag | null {
  // The line end before the next boundary comes through as a body of its own.
  if (file.size <= 2 && /^[\r\n]*$/.test(file.head.toString('latin1'))) return 'empty'
  if (isWinmail(file, about)) return 'winmail'
  if (isSmime(about)) return 'smime'
  if (file.size > about.mostBytes) return 'oversized'
  return isEncrypted(file, about.type) ? 'encrypted' : null
}

function isWinmail(file: SpooledFile, about: { name: string; declared: string }): boolean {
  if (/^winmail\.dat$/i.test(about.name) || /^application\/(vnd\.)?ms-tnef$/i.test(about.declared))
    return true
  return file.head.length >= 4 && file.head.readUInt32LE(0) === 0x223e9f78
}

// A file `contrato.pdf.p7m` is a signed document; only what S/MIME itself names or fills a mail with is the mail.
function isSmime(about: { name: string; declared: string; isWholeMail: boolean }): boolean {
  const declared = /^application\/(x-)?pkcs7-mime$/i.test(about.declared)
  return /^smime\.p7[mz]$/i.test(about.name) || (declared && about.isWholeMail)
}

function isEncrypted(file: SpooledFile, type: string): boolean {
  const start = file.head.toString('latin1', 0, 64)
  if (type === 'application/pgp-encrypted' || start.trimStart().startsWith('-----BEGIN PGP MESSAGE-----'))
    return true
  if (type === 'application/pdf') return mentionsEncryption(file) && needsPassword(readFileSync(file.path))
  if (start.startsWith('PK\u0003\u0004')) return hasEncryptedEntry(file.path, file.size)
  // Office writes a document with a password as an old compound file around an encrypted package.
  const isCompound = start.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')
  return isCompound && readFileSync(file.path).includes('EncryptedPackage', 0, 'utf16le')
}

// The trailer names the encryption: at the end, or at the start of a file made for the web. Few have to be read whole.
function mentionsEncryption(file: SpooledFile): boolean {
  const part = Buffer.alloc(Math.min(file.size, 65_536))
  const fd = openSync(file.path, 'r')
  try {
    return [0, file.size - part.length].some((at) => {
      readSync(fd, part, 0, part.length, at)
      return part.includes('/Encrypt')
    })
  } finally {
    closeSync(fd)
  }
}
