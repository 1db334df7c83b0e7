import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Session } from 'electron'
import { contentSecurityPolicy, SECURITY_HEADERS, withNonce } from '../doors/content-security-policy.ts'
import { mediaTypeOf, resolveAppFile } from './rules.ts'

/** What `app:` may do, for `registerSchemesAsPrivileged`: behave like a web origin, and nothing more. */
export const APP_SCHEME = {
  scheme: 'app',
  privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: false, stream: true, allowServiceWorkers: false },
} as const

/** Serves the built window's files, and nothing else, under `app://desk/`. */
export function serveWindowFiles(session: Session, rendererFolder: string): void {
  session.protocol.handle('app', (request) => answer(request.method, request.url, rendererFolder))
}

async function answer(method: string, url: string, rendererFolder: string): Promise<Response> {
  const file = method === 'GET' || method === 'HEAD' ? resolveAppFile(url) : null
  if (file === null) return notFound()
  const headers = new Headers({ ...SECURITY_HEADERS, 'content-type': mediaTypeOf(file) })
  try {
    const content = await readFile(join(rendererFolder, file))
    if (!file.endsWith('.html')) return new Response(new Uint8Array(content), { headers })
    const nonce = randomBytes(16).toString('base64')
    headers.set('content-security-policy', contentSecurityPolicy(nonce))
    return new Response(withNonce(content.toString('utf8'), nonce), { headers })
  } catch {
    return notFound()
  }
}

function notFound(): Response {
  return new Response('Not found', { status: 404, headers: { ...SECURITY_HEADERS, 'content-type': 'text/plain; charset=utf-8' } })
}
