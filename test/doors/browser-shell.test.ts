import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { describe, expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import { connectToRunningDesk } from '../../src/main/doors/connect.ts'
import { clientOver } from './desk-behind-doors.ts'
import { SERVE_ENTRY } from '../support/entries.ts'
import { temporaryFolder } from '../support/temp-folder.ts'

/** Nothing of the computer's own session: no keychain, no screen. */
const BARE = { DBUS_SESSION_BUS_ADDRESS: '', XDG_RUNTIME_DIR: '', DISPLAY: '', WAYLAND_DISPLAY: '', NODE_NO_WARNINGS: '1' }

interface Serving {
  lines: string[]
  errors: () => string
  /** The ready line, read. */
  ready: Promise<{ ready: boolean; url: string; listener: string | null }>
  ended: Promise<number | null>
  stop(signal: NodeJS.Signals): Promise<number | null>
}

/** The browser shell as a process of its own. */
function serve(...args: string[]): Serving {
  const child = spawn(process.execPath, [SERVE_ENTRY, '--no-open', '--secrets', 'memory', ...args], { env: { ...process.env, ...BARE } })
  onTestFinished(() => void child.kill('SIGKILL'))
  const lines: string[] = []
  let errors = ''
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (errors += chunk))
  const ended = once(child, 'close').then(([code]) => code as number | null)
  const ready = new Promise<{ ready: boolean; url: string; listener: string | null }>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      lines.push(line)
      resolve(JSON.parse(line))
    })
    void ended.then(() => reject(new Error(`ended before it was ready: ${errors}`)))
  })
  // Tests that expect an early end do not ask for it.
  ready.catch(() => undefined)
  return {
    lines,
    errors: () => errors,
    ready,
    ended,
    stop(signal) {
      child.kill(signal)
      return ended
    },
  }
}

async function clientAt(url: string) {
  const opened = await fetch(url, { redirect: 'manual' })
  const cookie = opened.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const { host, origin } = new URL(url)
  const socket = new WebSocket(`ws://${host}/rpc`, { headers: { origin, cookie } })
  onTestFinished(() => socket.terminate())
  return clientOver(socket)
}

describe('the browser shell', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)('says once that it is ready, answers, and stops cleanly on %s', async (signal) => {
    const dataFolder = temporaryFolder()
    const shell = serve('--data-dir', dataFolder)
    const { ready, url, listener } = await shell.ready
    expect({ ready, listener }).toEqual({ ready: true, listener: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/) })
    const client = await clientAt(url)
    expect(await client.desk.status()).toMatchObject({ shell: 'browser', dataFolder, listener: { address: listener } })
    expect(await shell.stop(signal)).toBe(0)
    expect(shell.lines).toHaveLength(1)
    expect(existsSync(join(dataFolder, 'door.json'))).toBe(false)
  })

  test('answers its own command line, and keeps its listener’s port from start to start', async () => {
    const dataFolder = temporaryFolder()
    const first = serve('--data-dir', dataFolder)
    const { listener } = await first.ready
    const running = await connectToRunningDesk(dataFolder)
    expect(await running?.client.desk.status()).toMatchObject({ shell: 'browser' })
    running?.close()
    await first.stop('SIGTERM')
    const second = serve('--data-dir', dataFolder)
    expect((await second.ready).listener).toBe(listener)
    await second.stop('SIGTERM')
  })

  test('with --demo has people to show, and no welcome', async () => {
    const shell = serve('--demo', '--data-dir', temporaryFolder())
    const client = await clientAt((await shell.ready).url)
    expect((await client.settings.get()).welcomed).toBe(true)
    expect((await client.contacts.list({ limit: 100 })).total.count).toBeGreaterThan(0)
  })

  test('serves its window even when the data cannot be opened, and says why there', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'file'), '')
    const shell = serve('--data-dir', join(folder, 'file', 'inside'))
    const { url, listener } = await shell.ready
    expect(listener).toBeNull()
    const client = await clientAt(url)
    expect((await client.desk.startup()).problem).toMatchObject({ code: 'folder_not_writable' })
    expect(await shell.stop('SIGTERM')).toBe(0)
  })

  test('on a folder that another desk has says so, and leaves the other desk’s door alone', async () => {
    const dataFolder = temporaryFolder()
    const first = serve('--data-dir', dataFolder)
    await first.ready
    const second = serve('--data-dir', dataFolder)
    const client = await clientAt((await second.ready).url)
    expect((await client.desk.startup()).problem).toMatchObject({ code: 'folder_in_use' })
    await second.stop('SIGTERM')
    const running = await connectToRunningDesk(dataFolder)
    expect((await running?.client.desk.startup())?.problem).toBeNull()
    running?.close()
  })

  test('is there at once after a desk that is just closing', async () => {
    const dataFolder = temporaryFolder()
    mkdirSync(dataFolder, { recursive: true })
    const first = serve('--data-dir', dataFolder)
    await first.ready
    const second = serve('--data-dir', dataFolder)
    await first.stop('SIGTERM')
    const client = await clientAt((await second.ready).url)
    expect((await client.desk.startup()).problem).toBeNull()
  })

  test('names a port that is taken and ends with 1', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    onTestFinished(() => void other.close())
    const { port } = other.address() as AddressInfo
    const shell = serve('--data-dir', temporaryFolder(), '--port', String(port))
    expect(await shell.ended).toBe(1)
    expect(shell.errors()).toBe(`Port ${port} is used by another program. Choose another one with --port, or leave it out.\n`)
    expect(shell.lines).toEqual([])
  })

  test('names a wrong flag and ends with 2', async () => {
    const shell = serve('--prot', '80')
    expect(await shell.ended).toBe(2)
    expect(shell.errors()).toContain('--prot')
  })
})
