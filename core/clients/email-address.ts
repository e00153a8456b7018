import { NotAnAddress } from '../errors.ts'

/** The address in the one form it is stored and compared in: lower case, no display name. Throws NotAnAddress, naming the field if told. */
export function emailAddress(text: string, field?: string): string {
  const address = text.trim().toLowerCase()
  const [local, domain, ...more] = address.split('@')
  const sound =
    local &&
    domain &&
    more.length === 0 &&
    local.length <= 64 &&
    address.length <= 254 &&
    /^[^\s<>()[\],;:"\\\p{C}]+$/u.test(local) &&
    /^(?!-)[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$/u.test(domain)
  if (!sound) throw new NotAnAddress(text.slice(0, 254), field)
  return address
}
