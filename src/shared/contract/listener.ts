import * as z from 'zod'
import { operation } from './base.ts'
import { id, instant } from './primitives.ts'

export const TUNNEL_KINDS = ['own_url', 'cloudflared', 'ngrok', 'ssh', 'localtunnel'] as const
export type TunnelKind = (typeof TUNNEL_KINDS)[number]

/** Kinds that take a token; it is kept with the other secrets and never read back. */
export const TOKEN_KINDS = ['cloudflared', 'ngrok'] as const
export type TokenKind = (typeof TOKEN_KINDS)[number]

const address = z.string().trim().max(2_000)
/** A host name or an IP address; checked further by the host. */
const hostName = z.string().trim().max(253)
const port = z.int().min(1).max(65_535)

/** How the internet reaches the listener, with what that way needs. Kept in the settings of this computer. */
export const tunnelChoice = z.discriminatedUnion('kind', [
  /** An address the business has: a port forward with a certificate, or a reverse proxy of its own. */
  z.object({ kind: z.literal('own_url'), url: address }),
  /** `url` empty: a quick tunnel with an address that changes at each start. Else a tunnel of one's own, with its token. */
  z.object({ kind: z.literal('cloudflared'), url: address }),
  /** `url` empty: the address the service gives. Else the domain reserved there. */
  z.object({ kind: z.literal('ngrok'), url: address }),
  /** `ssh -R` to a server of one's own that forwards `url` to its port `remotePort`. */
  z.object({
    kind: z.literal('ssh'),
    host: hostName,
    port,
    user: z.string().trim().max(64),
    remotePort: port,
    /** Absolute path of a private key on this computer; empty for the key agent. */
    keyFile: z.string().trim().max(1_000),
    url: address,
  }),
  /** `host` is the address of a localtunnel server; `subdomain` empty takes any. */
  z.object({ kind: z.literal('localtunnel'), host: address, subdomain: z.string().trim().max(63) }),
])
export type TunnelChoice = z.infer<typeof tunnelChoice>

/** Where a tunnel stands. Sentences are for the clerk. */
export const tunnelState = z.discriminatedUnion('state', [
  z.object({ state: z.literal('off') }),
  z.object({ state: z.literal('starting') }),
  z.object({ state: z.literal('running'), url: z.string(), since: instant }),
  z.object({
    state: z.literal('broken'),
    code: z.string(),
    message: z.string(),
    /** What to do; null where waiting is all. */
    next: z.string().nullable(),
    /** When it is tried again by itself; null for not before a person starts it. */
    retryAt: instant.nullable(),
  }),
])
export type TunnelState = z.infer<typeof tunnelState>

/** What an account's provider was given. */
export const pastedAddress = z.object({
  accountId: id,
  /** Beginning of the address, as it was confirmed. */
  url: z.string(),
  at: instant,
})
export type PastedAddress = z.infer<typeof pastedAddress>

export const listenerView = z.object({
  /** `http://127.0.0.1:port`, or null when it does not run. */
  address: z.string().nullable(),
  /** Why it does not run, as a sentence. */
  problem: z.string().nullable(),
  /** The port it has, or would have. Null where it is to take any. */
  port: port.nullable(),
  tunnel: z.object({
    choice: tunnelChoice.nullable(),
    /** It is to run, and starts with the desk. */
    on: z.boolean(),
    state: tunnelState,
    /** For each kind that takes a token whether one is stored. */
    tokensSet: z.object({ cloudflared: z.boolean(), ngrok: z.boolean() }),
  }),
  /** Beginning of the addresses that providers reach; null while nothing leads here. */
  publicUrl: z.string().nullable(),
  pasted: z.array(pastedAddress),
})
export type ListenerView = z.infer<typeof listenerView>

/** The stations between a provider and the listener, in the order they are tested. */
export const SELF_TEST_LEGS = ['listener', 'tunnel', 'name', 'connection', 'encryption', 'path', 'content'] as const
export type SelfTestLeg = (typeof SELF_TEST_LEGS)[number]

export const selfTestResult = z.object({
  /** The address that was tested; null when there is none. */
  url: z.string().nullable(),
  /** There and back, in milliseconds; null when it did not come back whole. */
  roundTripMs: z.int().nullable(),
  passed: z.array(z.enum(SELF_TEST_LEGS)),
  /** The first leg that is broken; null when none is. */
  failed: z.object({ leg: z.enum(SELF_TEST_LEGS), code: z.string(), message: z.string(), next: z.string() }).nullable(),
})
export type SelfTestResult = z.infer<typeof selfTestResult>

export const listenerContract = {
  get: operation.output(listenerView),
  /** Moves the listener to another port, at once; refused, and unchanged, when that port cannot be had. */
  setPort: operation.input(z.object({ port })).output(listenerView),
  /** Chooses how the internet reaches the listener. What runs is stopped; it starts again if it was to run. Null for no way. */
  setTunnel: operation.input(z.object({ choice: tunnelChoice.nullable() })).output(listenerView),
  /** Write-only: no operation reads a token back. Null forgets it. */
  setTunnelToken: operation
    .input(z.object({ kind: z.enum(TOKEN_KINDS), value: z.string().trim().min(1).max(4_000).nullable() }))
    .output(listenerView),
  /** Starts the tunnel, now and with the desk; one that waits to be tried again is tried now. */
  startTunnel: operation.output(listenerView),
  stopTunnel: operation.output(listenerView),
  /** Sends a signed probe out through the public address and back. Takes at most some 15 seconds. */
  selfTest: operation.output(selfTestResult),
  /** A person pasted the address in force at the account's provider. */
  confirmPasted: operation.input(z.object({ accountId: id })).output(listenerView),
  /** Writes the address in force into the account's own settings, where its adapter hands it over with each call. */
  enterAddress: operation.input(z.object({ accountId: id })).output(listenerView),
}
