import type { HttpFailure } from './client.ts'

/** Error codes that say: this computer has no network. EAI_AGAIN is a DNS server that cannot be reached. */
const OFFLINE_CODES: ReadonlySet<string> = new Set(['EAI_AGAIN', 'ENETUNREACH', 'ENETDOWN', 'EHOSTUNREACH'])

const RESET_CODES: ReadonlySet<string> = new Set([
  'ECONNRESET',
  'EPIPE',
  'ECONNABORTED',
  'UND_ERR_SOCKET',
  'UND_ERR_CLOSED',
  'UND_ERR_DESTROYED',
])

const TIMEOUT_CODES: ReadonlySet<string> = new Set(['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT'])

/** Error codes of certificate checks that do not begin with `ERR_TLS_`, `ERR_SSL_` or `CERT_` (Node's list, from OpenSSL). */
const TLS_CODE =
  /^(EPROTO|ERR_TLS_|ERR_SSL_|CERT_|CRL_|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_|INVALID_CA|INVALID_PURPOSE|HOSTNAME_MISMATCH|PATH_LENGTH_EXCEEDED|ERROR_IN_C)/

/** Where the exchange stood when it failed. */
export interface FailureCircumstances {
  /** The first byte of the request was handed to a connected socket. */
  written: boolean
  /** The address begins with `https:`. */
  secure: boolean
  /** No network interface but the computer's own loopback has an address. Left out: not looked at. */
  isolated?: boolean
}

/**
 * What an error of the HTTP library means. Pure, so that circumstances which no test machine can bring about (a
 * network without a route) are tested all the same.
 */
export function describeFailure(error: unknown, circumstances: FailureCircumstances): HttpFailure {
  const { written } = circumstances
  const codes = errorCodes(error)
  const code = failureCode(codes, circumstances)
  const certificate = code === 'tls' ? certificateFault(codes) : undefined
  return {
    kind: 'failure',
    written,
    offline: code === 'offline',
    code,
    message: MESSAGES[code],
    ...(certificate === undefined ? {} : { certificate }),
  }
}

type FailureCode = 'dns' | 'refused' | 'tls' | 'connect_timeout' | 'timeout' | 'reset' | 'offline' | 'bad_url' | 'other'

const MESSAGES: Readonly<Record<FailureCode, string>> = {
  dns: 'The server’s name could not be found. Check the address.',
  refused: 'Nothing answers at that address. Check the address, or try again later.',
  tls: 'No secure connection could be made to the server.',
  connect_timeout: 'The server could not be reached in time.',
  timeout: 'The server did not answer in time.',
  reset: 'The connection ended before the answer was complete.',
  offline: 'This computer has no connection to the internet.',
  bad_url: 'The address is not a valid web address.',
  other: 'The call did not work.',
}

/** A failure that needs no error to be known. */
export function plainFailure(code: FailureCode, written: boolean): HttpFailure {
  return { kind: 'failure', written, offline: code === 'offline' && !written, code, message: MESSAGES[code] }
}

function failureCode(codes: readonly string[], { written, secure, isolated = false }: FailureCircumstances): FailureCode {
  const has = (wanted: ReadonlySet<string>): boolean => codes.some((code) => wanted.has(code))
  if (written) {
    // A route that vanishes now says nothing about what the server has read: never "offline".
    if (has(TIMEOUT_CODES) || codes.includes('ETIMEDOUT')) return 'timeout'
    return has(RESET_CODES) || has(OFFLINE_CODES) ? 'reset' : 'other'
  }
  // A name may stand for several addresses: only when none of them has a route is the computer offline.
  const network = codes.filter((code) => code !== 'UND_ERR_INFO')
  if (network.length > 0 && network.every((code) => OFFLINE_CODES.has(code))) return 'offline'
  if (codes.includes('ECONNREFUSED')) return 'refused'
  if (codes.includes('UND_ERR_CONNECT_TIMEOUT') || codes.includes('ETIMEDOUT')) return 'connect_timeout'
  // macOS and Windows say that a name does not exist where they have no network to ask.
  if (codes.some((code) => code === 'ENOTFOUND' || code.startsWith('EAI_') || code === 'ENODATA')) return isolated ? 'offline' : 'dns'
  if (codes.some((code) => TLS_CODE.test(code))) return 'tls'
  // A server that hangs up on a TLS greeting speaks no TLS, or refuses ours.
  if (has(RESET_CODES)) return secure ? 'tls' : 'reset'
  if (codes.includes('UND_ERR_INVALID_ARG') || codes.includes('ERR_INVALID_URL')) return 'bad_url'
  return 'other'
}

/** What is wrong with a certificate, by Node's codes (from OpenSSL). */
function certificateFault(codes: readonly string[]): HttpFailure['certificate'] {
  if (codes.includes('CERT_HAS_EXPIRED')) return 'expired'
  if (codes.includes('ERR_TLS_CERT_ALTNAME_INVALID')) return 'wrong_name'
  return codes.some((code) => /^(DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_|CERT_UNTRUSTED)/.test(code))
    ? 'untrusted'
    : undefined
}

/** Codes of the innermost errors: of each address tried where there were several, of the cause where there is one. */
function errorCodes(error: unknown, depth = 0): string[] {
  if (!(error instanceof Error) || depth > 4) return []
  if (error instanceof AggregateError && error.errors.length > 0) {
    return error.errors.flatMap((inner) => errorCodes(inner, depth + 1))
  }
  const own = 'code' in error && typeof error.code === 'string' ? [error.code] : []
  const inner = errorCodes(error.cause, depth + 1)
  return [...own, ...inner]
}
