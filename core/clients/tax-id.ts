import { WrongTaxId } from '../errors.ts'
import { optionalText } from '../field.ts'
import type { MemberActor, SystemActor } from '../members/actor.ts'

/**
 * A tax id as its country writes it: RUT `12.345.678-5`, CPF `123.456.789-09`, CNPJ `12.345.678/0001-95`. What is none of
 * them by its check digits (a foreigner's, a slip of the pen) stays as it was typed.
 */
export function writtenTaxId(typed: string): string {
  const text = typed.trim()
  const plain = plainOf(text)
  if (isRut(plain)) return `${inThousands(plain.slice(0, -1))}-${plain.slice(-1)}`
  if (isCpf(plain)) return plain.replace(/^(\d{3})(\d{3})(\d{3})(\d{2})$/, '$1.$2.$3-$4')
  if (isCnpj(plain)) return plain.replace(/^(.{2})(.{3})(.{3})(.{4})(.{2})$/, '$1.$2.$3/$4-$5')
  return text
}

/**
 * The tax id as it is stored; null where there is none. Throws WrongTaxId for a member's slip in what is punctuated as one of the three
 * is; an import is believed.
 */
export function taxIdFrom(by: MemberActor | SystemActor, typed: string): string | null {
  const written = writtenTaxId(optionalText('tax-id', typed, 40))
  const isSound = [isRut, isCpf, isCnpj].some((is) => is(plainOf(written)))
  if (by.kind === 'member' && !isSound && punctuated.some((shape) => shape.test(written)))
    throw new WrongTaxId(written)
  return written || null
}

const plainOf = (text: string) => text.toUpperCase().replace(/[\s.\-/–]/g, '')

/** A RUT, a CPF and a CNPJ; the number of a foreigner that happens to be punctuated so is not known. */
const punctuated = [
  /^\d{1,2}\.?\d{3}\.?\d{3}-[\dk]$/i,
  /^\d{3}\.\d{3}\.\d{3}-\d{2}$/,
  /^[\da-z]{2}\.[\da-z]{3}\.[\da-z]{3}\/[\da-z]{4}-\d{2}$/i,
]

function isRut(plain: string): boolean {
  if (!/^\d{6,8}[\dK]$/.test(plain)) return false
  const rest = 11 - (weighed(plain.slice(0, -1), 2, 7) % 11)
  return plain.slice(-1) === (rest === 11 ? '0' : rest === 10 ? 'K' : String(rest))
}

function isCpf(plain: string): boolean {
  if (!/^\d{11}$/.test(plain) || /^(\d)\1+$/.test(plain)) return false
  return [9, 10].every((at) => Number(plain[at]) === checkDigit(plain.slice(0, at), 12))
}

/** Since July 2026 a CNPJ may hold letters, each worth its character code less 48 (Receita Federal, IN 2.229/2024). */
function isCnpj(plain: string): boolean {
  if (!/^[\dA-Z]{12}\d{2}$/.test(plain) || /^(\d)\1+$/.test(plain)) return false
  return [12, 13].every((at) => Number(plain[at]) === checkDigit(plain.slice(0, at), 9))
}

function checkDigit(body: string, highest: number): number {
  const rest = weighed(body, 2, highest) % 11
  return rest < 2 ? 0 : 11 - rest
}

/** The sum of the characters' values by weights that rise from the right, from `lowest` to `highest` and round again. */
function weighed(body: string, lowest: number, highest: number): number {
  const span = highest - lowest + 1
  return [...body]
    .reverse()
    .reduce((sum, character, at) => sum + (character.charCodeAt(0) - 48) * (lowest + (at % span)), 0)
}

function inThousands(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, '.')
}
