import type { ListenerView, SelfTestResult, TunnelState } from '../../../shared/contract/listener.ts'
import { SELF_TEST_LEGS } from '../../../shared/contract/listener.ts'
import { Refused } from '../../app/refused.ts'
import type { RunCommand } from '../command.ts'
import { withDesk } from '../desk.ts'
import { facts, isoTime, isoTimeOrNull, table } from '../format.ts'

/** `listener status`: where the listener is, how the internet reaches it, and what was pasted at providers. */
export const listenerStatus: RunCommand = (invocation) =>
  withDesk(invocation, false, async ({ client }) => {
    const view = await client.listener.get()
    return { json: viewOf(view), text: textOf(view) }
  })

/**
 * `listener test`: sends a probe out through the public address and back.
 * @throws Refused with the code of the leg that is broken
 */
export const listenerTest: RunCommand = (invocation) =>
  withDesk(invocation, false, async ({ client }) => {
    const result = await client.listener.selfTest()
    if (result.failed !== null) throw new Refused(result.failed.code, `${result.failed.message} ${result.failed.next}`)
    return { json: result, text: passedText(result) }
  })

function passedText({ url, roundTripMs, passed }: SelfTestResult): string {
  const rows = SELF_TEST_LEGS.map((leg) => [leg, passed.includes(leg) ? 'yes' : 'no'])
  return `${table(['LEG', 'PASSED'], rows)}\n\nThere and back through ${url ?? ''} in ${roundTripMs ?? 0} ms.`
}

function viewOf({ tunnel, pasted, ...view }: ListenerView) {
  const { state } = tunnel
  return {
    ...view,
    tunnel: {
      ...tunnel,
      state:
        state.state === 'running'
          ? { ...state, since: isoTime(state.since) }
          : state.state === 'broken'
            ? { ...state, retryAt: isoTimeOrNull(state.retryAt) }
            : state,
    },
    pasted: pasted.map((one) => ({ ...one, at: isoTime(one.at) })),
  }
}

function textOf({ address, problem, tunnel, publicUrl }: ListenerView): string {
  return facts([
    ['Listener', address ?? problem ?? 'not running; no desk runs on this data folder'],
    ['Tunnel', tunnel.choice === null ? 'none chosen' : `${tunnel.choice.kind}: ${stateText(tunnel.state)}`],
    ['Public address', publicUrl ?? 'none'],
  ])
}

function stateText(state: TunnelState): string {
  return state.state === 'broken' ? `${state.message} ${state.next ?? ''}`.trim() : state.state
}
