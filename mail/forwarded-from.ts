import type { OpenedPart } from './open-mail.ts'

/**
 * Whom a mail that was sent on says it is from: the sender in the wrapper that Gmail, Outlook or Apple Mail puts around it,
 * in any of the three languages, or in the header of a mail it carries. Lower case; null where it is no such mail. Anybody can
 * write that: it proves nothing.
 */
export function forwardedFrom(text: string, parts: Pick<OpenedPart, 'declared' | 'head'>[]): string | null {
  const carried = parts.find((part) => /^message\/(rfc822|global)$/.test(part.declared))
  const header = carried?.head.toString('latin1').split(/\r?\n\r?\n/)[0]
  return (header && senderIn(header)) || inWrapper(text)
}

const mostLines = 400

// Gmail and Yahoo dash it, Apple says so, Outlook draws a line or nothing and begins with the header.
const opening =
  /^[\s>*_-]*(-{2,}\s*)?(forwarded message|original message|begin forwarded message|mensaje (reenviado|original)|inicio del mensaje reenviado|mensagem (encaminhada|original)|in[ií]cio da mensagem encaminhada)\s*:?[\s*_-]*$/i
const sender = /^[\s>*]*(from|de)\s*\*?\s*:/i
const further =
  /^[\s>*]*(sent|date|enviad[oa]( el| em)?|fecha|data|to|para|subject|asunto|assunto|cc)\s*\*?\s*:/i

function inWrapper(text: string): string | null {
  const lines = text.split('\n', mostLines).map((line) => line.slice(0, 500))
  for (const [at, line] of lines.entries()) {
    if (!sender.test(line)) continue
    const before = lines.slice(Math.max(0, at - 4), at).filter((one) => one.trim() !== '')
    const after = lines.slice(at + 1, at + 6).filter((one) => further.test(one))
    const isOpened = before.some((one) => opening.test(one))
    // A long name wraps to the next line.
    if (isOpened || after.length >= 2) return addressIn(`${line} ${lines[at + 1] ?? ''}`)
  }
  return null
}

function senderIn(header: string): string | null {
  const value = /^from:((?:[^\r\n]|\r?\n[ \t])*)/im.exec(header)?.[1]
  return value ? addressIn(value.slice(0, 1000)) : null
}

function addressIn(text: string): string | null {
  const found =
    /<(?:mailto:)?([^<>\s@]{1,64}@[^<>\s@]{1,255})>/.exec(text) ??
    /([^<>\s@:;,"[\]()]{1,64}@[^<>\s@:;,"[\]()]{1,255})/.exec(text)
  return found?.[1]?.toLowerCase() ?? null
}
