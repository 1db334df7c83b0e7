import { useMutation } from '@tanstack/react-query'
import { AskReason } from '../components/AskReason.tsx'
import { displayName, formatNumber } from '../components/names.ts'
import { sayDone } from '../components/toasts.ts'
import { useHost } from '../host/HostProvider.tsx'
import { useWords } from '../language/words.ts'
import { REASON_LENGTH } from './reason.ts'
import { addedWords } from './words.ts'

/** Opts one number out, with the reason that is kept as evidence. */
export function OptOutNumber({ opened, e164, name, onClose }: { opened: boolean; e164: string; name: string | null; onClose: () => void }) {
  const { queries } = useHost()
  const words = useWords('optOuts')
  const add = useMutation(queries.optOuts.add.mutationOptions())

  function close(): void {
    add.reset()
    onClose()
  }

  return (
    <AskReason
      opened={opened}
      title={words('one.title', { name: displayName(name, e164) })}
      words={{
        label: words('reason.label'),
        placeholder: words('reason.placeholder'),
        missing: words('reason.missing'),
        longest: REASON_LENGTH,
      }}
      confirmLabel={words('one.confirm')}
      busy={add.isPending}
      error={add.error}
      onGive={(reason) =>
        add.mutate(
          { numbers: [e164], reason },
          {
            onSuccess(done) {
              sayDone(addedWords(words, done))
              close()
            },
          },
        )
      }
      onCancel={close}
    >
      {words('one.text', { number: formatNumber(e164) })}
    </AskReason>
  )
}
