import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { START_LIMIT_MS, STOP_LIMIT_MS, createChildTunnel } from '../../src/main/tunnels/child-tunnel.ts'
import { planCloudflared } from '../../src/main/tunnels/cloudflared.ts'
import { createLeftover } from '../../src/main/tunnels/leftover.ts'
import { planNgrok } from '../../src/main/tunnels/ngrok.ts'
import type { ChildPlan } from '../../src/main/tunnels/types.ts'
import type { TunnelState } from '../../src/shared/contract/listener.ts'
import { createFakeClock } from '../support/fake-clock.ts'
import { memoryLog } from '../support/memory-log.ts'
import { temporaryFolder } from '../support/temp-folder.ts'
import { CLOUDFLARED_UP, runs, standIn } from './stand-ins.ts'

const ORIGIN = 'http://127.0.0.1:8801'
const QUICK = planCloudflared({ origin: ORIGIN, url: null, token: null })

function startTunnel(plan: ChildPlan, path: string | null) {
  const clock = createFakeClock()
  const log = memoryLog()
  const states: TunnelState[] = []
  const note = join(temporaryFolder(), 'tunnel.json')
  const tunnel = createChildTunnel(plan, {
    findProgram: () => Promise.resolve(path),
    env: { ...process.env, SMS_DESK_VAULT_PASSPHRASE: 'canary-passphrase' },
    platform: 'linux',
    clock,
    random: () => 0,
    log,
    leftover: createLeftover(note),
    onState: (state) => void states.push(state),
  })
  const last = (): TunnelState | undefined => states.at(-1)
  onTestFinished(async () => {
    const stopped = tunnel.stop()
    // Whatever hangs is ended hard.
    for (let turn = 0; turn < 50; turn += 1) await clock.advance(STOP_LIMIT_MS / 10)
    await stopped
  })
  tunnel.start()
  return { tunnel, clock, log, states, last, note }
}

test('cloudflared comes up with its address, and ends with the desk', async () => {
  const program = standIn('cloudflared', `${CLOUDFLARED_UP}; stay()`)
  const { tunnel, states, last, note } = startTunnel(QUICK, program.path)
  await expect.poll(last).toMatchObject({ state: 'running', url: 'https://quick-1.trycloudflare.com' })
  expect(states.map(({ state }) => state)).toEqual(['starting', 'running'])
  const [start] = program.starts()
  expect(start?.args).toEqual(['tunnel', '--no-autoupdate', '--url', ORIGIN])
  expect(Object.keys(start?.env ?? {})).not.toContain('SMS_DESK_VAULT_PASSPHRASE')
  expect(JSON.parse(readFileSync(note, 'utf8'))).toMatchObject({ pid: start?.pid, program: 'cloudflared' })
  await tunnel.stop()
  expect(last()).toEqual({ state: 'off' })
  expect(runs(start?.pid ?? 0)).toBe(false)
  expect(existsSync(note)).toBe(false)
})

test('an address alone is not yet a way: only a registered connection is', async () => {
  const program = standIn('cloudflared', `say('INF |  https://quick-1.trycloudflare.com  |'); stay()`)
  const { clock, states, last } = startTunnel(QUICK, program.path)
  await expect.poll(program.starts).toHaveLength(1)
  await clock.advance(START_LIMIT_MS)
  await expect.poll(last).toMatchObject({ state: 'broken', code: 'no_address' })
  expect(states.some(({ state }) => state === 'running')).toBe(false)
})

test('one that crashes comes back after a wait that grows, with its new address', async () => {
  const program = standIn('cloudflared', `if (starts < 3) process.exit(1); ${CLOUDFLARED_UP}; stay()`)
  const { clock, last } = startTunnel(QUICK, program.path)
  await expect.poll(last).toMatchObject({ state: 'broken', code: 'ended', retryAt: clock.now() + 1_000 })
  await clock.advance(999)
  expect(program.starts()).toHaveLength(1)
  await clock.advance(1)
  await expect.poll(last).toMatchObject({ state: 'broken', retryAt: clock.now() + 2_000 })
  await clock.advance(2_000)
  await expect.poll(last).toMatchObject({ state: 'running', url: 'https://quick-3.trycloudflare.com' })
  process.kill(program.starts()[2]?.pid ?? 0, 'SIGKILL')
  await expect.poll(last).toMatchObject({ state: 'broken', code: 'ended' })
  await clock.advance(4_000)
  await expect.poll(last).toMatchObject({ state: 'running', url: 'https://quick-4.trycloudflare.com' })
})

