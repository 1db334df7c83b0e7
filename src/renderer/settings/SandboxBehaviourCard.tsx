import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId } from 'react'
import type { SandboxBehaviour } from '../../shared/contract/desk.ts'
import { sayFailed } from '../components/toasts.ts'
import { useHost } from '../host/HostProvider.tsx'
import { ANSWERS, GOOD_DAY, isGoodDay, RECEIPTS, takesTexts, type ErrorGroup } from './sandbox-words.ts'
import { ChoiceRow, DelayRow, ErrorRow, SwitchRow } from './SandboxRows.tsx'
import { Rows } from './Section.tsx'

/** How the carrier behaves, in plain words, for every practice account alike. */
export function SandboxBehaviourCard({ behaviour, errors }: { behaviour: SandboxBehaviour; errors: readonly ErrorGroup[] }) {
  const { queries } = useHost()
  const queryClient = useQueryClient()
  const titleId = useId()
  const { mutate } = useMutation(
    queries.sandbox.setBehaviour.mutationOptions({
      onSuccess: (next) =>
        queryClient.setQueryData(queries.sandbox.get.queryKey(), (before) =>
          before === undefined ? before : { ...before, behaviour: next },
        ),
      onError: sayFailed,
    }),
  )
  return (
    <section className="settings-part" aria-labelledby={titleId}>
      <div className="settings-section-head">
        <h3 id={titleId}>How the carrier behaves</h3>
        <Button disabled={isGoodDay(behaviour)} onClick={() => mutate(GOOD_DAY)}>
          Back to a good day
        </Button>
      </div>
      <Rows label="How the sandbox carrier behaves">
        <ChoiceRow
          title="When the desk sends a text, it"
          choices={ANSWERS}
          value={behaviour.answer}
          onChange={(answer) => mutate({ answer })}
        />
        <ErrorRow groups={errors} value={behaviour.error} onChange={(error) => mutate({ error })} />
        <DelayRow title="Its answer comes" value={behaviour.answerDelayMs} onChange={(answerDelayMs) => mutate({ answerDelayMs })} />
        {takesTexts(behaviour.answer) ? <ReportRows behaviour={behaviour} onChange={mutate} /> : null}
        <SwitchRow
          title="Customers answer by themselves"
          hint="Each text the carrier takes gets a reply a few seconds later, where the provider brings replies."
          checked={behaviour.autoReply}
          onChange={(autoReply) => mutate({ autoReply })}
        />
      </Rows>
    </section>
  )
}

/** What becomes of the texts it takes. */
function ReportRows({ behaviour, onChange }: { behaviour: SandboxBehaviour; onChange: (change: Partial<SandboxBehaviour>) => void }) {
  const { receipt, receiptDelayMs, receiptCopies, receiptBeforeAnswer, receiptOrder } = behaviour
  return (
    <>
      <ChoiceRow title="What it reports afterwards" choices={RECEIPTS} value={receipt} onChange={(fate) => onChange({ receipt: fate })} />
      {receipt === 'none' ? null : (
        <>
          <DelayRow title="The report comes" value={receiptDelayMs} onChange={(delay) => onChange({ receiptDelayMs: delay })} />
          <SwitchRow
            title="Report twice"
            hint="Carriers repeat themselves. The second report changes nothing."
            checked={receiptCopies > 1}
            onChange={(twice) => onChange({ receiptCopies: twice ? 2 : 1 })}
          />
          <SwitchRow
            title="Report before answering"
            hint="The report arrives before the desk has the text’s number; it is kept and applied when the answer comes."
            checked={receiptBeforeAnswer}
            onChange={(before) => onChange({ receiptBeforeAnswer: before })}
          />
          <SwitchRow
            title="Report in the wrong order"
            hint="“Delivered” comes before “sent”, and the last part first. A late “sent” takes nothing back."
            checked={receiptOrder === 'swapped'}
            onChange={(swapped) => onChange({ receiptOrder: swapped ? 'swapped' : 'as_sent' })}
          />
        </>
      )}
    </>
  )
}
