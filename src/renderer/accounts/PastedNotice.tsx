import './accounts.css'
import { Button } from '@mantine/core'
import type { PastedAddress } from '../../shared/contract/listener.ts'
import { pastedState } from '../../shared/tunnels/pasted.ts'
import { Notice } from '../components/Notice.tsx'
import { RelativeTime } from '../components/RelativeTime.tsx'
import { useNow } from '../components/useNow.ts'
import { useListenerAction } from '../settings/listener/useListenerAction.ts'

/** Whether an account's provider has the address in force; asks for it to be pasted, and to say so, until it has. */
export function PastedNotice({
  accountId,
  provider,
  publicUrl,
  pasted,
}: {
  accountId: string
  /** The provider's name within a sentence. */
  provider: string
  publicUrl: string | null
  pasted: PastedAddress | undefined
}) {
  const now = useNow()
  const { confirmPasted } = useListenerAction()
  const state = pastedState(publicUrl, pasted)
  const confirm = (
    <Button size="xs" loading={confirmPasted.isPending} onClick={() => confirmPasted.mutate({ accountId })}>
      I have pasted it
    </Button>
  )
  switch (state) {
    case 'unknown':
      return null
    case 'never':
      return publicUrl === null ? null : (
        <Notice tone="accent" icon="info" action={confirm}>
          Paste the address at {provider}, then say so here. SMS Desk then tells you when it has to be done again.
        </Notice>
      )
    case 'changed':
      return (
        <Notice tone="warn" icon="warning" action={confirm}>
          <b>The address changed: paste the new one at {provider}.</b> Until then reports and replies go astray.
        </Notice>
      )
    case 'current':
      return (
        <Notice tone="ok" icon="check">
          Pasted at {provider} (<RelativeTime at={pasted?.at ?? now} now={now} words="sentence" />
          ).
        </Notice>
      )
  }
}
