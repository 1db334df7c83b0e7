import { useMutation } from '@tanstack/react-query'
import { AskReason } from '../components/AskReason.tsx'
import { displayName, formatNumber } from '../components/names.ts'
import { sayDone } from '../components/toasts.ts'
import { useHost } from '../host/HostProvider.tsx'
import { REASON_LENGTH } from './reason.ts'
import { addedWords } from './words.ts'

const WORDS = {
  label: 'How you know',
  placeholder: 'Asked on the phone not to get texts',
  missing: 'Say in a few words how you know. It is kept as evidence.',
  longest: REASON_LENGTH,
}

/** Opts one number out, with the reason that is kept as evidence. */
export function OptOutNumber({ opened, e164, name, onClose }: { opened: boolean; e164: string; name: string | null; onClose: () => void }) {
  const { queries } = useHost()
  const add = useMutation(queries.optOuts.add.mutationOptions())

  function close(): void {
    add.reset()
    onClose()
  }

  return (
    <AskReason
      opened={opened}
      title={`No more texts to ${displayName(name, e164)}?`}
      words={WORDS}
      confirmLabel="Opt out"
      busy={add.isPending}
      error={add.error}
      onGive={(reason) =>
        add.mutate(
          { numbers: [e164], reason },
          {
            onSuccess(done) {
              sayDone(addedWords(done))
              close()
            },
          },
        )
      }
      onCancel={close}
    >
      {formatNumber(e164)} will get no texts from this desk, whoever writes them. Texts that wait to go there are cancelled. Calls with a
      one-time code still work.
    </AskReason>
  )
}
