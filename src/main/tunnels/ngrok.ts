import { addressTaken, NO_NETWORK, tokenRefused } from './problems.ts'
import type { ChildPlan, Reading, TunnelProblem } from './types.ts'

const WHERE = 'dashboard.ngrok.com under “Your Authtoken”'

/** Errors of ngrok by number (ngrok documentation, "Errors"). */
const BY_NUMBER: Readonly<Record<string, TunnelProblem>> = {
  '105': tokenRefused('ngrok', WHERE),
  '107': tokenRefused('ngrok', WHERE),
  '4018': {
    code: 'token_missing',
    message: 'ngrok needs a token.',
    next: `Sign up at ngrok.com, copy the token from ${WHERE} and store it here.`,
    lasting: true,
  },
  '108': {
    code: 'already_running',
    message: 'ngrok already runs somewhere else with this token, and the plan allows one at a time.',
    next: 'End it on the other computer.',
    lasting: false,
  },
  '334': addressTaken('ngrok', 'End the other tunnel, or leave the address empty.'),
  '313': {
    code: 'address_refused',
    message: 'ngrok does not let this account use that address.',
    next: 'Reserve the domain at ngrok first, or leave the address empty.',
    lasting: true,
  },
  '320': {
    code: 'address_refused',
    message: 'That address is reserved for another account at ngrok.',
    next: 'Enter a domain of your own, or leave the address empty.',
    lasting: true,
  },
}

/** What a line of ngrok's log says; the log is JSON, one object a line (`--log-format json`). */
export function readNgrokLine(line: string): Reading | null {
  const number = /ERR_NGROK_(\d+)/u.exec(line)?.[1]
  if (number !== undefined) {
    const known = BY_NUMBER[number]
    if (known !== undefined) return { kind: 'problem', problem: known }
    const problem = {
      code: `ngrok_${number}`,
      message: `ngrok does not start (its error ${number}).`,
      next: `ngrok.com/docs/errors explains error ${number}.`,
    }
    return { kind: 'problem', problem: { ...problem, lasting: false } }
  }
  if (/no such host|network is unreachable|failed to dial|connection refused|i\/o timeout|failed to reconnect session/iu.test(line)) {
    return { kind: 'problem', problem: NO_NETWORK }
  }
  const entry = parseEntry(line)
  return entry?.msg === 'started tunnel' && typeof entry.url === 'string' && URL.canParse(entry.url)
    ? { kind: 'url', url: entry.url }
    : null
}

/**
 * Runs the ngrok agent. The token goes through the environment (`NGROK_AUTHTOKEN`); without one, ngrok takes that of
 * its own configuration, if there is any.
 */
export function planNgrok({ origin, url, token }: { origin: string; url: string | null; token: string | null }): ChildPlan {
  return {
    program: 'ngrok',
    args: ['http', origin, ...(url === null ? [] : ['--url', url]), '--log', 'stdout', '--log-format', 'json'],
    env: token === null ? {} : { NGROK_AUTHTOKEN: token },
    url: null,
    saysReady: false,
    read: readNgrokLine,
  }
}

function parseEntry(line: string): { msg?: unknown; url?: unknown } | null {
  if (!line.startsWith('{')) return null
  try {
    const entry: unknown = JSON.parse(line)
    return typeof entry === 'object' && entry !== null ? entry : null
  } catch {
    return null
  }
}
