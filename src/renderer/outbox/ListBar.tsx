import { Button, Checkbox } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { TextButton } from '../components/TextButton.tsx'
import { sayFailed } from '../components/toasts.ts'
import { useHost } from '../host/HostProvider.tsx'
import { useWords } from '../language/words.ts'
import { everyId } from './run-action.ts'
import type { OutboxActions } from './useOutboxActions.tsx'
import type { OutboxFilter, OutboxPages } from './useOutboxList.ts'
import type { Selection } from './useSelection.ts'
import { BULK_ACTIONS, DECISION_VIEWS, isCancellable } from './views.ts'

/** The line above a list: choosing all, what can be done to the chosen, or to the whole list. `total` is null when it is not known. */
export function ListBar({
  filter,
  found,
  total,
  selection,
  actions,
}: {
  filter: OutboxFilter
  found: OutboxPages
  total: number | null
  selection: Selection
  actions: OutboxActions
}) {
  const { client } = useHost()
  const words = useWords('outbox')
  const actionWords = useWords('outboxActions')
  const chooseAll = useMutation({
    mutationFn: () => everyId(client, filter),
    onSuccess: (ids) => selection.choose(ids),
    onError: sayFailed,
  })
  const chosen = selection.ids.size
  const allLoaded = found.messages.length > 0 && found.messages.every(({ id }) => selection.ids.has(id))
  const canChooseMore = allLoaded && found.hasMore && chosen <= found.messages.length
  return (
    <div className="outbox-bar" role="toolbar" aria-label={words('bar.label')}>
      <Checkbox
        className="outbox-check"
        size="xs"
        aria-label={found.hasMore ? words('bar.selectFirst', { count: found.messages.length }) : words('bar.selectHere')}
        checked={allLoaded}
        indeterminate={chosen > 0 && !allLoaded}
        onChange={() => (allLoaded ? selection.clear() : selection.choose(found.messages.map(({ id }) => id)))}
      />
      <output className="outbox-bar-words num">
        {actions.progress !== null
          ? words('bar.progress', actions.progress)
          : chosen > 0
            ? words('bar.selected', { count: chosen })
            : total === null
              ? ''
              : words('bar.total', { count: total })}
      </output>
      {canChooseMore ? (
        <TextButton disabled={chooseAll.isPending} onClick={() => chooseAll.mutate()}>
          {total === null ? words('bar.selectAllOfThem') : words('bar.selectAll', { count: total })}
        </TextButton>
      ) : null}
      <span className="grow" />
      {chosen > 0 ? (
        <>
          {BULK_ACTIONS[filter.view].map((action) => (
            <Button
              key={action}
              size="xs"
              disabled={actions.busy}
              onClick={() => actions.wish({ action, target: { kind: 'some', ids: [...selection.ids] }, count: chosen })}
            >
              {actionWords(`labels.${action}`)}
            </Button>
          ))}
          <Button size="xs" variant="subtle" onClick={selection.clear} aria-keyshortcuts="Escape">
            {words('bar.selectNone')}
          </Button>
        </>
      ) : isCancellable(filter.view) && !DECISION_VIEWS.has(filter.view) ? (
        <Button
          size="xs"
          variant="subtle"
          disabled={actions.busy}
          onClick={() => actions.wish({ action: 'cancel', target: { kind: 'everything' }, count: total })}
        >
          {words('bar.cancelAll')}
        </Button>
      ) : null}
    </div>
  )
}
