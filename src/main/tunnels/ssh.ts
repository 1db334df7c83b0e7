import type { TunnelChoice } from '../../shared/contract/listener.ts'
import { NO_NETWORK } from './problems.ts'
import type { ChildPlan, Reading, TunnelProblem } from './types.ts'

export type SshChoice = Extract<TunnelChoice, { kind: 'ssh' }>

/** A name that ssh cannot take for an option or a command. */
const HOST = /^(?!-)[A-Za-z0-9._:-]+$/u
const USER = /^(?!-)[A-Za-z0-9._-]+$/u

/** Why these cannot be handed to ssh, as a sentence; null when they can. */
export function sshProblem({ host, user, keyFile }: Pick<SshChoice, 'host' | 'user' | 'keyFile'>): string | null {
  if (!HOST.test(host)) return 'Enter the name of the server, such as gate.example.com.'
  if (!USER.test(user)) return 'Enter the user name on the server: letters, digits, dots and dashes.'
  if (keyFile !== '' && !/^(\/|[A-Za-z]:[\\/])[^\0\n]*$/u.test(keyFile)) {
    return 'Enter the whole path of the key file, from / or the drive letter on, or leave it empty.'
  }
  return null
}

const KEY_REFUSED: TunnelProblem = {
  code: 'key_refused',
  message: 'The server did not accept the key.',
  next: 'Check the user name, and that the server knows this computer’s public key. A key with a passphrase must be in the key agent.',
  lasting: true,
}

const HOST_UNKNOWN: TunnelProblem = {
  code: 'host_unknown',
  message: 'This computer has never met the server, so SMS Desk does not trust it.',
  next: 'Connect to it once by hand (ssh user@server) and compare the fingerprint with that of your server, then press Start again.',
  lasting: true,
}

const HOST_CHANGED: TunnelProblem = {
  code: 'host_changed',
  message: 'The server is not the one this computer knows by that name: its key has changed.',
  next: 'Do not go on before whoever looks after the server says why. Then remove the old key with ssh-keygen -R.',
  lasting: true,
}

const PORT_TAKEN: TunnelProblem = {
  code: 'address_taken',
  message: 'The server does not give out the port: another connection has it, or forwarding is not allowed there.',
  next: 'Choose another port on the server, or end the other connection.',
  lasting: false,
}

/** What a line of `ssh -v` says (OpenSSH; the same words on every platform). */
export function readSshLine(line: string): Reading | null {
  if (/remote forward success for: listen/u.test(line)) return { kind: 'ready' }
  const problem = (found: TunnelProblem): Reading => ({ kind: 'problem', problem: found })
  if (/REMOTE HOST IDENTIFICATION HAS CHANGED/u.test(line)) return problem(HOST_CHANGED)
  if (/Host key verification failed|No .*host key is known for/u.test(line)) return problem(HOST_UNKNOWN)
  if (/^[^:]+: Permission denied \(|^Permission denied|Too many authentication failures/u.test(line)) return problem(KEY_REFUSED)
  if (/remote port forwarding failed|remote forward failure/u.test(line)) return problem(PORT_TAKEN)
  if (
    /Could not resolve hostname|Connection refused|Network is unreachable|No route to host|Connection timed out|Operation timed out/u.test(
      line,
    )
  ) {
    return problem(NO_NETWORK)
  }
  return null
}

/**
 * Runs `ssh -R`: the server's own loopback port `remotePort` leads to the listener, and whatever serves `url` there
 * passes requests on to it. Never asks, never trusts a server it has not met, and ends when the way breaks.
 * @param listenerPort of the listener on this computer
 */
export function planSsh({ choice, listenerPort, url }: { choice: SshChoice; listenerPort: number; url: string }): ChildPlan {
  const options = [
    'BatchMode=yes',
    'StrictHostKeyChecking=yes',
    'ExitOnForwardFailure=yes',
    'ServerAliveInterval=15',
    'ServerAliveCountMax=3',
    'ConnectTimeout=15',
    'ForwardAgent=no',
    'ForwardX11=no',
    'ControlMaster=no',
    'ControlPath=none',
    'PermitLocalCommand=no',
  ]
  return {
    program: 'ssh',
    args: [
      '-v',
      '-N',
      '-T',
      ...options.flatMap((option) => ['-o', option]),
      ...(choice.keyFile === '' ? [] : ['-o', 'IdentitiesOnly=yes', '-i', choice.keyFile]),
      '-p',
      String(choice.port),
      '-R',
      `127.0.0.1:${choice.remotePort}:127.0.0.1:${listenerPort}`,
      '-l',
      choice.user,
      '--',
      choice.host,
    ],
    env: {},
    url,
    saysReady: true,
    read: readSshLine,
  }
}
