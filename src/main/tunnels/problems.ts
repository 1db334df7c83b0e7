import type { TunnelProblem } from './types.ts'

/** Tunnel problems that more than one kind can have. */

export const NO_NETWORK: TunnelProblem = {
  code: 'no_network',
  message: 'The tunnel’s service could not be reached.',
  next: 'Check that this computer is on the internet. A firewall may also be in the way.',
  lasting: false,
}

export const NO_ADDRESS: TunnelProblem = {
  code: 'no_address',
  message: 'The tunnel was started but did not come up in time.',
  next: 'If this goes on, update the program, or choose another way.',
  lasting: false,
}

export const ENDED: TunnelProblem = {
  code: 'ended',
  message: 'The tunnel ended by itself.',
  next: null,
  lasting: false,
}

export const LISTENER_OFF: TunnelProblem = {
  code: 'listener_off',
  message: 'The listener does not run, so there is nothing a tunnel could lead to.',
  next: 'Choose another port for the listener first.',
  lasting: true,
}

/** A kind's own token is missing or refused. */
export function tokenRefused(service: string, where: string): TunnelProblem {
  return {
    code: 'token_refused',
    message: `${service} did not accept the token.`,
    next: `Copy the token again from ${where} and store it here.`,
    lasting: true,
  }
}

export function addressTaken(service: string, next: string): TunnelProblem {
  return { code: 'address_taken', message: `${service} says that the address is in use by another tunnel.`, next, lasting: false }
}

const INSTALL: Readonly<Record<string, Partial<Record<NodeJS.Platform, string>>>> = {
  cloudflared: {
    win32: 'Open PowerShell and run: winget install --id Cloudflare.cloudflared',
    darwin: 'Open Terminal and run: brew install cloudflared',
    linux: 'Install the package cloudflared from pkg.cloudflare.com.',
  },
  ngrok: {
    win32: 'Open PowerShell and run: winget install ngrok.ngrok',
    darwin: 'Open Terminal and run: brew install ngrok',
    linux: 'Install it as ngrok.com/download says for Linux.',
  },
  ssh: {
    win32: 'Open Settings › System › Optional features and add “OpenSSH Client”.',
    darwin: 'It is part of macOS; ask whoever looks after this computer why it is gone.',
    linux: 'Install the package openssh-client.',
  },
}

/** A program that is not on this computer, with how it gets there. */
export function programMissing(program: string, platform: NodeJS.Platform): TunnelProblem {
  return {
    code: 'program_missing',
    message: `The program ${program} is not on this computer.`,
    next: `${INSTALL[program]?.[platform] ?? INSTALL[program]?.linux ?? `Install ${program}.`} Then press Start again.`,
    lasting: true,
  }
}

export function cannotRun(program: string): TunnelProblem {
  return {
    code: 'program_does_not_start',
    message: `The program ${program} is on this computer but cannot be started.`,
    next: 'Install it anew, then press Start again.',
    lasting: true,
  }
}
