import { Button, Checkbox } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { TextButton } from '../components/TextButton.tsx'
import { countWords, plural } from '../components/times.ts'
import { sayFailed } from '../components/toasts.ts'
import { useHost } from '../host/HostProvider.tsx'
import { ACTION_LABELS } from './action-words.ts'
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
  const chooseAll = useMutation({
    mutationFn: () => everyId(client, filter),
    onSuccess: (ids) => selection.choose(ids),
    onError: sayFailed,
  })
  const chosen = selection.ids.size
  const allLoaded = found.messages.length > 0 && found.messages.every(({ id }) => selection.ids.has(id))
  const canChooseMore = allLoaded && found.hasMore && chosen <= found.messages.length
  return (
    <div className="outbox-bar" role="toolbar" aria-label="Chosen texts">
      <Checkbox
        className="outbox-check"
        size="xs"
        aria-label={found.hasMore ? `Select the first ${countWords(found.messages.length)} texts` : 'Select all texts here'}
        checked={allLoaded}
        indeterminate={chosen > 0 && !allLoaded}
        onChange={() => (allLoaded ? selection.clear() : selection.choose(found.messages.map(({ id }) => id)))}
      />
      <output className="outbox-bar-words num">
        {actions.progress !== null
          ? `${countWords(actions.progress.done)} of ${countWords(actions.progress.total)} done…`
          : chosen > 0
            ? `${countWords(chosen)} selected`
            : total === null
              ? ''
              : plural(total, 'text', 'texts')}
      </output>
      {canChooseMore ? (
        <TextButton disabled={chooseAll.isPending} onClick={() => chooseAll.mutate()}>
          {total === null ? 'Select all of them' : `Select all ${countWords(total)}`}
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
              {ACTION_LABELS[action]}
            </Button>
          ))}
          <Button size="xs" variant="subtle" onClick={selection.clear} aria-keyshortcuts="Escape">
            Select none
          </Button>
        </>
      ) : isCancellable(filter.view) && !DECISION_VIEWS.has(filter.view) ? (
        <Button
          size="xs"
          variant="subtle"
          disabled={actions.busy}
          onClick={() => actions.wish({ action: 'cancel', target: { kind: 'everything' }, count: total })}
        >
          Cancel all…
        </Button>
      ) : null}
    </div>
  )
}
