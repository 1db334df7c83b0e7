import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useCallback, useState, type ReactNode } from 'react'
import { AskReason } from '../components/AskReason.tsx'
import { ChooseTime } from '../components/ChooseTime.tsx'
import { ConfirmDialog } from '../components/ConfirmDialog.tsx'
import { sayDone, sayFailed } from '../components/toasts.ts'
import { useHost } from '../host/HostProvider.tsx'
import { refusalOf } from '../host/problems.ts'
import { useWords } from '../language/words.ts'
import { confirmation, resultWords, told } from './action-words.ts'
import { runAction, type Order, type Target } from './run-action.ts'
import type { OutboxFilter } from './useOutboxList.ts'
import { questionFor, type Action, type Question } from './views.ts'

/** What a person wants done to which texts. */
export interface Wish {
  action: Action
  target: Target
  /** How many texts that is; null when it is not known. */
  count: number | null
  /** The number it goes to, for one text. */
  to?: string
}

/** Doing things to texts of a list: asks first where it must, then says what came of it. */
export interface OutboxActions {
  wish(wish: Wish): void
  /** Something is being done: nothing else can be started. */
  busy: boolean
  /** How far it is, while many texts are worked on one after another; null otherwise. */
  progress: { done: number; total: number } | null
  /** The dialogs that ask; to be drawn anywhere. */
  dialogs: ReactNode
}

interface Asked extends Wish {
  question: Exclude<Question, 'none'>
}

/** A refusal that a reason overcomes. */
const REASON_NEEDED = 'reason_needed'

/** The actions on the texts of a list. `onDone` is called whenever one was carried out. */
export function useOutboxActions(filter: OutboxFilter, onDone: () => void): OutboxActions {
  const { client } = useHost()
  const words = useWords('outboxActions')
  const [asked, setAsked] = useState<Asked | null>(null)
  const [progress, setProgress] = useState<OutboxActions['progress']>(null)

  const run = useMutation({
    mutationFn: (order: Order) => runAction(client, order, (done, total) => setProgress(total > 1 ? { done, total } : null)),
    onSuccess(result, { action }) {
      setAsked(null)
      onDone()
      const { words: said, incomplete } = resultWords(words, action, result)
      if (incomplete) notifications.show({ message: said, color: 'yellow', autoClose: false, role: 'alert' })
      else sayDone(said)
    },
    onError(error, { action, target }) {
      const count = target.kind === 'some' ? target.ids.length : null
      // A dialog shows the refusal itself, but for the one that another dialog overcomes.
      if (refusalOf(error)?.code === REASON_NEEDED) setAsked({ action, target, count, question: 'reason' })
      else if (asked === null) sayFailed(error)
    },
    onSettled: () => setProgress(null),
  })

  const { mutate, reset, isPending } = run
  const wish = useCallback(
    (wanted: Wish) => {
      if (isPending) return
      reset()
      const question = questionFor(wanted.action, filter.view, wanted.count, wanted.target.kind === 'everything')
      if (question === 'none') mutate({ action: wanted.action, filter, target: wanted.target })
      else setAsked({ ...wanted, question })
    },
    [filter, isPending, mutate, reset],
  )

  const close = (): void => {
    if (isPending) return
    setAsked(null)
    reset()
  }
  const order = (extra: Pick<Order, 'reason' | 'schedule'> = {}): void => {
    if (asked !== null) mutate({ action: asked.action, filter, target: asked.target, ...extra })
  }
  const count = asked === null ? 1 : asked.count
  const confirming = confirmation(words, asked?.action ?? 'cancel', count)
  const error = refusalOf(run.error)?.code === REASON_NEEDED ? null : run.error
  const dialogs = (
    <>
      <ConfirmDialog
        opened={asked?.question === 'confirm'}
        title={confirming.title}
        confirmLabel={confirming.yes}
        cancelLabel={confirming.no}
        dangerous={asked?.action === 'cancel' || asked?.action === 'send_again'}
        busy={isPending}
        error={error}
        onConfirm={() => order()}
        onCancel={close}
      >
        <p>{confirming.body}</p>
      </ConfirmDialog>
      <AskReason
        opened={asked?.question === 'reason'}
        title={words('confirm.send_now.title', told(count))}
        confirmLabel={words('labels.send_now')}
        busy={isPending}
        error={error}
        onGive={(reason) => order({ reason })}
        onCancel={close}
      >
        {words('reason', told(count))}
      </AskReason>
      <ChooseTime
        opened={asked?.question === 'time'}
        title={words('time', told(count))}
        to={asked?.to ?? null}
        asksZone
        busy={isPending}
        error={error}
        onChoose={({ schedule }) => order({ schedule })}
        onCancel={close}
      />
    </>
  )
  return { wish, busy: isPending, progress, dialogs }
}
