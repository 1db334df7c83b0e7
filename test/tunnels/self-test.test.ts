import { readFileSync } from 'node:fs'
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http'
import { createServer, request } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createProbes } from '../../src/main/listener/probe.ts'
import { runSelfTest } from '../../src/main/listener/self-test.ts'
import { createHttpClient } from '../../src/main/http/undici-client.ts'
import { plainFailure } from '../../src/main/http/failures.ts'
import { KEY, startListenerDesk } from '../support/listener-desk.ts'
import { startTcpServer } from '../support/tcp-server.ts'

async function listening(server: Server, scheme = 'http'): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `${scheme}://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** What a reverse proxy does to a request on its way to `target`, and to the answer on its way back. */
interface Proxy {
  path?: (path: string) => string
  body?: (body: Buffer) => Buffer
  answer?: (body: Buffer) => Buffer
}

function reverseProxy(target: string, { path = (all) => all, body = (all) => all, answer = (all) => all }: Proxy = {}): RequestListener {
  async function pass(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const sent = body(await readAll(incoming))
    const headers = { ...incoming.headers, host: new URL(target).host, 'content-length': String(sent.length) }
    const passed = request(`${target}${path(incoming.url ?? '')}`, { method: incoming.method ?? 'GET', headers })
    passed.on('response', (response) => void giveBack(response, outgoing))
    passed.on('error', () => outgoing.writeHead(502).end())
    passed.end(sent)
  }

  async function giveBack(response: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const answered = answer(await readAll(response))
    outgoing.writeHead(response.statusCode ?? 0, { 'content-type': response.headers['content-type'] ?? 'text/plain' })
    outgoing.end(answered)
  }

  return (incoming, outgoing) => void pass(incoming, outgoing)
}

/** A certificate for 127.0.0.1 that vouches for itself, good for a century, and its key; made for this test. */
function fixture(name: string): string {
  return readFileSync(join(import.meta.dirname, '..', 'fixtures', 'tls', name), 'utf8')
}

async function readAll(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

async function deskWithProbes() {
  const probes = createProbes()
  const desk = await startListenerDesk({ probes })
  const near = desk.listener.address ?? ''
  return {
    ...desk,
    probes,
    near,
    /** Runs the self-test with this as the public address. */
    through: (url: string | null, openHttp = () => createHttpClient({ connectTimeoutMs: 2_000, exchangeTimeoutMs: 10_000 })) =>
      runSelfTest({
        listener: desk.listener,
        tunnel: { state: url === null ? { state: 'off' } : { state: 'running', url, since: 1 }, choice: {}, publicUrl: url },
        probes,
        openHttp,
        now: () => performance.now(),
      }),
  }
}

const ALL = ['listener', 'tunnel', 'name', 'connection', 'encryption', 'path', 'content']
const before = (leg: string) => ALL.slice(0, ALL.indexOf(leg))

describe('the self-test', () => {
  test('goes out through the public address and comes back', async () => {
    const desk = await deskWithProbes()
    const url = await listening(createServer(reverseProxy(desk.near)))
    expect(await desk.through(url)).toEqual({ url, roundTripMs: expect.any(Number) as number, passed: ALL, failed: null })
    expect(desk.hooks()).toEqual([])
  })

  test('passes where the public address has a path of its own that the proxy takes off again', async () => {
    const desk = await deskWithProbes()
    const url = await listening(createServer(reverseProxy(desk.near, { path: (path) => path.replace('/desk', '') })))
    expect(await desk.through(`${url}/desk`)).toMatchObject({ failed: null })
  })

  test('names the listener when it does not run, or does not answer', async () => {
    const desk = await deskWithProbes()
    const tunnel = { state: { state: 'off' as const }, choice: null, publicUrl: null }
    const common = { tunnel, probes: desk.probes, openHttp: () => createHttpClient(), now: () => 1 }
    expect(await runSelfTest({ ...common, listener: { address: null, problem: 'Another program already uses port 8801.' } })).toMatchObject(
      {
        passed: [],
        failed: { leg: 'listener', code: 'listener_off', message: 'Another program already uses port 8801.' },
      },
    )
    const other = await listening(createServer((_incoming, outgoing) => outgoing.end('hello')))
    expect(await runSelfTest({ ...common, listener: { address: other, problem: null } })).toMatchObject({
      failed: { leg: 'listener', code: 'listener_silent' },
    })
    expect(await runSelfTest({ ...common, listener: desk.listener })).toMatchObject({
      passed: ['listener'],
      failed: { leg: 'tunnel', code: 'tunnel_not_chosen' },
    })
  })

  test('names a tunnel that does not run, in its own words', async () => {
    const desk = await deskWithProbes()
    expect(await desk.through(null)).toMatchObject({ passed: ['listener'], failed: { leg: 'tunnel', code: 'tunnel_off' } })
    const state = {
      state: 'broken' as const,
      code: 'token_refused',
      message: 'ngrok did not accept the token.',
      next: 'Copy it again.',
      retryAt: null,
    }
    const result = await runSelfTest({
      listener: desk.listener,
      tunnel: { state, choice: {}, publicUrl: null },
      probes: desk.probes,
      openHttp: () => createHttpClient(),
      now: () => 1,
    })
    expect(result.failed).toEqual({
      leg: 'tunnel',
      code: 'token_refused',
      message: 'ngrok did not accept the token.',
      next: 'Copy it again.',
    })
  })

  test('names a name that the internet does not know, and a computer without network', async () => {
    const desk = await deskWithProbes()
    const failing = (code: 'dns' | 'offline') => () => {
      const real = createHttpClient()
      return {
        request: (wish: Parameters<typeof real.request>[0]) =>
          wish.url.startsWith(desk.near) ? real.request(wish) : Promise.resolve(plainFailure(code, false)),
        close: () => real.close(),
      }
    }
    expect(await desk.through('https://gone.invalid', failing('dns'))).toMatchObject({
      passed: before('name'),
      failed: { leg: 'name', code: 'name_unknown' },
    })
    expect(await desk.through('https://gone.invalid', failing('offline'))).toMatchObject({ failed: { leg: 'name', code: 'offline' } })
  })

  test('names a port that nothing listens on', async () => {
    const desk = await deskWithProbes()
    const { port, close } = await startTcpServer(() => undefined)
    await close()
    expect(await desk.through(`http://127.0.0.1:${port}`)).toMatchObject({
      passed: before('connection'),
      failed: { leg: 'connection', code: 'refused' },
    })
  })

  test('names a certificate that is self-signed, and a port that speaks no TLS', async () => {
    const desk = await deskWithProbes()
    const secure = await listening(
      createSecureServer({ key: fixture('self-signed.key.pem'), cert: fixture('self-signed.pem') }, reverseProxy(desk.near)),
      'https',
    )
    expect(await desk.through(secure)).toMatchObject({
      passed: before('encryption'),
      failed: { leg: 'encryption', code: 'certificate_untrusted' },
    })
    const plain = await listening(createServer(reverseProxy(desk.near)))
    expect(await desk.through(plain.replace('http:', 'https:'))).toMatchObject({ failed: { leg: 'encryption', code: 'tls' } })
  })

  const answers =
    (status: number, headers: Record<string, string> = {}): RequestListener =>
    (_incoming, outgoing) =>
      void outgoing.writeHead(status, headers).end('<h1>Welcome</h1>')
  test.each([
    ['a redirect', 'path', 'redirect', () => answers(301, { location: 'https://elsewhere.invalid/' })],
    ['another program', 'path', 'another_program', () => answers(200)],
    ['another program that knows no such page', 'path', 'another_program', () => answers(404)],
    ['a login', 'path', 'asks_for_password', () => answers(401)],
    ['a warning page', 'path', 'asks_for_password', () => answers(511)],
    ['a tunnel server whose way is not open', 'path', 'way_not_open', () => answers(502)],
    [
      'a proxy that changes the path',
      'path',
      'wrong_path',
      (near: string) => reverseProxy(near, { path: (path) => path.replace('/hooks/', '/texts/') }),
    ],
    [
      'a proxy that drops the query',
      'content',
      'body_altered',
      (near: string) => reverseProxy(near, { path: (path) => path.replace(/\?.*/u, '') }),
    ],
    [
      'a proxy that alters bodies',
      'content',
      'body_altered',
      (near: string) => reverseProxy(near, { body: (body) => Buffer.from(body.toString('latin1'), 'utf8') }),
    ],
    ['a proxy that alters answers', 'content', 'answer_altered', (near: string) => reverseProxy(near, { answer: () => Buffer.from('OK') })],
  ] as const)('names %s', async (_what, leg, code, handler) => {
    const desk = await deskWithProbes()
    const url = await listening(createServer(handler(desk.near)))
    expect(await desk.through(url)).toMatchObject({ url, roundTripMs: null, passed: before(leg), failed: { leg, code } })
  })

  test('names a way that is too slow, one that is cut off, and one that loses the answer', async () => {
    const desk = await deskWithProbes()
    const silent = await startTcpServer(() => undefined)
    const impatient = () => {
      const real = createHttpClient()
      return { request: (wish: Parameters<typeof real.request>[0]) => real.request({ ...wish, timeoutMs: 300 }), close: () => real.close() }
    }
    expect(await desk.through(`http://127.0.0.1:${silent.port}`, impatient)).toMatchObject({ failed: { leg: 'path', code: 'too_slow' } })
    const cutting = await startTcpServer((socket) => void socket.once('data', () => socket.destroy()))
    expect(await desk.through(`http://127.0.0.1:${cutting.port}`)).toMatchObject({ failed: { leg: 'path', code: 'cut_off' } })
    const lose = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
      const body = await readAll(incoming)
      const passed = request(`${desk.near}${incoming.url ?? ''}`, { method: 'POST', headers: incoming.headers })
      passed.on('response', () => outgoing.destroy())
      passed.end(body)
    }
    const losing = await listening(createServer((incoming, outgoing) => void lose(incoming, outgoing)))
    expect(await desk.through(losing)).toMatchObject({ failed: { leg: 'path', code: 'answer_lost' } })
  })
})

