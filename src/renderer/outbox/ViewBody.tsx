import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { OutboxLane, OutboxMessage, OutboxView } from '../../shared/contract/outbox.ts'
import { goTo } from '../app/routes.ts'
import { EmptyState } from '../components/EmptyState.tsx'
import { LoadFailure } from '../components/Failure.tsx'
import { Loading } from '../components/Loading.tsx'
import { useWords } from '../language/words.ts'
import { WhatHappened } from '../inbox/thread/WhatHappened.tsx'
import { ListBar } from './ListBar.tsx'
import { OutboxList } from './OutboxList.tsx'
import { FailedStrip, HeldStrip, MissedStrip, UnconfirmedStrip } from './Strips.tsx'
import type { Overview } from './useOverview.ts'
import { useOutboxActions } from './useOutboxActions.tsx'
import { useOutboxList } from './useOutboxList.ts'
import { useSelection } from './useSelection.ts'
import { countsOfLane, type Action } from './views.ts'

/** One list of the Outbox with all that can be done in it. Give it a `key` of its view and account: it begins anew with each. */
export function ViewBody({
  view,
  lane,
  overview,
  onEveryAccount,
}: {
  view: OutboxView
  /** Only texts of this account are shown. */
  lane: OutboxLane | undefined
  overview: Overview
  onEveryAccount: () => void
}) {
  const words = useWords('outbox')
  const accountId = lane?.accountId
  const [code, setCode] = useState<string | undefined>()
  // A kind whose last text was queued again is no filter any more.
  const shownCode = overview.failures.some((kind) => kind.code === code) ? code : undefined
  const filter = useMemo(() => ({ view, accountId, code: shownCode }), [view, accountId, shownCode])
  const found = useOutboxList(filter)
  const selection = useSelection(found.messages, !found.hasMore)
  const actions = useOutboxActions(filter, selection.clear)
  const [inspected, setInspected] = useState<string | null>(null)
  const pausedAccounts = useMemo(
    () => new Set(overview.lanes.filter((lane) => lane.status === 'paused').map((lane) => lane.accountId)),
    [overview.lanes],
  )
  const { wish } = actions
  const { toggle } = selection
  const handlers = useMemo(
    () => ({
      onToggle: toggle,
      onAct: (action: Action, { id, to }: OutboxMessage) => wish({ action, target: { kind: 'some', ids: [id] }, count: 1, to }),
      onInspect: setInspected,
    }),
    [toggle, wish],
  )
  const counted = lane === undefined ? overview.counts[view] : (countsOfLane(lane)[view] ?? null)
  const total = !found.hasMore ? found.messages.length : shownCode === undefined ? counted : null
  const isEmpty = found.messages.length === 0
  return (
    <>
      {view === 'missed' && !isEmpty ? <MissedStrip total={total} actions={actions} /> : null}
      {view === 'held' && !isEmpty ? <HeldStrip /> : null}
      {view === 'unconfirmed' && !isEmpty ? <UnconfirmedStrip total={total} /> : null}
      {view === 'failed' ? (
        <FailedStrip kinds={overview.failures} since={overview.failuresSince} code={shownCode} onCode={setCode} />
      ) : null}
      {found.error !== null ? (
        <LoadFailure error={found.error} onRetry={found.reload} />
      ) : found.isPending ? (
        <Loading>{words('loading')}</Loading>
      ) : isEmpty ? (
        <NothingHere view={view} accountName={lane?.accountName} onEveryAccount={onEveryAccount} />
      ) : (
        <>
          <ListBar filter={filter} found={found} total={total} selection={selection} actions={actions} />
          <OutboxList
            key={shownCode}
            view={view}
            label={words(`lists.${view}`)}
            found={found}
            selection={selection}
            pausedAccounts={pausedAccounts}
            busy={actions.busy}
            handlers={handlers}
          />
        </>
      )}
      {actions.dialogs}
      <WhatHappened messageId={inspected} onClose={() => setInspected(null)} />
    </>
  )
}

function NothingHere({
  view,
  accountName,
  onEveryAccount,
}: {
  view: OutboxView
  accountName: string | undefined
  onEveryAccount: () => void
}) {
  const words = useWords('outbox')
  if (accountName !== undefined) {
    return (
      <EmptyState
        icon="check"
        title={words('nothing.ofAccount.title', { account: accountName })}
        actions={<Button onClick={onEveryAccount}>{words('showAllAccounts')}</Button>}
      >
        {words('nothing.ofAccount.text')}
      </EmptyState>
    )
  }
  return (
    <EmptyState
      icon={view === 'scheduled' || view === 'held' ? 'clock' : view === 'waiting' ? 'upload' : 'check'}
      title={words(`nothing.${view}.title`)}
      actions={
        view === 'held' ? (
          <Button onClick={() => goTo('settings', 'sending')}>{words('nothing.settings')}</Button>
        ) : view === 'waiting' || view === 'scheduled' ? (
          <Button onClick={() => goTo('inbox', 'new')}>{words('nothing.write')}</Button>
        ) : undefined
      }
    >
      {words(`nothing.${view}.text`)}
    </EmptyState>
  )
}
