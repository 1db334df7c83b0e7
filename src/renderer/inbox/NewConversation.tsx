import { Modal } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { Message } from '../../shared/contract/messages.ts'
import { goTo, replaceWith } from '../app/routes.ts'
import { useUiState, type AskedSend, type Recipient } from '../app/uiState.tsx'
import { sayDone } from '../components/toasts.ts'
import { useTimes } from '../language/times.ts'
import { instantOf } from '../../shared/time/wall-time.ts'
import { Composer } from './composer/Composer.tsx'
import { useWords } from '../language/words.ts'
import { useDraftKeeper } from './DraftKeeping.tsx'
import { NEW_DRAFT } from './drafts.ts'
import { RecipientsField } from './RecipientsField.tsx'
import { offerUndo } from './UndoToast.tsx'

const NOBODY: readonly Recipient[] = []

/** Writes to somebody, or several, without looking for the conversation first. `number` is filled in, when given. */
export function NewConversation({ number, onClose }: { number: string | undefined; onClose: () => void }) {
  const words = useWords('newConversation')
  const recipients = useUiState((state) => state.drafts[NEW_DRAFT]?.recipients ?? NOBODY)
  const setDraft = useUiState((state) => state.setDraft)
  const isBlank = useUiState((state) => (state.drafts[NEW_DRAFT]?.text ?? '').trim() === '')
  const isReady = usePutAside(number)
  const times = useTimes()

  function sent(messages: readonly Message[], { schedule, text, accountId }: AskedSend): void {
    const conversationIds = [...new Set(messages.map(({ conversationId }) => conversationId))]
    const [only] = conversationIds
    if (conversationIds.length === 1 && only !== undefined) return replaceWith('inbox', only)
    const until = messages.find(({ hold }) => hold?.reason === 'undo')?.hold?.until ?? null
    if (schedule !== null) {
      const when = times.scheduled({ at: instantOf(schedule), zone: schedule.zone }, Date.now())
      sayDone(words('goOut', { count: messages.length, when }))
    } else if (until === null || until <= Date.now()) sayDone(words('inOutbox', { count: messages.length }))
    else offerUndo({ ids: messages.map(({ id }) => id), text, accountId, backTo: { recipients }, until })
    return onClose()
  }

  /** Who a text would have gone to is kept with the text only. */
  function close(): void {
    if (isBlank) setDraft(NEW_DRAFT, { recipients: [] })
    onClose()
  }

  return (
    <Modal opened onClose={close} title={words('title')} size={620} className="new-conversation">
      <RecipientsField
        recipients={recipients}
        onChange={(chosen) => setDraft(NEW_DRAFT, { recipients: chosen })}
        initialNumber={isReady ? number : undefined}
        onOpenConversation={(id) => goTo('inbox', id)}
      />
      <Composer
        draftKey={NEW_DRAFT}
        to={recipients.map(({ e164 }) => e164)}
        toWhom={recipients.length === 1 ? (recipients[0]?.label ?? '') : words('people', { count: recipients.length })}
        usual={null}
        onSent={sent}
      />
    </Modal>
  )
}

/**
 * A half-written text to somebody else is put aside when the dialog is opened for a number: it must not go there.
 * @returns whether that is done, so that the number may be filled in
 */
function usePutAside(number: string | undefined): boolean {
  const keeper = useDraftKeeper()
  const putAside = useUiState((state) => state.setAside)
  const [doneFor, setDoneFor] = useState<string | null>(null)
  useEffect(() => {
    if (number === undefined) return
    let isGone = false
    async function putAsideOnce(forNumber: string): Promise<void> {
      await keeper.open(NEW_DRAFT)
      if (isGone) return
      putAside(NEW_DRAFT)
      setDoneFor(forNumber)
    }
    void putAsideOnce(number)
    return () => {
      isGone = true
    }
  }, [keeper, number, putAside])
  return number !== undefined && doneFor === number
}
