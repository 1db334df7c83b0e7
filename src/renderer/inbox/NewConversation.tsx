import { Modal } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { Message } from '../../shared/contract/messages.ts'
import { goTo, replaceWith } from '../app/routes.ts'
import { useUiState, type AskedSend, type Recipient } from '../app/uiState.tsx'
import { plural } from '../components/times.ts'
import { sayDone } from '../components/toasts.ts'
import { scheduleWords } from '../components/zones.ts'
import { instantOf } from '../../shared/time/wall-time.ts'
import { Composer } from './composer/Composer.tsx'
import { NEW_DRAFT } from './drafts.ts'
import { RecipientsField } from './RecipientsField.tsx'
import { offerUndo } from './UndoToast.tsx'

/** Writes to somebody, or several, without looking for the conversation first. `number` is filled in, when given. */
export function NewConversation({ number, onClose }: { number: string | undefined; onClose: () => void }) {
  const [recipients, setRecipients] = useState<readonly Recipient[]>([])
  const reopened = useUiState((state) => state.reopened)
  const setReopened = useUiState((state) => state.setReopened)
  const [takenUp, setTakenUp] = useState<typeof reopened>(null)
  if (reopened !== null && reopened !== takenUp) {
    setTakenUp(reopened)
    // Whoever has been chosen since stays: a text taken back must not add people to another one.
    if (recipients.length === 0) setRecipients(reopened)
  }
  useEffect(() => {
    if (takenUp !== null) setReopened(null)
  }, [takenUp, setReopened])

  function sent(messages: readonly Message[], { schedule, text, accountId }: AskedSend): void {
    const conversationIds = [...new Set(messages.map(({ conversationId }) => conversationId))]
    const [only] = conversationIds
    if (conversationIds.length === 1 && only !== undefined) return replaceWith('inbox', only)
    const until = messages.find(({ hold }) => hold?.reason === 'undo')?.hold?.until ?? null
    if (schedule !== null) {
      const words = scheduleWords({ at: instantOf(schedule), zone: schedule.zone }, Date.now())
      sayDone(`${plural(messages.length, 'text goes', 'texts go')} out ${words}.`)
    } else if (until === null || until <= Date.now()) sayDone(`${plural(messages.length, 'text is', 'texts are')} in the outbox.`)
    else offerUndo({ ids: messages.map(({ id }) => id), text, accountId, backTo: { recipients }, until })
    return onClose()
  }

  return (
    <Modal opened onClose={onClose} title="New conversation" size={620} className="new-conversation">
      <RecipientsField
        recipients={recipients}
        onChange={setRecipients}
        initialNumber={number}
        onOpenConversation={(id) => goTo('inbox', id)}
      />
      <Composer
        draftKey={NEW_DRAFT}
        to={recipients.map(({ e164 }) => e164)}
        toWhom={recipients.length === 1 ? (recipients[0]?.label ?? '') : plural(recipients.length, 'person', 'people')}
        usualAccountId={null}
        onSent={sent}
      />
    </Modal>
  )
}
