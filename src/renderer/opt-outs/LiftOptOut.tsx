import './opt-outs.css'
import { useMutation } from '@tanstack/react-query'
import type { OptOut } from '../../shared/contract/opt-outs.ts'
import { dayOf, knownBy } from '../../shared/opt-outs/words.ts'
import { AskReason } from '../components/AskReason.tsx'
import { displayName, formatNumber } from '../components/names.ts'
import { sayDone } from '../components/toasts.ts'
import { useNow } from '../components/useNow.ts'
import { useHost } from '../host/HostProvider.tsx'
import { REASON_LENGTH } from './reason.ts'

const WORDS = {
  label: 'Why they get texts again',
  placeholder: 'Called on Monday and asked for reminders',
  missing: 'Say in a few words how you know. It is kept as evidence.',
  longest: REASON_LENGTH,
}

/** Asks why a number is to get texts again, and what that means. Closed while `optOut` is null. */
export function LiftOptOut({
  optOut,
  onClose,
}: {
  optOut: Pick<OptOut, 'e164' | 'name' | 'at' | 'source' | 'evidence'> | null
  onClose: () => void
}) {
  const { queries } = useHost()
  const now = useNow()
  const lift = useMutation(queries.optOuts.lift.mutationOptions())
  if (optOut === null) return null
  const { e164, name, at, source, evidence } = optOut

  function close(): void {
    lift.reset()
    onClose()
  }

  return (
    <AskReason
      opened
      title={`Lift the opt-out of ${displayName(name, e164)}?`}
      words={WORDS}
      confirmLabel="Lift the opt-out"
      busy={lift.isPending}
      error={lift.error}
      onGive={(reason) =>
        lift.mutate(
          { e164, reason },
          {
            onSuccess() {
              sayDone(`${formatNumber(e164)} gets texts again.`)
              close()
            },
          },
        )
      }
      onCancel={close}
    >
      <p>
        {formatNumber(e164)} asked not to get texts on {dayOf(at, now)} ({knownBy(source)}):
      </p>
      <blockquote className="quoted-text people-text">{evidence}</blockquote>
      <p className="opt-out-means">
        Lift it only if they have changed their mind. Texts can be sent there again from then on; those that were cancelled stay cancelled.
      </p>
    </AskReason>
  )
}
