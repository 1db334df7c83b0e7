import { Button, Modal, Select } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { OutboxLane } from '../../shared/contract/outbox.ts'
import { CallFailure } from '../components/Failure.tsx'
import { plural } from '../components/times.ts'
import { sayDone } from '../components/toasts.ts'
import { useHost } from '../host/HostProvider.tsx'
import { movedWords } from './lane-words.ts'

/** Moves what waits in an account to another one, so that it need not wait for the first. */
export function MoveWaiting({
  opened,
  from,
  others,
  onClose,
}: {
  opened: boolean
  from: OutboxLane
  others: readonly OutboxLane[]
  onClose: () => void
}) {
  const { queries } = useHost()
  const [chosen, setChosen] = useState<string | null>(null)
  const to = others.find(({ accountId }) => accountId === chosen)
  const move = useMutation(
    queries.outbox.moveWaiting.mutationOptions({
      onSuccess(result) {
        sayDone(movedWords(result, to?.accountName ?? 'the other account'))
        onClose()
      },
    }),
  )
  const count = from.waiting + from.scheduled + from.held
  function close(): void {
    move.reset()
    onClose()
  }
  return (
    <Modal opened={opened} onClose={close} title={`Move what waits in ${from.accountName}?`} size={440}>
      <p className="confirm-body">
        {plural(count, 'text goes', 'texts go')} through another account instead: customers see its sender, and it may cost something else.
        What is being sent already stays where it is.
      </p>
      <Select
        className="outbox-field"
        label="To the account"
        placeholder="Choose an account"
        data-autofocus
        data={others.map(({ accountId, accountName, status }) => ({
          value: accountId,
          label: status === 'paused' ? `${accountName} (paused)` : accountName,
        }))}
        value={to?.accountId ?? null}
        onChange={setChosen}
      />
      <CallFailure error={move.error} />
      <div className="confirm-actions">
        <Button onClick={close}>Leave them there</Button>
        <Button
          variant="filled"
          disabled={to === undefined}
          loading={move.isPending}
          onClick={() => (to === undefined ? undefined : move.mutate({ fromAccountId: from.accountId, toAccountId: to.accountId }))}
        >
          {to === undefined ? 'Move them' : `Move them to ${to.accountName}`}
        </Button>
      </div>
    </Modal>
  )
}
