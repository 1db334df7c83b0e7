import type { SelfTestLeg, SelfTestResult, TunnelState } from '../../shared/contract/listener.ts'
import { SELF_TEST_LEGS } from '../../shared/contract/listener.ts'
import type { HttpClient, HttpFailure, HttpResponse } from '../http/client.ts'
import type { Probe, Probes } from './probe.ts'
import type { Broken } from './self-test-words.ts'
import { BROKEN, tunnelBroken } from './self-test-words.ts'

export interface SelfTestDependencies {
  listener: { readonly address: string | null; readonly problem: string | null }
  tunnel: { readonly state: TunnelState; readonly choice: object | null; readonly publicUrl: string | null }
  probes: Probes
  /** A client without connections kept from before: an open one would hide that no new one can be made. */
  openHttp: () => HttpClient
  now: () => number
}

/** Longest wait for the answer, in milliseconds, once connected. Providers give up about then. */
const LIMIT_MS = 10_000

/**
 * Sends a probe to the listener itself, then out through the public address and back. Says which legs are sound and
 * which is the first that is not. Never throws.
 */
export async function runSelfTest(deps: SelfTestDependencies): Promise<SelfTestResult> {
  const http = deps.openHttp()
  try {
    return await testWith(http, deps)
  } finally {
    await http.close()
  }
}

async function testWith(http: HttpClient, { listener, tunnel, probes, now }: SelfTestDependencies): Promise<SelfTestResult> {
  const url = tunnel.publicUrl
  const failed = (leg: SelfTestLeg, broken: Broken): SelfTestResult => ({
    url,
    roundTripMs: null,
    passed: SELF_TEST_LEGS.slice(0, SELF_TEST_LEGS.indexOf(leg)),
    failed: { leg, ...broken },
  })

  async function send(base: string): Promise<{ probe: Probe; answer: HttpResponse | HttpFailure; tookMs: number }> {
    const probe = probes.issue()
    const started = now()
    const answer = await http.request({
      method: 'POST',
      url: `${base}${probe.path}`,
      headers: probe.headers,
      body: probe.body,
      timeoutMs: LIMIT_MS,
    })
    probes.forget(probe)
    return { probe, answer, tookMs: Math.max(0, Math.round(now() - started)) }
  }

  if (listener.address === null) {
    return failed('listener', { ...BROKEN.listener_off, message: listener.problem ?? BROKEN.listener_off.message })
  }
  const near = await send(listener.address)
  if (near.answer.kind === 'failure' || near.answer.body !== near.probe.answer) return failed('listener', BROKEN.listener_silent)

  if (tunnel.choice === null) return failed('tunnel', BROKEN.tunnel_not_chosen)
  if (url === null) return failed('tunnel', tunnelBroken(tunnel.state))

  const { probe, answer, tookMs } = await send(url)
  const broken = judge(probe, answer)
  if (broken !== null) return failed(broken.leg, broken.broken)
  return { url, roundTripMs: tookMs, passed: [...SELF_TEST_LEGS], failed: null }
}

/** What is wrong with what came back; null for nothing. Pure but for what the listener has seen of the probe. */
export function judge({ seen, answer: wanted }: Probe, answer: HttpResponse | HttpFailure): { leg: SelfTestLeg; broken: Broken } | null {
  if (answer.kind === 'failure') return { leg: legOf(answer), broken: failureWords(answer, seen.admitted) }
  if (answer.status === 200 && answer.body === wanted) {
    return seen.whole ? null : { leg: 'content', broken: BROKEN.body_altered }
  }
  if (seen.admitted) return { leg: 'content', broken: BROKEN.answer_altered }
  if (answer.status >= 300 && answer.status < 400) return { leg: 'path', broken: BROKEN.redirect }
  if (seen.arrived) return { leg: 'path', broken: BROKEN.wrong_path }
  if (answer.status === 401 || answer.status === 403 || answer.status === 407 || answer.status === 511) {
    return { leg: 'path', broken: BROKEN.asks_for_password }
  }
  if (answer.status >= 500) return { leg: 'path', broken: BROKEN.way_not_open }
  return { leg: 'path', broken: BROKEN.another_program }
}

function legOf({ code, written }: HttpFailure): SelfTestLeg {
  if (written) return 'path'
  if (code === 'tls') return 'encryption'
  return code === 'refused' || code === 'connect_timeout' || code === 'reset' || code === 'other' ? 'connection' : 'name'
}

function failureWords({ code, written, certificate }: HttpFailure, admitted: boolean): Broken {
  if (written) {
    if (code === 'timeout') return BROKEN.too_slow
    return admitted ? BROKEN.answer_lost : BROKEN.cut_off
  }
  switch (code) {
    case 'offline':
      return BROKEN.offline
    case 'refused':
      return BROKEN.refused
    case 'tls':
      return certificate === undefined ? BROKEN.tls : BROKEN[`certificate_${certificate}`]
    case 'dns':
    case 'bad_url':
      return BROKEN.name_unknown
    default:
      return BROKEN.not_reached
  }
}
