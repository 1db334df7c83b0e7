import type { AwayMessage } from '../../shared/contract/replies.ts'
import { textProblem } from '../../shared/providers/text-rules.ts'
import { normaliseText } from '../../shared/segments/index.ts'
import { isZone } from '../../shared/time/wall-time.ts'
import type { AccountService } from '../accounts/service.ts'
import type { EventHub } from '../app/events.ts'
import { Refused } from '../app/refused.ts'
import { capabilitiesOf } from '../providers/capabilities.ts'
import type { Store } from '../store/store.ts'

/** Away messages of accounts. */
export interface ReplyService {
  away(): Promise<{ away: AwayMessage[] }>
  /** @throws Refused `account_not_found`, `zone_unknown`, `text_empty`, `text_too_long` */
  setAway(away: AwayMessage): Promise<{ away: AwayMessage[] }>
}

export function createReplyService({
  store,
  accounts,
  events,
  now,
}: {
  store: Pick<Store, 'replies'>
  accounts: Pick<AccountService, 'describe'>
  events: Pick<EventHub, 'changed'>
  now: () => number
}): ReplyService {
  const away = async (): Promise<{ away: AwayMessage[] }> => ({ away: await store.replies.away() })
  return {
    away,
    async setAway(wished) {
      const { adapter, config } = await accounts.describe(wished.accountId)
      const text = normaliseText(wished.text).trim()
      if (!isZone(wished.zone)) throw new Refused('zone_unknown', `“${wished.zone}” is no time zone that this desk knows.`)
      if (wished.on || text !== '') {
        const problem = textProblem(text, capabilitiesOf(adapter, config).text, adapter.descriptor.name)
        if (problem !== null) throw new Refused(problem.code, problem.message)
      }
      await store.replies.setAway({ away: { ...wished, text }, at: now() })
      events.changed({ topic: 'settings' })
      return away()
    },
  }
}
