import { Button, NativeSelect, Popover, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { OutboxLane } from '../../shared/contract/outbox.ts'
import { RATE_PERIODS, type SendingRate } from '../../shared/providers/descriptor.ts'
import { useAccounts, useProviders } from '../accounts/useAccounts.ts'
import { CallFailure } from '../components/Failure.tsx'
import { useHost } from '../host/HostProvider.tsx'
import { useWords } from '../language/words.ts'
import { MOST_IN_PERIOD, rateWords, readRateCount } from './lane-words.ts'

/** How fast an account sends, and setting it: so many texts in a second, minute, hour or day. */
export function RatePopover({ lane }: { lane: OutboxLane }) {
  const words = useWords('lanes')
  const [opened, setOpened] = useState(false)
  const rate = rateWords(words, lane.rate)
  return (
    <Popover opened={opened} onChange={setOpened} width={272} position="bottom-start" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <button
          type="button"
          className="text-button"
          data-quiet
          aria-label={words('rate.change', { account: lane.accountName, rate })}
          onClick={() => setOpened((open) => !open)}
        >
          {rate}
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={words('rate.of', { account: lane.accountName })}>
        {opened ? <RateForm lane={lane} onDone={() => setOpened(false)} /> : null}
      </Popover.Dropdown>
    </Popover>
  )
}

function RateForm({ lane, onDone }: { lane: OutboxLane; onDone: () => void }) {
  const { queries } = useHost()
  const words = useWords('lanes')
  const account = useAccounts().data?.find(({ id }) => id === lane.accountId)
  const provider = useProviders().data?.find(({ id }) => id === account?.provider)
  const setRate = useMutation(queries.accounts.setRate.mutationOptions({ onSuccess: onDone }))
  const [typed, setTyped] = useState(lane.rate === null ? '' : String(lane.rate.count))
  const [per, setPer] = useState<SendingRate['per']>(lane.rate?.per ?? 'second')
  const [tried, setTried] = useState(false)
  const count = readRateCount(typed)
  return (
    <form
      className="rate-form"
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (count !== null) setRate.mutate({ id: lane.accountId, rate: { count, per } })
      }}
    >
      <div className="rate-fields">
        <TextInput
          label={words('rate.texts')}
          inputMode="numeric"
          maxLength={12}
          value={typed}
          data-autofocus
          autoComplete="off"
          error={tried && count === null ? words('rate.problem', { most: MOST_IN_PERIOD }) : undefined}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <NativeSelect
          label={words('rate.period')}
          value={per}
          data={RATE_PERIODS.map((period) => ({ value: period, label: words(`rate.periods.${period}`) }))}
          onChange={(event) => setPer(RATE_PERIODS.find((period) => period === event.currentTarget.value) ?? 'second')}
        />
      </div>
      <p className="rate-hint">{words('rate.hint')}</p>
      <CallFailure error={setRate.error} />
      <div className="rate-steps">
        <Button type="submit" size="xs" variant="filled" loading={setRate.isPending}>
          {words('rate.set')}
        </Button>
        {account === undefined || account.rateIsDefault ? null : (
          <Button
            size="xs"
            variant="subtle"
            disabled={setRate.isPending}
            onClick={() => setRate.mutate({ id: lane.accountId, rate: null })}
          >
            {provider === undefined
              ? words('rate.usual')
              : words('rate.usualIs', { rate: rateWords(words, provider.capabilities.defaultRate) })}
          </Button>
        )}
      </div>
    </form>
  )
}
