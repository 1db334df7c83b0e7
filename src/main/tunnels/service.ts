import type { TokenKind, TunnelChoice, TunnelState } from '../../shared/contract/listener.ts'
import { TOKEN_KINDS } from '../../shared/contract/listener.ts'
import { readPublicUrl } from './public-url.ts'
import type { EventHub } from '../app/events.ts'
import type { Clock } from '../app/ports.ts'
import { Refused } from '../app/refused.ts'
import type { HttpClient } from '../http/client.ts'
import type { Log } from '../log/log.ts'
import type { SecretStore } from '../secrets/types.ts'
import type { SettingsFile } from '../settings/file.ts'
import { createChildTunnel } from './child-tunnel.ts'
import { planCloudflared } from './cloudflared.ts'
import type { Leftover } from './leftover.ts'
import { createLocaltunnel } from './localtunnel.ts'
import { planNgrok } from './ngrok.ts'
import { createOwnUrl } from './own-url.ts'
import { LISTENER_OFF } from './problems.ts'
import { planSsh, sshProblem } from './ssh.ts'
import type { ChildPlan, Tunnel } from './types.ts'

/** The one tunnel of this computer. */
export interface TunnelService {
  readonly state: TunnelState
  readonly choice: TunnelChoice | null
  /** It is to run, and starts with the desk. */
  readonly on: boolean
  /** The address in force; null while nothing leads here. */
  readonly publicUrl: string | null
  tokensSet(): Promise<Record<TokenKind, boolean>>
  /**
   * Stops what runs and keeps the choice; it starts again if it was to run.
   * @throws Refused `tunnel_address_invalid`, `tunnel_server_invalid`
   */
  choose(choice: TunnelChoice | null): Promise<void>
  /** Keeps, or with null forgets, a token, and starts anew what uses it. */
  setToken(kind: TokenKind, value: string | null): Promise<void>
  /**
   * Starts it, now and with the desk.
   * @throws Refused `tunnel_not_chosen`, `tunnel_token_missing`
   */
  start(): Promise<void>
  stop(): Promise<void>
  /** Starts what was on when the desk closed, after ending what an earlier desk left behind. */
  resume(): Promise<void>
  /** The listener has another address: what runs is led there. */
  follow(): Promise<void>
  /** Ends what runs; it starts again with the desk. */
  close(): Promise<void>
}

export interface TunnelServiceDependencies {
  file: SettingsFile
  secrets: Pick<SecretStore, 'get' | 'set' | 'remove'>
  /** Address of the listener; null when it does not run. */
  listenerAddress: () => string | null
  http: HttpClient
  findProgram(program: string): Promise<string | null>
  leftover: Leftover
  events: Pick<EventHub, 'changed'>
  clock: Clock
  random: () => number
  log: Log
}

/** Where the tokens are among the secrets. */
export const TUNNEL_SECRETS = TOKEN_KINDS.map((kind) => secretPlace(kind))

function secretPlace(kind: TokenKind): { accountId: string; key: string } {
  return { accountId: `tunnel-${kind}`, key: 'token' }
}

