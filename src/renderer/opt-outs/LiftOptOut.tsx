import './opt-outs.css'
import { useMutation } from '@tanstack/react-query'
import type { OptOut } from '../../shared/contract/opt-outs.ts'
import { dayOf } from '../../shared/opt-outs/words.ts'
import { AskReason } from '../components/AskReason.tsx'
import { displayName, formatNumber } from '../components/names.ts'
import { sayDone } from '../components/toasts.ts'
import { useNow } from '../components/useNow.ts'
import { useHost } from '../host/HostProvider.tsx'
import { useFormatTag, useWords } from '../language/words.ts'
import { REASON_LENGTH } from './reason.ts'

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
  const words = useWords('optOuts')
  const tag = useFormatTag()
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
      title={words('lift.title', { name: displayName(name, e164) })}
      words={{
        label: words('lift.label'),
        placeholder: words('lift.placeholder'),
        missing: words('reason.missing'),
        longest: REASON_LENGTH,
      }}
      confirmLabel={words('lift.confirm')}
      busy={lift.isPending}
      error={lift.error}
      onGive={(reason) =>
        lift.mutate(
          { e164, reason },
          {
            onSuccess() {
              sayDone(words('lift.done', { number: formatNumber(e164) }))
              close()
            },
          },
        )
      }
      onCancel={close}
    >
      <p>{words('lift.asked', { number: formatNumber(e164), day: dayOf(at, now, tag), source: words(`source.${source}`) })}</p>
      <blockquote className="quoted-text people-text">{evidence}</blockquote>
      <p className="opt-out-means">{words('lift.means')}</p>
    </AskReason>
  )
}
