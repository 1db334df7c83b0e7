import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createServer } from 'node:net'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { createChildTunnel } from '../../src/main/tunnels/child-tunnel.ts'
import { createLeftover } from '../../src/main/tunnels/leftover.ts'
import { planSsh } from '../../src/main/tunnels/ssh.ts'
import type { TunnelState } from '../../src/shared/contract/listener.ts'
import { createFakeClock } from '../support/fake-clock.ts'
import { postJson, startListenerDesk } from '../support/listener-desk.ts'
import { memoryLog } from '../support/memory-log.ts'
import { temporaryFolder } from '../support/temp-folder.ts'
import { freePort, startSshd, whyNoSshd } from './sshd.ts'

const reason = whyNoSshd()

beforeAll(() => {
  if (reason !== null) process.stderr.write(`Not run: the tests of ssh -R with a real server, since ${reason}.\n`)
})

/** A tunnel by `ssh -R` that trusts what stands in `knownHosts` and nothing else. */
function startTunnel({
  listenerPort,
  remotePort,
  port,
  user,
  keyFile,
  knownHosts,
}: Record<'listenerPort' | 'remotePort' | 'port', number> & Record<'user' | 'keyFile' | 'knownHosts', string>) {
  const folder = temporaryFolder()
  const known = join(folder, 'known_hosts')
  writeFileSync(known, knownHosts)
  // OpenSSH takes the home folder from the user's entry, not from HOME: a wrapper names the file of this test.
  const program = join(folder, 'ssh')
  writeFileSync(program, `#!/bin/sh\nexec /usr/bin/ssh -F none -o UserKnownHostsFile="${known}" -o GlobalKnownHostsFile=/dev/null "$@"\n`)
  chmodSync(program, 0o755)
  const clock = createFakeClock()
  const states: TunnelState[] = []
  const url = `http://127.0.0.1:${remotePort}`
  const choice = { kind: 'ssh' as const, host: '127.0.0.1', port, user, remotePort, keyFile, url }
  const tunnel = createChildTunnel(planSsh({ choice, listenerPort, url }), {
    findProgram: () => Promise.resolve(program),
    env: { ...process.env, SSH_AUTH_SOCK: undefined },
    platform: 'linux',
    clock,
    random: () => 0,
    log: memoryLog(),
    leftover: createLeftover(join(folder, 'tunnel.json')),
    onState: (state) => void states.push(state),
  })
  onTestFinished(() => tunnel.stop())
  tunnel.start()
  return { tunnel, clock, url, last: () => states.at(-1) }
}

describe.skipIf(reason !== null)('ssh -R through a real sshd', () => {
  test('brings a hook to the listener, comes back after the server was away, and ends with the desk', async () => {
    const desk = await startListenerDesk()
    const sshd = await startSshd()
    const remotePort = await freePort()
    const { tunnel, clock, url, last } = startTunnel({
      ...sshd,
      keyFile: sshd.key,
      knownHosts: sshd.knownHost,
      listenerPort: desk.port,
      remotePort,
    })
    await expect.poll(last, { timeout: 15_000 }).toMatchObject({ state: 'running', url })
    expect((await postJson(`${url}${desk.path}`, { kind: 'receipt', ref: 'a', status: 'delivered' })).status).toBeLessThan(500)
    expect(desk.hooks()).toHaveLength(1)

    await sshd.stop()
    await expect.poll(last, { timeout: 15_000 }).toMatchObject({ state: 'broken', retryAt: expect.any(Number) as number })
    await sshd.start()
    await clock.advance(1_000)
    await expect.poll(last, { timeout: 15_000 }).toMatchObject({ state: 'running' })
    await postJson(`${url}${desk.path}`, { kind: 'receipt', ref: 'b', status: 'delivered' })
    expect(desk.hooks()).toHaveLength(2)

    await tunnel.stop()
    await expect(fetch(url)).rejects.toThrow('fetch failed')
  }, 60_000)

  test('does not trust a server it has never met, or one whose key changed', async () => {
    const sshd = await startSshd()
    const common = { ...sshd, keyFile: sshd.key, listenerPort: 9, remotePort: await freePort() }
    const stranger = startTunnel({ ...common, knownHosts: '' })
    await expect.poll(stranger.last, { timeout: 15_000 }).toMatchObject({ state: 'broken', code: 'host_unknown', retryAt: null })
    const changed = startTunnel({ ...common, knownHosts: sshd.otherHost })
    await expect
      .poll(changed.last, { timeout: 15_000 })
      .toMatchObject({ state: 'broken', code: expect.stringMatching(/^host_/) as string, retryAt: null })
  }, 60_000)

  test('says that the key is refused, and that the port is taken at the server', async () => {
    const sshd = await startSshd()
    const common = { ...sshd, knownHosts: sshd.knownHost, listenerPort: 9 }
    const refused = startTunnel({ ...common, keyFile: sshd.strangersKey, remotePort: await freePort() })
    await expect.poll(refused.last, { timeout: 15_000 }).toMatchObject({ state: 'broken', code: 'key_refused', retryAt: null })
    const remotePort = await freePort()
    const holder = createServer()
    await new Promise<void>((resolve) => holder.listen(remotePort, '127.0.0.1', resolve))
    onTestFinished(() => void holder.close())
    const taken = startTunnel({ ...common, keyFile: sshd.key, remotePort })
    await expect
      .poll(taken.last, { timeout: 15_000 })
      .toMatchObject({ state: 'broken', code: 'address_taken', retryAt: expect.any(Number) as number })
  }, 60_000)
})
