export type AuthenticationResult = { method: string; result: string; properties: Map<string, string> }

/**
 * The results in one Authentication-Results field (RFC 8601) when it was written by `authservId`, else null.
 * Comments are dropped, names are lower case.
 */
export function readAuthenticationResults(value: string, authservId: string): AuthenticationResult[] | null {
  const [writer, ...results] = splitOutsideQuotes(withoutComments(value.slice(0, 20_000)))
  const id = writer?.trim().split(/\s+/)[0] ?? ''
  if (unquote(id).toLowerCase() !== authservId.toLowerCase()) return null
  return results.flatMap((text) => {
    const found = /^\s*([\w-]+)(?:\s*\/\s*\d+)?\s*=\s*([\w-]+)/.exec(text)
    if (!found?.[1] || !found[2]) return []
    const rest = text
      .slice(found[0].length)
      .matchAll(/([\w-]+)\s*(?:\.\s*([\w-]+)\s*)?=\s*("(?:[^"\\]|\\.)*"|[^\s;]+)/g)
    const properties = [...rest].map(
      ([, type, name, given]) =>
        [`${type}${name ? `.${name}` : ''}`.toLowerCase(), unquote(given ?? '')] as const,
    )
    return [
      { method: found[1].toLowerCase(), result: found[2].toLowerCase(), properties: new Map(properties) },
    ]
  })
}

function withoutComments(value: string): string {
  let out = ''
  let depth = 0
  let quoted = false
  for (let at = 0; at < value.length; at++) {
    const character = value.charAt(at)
    if (character === '\\' && (quoted || depth)) {
      if (!depth) out += value.slice(at, at + 2)
      at++
    } else if (character === '"' && !depth) {
      quoted = !quoted
      out += character
    } else if (character === '(' && !quoted) depth++
    else if (character === ')' && !quoted && depth) depth--
    else if (!depth) out += character
  }
  return out
}

function splitOutsideQuotes(value: string): string[] {
  return value.match(/(?:"(?:[^"\\]|\\.)*"|[^;"]|")+/g) ?? []
}

function unquote(value: string): string {
  return value.startsWith('"') ? value.replace(/^"|"$/g, '').replace(/\\(.)/g, '$1') : value
}
