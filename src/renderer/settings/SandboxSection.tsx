import { Button, Select, Switch } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { SandboxBehaviour } from '../../shared/contract/desk.ts'
import { LoadFailure } from '../components/Failure.tsx'
import { Loading } from '../components/Loading.tsx'
import { sayFailed } from '../components/toasts.ts'
import { useHost } from '../host/HostProvider.tsx'
import { ANSWERS, delayChoices, GOOD_DAY, isGoodDay, RECEIPTS, takesTexts, type BehaviourChoice } from './sandbox-words.ts'
import { SandboxReply } from './SandboxReply.tsx'
import { Row, Rows, Section } from './Section.tsx'

/** How the built-in carrier behaves, in plain words, and a customer who texts when told to. */
export function SandboxSection() {
  const { queries } = useHost()
  const sandbox = useQuery(queries.sandbox.get.queryOptions())
  if (sandbox.isPending) return <Loading>Asking the sandbox…</Loading>
  if (sandbox.isError) return <LoadFailure error={sandbox.error} onRetry={() => void sandbox.refetch()} />
  return <Behaviour behaviour={sandbox.data.behaviour} />
}

function Behaviour({ behaviour }: { behaviour: SandboxBehaviour }) {
  const { queries } = useHost()
  const queryClient = useQueryClient()
  const set = useMutation(
    queries.sandbox.setBehaviour.mutationOptions({
      onSuccess: (next) =>
        queryClient.setQueryData(queries.sandbox.get.queryKey(), (before) =>
          before === undefined ? before : { ...before, behaviour: next },
        ),
      onError: sayFailed,
    }),
  )
  const takes = takesTexts(behaviour.answer)
  return (
    <Section
      title="Sandbox"
      intro="A carrier that lives inside SMS Desk: it costs nothing and texts nobody. Make it misbehave to see what the desk does."
      actions={
        <Button disabled={isGoodDay(behaviour)} onClick={() => set.mutate(GOOD_DAY)}>
          Back to a good day
        </Button>
      }
    >
      <Rows label="How the sandbox carrier behaves">
        <ChoiceRow
          title="When the desk sends a text, it"
          choices={ANSWERS}
          value={behaviour.answer}
          onChange={(answer) => set.mutate({ answer })}
        />
        <DelayRow title="Its answer comes" value={behaviour.answerDelayMs} onChange={(answerDelayMs) => set.mutate({ answerDelayMs })} />
        {takes ? (
          <>
            <ChoiceRow
              title="What it reports afterwards"
              choices={RECEIPTS}
              value={behaviour.receipt}
              onChange={(receipt) => set.mutate({ receipt })}
            />
            {behaviour.receipt === 'none' ? null : (
              <>
                <DelayRow
                  title="The report comes"
                  value={behaviour.receiptDelayMs}
                  onChange={(receiptDelayMs) => set.mutate({ receiptDelayMs })}
                />
                <SwitchRow
                  title="Report twice"
                  hint="Carriers repeat themselves. The second report changes nothing."
                  checked={behaviour.receiptCopies > 1}
                  onChange={(twice) => set.mutate({ receiptCopies: twice ? 2 : 1 })}
                />
                <SwitchRow
                  title="Report before answering"
                  hint="The report arrives before the desk has the text’s number; it is kept and applied when the answer comes."
                  checked={behaviour.receiptBeforeAnswer}
                  onChange={(receiptBeforeAnswer) => set.mutate({ receiptBeforeAnswer })}
                />
              </>
            )}
          </>
        ) : null}
        <SwitchRow
          title="Customers answer by themselves"
          hint="Each text the carrier takes gets a reply a few seconds later."
          checked={behaviour.autoReply}
          onChange={(autoReply) => set.mutate({ autoReply })}
        />
      </Rows>
      <SandboxReply />
    </Section>
  )
}

function ChoiceRow<T extends string>({
  title,
  choices,
  value,
  onChange,
}: {
  title: string
  choices: readonly BehaviourChoice<T>[]
  value: T
  onChange: (value: T) => void
}) {
  return (
    <Row title={title} hint={choices.find((choice) => choice.value === value)?.meaning}>
      <Select
        aria-label={title}
        data={choices.map((choice) => ({ value: choice.value, label: choice.label }))}
        value={value}
        maxDropdownHeight={360}
        onChange={(next) => {
          if (next !== null) onChange(next)
        }}
      />
    </Row>
  )
}

function DelayRow({ title, value, onChange }: { title: string; value: number; onChange: (milliseconds: number) => void }) {
  return (
    <Row title={title}>
      <Select
        aria-label={title}
        data={delayChoices(value).map((delay) => ({ value: String(delay.value), label: delay.label }))}
        value={String(value)}
        onChange={(next) => {
          if (next !== null) onChange(Number(next))
        }}
      />
    </Row>
  )
}

function SwitchRow({
  title,
  hint,
  checked,
  onChange,
}: {
  title: string
  hint: string
  checked: boolean
  onChange: (checked: boolean) => void
}) {
  return (
    <Row title={title} hint={hint}>
      <Switch aria-label={title} checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
    </Row>
  )
}
