import { once } from 'node:events'
import { request, type IncomingHttpHeaders } from 'node:http'
import { describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import type { BrowserServer } from '../../src/main/browser/server.ts'
import { requestVerdict } from '../../src/main/browser/request-rules.ts'
import { createAdmission } from '../../src/main/browser/admission.ts'
import { browserSocket, builtWindow, clientOver, cookieOf, deskBehindDoors, startServer } from './desk-behind-doors.ts'
import { temporaryFolder } from '../support/temp-folder.ts'

interface Answer {
  status: number
  headers: IncomingHttpHeaders
  body: string
}

/** A request with exactly these headers and this path: `fetch` would set and clean some itself. */
async function ask(server: BrowserServer, path: string, headers: Record<string, string> = {}): Promise<Answer> {
  const sent = request({ host: '127.0.0.1', port: server.port, path, headers: { host: `127.0.0.1:${server.port}`, ...headers } }).end()
  const [response] = await once(sent, 'response')
  let body = ''
  for await (const chunk of response.setEncoding('utf8')) body += chunk
  return { status: response.statusCode, headers: response.headers, body }
}

/** The status with which a WebSocket was refused, or `open`. */
async function outcomeOf(socket: WebSocket): Promise<number | 'open'> {
  return await new Promise((resolve) => {
    socket.on('error', () => undefined)
    socket.once('open', () => resolve('open'))
    socket.once('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0))
  })
}

describe('the printed address', () => {
  test('opens the desk, leaves its key out of the address bar, and works again and again', async () => {
    const server = await startServer(deskBehindDoors())
    const { pathname, search } = new URL(server.url)
    for (let time = 0; time < 3; time += 1) {
      const opened = await ask(server, pathname + search, {
        'sec-fetch-site': 'none',
        'sec-fetch-mode': 'navigate',
        'sec-fetch-dest': 'document',
      })
      expect(opened).toMatchObject({
        status: 303,
        headers: { location: '/', 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' },
      })
      const [setCookie = ''] = opened.headers['set-cookie'] ?? []
      expect(setCookie).toMatch(/; Path=\/; HttpOnly; SameSite=Strict$/)
      expect(setCookie).not.toContain(new URLSearchParams(search).get('token'))
      expect(await ask(server, '/', { cookie: setCookie.split(';')[0] ?? '' })).toMatchObject({ status: 200 })
    }
  })

  test('carries 256 random bits, other ones at each start', async () => {
    const [one, other] = [await startServer(deskBehindDoors()), await startServer(deskBehindDoors())]
    const tokens = [one, other].map((server) => new URL(server.url).searchParams.get('token') ?? '')
    for (const token of tokens) expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    expect(tokens[0]).not.toBe(tokens[1])
  })

  test('goes on from a page of its own after a click on another site, for browsers keep strict cookies back on redirects', async () => {
    const server = await startServer(deskBehindDoors())
    const { pathname, search } = new URL(server.url)
    const opened = await ask(server, pathname + search, {
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': 'navigate',
      'sec-fetch-dest': 'document',
    })
    expect(opened).toMatchObject({ status: 200, body: expect.stringContaining('url=/') })
    expect(opened.headers['set-cookie']).toHaveLength(1)
  })

  test('with a wrong key says so and lets nobody in', async () => {
    const server = await startServer(deskBehindDoors())
    for (const path of ['/open?token=wrong', '/open', '/open?ticket=wrong', `/open?token=${'x'.repeat(43)}`]) {
      const answer = await ask(server, path)
      expect(answer).toMatchObject({ status: 401, body: expect.stringContaining('no longer opens SMS Desk') })
      expect(answer.headers['set-cookie']).toBeUndefined()
    }
    expect((await ask(server, `/open?token=${'x'.repeat(5_000)}`)).headers['set-cookie']).toBeUndefined()
    expect((await ask(server, '/open?token=a&token=b')).headers['set-cookie']).toBeUndefined()
  })

  test('for a browser that this program starts opens once only', async () => {
    const server = await startServer(deskBehindDoors())
    const { pathname, search } = new URL(server.ticketUrl())
    expect(await ask(server, pathname + search)).toMatchObject({ status: 303 })
    expect(await ask(server, pathname + search)).toMatchObject({ status: 401 })
  })

  test('for a browser that this program starts ends after a minute', () => {
    let now = 1_000_000
    const admission = createAdmission(80, () => now)
    const [early, late] = [admission.newTicket(), admission.newTicket()]
    now += 60_000
    expect(admission.admitsTicket(early)).toBe(true)
    now += 1
    expect(admission.admitsTicket(late)).toBe(false)
  })
})

describe('a browser without the cookie', () => {
  test.each(['/', '/index.html', '/assets/index-abc.js', '/rpc', '/anything'])(
    'is told at %s how to open the desk, and nothing else',
    async (path) => {
      const server = await startServer(deskBehindDoors())
      for (const cookie of ['', `sms-desk-${server.port}=wrong`, `sms-desk-${server.port}=`, 'other=1']) {
        const answer = await ask(server, path, cookie === '' ? {} : { cookie })
        expect(answer).toMatchObject({ status: 401, body: expect.stringContaining('use the whole address') })
        expect(answer.headers['content-security-policy']).toContain("default-src 'none'")
      }
    },
  )
})

describe('the window', () => {
  test('is served under a strict policy with a style nonce that is new at each load', async () => {
    const server = await startServer(deskBehindDoors())
    const cookie = await cookieOf(server)
    const nonces = new Set<string>()
    for (const path of ['/', '/index.html']) {
      const { headers, body } = await ask(server, path, { cookie })
      const policy = String(headers['content-security-policy'])
      const nonce = /style-src 'self' 'nonce-([^']+)'/.exec(policy)?.[1] ?? ''
      expect(body).toContain(`nonce="${nonce}"`)
      expect(body).not.toContain('%CSP_NONCE%')
      expect(policy).toContain("default-src 'none'; script-src 'self';")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).not.toContain('unsafe')
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'cross-origin-opener-policy': 'same-origin',
        'cache-control': 'no-store',
      })
      expect(Buffer.from(nonce, 'base64')).toHaveLength(16)
      nonces.add(nonce)
    }
    expect(nonces.size).toBe(2)
  })

  test('comes with its files and nothing from outside its folder', async () => {
    const server = await startServer(deskBehindDoors())
    const cookie = await cookieOf(server)
    expect(await ask(server, '/assets/index-abc.js', { cookie })).toMatchObject({
      status: 200,
      body: 'export {}',
      headers: { 'x-content-type-options': 'nosniff' },
    })
    for (const path of [
      '/../package.json',
      '/assets/../../package.json',
      '/%2e%2e/package.json',
      '/..%2fpackage.json',
      '/.hidden',
      '/assets/',
      '/no-such-file.js',
    ]) {
      const answer = await ask(server, path, { cookie })
      expect([403, 404]).toContain(answer.status)
      expect(answer.body).not.toContain('hidden')
    }
  })

  test('that was not built is named, with the command that helps', async () => {
    const server = await startServer(deskBehindDoors(), temporaryFolder())
    expect(await ask(server, '/', { cookie: await cookieOf(server) })).toMatchObject({
      status: 500,
      body: expect.stringContaining('npm start'),
    })
  })
})

