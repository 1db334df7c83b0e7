import { Button, Modal, Select } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { OutboxLane } from '../../shared/contract/outbox.ts'
import { CallFailure } from '../components/Failure.tsx'
import { sayDone } from '../components/toasts.ts'
import { useHost } from '../host/HostProvider.tsx'
import { useWords } from '../language/words.ts'
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
  const words = useWords('lanes')
  const [chosen, setChosen] = useState<string | null>(null)
  const to = others.find(({ accountId }) => accountId === chosen)
  const move = useMutation(
    queries.outbox.moveWaiting.mutationOptions({
      onSuccess(result) {
        if (to !== undefined) sayDone(movedWords(words, result, to.accountName))
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
    <Modal opened={opened} onClose={close} title={words('move.title', { account: from.accountName })} size={440}>
      <p className="confirm-body">{words('move.text', { count })}</p>
      <Select
        className="outbox-field"
        label={words('move.to')}
        placeholder={words('move.choose')}
        data-autofocus
        data={others.map(({ accountId, accountName, status }) => ({
          value: accountId,
          label: status === 'paused' ? words('move.paused', { account: accountName }) : accountName,
        }))}
        value={to?.accountId ?? null}
        onChange={setChosen}
      />
      <CallFailure error={move.error} />
      <div className="confirm-actions">
        <Button onClick={close}>{words('move.no')}</Button>
        <Button
          variant="filled"
          disabled={to === undefined}
          loading={move.isPending}
          onClick={() => (to === undefined ? undefined : move.mutate({ fromAccountId: from.accountId, toAccountId: to.accountId }))}
        >
          {to === undefined ? words('move.yes') : words('move.yesTo', { account: to.accountName })}
        </Button>
      </div>
    </Modal>
  )
}
