import './accounts.css'
import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import type { PastedAddress } from '../../shared/contract/listener.ts'
import { pastedState } from '../../shared/tunnels/pasted.ts'
import { Notice } from '../components/Notice.tsx'
import { useNow } from '../components/useNow.ts'
import { useTimes } from '../language/times.ts'
import { useWords } from '../language/words.ts'
import { useListenerAction } from '../settings/listener/useListenerAction.ts'

/** What matters within a sentence. */
const asBold = (text: ReactNode) => <b>{text}</b>

/** A moment within a sentence, with the exact one on hover. @param at ms UTC */
const asTime = (at: number, exact: string) => (moment: ReactNode) => (
  <time dateTime={new Date(at).toISOString()} title={exact}>
    {moment}
  </time>
)

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
  const words = useWords('accounts')
  const times = useTimes()
  const now = useNow()
  const { confirmPasted } = useListenerAction()
  const state = pastedState(publicUrl, pasted)
  const confirm = (
    <Button size="xs" loading={confirmPasted.isPending} onClick={() => confirmPasted.mutate({ accountId })}>
      {words('pasted.confirm')}
    </Button>
  )
  switch (state) {
    case 'unknown':
      return null
    case 'never':
      return publicUrl === null ? null : (
        <Notice tone="accent" icon="info" action={confirm}>
          {words('pasted.never', { provider })}
        </Notice>
      )
    case 'changed':
      return (
        <Notice tone="warn" icon="warning" action={confirm}>
          {words.rich('pasted.changed', { provider, b: asBold })}
        </Notice>
      )
    case 'current': {
      const at = pasted?.at ?? now
      return (
        <Notice tone="ok" icon="check">
          {words.rich('pasted.current', { provider, time: asTime(at, times.exact(at)), moment: times.moment(at, now) })}
        </Notice>
      )
    }
  }
}
