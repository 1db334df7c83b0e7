import { looksLikeJson, replaceMembers, scanJson } from './scan-json.ts'

const REDACTED = '[secret]'

/** Takes the values of secret fields out of a stored request, and leaves every other character as it came. */
export type Redact = (text: string) => string

/**
 * Makes the redactor for a provider: JSON members, form and query fields, and `name=value` anywhere else, such as
 * in a link inside a field. Names are compared without regard to case.
 *
 * @param fieldNames the adapter's `secretFieldNames`
 */
export function createRedactor(fieldNames: readonly string[]): Redact {
  const names = new Set(fieldNames.map((name) => name.toLowerCase()))
  if (names.size === 0) return (text) => text
  const isSecret = (name: string): boolean => names.has(name.toLowerCase())
  const alternatives = [...names].map((name) => name.replace(/[^\w]/g, '\\$&')).join('|')
  // Escapes can hide a name; without one, text that does not hold a name holds no secret.
  const suspicious = new RegExp(`${alternatives}|\\\\u|%`, 'i')
  const assignment = new RegExp(`(?<![\\w-])(${alternatives})=[^&;\\s"'<>]*`, 'gi')
  const element = new RegExp(`(<(${alternatives})(?:\\s[^<>]*)?>)[^<]*`, 'gi')
  // For text that is almost JSON: single quotes, no quotes, cut off.
  const loose = new RegExp(`(?<![\\w-])((["']?)(?:${alternatives})\\2\\s*:\\s*)("[^"]*"?|'[^']*'?|[^\\s,;}&]+)`, 'gi')

  function redactLoosely(text: string): string {
    return text.replace(loose, (_match, name: string, _quote: string, value: string) => {
      const quote = /^["']/.exec(value)?.[0] ?? ''
      return `${name}${quote}${REDACTED}${quote}`
    })
  }

  return (text) => {
    if (!suspicious.test(text)) return text
    if (!looksLikeJson(text)) {
      return redactLoosely(redactForm(text, isSecret).replace(assignment, `$1=${REDACTED}`).replace(element, `$1${REDACTED}`))
    }
    const replaced = replaceMembers(text, scanJson(text, isSecret).members, (member) => {
      return `${text.slice(member.start, member.valueStart)}"${REDACTED}"`
    }).replace(assignment, `$1=${REDACTED}`)
    return replaced.search(loose) === -1 || isJson(replaced) ? replaced : redactLoosely(replaced)
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** Form and query text, whose names may be percent-encoded. */
function redactForm(text: string, isSecret: (name: string) => boolean): string {
  return text
    .split('&')
    .map((pair) => {
      const equals = pair.indexOf('=')
      return equals !== -1 && isSecret(decodeName(pair.slice(0, equals))) ? `${pair.slice(0, equals)}=${REDACTED}` : pair
    })
    .join('&')
}

function decodeName(name: string): string {
  try {
    return decodeURIComponent(name.replaceAll('+', ' ')).trim()
  } catch {
    return name
  }
}
