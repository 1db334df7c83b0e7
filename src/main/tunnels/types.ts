import type { TunnelState } from '../../shared/contract/listener.ts'

/** A way from the internet to the listener. Tells each change of its state to the `onState` it was made with. */
export interface Tunnel {
  /** Begins, or tries again at once what waits to be tried again. */
  start(): void
  /** Resolves when nothing of it runs any more. It may be started again. */
  stop(): Promise<void>
}

export type OnState = (state: TunnelState) => void

/** Why a tunnel does not run. */
export interface TunnelProblem {
  /** Stable: `program_missing`, `token_refused`, `address_taken`, `no_network`, `no_address`, … */
  code: string
  /** A sentence: what happened. */
  message: string
  /** A sentence: what to do; null where waiting is all. */
  next: string | null
  /** Trying again by itself cannot help: a person has to do something first. */
  lasting: boolean
}

/** What a line of a program's output says. */
export type Reading =
  | { kind: 'url'; url: string }
  /** The way is open. */
  | { kind: 'ready' }
  | { kind: 'problem'; problem: TunnelProblem }

/** How a program is run as a tunnel. */
export interface ChildPlan {
  /** Name of the program, such as `cloudflared`. */
  program: string
  args: readonly string[]
  /** Besides the few variables every program gets. Holds secrets: never logged. */
  env: Readonly<Record<string, string>>
  /** The address, where it is known beforehand; else a line of output says it. */
  url: string | null
  /** The way is open only once the program says so. */
  saysReady: boolean
  /** What a line of output says; null for nothing that matters. Pure. */
  read(line: string): Reading | null
}
