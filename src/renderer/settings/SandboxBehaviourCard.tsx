import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId } from 'react'
import type { SandboxBehaviour } from '../../shared/contract/desk.ts'
import { sayFailed } from '../components/toasts.ts'
import { useHost } from '../host/HostProvider.tsx'
import { useWords } from '../language/words.ts'
import { answerChoices, GOOD_DAY, isGoodDay, receiptChoices, takesTexts, type ErrorGroup } from './sandbox-words.ts'
import { ChoiceRow, DelayRow, ErrorRow, SwitchRow } from './SandboxRows.tsx'
import { Rows } from './Section.tsx'

/** How the carrier behaves, in plain words, for every practice account alike. */
export function SandboxBehaviourCard({ behaviour, errors }: { behaviour: SandboxBehaviour; errors: readonly ErrorGroup[] }) {
  const words = useWords('sandbox')
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
        <h3 id={titleId}>{words('behaviour.title')}</h3>
        <Button disabled={isGoodDay(behaviour)} onClick={() => mutate(GOOD_DAY)}>
          {words('behaviour.goodDay')}
        </Button>
      </div>
      <Rows label={words('behaviour.label')}>
        <ChoiceRow
          title={words('behaviour.answer')}
          choices={answerChoices(words)}
          value={behaviour.answer}
          onChange={(answer) => mutate({ answer })}
        />
        <ErrorRow groups={errors} value={behaviour.error} onChange={(error) => mutate({ error })} />
        <DelayRow
          title={words('behaviour.answerDelay')}
          value={behaviour.answerDelayMs}
          onChange={(answerDelayMs) => mutate({ answerDelayMs })}
        />
        {takesTexts(behaviour.answer) ? <ReportRows behaviour={behaviour} onChange={mutate} /> : null}
        <SwitchRow
          title={words('behaviour.autoReply')}
          hint={words('behaviour.autoReplyHint')}
          checked={behaviour.autoReply}
          onChange={(autoReply) => mutate({ autoReply })}
        />
      </Rows>
    </section>
  )
}

/** What becomes of the texts it takes. */
function ReportRows({ behaviour, onChange }: { behaviour: SandboxBehaviour; onChange: (change: Partial<SandboxBehaviour>) => void }) {
  const words = useWords('sandbox')
  const { receipt, receiptDelayMs, receiptCopies, receiptBeforeAnswer, receiptOrder } = behaviour
  return (
    <>
      <ChoiceRow
        title={words('behaviour.receipt')}
        choices={receiptChoices(words)}
        value={receipt}
        onChange={(fate) => onChange({ receipt: fate })}
      />
      {receipt === 'none' ? null : (
        <>
          <DelayRow
            title={words('behaviour.receiptDelay')}
            value={receiptDelayMs}
            onChange={(delay) => onChange({ receiptDelayMs: delay })}
          />
          <SwitchRow
            title={words('behaviour.twice')}
            hint={words('behaviour.twiceHint')}
            checked={receiptCopies > 1}
            onChange={(twice) => onChange({ receiptCopies: twice ? 2 : 1 })}
          />
          <SwitchRow
            title={words('behaviour.early')}
            hint={words('behaviour.earlyHint')}
            checked={receiptBeforeAnswer}
            onChange={(before) => onChange({ receiptBeforeAnswer: before })}
          />
          <SwitchRow
            title={words('behaviour.swapped')}
            hint={words('behaviour.swappedHint')}
            checked={receiptOrder === 'swapped'}
            onChange={(swapped) => onChange({ receiptOrder: swapped ? 'swapped' : 'as_sent' })}
          />
        </>
      )}
    </>
  )
}
