import { PasswordTooCommon, PasswordTooShort, TextTooLong } from '../../errors.ts'
import { fold } from '../../fold.ts'
import { normal } from './password.ts'

/** Characters a password has at least. */
export const leastPassword = 10
const most = 200

/**
 * Takes any password that is long enough and not among those guessed first: no rules about kinds of characters
 * (NIST SP 800-63B). `known` are words an attacker would try for this person. Throws PasswordTooShort,
 * PasswordTooCommon, TextTooLong.
 */
export function checkPassword(password: string, known: string[]): void {
  const length = [...normal(password)].length
  if (length < leastPassword) throw new PasswordTooShort(leastPassword)
  if (length > most) throw new TextTooLong('password', most, length)
  const plain = withoutDisguise(fold(normal(password)))
  const guesses = [...common, ...known.flatMap(wordsOf)]
  const rest = guesses.reduce((left, guess) => left.replaceAll(guess, ''), plain)
  if (new Set(plain).size < 4 || isRun(plain) || rest.replace(/\d{1,4}/g, '').length < 3)
    throw new PasswordTooCommon()
}

// What stands first in every list of stolen passwords, here and in Brazil; longer ones first.
const common = [
  '1q2w3e4r5t6y',
  '1q2w3e4r5t',
  'q1w2e3r4t5y6',
  'q1w2e3r4t5',
  'zaq12wsxcde3',
  'zaq12wsxcde',
  'zaq12wsx',
  'qazwsxedc',
  'contrasena',
  'contrasenia',
  'administrador',
  'abogado',
  'advogado',
  'password',
  'despacho',
  'qwertyuiop',
  'asdfghjkl',
  'bienvenido',
  'bienvenida',
  'bemvindo',
  'colocolo',
  'flamengo',
  'corinthians',
  'palmeiras',
  'universidad',
  'santiago',
  'brasil',
  'chile',
  'teamo',
  'tequiero',
  'iloveyou',
  'mudar',
  'cambiar',
  'clave',
  'senha',
  'secreto',
  'segredo',
  'portal',
  'cliente',
  'qwerty',
  'admin',
  'sebastian',
  'felipe',
  'gabriel',
  'rodrigo',
  'camila',
  'hola',
  'minha',
  'meu',
  'mia',
  'mi',
  'abc',
]

function wordsOf(text: string): string[] {
  return fold(text)
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 2)
    .sort((a, b) => b.length - a.length)
}

/** `1234567890`, `abcdefghij`, `0987654321`. */
function isRun(text: string): boolean {
  const steps = [...text].slice(1).map((letter, i) => letter.charCodeAt(0) - text.charCodeAt(i))
  const steady = steps.filter((step, i) => i === 0 || step === steps[i - 1]).length
  return steady >= text.length - 2
}

// `P@ssw0rd` is guessed as early as `password`.
function withoutDisguise(text: string): string {
  const letters = text
    .replaceAll('@', 'a')
    .replaceAll('$', 's')
    .replace(/(?<=[a-z])0|0(?=[a-z])/g, 'o')
  return letters.replace(/[^a-z0-9]/g, '')
}