export function createTunnelService(deps: TunnelServiceDependencies): TunnelService {
  const { file, secrets, events, clock, log } = deps
  let state: TunnelState = { state: 'off' }
  let tunnel: Tunnel | null = null
  /** Kinds that are known to have a token, or none. */
  const stored = new Map<TokenKind, boolean>()
  /** One change after the other. */
  let turn: Promise<unknown> = Promise.resolve()

  function inTurn<Result>(task: () => Promise<Result>): Promise<Result> {
    const result = turn.then(task)
    turn = result.catch(() => undefined)
    return result
  }

  function onState(next: TunnelState): void {
    state = next
    events.changed({ topic: 'listener' })
  }

  const tokenOf = (kind: TokenKind): Promise<string | null> => secrets.get(secretPlace(kind).accountId, secretPlace(kind).key)

  /** Asked for once: a keychain may ask the person each time. One that cannot be asked has none to show. */
  async function hasToken(kind: TokenKind): Promise<boolean> {
    const known = stored.get(kind)
    if (known !== undefined) return known
    try {
      const there = (await tokenOf(kind)) !== null
      stored.set(kind, there)
      return there
    } catch {
      return false
    }
  }

  async function halt(): Promise<void> {
    const running = tunnel
    tunnel = null
    await running?.stop()
    onState({ state: 'off' })
  }

  async function launch(): Promise<void> {
    const choice = file.get().tunnel
    if (choice === null) return
    const address = deps.listenerAddress()
    if (address === null) {
      const { code, message, next } = LISTENER_OFF
      onState({ state: 'broken', code, message, next, retryAt: null })
      return
    }
    try {
      tunnel = await createTunnel(choice, address)
    } catch (error) {
      // A locked keychain: the person can do something about it, and then start anew.
      if (!(error instanceof Refused)) throw error
      onState({ state: 'broken', code: error.code, message: error.message, next: null, retryAt: null })
      return
    }
    tunnel.start()
  }

  async function createTunnel(choice: TunnelChoice, address: string): Promise<Tunnel> {
    const listenerPort = Number(new URL(address).port)
    const shared = { clock, random: deps.random, log, onState }
    const child = (plan: ChildPlan): Tunnel =>
      createChildTunnel(plan, {
        ...shared,
        findProgram: deps.findProgram,
        leftover: deps.leftover,
        env: process.env,
        platform: process.platform,
      })
    switch (choice.kind) {
      case 'own_url':
        return createOwnUrl({ url: choice.url, onState, now: () => clock.now() })
      case 'cloudflared':
        return child(planCloudflared({ origin: address, url: orNull(choice.url), token: await tokenOf('cloudflared') }))
      case 'ngrok':
        return child(planNgrok({ origin: address, url: orNull(choice.url), token: await tokenOf('ngrok') }))
      case 'ssh':
        return child(planSsh({ choice, listenerPort, url: choice.url }))
      case 'localtunnel':
        return createLocaltunnel({ ...shared, host: choice.host, subdomain: choice.subdomain, listenerPort, http: deps.http })
    }
  }

  /** Begins anew with what is kept now, if it is to run. */
  async function again(): Promise<void> {
    await halt()
    if (file.get().tunnelOn) await launch()
  }

  return {
    get state() {
      return state
    },
    get choice() {
      return file.get().tunnel
    },
    get on() {
      return file.get().tunnelOn
    },
    get publicUrl() {
      return state.state === 'running' ? state.url : null
    },
    async tokensSet() {
      const [cloudflared, ngrok] = await Promise.all([hasToken('cloudflared'), hasToken('ngrok')])
      return { cloudflared, ngrok }
    },
    choose: (choice) =>
      inTurn(async () => {
        const checked = choice === null ? null : checkedChoice(choice)
        file.set({ tunnel: checked, ...(checked === null ? { tunnelOn: false } : {}) })
        await again()
      }),
    setToken: (kind, value) =>
      inTurn(async () => {
        const { accountId, key } = secretPlace(kind)
        if (value === null) await secrets.remove(accountId, [key])
        else await secrets.set(accountId, key, value)
        stored.set(kind, value !== null)
        events.changed({ topic: 'listener' })
        if (file.get().tunnel?.kind === kind) await again()
      }),
    start: () =>
      inTurn(async () => {
        const choice = file.get().tunnel
        if (choice === null) throw new Refused('tunnel_not_chosen', 'Choose first how the internet reaches this computer.')
        if (choice.kind === 'cloudflared' && choice.url !== '' && (await tokenOf('cloudflared')) === null) {
          throw new Refused(
            'tunnel_token_missing',
            'A Cloudflare tunnel with an address of your own needs its token. Store the token first.',
          )
        }
        file.set({ tunnelOn: true })
        await again()
      }),
    stop: () =>
      inTurn(async () => {
        file.set({ tunnelOn: false })
        await halt()
      }),
    resume: () =>
      inTurn(async () => {
        if ((await deps.leftover.end()) === 'ended') log.info('tunnel.leftover_ended')
        if (file.get().tunnelOn) await launch()
      }),
    follow: () => inTurn(again),
    close: () => inTurn(halt),
  }
}

function orNull(text: string): string | null {
  return text === '' ? null : text
}

/** @throws Refused */
function checkedChoice(choice: TunnelChoice): TunnelChoice {
  switch (choice.kind) {
    case 'own_url':
      return { ...choice, url: checkedUrl(choice.url) }
    case 'cloudflared':
    case 'ngrok':
      return choice.url === '' ? choice : { ...choice, url: checkedUrl(choice.url) }
    case 'ssh': {
      const problem = sshProblem(choice)
      if (problem !== null) throw new Refused('tunnel_server_invalid', problem)
      return { ...choice, url: checkedUrl(choice.url) }
    }
    case 'localtunnel':
      if (choice.subdomain !== '' && !/^[a-z0-9][a-z0-9-]{2,61}[a-z0-9]$/u.test(choice.subdomain)) {
        throw new Refused('tunnel_server_invalid', 'The name has 4 to 63 small letters, digits and dashes.')
      }
      return { ...choice, host: checkedUrl(choice.host) }
  }
}

/** @throws Refused `tunnel_address_invalid` */
function checkedUrl(raw: string): string {
  const read = readPublicUrl(raw)
  if ('problem' in read) throw new Refused('tunnel_address_invalid', read.problem)
  return read.url
}