describe('the WebSocket', () => {
  test('opens for the desk’s own page only', async () => {
    const server = await startServer(deskBehindDoors())
    const port = server.port
    expect(await outcomeOf(await browserSocket(server))).toBe('open')
    const refused: Record<string, Record<string, string>> = {
      'no cookie': { cookie: '' },
      'a wrong cookie': { cookie: `sms-desk-${port}=wrong` },
      'the token as cookie': { cookie: `sms-desk-${port}=${new URL(server.url).searchParams.get('token')}` },
      'the host of a rebound name': { host: `evil.example:${port}`, origin: `http://evil.example:${port}` },
      'a host without the port': { host: '127.0.0.1' },
      'the host of another port': { host: `127.0.0.1:${port + 1}` },
      'the origin of another site': { origin: 'https://evil.example' },
      'the origin of another port': { origin: `http://127.0.0.1:${port + 1}` },
      'a sandboxed frame': { origin: 'null' },
      'a cross-site request': { 'sec-fetch-site': 'cross-site' },
      'another port of this computer': { 'sec-fetch-site': 'same-site' },
    }
    for (const [what, headers] of Object.entries(refused)) {
      expect([what, await outcomeOf(await browserSocket(server, headers))]).toEqual([
        what,
        expect.toSatisfy((status) => status === 401 || status === 403),
      ])
    }
  })

  test('does not open without an origin, as from a program that is no browser', async () => {
    const server = await startServer(deskBehindDoors())
    const socket = new WebSocket(`ws://127.0.0.1:${server.port}/rpc`, { headers: { cookie: await cookieOf(server) } })
    expect(await outcomeOf(socket)).toBe(403)
  })

  test('does not open anywhere but at /rpc', async () => {
    const server = await startServer(deskBehindDoors())
    const origin = `http://127.0.0.1:${server.port}`
    for (const path of ['/', '/open', '/assets/index-abc.js', '/nowhere']) {
      const socket = new WebSocket(`ws://127.0.0.1:${server.port}${path}`, { headers: { origin, cookie: await cookieOf(server) } })
      const outcome = await Promise.race([outcomeOf(socket), once(socket, 'close').then(() => 'closed')])
      if (outcome === 'open') await once(socket, 'close')
      expect(outcome).not.toBe(101)
      expect(socket.readyState).not.toBe(WebSocket.OPEN)
    }
  })

  test('is closed with the words “going away” when the desk stops, and stopping does not wait for it', async () => {
    const server = await startServer(deskBehindDoors())
    const socket = await browserSocket(server)
    await clientOver(socket).desk.startup()
    const closed = once(socket, 'close')
    await server.close()
    expect((await closed)[0]).toBe(1001)
  })

  test('is on 127.0.0.1 only', async () => {
    const server = await startServer(deskBehindDoors(), builtWindow())
    await expect(fetch(`http://[::1]:${server.port}/`)).rejects.toThrow('fetch failed')
  })
})

describe('what a request says about where it comes from', () => {
  const own = { host: '127.0.0.1:4000' }
  test.each([
    [own, 'allowed'],
    [{ host: 'localhost:4000', origin: 'http://localhost:4000' }, 'allowed'],
    [{ ...own, 'sec-fetch-site': 'none' }, 'allowed'],
    [{ ...own, 'sec-fetch-site': 'same-origin' }, 'allowed'],
    [{ ...own, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }, 'allowed'],
    [{ ...own, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' }, 'cross_site'],
    [{ ...own, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'script' }, 'cross_site'],
    [{ ...own, 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' }, 'cross_site'],
    [{ ...own, origin: 'http://localhost:4000' }, 'wrong_origin'],
    [{ ...own, origin: 'https://127.0.0.1:4000' }, 'wrong_origin'],
    [{ host: '127.0.0.1:4000.evil.example' }, 'wrong_host'],
    [{ host: '127.0.0.1' }, 'wrong_host'],
    [{}, 'wrong_host'],
  ])('%j is %s', (headers, verdict) => {
    expect(requestVerdict(headers, 4_000, false)).toBe(verdict)
  })
})