describe('to strangers the probe’s address', () => {
  async function answerTo(url: string, init: RequestInit = {}): Promise<{ status: number; body: string; headers: string[] }> {
    const response = await fetch(url, { method: 'POST', ...init })
    return { status: response.status, body: await response.text(), headers: [...response.headers.keys()].sort() }
  }

  test('is as little there as any other: wrong, replayed, forgotten and misused probes look like a wrong key', async () => {
    const desk = await deskWithProbes()
    const stranger = await answerTo(`${desk.near}/hooks/${desk.accountId}/${KEY}x`)
    expect(stranger).toMatchObject({ status: 404, body: '' })
    const { path, headers, body, answer } = desk.probes.issue()
    const probe = { headers, body }
    expect(await answerTo(`${desk.near}${path.replace('.', 'x.')}`, probe)).toEqual(stranger)
    expect(await answerTo(`${desk.near}${path.replace('?', 'x?')}`, probe)).toEqual(stranger)
    expect(await answerTo(`${desk.near}${path.replace(/\.[^?]*/u, `.${'A'.repeat(43)}`)}`, probe)).toEqual(stranger)
    expect(await answerTo(`${desk.near}/hooks/self-test/x`, probe)).toEqual(stranger)
    expect(await answerTo(`${desk.near}/hooks/self-test/.`, probe)).toEqual(stranger)
    expect(await answerTo(`${desk.near}${path}`, { headers, method: 'PUT', body })).toEqual(stranger)
    expect(await answerTo(`${desk.near}${path}`, { method: 'GET' })).toEqual(stranger)
    expect(await answerTo(`${desk.near}${path}`, probe)).toMatchObject({ status: 200, body: answer })
    expect(await answerTo(`${desk.near}${path}`, probe)).toEqual(stranger)
    const forgotten = desk.probes.issue()
    desk.probes.forget(forgotten)
    expect(await answerTo(`${desk.near}${forgotten.path}`, probe)).toEqual(stranger)
    const other = createProbes().issue()
    expect(await answerTo(`${desk.near}${other.path}`, probe)).toEqual(stranger)
  })
})
