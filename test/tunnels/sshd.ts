import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { userInfo } from 'node:os'
import { onTestFinished } from 'vitest'
import { temporaryFolder } from '../support/temp-folder.ts'

const SSHD = '/usr/sbin/sshd'

/** Why the tests with a real sshd cannot run here; null when they can. */
export function whyNoSshd(): string | null {
  return existsSync(SSHD) && existsSync('/usr/bin/ssh') ? null : 'openssh-server and openssh-client are not installed'
}

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise<void>((resolve) => server.close(() => resolve()))
  return port
}

/** An sshd of the test's own on a loopback port, with a host key and one authorised key made for it. */
export async function startSshd() {
  const folder = temporaryFolder()
  chmodSync(folder, 0o700)
  const file = (name: string): string => join(folder, name)
  for (const name of ['host', 'client', 'stranger']) execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', file(name)])
  copyFileSync(file('client.pub'), file('authorized_keys'))
  const port = await freePort()
  writeFileSync(
    file('sshd_config'),
    [
      `ListenAddress 127.0.0.1:${port}`,
      `HostKey ${file('host')}`,
      `AuthorizedKeysFile ${file('authorized_keys')}`,
      `PidFile ${file('sshd.pid')}`,
      'StrictModes no',
      'UsePAM no',
      'PasswordAuthentication no',
      'KbdInteractiveAuthentication no',
      'PubkeyAuthentication yes',
      'PermitRootLogin prohibit-password',
      'AllowTcpForwarding remote',
      'GatewayPorts no',
      '',
    ].join('\n'),
  )
  // As root it insists on a folder that the package's service would make.
  if (process.getuid?.() === 0) execFileSync('mkdir', ['-p', '/run/sshd'])
  const children = new Set<ReturnType<typeof spawn>>()

  async function start(): Promise<void> {
    const child = spawn(SSHD, ['-D', '-e', '-f', file('sshd_config')], { stdio: ['ignore', 'ignore', 'pipe'] })
    children.add(child)
    let said = ''
    await new Promise<void>((resolve, reject) => {
      child.stderr?.on('data', (chunk: Buffer) => {
        said += chunk.toString()
        if (said.includes('Server listening')) resolve()
      })
      child.once('exit', () => reject(new Error(`sshd ended: ${said}`)))
    })
  }

  /** Ends the server and the sessions it holds, which are processes of their own. */
  async function stop(): Promise<void> {
    for (const child of children) {
      const own = childrenOf(child.pid ?? 0)
      const gone = child.exitCode === null ? new Promise<void>((resolve) => void child.once('exit', () => resolve())) : Promise.resolve()
      child.kill('SIGTERM')
      for (const pid of own) endIfThere(pid)
      await gone
    }
    children.clear()
  }

  await start()
  onTestFinished(async () => {
    await stop()
  })
  return {
    port,
    user: userInfo().username,
    key: file('client'),
    strangersKey: file('stranger'),
    /** What `known_hosts` needs to hold for this server to be trusted. */
    knownHost: `[127.0.0.1]:${port} ${readFileSync(file('host.pub'), 'utf8')}`,
    otherHost: `[127.0.0.1]:${port} ${readFileSync(file('stranger.pub'), 'utf8')}`,
    start,
    stop,
  }
}

function endIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}

function childrenOf(pid: number): number[] {
  try {
    const answer = execFileSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' })
    return answer
      .split(/\s+/u)
      .filter((word) => word !== '')
      .map(Number)
  } catch {
    // It says so with a code when there are none.
    return []
  }
}
