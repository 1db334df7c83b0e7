import { OUTBOX_VIEWS, type OutboxLane } from '../../../shared/contract/outbox.ts'
import { rateWords } from '../account-view.ts'
import type { RunCommand } from '../command.ts'
import { withDesk } from '../desk.ts'
import { facts, isoTime, isoTimeOrNull, localTime, table } from '../format.ts'

/** `outbox`: how much is in each list, the lanes of the accounts, and the failures by kind. */
export const showOutbox: RunCommand = (invocation) =>
  withDesk(invocation, false, async ({ client }) => {
    const { lanes, counts, network, failures, failuresSince } = await client.outbox.overview()
    const sections = [
      facts([
        ...OUTBOX_VIEWS.map((view) => [`${view.charAt(0).toUpperCase()}${view.slice(1)}`, String(counts[view])] as const),
        ['Network', network],
      ]),
    ]
    if (lanes.length > 0) {
      sections.push(
        table(
          ['ACCOUNT', 'STATUS', 'WAITING', 'SENDING', 'SCHEDULED', 'HELD', 'RATE'],
          lanes.map((lane) => [
            lane.accountName,
            statusWords(lane),
            String(lane.waiting),
            String(lane.sending),
            String(lane.scheduled),
            String(lane.held),
            rateWords(lane.rate),
          ]),
        ),
      )
    }
    if (failures.length > 0) {
      sections.push(
        table(
          ['FAILED', `WHY (SINCE ${localTime(failuresSince)})`, 'CODE'],
          failures.map(({ count, message, code }) => [String(count), message, code]),
        ),
      )
    }
    return {
      json: { counts, network, lanes: lanes.map(laneView), failures, failuresSince: isoTime(failuresSince) },
      text: sections.join('\n\n'),
    }
  })

function laneView({ pause, rest, ...lane }: OutboxLane) {
  return {
    ...lane,
    pause: pause === null ? null : { ...pause, at: isoTime(pause.at) },
    rest: rest === null ? null : { ...rest, until: isoTimeOrNull(rest.until) },
  }
}

const REST_WORDS: Readonly<Record<NonNullable<OutboxLane['rest']>['reason'], string>> = {
  provider_limit: 'rests, as the provider asked',
  rate: 'rests, at its rate',
  offline: 'waits for the network',
  unclear_answers: 'rests, since the answers cannot be understood',
}

function statusWords({ status, pause, rest }: OutboxLane): string {
  if (pause !== null) return `${status}: ${pause.message}`
  if (rest === null) return status
  return `${REST_WORDS[rest.reason]}${rest.until === null ? '' : ` until ${localTime(rest.until)}`}`
}
