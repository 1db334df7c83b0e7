import { addressTaken, NO_NETWORK, tokenRefused } from './problems.ts'
import type { ChildPlan, Reading } from './types.ts'

/** Address of a quick tunnel, in the box that cloudflared draws around it. */
const QUICK_URL = /https:\/\/[a-z0-9-]+\.trycloudflare\.com/u

const TOKEN_REFUSED = tokenRefused('Cloudflare', 'the page of your tunnel in the Cloudflare dashboard')

/**
 * What a line of cloudflared says, by its documented output (Cloudflare Tunnel, "Quick tunnels" and "Log streams"):
 * the address in a box, and `Registered tunnel connection` once a way is open.
 */
export function readCloudflaredLine(line: string): Reading | null {
  if (/Registered tunnel connection|Connection [0-9a-f-]{36} registered/u.test(line)) return { kind: 'ready' }
  if (/token is not valid|Invalid tunnel secret|Unauthorized|tunnel not found/iu.test(line))
    return { kind: 'problem', problem: TOKEN_REFUSED }
  if (/429 Too Many Requests|error code: 1015/iu.test(line)) {
    return {
      kind: 'problem',
      problem: { code: 'too_many', message: 'Cloudflare gives no more quick tunnels just now.', next: null, lasting: false },
    }
  }
  if (/no such host|network is unreachable|no route to host|i\/o timeout|connection refused|failed to request quick Tunnel/iu.test(line)) {
    return { kind: 'problem', problem: NO_NETWORK }
  }
  if (/already (in use|exists)/iu.test(line)) {
    return { kind: 'problem', problem: addressTaken('Cloudflare', 'Stop cloudflared where else it runs.') }
  }
  const url = QUICK_URL.exec(line)?.[0]
  return url === undefined || url === 'https://api.trycloudflare.com' ? null : { kind: 'url', url }
}

/**
 * Runs cloudflared. With `url` and `token` a tunnel of one's own; else a quick one. The token goes through the
 * environment (`TUNNEL_TOKEN`), where other users of the computer do not see it.
 * @param origin address of the listener
 */
export function planCloudflared({ origin, url, token }: { origin: string; url: string | null; token: string | null }): ChildPlan {
  const shared = { program: 'cloudflared', saysReady: true, read: readCloudflaredLine }
  if (url !== null && token !== null) {
    // The dashboard says where a tunnel of one's own leads; `--url` is for where it does not.
    return { ...shared, args: ['tunnel', '--no-autoupdate', 'run', '--url', origin], env: { TUNNEL_TOKEN: token }, url }
  }
  return { ...shared, args: ['tunnel', '--no-autoupdate', '--url', origin], env: {}, url: null }
}
