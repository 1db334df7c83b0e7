import { TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { AskReason } from '../components/AskReason.tsx'
import { formatNumber } from '../components/names.ts'
import { sayDone } from '../components/toasts.ts'
import { useHost } from '../host/HostProvider.tsx'
import { REASON_LENGTH } from './reason.ts'

const WORDS = {
  label: 'How they agreed',
  placeholder: 'Ticked the box on the form at the counter',
  missing: 'Say in a few words how you know. It is kept as evidence.',
  longest: REASON_LENGTH,
}

/** Keeps that, when and how somebody agreed to get texts. */
export function RecordConsent({ opened, e164, onClose }: { opened: boolean; e164: string; onClose: () => void }) {
  const { queries } = useHost()
  const [day, setDay] = useState(today)
  const record = useMutation(queries.optOuts.recordConsent.mutationOptions())

  function close(): void {
    record.reset()
    setDay(today())
    onClose()
  }

  return (
    <AskReason
      opened={opened}
      title="Record consent"
      words={WORDS}
      confirmLabel="Record it"
      busy={record.isPending}
      error={record.error}
      more={<TextInput type="date" label="When" value={day} max={today()} onChange={(event) => setDay(event.currentTarget.value)} />}
      onGive={(reason) =>
        record.mutate(
          { e164, reason, ...instantOf(day) },
          {
            onSuccess() {
              sayDone('The consent is written down.')
              close()
            },
          },
        )
      }
      onCancel={close}
    >
      What is written down here stays as evidence that {formatNumber(e164)} agreed to get texts. It does not lift an opt-out.
    </AskReason>
  )
}

function today(): string {
  const now = new Date()
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
}

/** Today is this moment; another day its noon, so that it stays that day in the zones around. Left empty it is this moment, too. */
function instantOf(day: string): { at?: number } {
  const at = new Date(`${day}T12:00:00`).getTime()
  return day === today() || Number.isNaN(at) ? {} : { at }
}