test('a refused token is said and not tried again by itself; the token is in no argument, log or state', async () => {
  const token = 'canary-tunnel-token'
  const plan = planCloudflared({ origin: ORIGIN, url: 'https://texts.example.com', token })
  const program = standIn('cloudflared', `say('Provided Tunnel token is not valid. ' + process.env.TUNNEL_TOKEN); stay()`)
  const { tunnel, clock, log, states, last } = startTunnel(plan, program.path)
  await expect.poll(last).toMatchObject({ state: 'broken', code: 'token_refused', retryAt: null })
  await clock.advance(3_600_000)
  const [start, ...more] = program.starts()
  expect(more).toEqual([])
  expect(runs(start?.pid ?? 0)).toBe(false)
  expect(start?.env['TUNNEL_TOKEN']).toBe(token)
  expect(JSON.stringify([start?.args, states, log.lines])).not.toContain(token)
  tunnel.start()
  await expect.poll(program.starts).toHaveLength(2)
})

test('one that never says an address is ended and tried again', async () => {
  const program = standIn('ngrok', 'stay()')
  const { clock, last } = startTunnel(planNgrok({ origin: ORIGIN, url: null, token: null }), program.path)
  await expect.poll(program.starts).toHaveLength(1)
  await clock.advance(START_LIMIT_MS)
  await expect.poll(last).toMatchObject({ state: 'broken', code: 'no_address' })
  expect(runs(program.starts()[0]?.pid ?? 0)).toBe(false)
})

test('one that does not end when asked is ended hard', async () => {
  const program = standIn('cloudflared', `process.on('SIGTERM', () => undefined); ${CLOUDFLARED_UP}; stay()`)
  const { tunnel, clock, last } = startTunnel(QUICK, program.path)
  await expect.poll(last).toMatchObject({ state: 'running' })
  const pid = program.starts()[0]?.pid ?? 0
  const stopped = tunnel.stop()
  await clock.advance(STOP_LIMIT_MS - 1)
  expect(runs(pid)).toBe(true)
  await clock.advance(1)
  await stopped
  expect(runs(pid)).toBe(false)
})

test('ngrok comes up by its log, with its token in the environment', async () => {
  const line = '{"lvl":"info","msg":"started tunnel","name":"command_line","url":"https://a1b2.ngrok-free.app"}'
  const program = standIn('ngrok', `process.stdout.write(${JSON.stringify(`${line}\n`)}); stay()`)
  const { last } = startTunnel(planNgrok({ origin: ORIGIN, url: null, token: 'tok' }), program.path)
  await expect.poll(last).toMatchObject({ state: 'running', url: 'https://a1b2.ngrok-free.app' })
  expect(program.starts()[0]).toMatchObject({
    args: ['http', ORIGIN, '--log', 'stdout', '--log-format', 'json'],
    env: { NGROK_AUTHTOKEN: 'tok' },
  })
})

test('a program that is not there, or is none, says how to get it', async () => {
  const missing = startTunnel(QUICK, null)
  await expect
    .poll(missing.last)
    .toMatchObject({ state: 'broken', code: 'program_missing', retryAt: null, next: expect.stringContaining('cloudflared') as string })
  const broken = startTunnel(QUICK, temporaryFolder())
  await expect.poll(broken.last).toMatchObject({ state: 'broken', code: 'program_does_not_start' })
})

test('what a desk that was killed left behind is ended at the next start, and nothing else', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 60_000)'])
  onTestFinished(() => void child.kill('SIGKILL'))
  const exited = once(child, 'exit')
  const pid = child.pid ?? 0
  const path = join(temporaryFolder(), 'tunnel.json')
  await createLeftover(path).note({ pid, program: 'cloudflared' })
  const kept = readFileSync(path, 'utf8')

  const { writeFile } = await import('node:fs/promises')
  await writeFile(path, kept.replace(/\d+"/u, '1"'))
  expect(await createLeftover(path).end()).toBe('none')
  expect(runs(pid)).toBe(true)

  await writeFile(path, kept)
  expect(await createLeftover(path).end()).toBe('ended')
  await exited
  expect(await createLeftover(path).end()).toBe('none')
})
