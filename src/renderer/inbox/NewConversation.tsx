import { Modal } from '@mantine/core'
import { useState } from 'react'
import { goTo, replaceWith } from '../app/routes.ts'
import { plural } from '../components/times.ts'
import { sayDone } from '../components/toasts.ts'
import { Composer } from './composer/Composer.tsx'
import { RecipientsField, type Recipient } from './RecipientsField.tsx'

/** Draft key of the text to somebody new. */
const NEW_DRAFT = 'new'

/** Writes to somebody, or several, without looking for the conversation first. `number` is filled in, when given. */
export function NewConversation({ number, onClose }: { number: string | undefined; onClose: () => void }) {
  const [recipients, setRecipients] = useState<readonly Recipient[]>([])

  function sent(conversationIds: readonly string[]): void {
    const [only] = conversationIds
    if (conversationIds.length === 1 && only !== undefined) replaceWith('inbox', only)
    else {
      sayDone(`${plural(conversationIds.length, 'text is', 'texts are')} in the outbox.`)
      onClose()
    }
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
