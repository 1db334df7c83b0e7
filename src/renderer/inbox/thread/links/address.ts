import type { Words } from '../../../language/words.ts'

/** Longest address that is opened, in UTF-16 units; the desktop shell opens no longer one (src/main/electron/rules.ts). */
export const MAX_LINK = 2_000

/** An address taken apart for a person to look at. `before` + `host` + `after` is where a browser goes. */
export interface Address {
  href: string
  before: string
  /** As the network knows it: other letters than a to z in their code, "xn--…". */
  host: string
  after: string
  /** What to be wary of, as sentences. */
  warnings: readonly string[]
  /** Whether it may be opened from here at all. */
  opens: boolean
}

/** Alphabets whose letters are taken for those of another. */
const ALPHABETS = ['Latin', 'Cyrillic', 'Greek', 'Armenian', 'Cherokee'] as const

/**
 * Takes an address apart, and says what of it may deceive.
 * @param href http or https, as a browser reads it
 * @param written as it stands in the text
 */
export function readAddress(words: Words<'thread'>, href: string, written: string): Address {
  const { protocol, username, password, hostname, port, pathname, search, hash } = new URL(href)
  const hasUser = username !== '' || password !== ''
  const user = hasUser ? `${username}${password === '' ? '' : `:${password}`}@` : ''
  const warnings = [
    hasUser ? words('link.user', { site: hostname }) : null,
    ...hostWarnings(words, hostname, written),
    port === '' ? null : words('link.port', { port }),
    protocol === 'http:' ? words('link.plain') : null,
    href.length > MAX_LINK ? words('link.long') : null,
  ].filter((warning) => warning !== null)
  return {
    href,
    before: `${protocol}//${user}`,
    host: hostname,
    after: `${port === '' ? '' : `:${port}`}${pathname}${search}${hash}`,
    warnings,
    opens: !hasUser && href.length <= MAX_LINK,
  }
}

function hostWarnings(words: Words<'thread'>, hostname: string, written: string): string[] {
  if (/^[\d.]+$/.test(hostname) || hostname.startsWith('[')) return [words('link.number')]
  if (!/(^|\.)xn--/.test(hostname)) return []
  const name = hostAsWritten(written)
  const mixed = name
    .split('.')
    .some((label) => ALPHABETS.filter((script) => new RegExp(`\\p{Script=${script}}`, 'u').test(label)).length > 1)
  return [words(mixed ? 'link.mixed' : 'link.foreign')]
}

/** The name of the site as it stands in the text. */
function hostAsWritten(written: string): string {
  const withoutScheme = written.replace(/^[a-z]+:\/\//iu, '')
  const authority = withoutScheme.split(/[/?#\\]/u)[0] ?? ''
  return authority.slice(authority.lastIndexOf('@') + 1)
}
