import { TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { AskReason } from '../components/AskReason.tsx'
import { formatNumber } from '../components/names.ts'
import { sayDone } from '../components/toasts.ts'
import { useHost } from '../host/HostProvider.tsx'
import { useWords } from '../language/words.ts'
import { REASON_LENGTH } from './reason.ts'

/** Keeps that, when and how somebody agreed to get texts. */
export function RecordConsent({ opened, e164, onClose }: { opened: boolean; e164: string; onClose: () => void }) {
  const { queries } = useHost()
  const words = useWords('optOuts')
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
      title={words('record.title')}
      words={{
        label: words('record.label'),
        placeholder: words('record.placeholder'),
        missing: words('reason.missing'),
        longest: REASON_LENGTH,
      }}
      confirmLabel={words('record.confirm')}
      busy={record.isPending}
      error={record.error}
      more={
        <TextInput
          type="date"
          label={words('record.when')}
          value={day}
          max={today()}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
      }
      onGive={(reason) =>
        record.mutate(
          { e164, reason, ...instantOf(day) },
          {
            onSuccess() {
              sayDone(words('record.done'))
              close()
            },
          },
        )
      }
      onCancel={close}
    >
      {words('record.text', { number: formatNumber(e164) })}
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
