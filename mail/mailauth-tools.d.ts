/** The one helper of mailauth that its own types leave out. */
declare module 'mailauth/lib/tools.js' {
  /** The first of `domains` that shares the organisational domain of `fromDomain` (RFC 9989, 3.2.10.1), or false. */
  export function getAlignment(
    fromDomain: string,
    domains: string[],
    strict?: boolean,
  ): { domain: string } | false
}
