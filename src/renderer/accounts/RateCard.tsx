import './accounts.css'
import { Button, NumberInput, Radio, Select } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import type { Account } from '../../shared/contract/accounts.ts'
import { RATE_PERIODS, type ProviderDescriptor, type SendingRate } from '../../shared/providers/descriptor.ts'
import { CallFailure } from '../components/Failure.tsx'
import { sayDone } from '../components/toasts.ts'
import { useHost } from '../host/HostProvider.tsx'
import { paceSentence, rateWords } from '../settings/sending-words.ts'
import { nameInSentence } from './form.ts'

/** Most texts of a rate (the contract's bound). */
const MOST = 1_000_000
/** What a rate of one's own begins with. */
const FIRST_RATE: SendingRate = { count: 10, per: 'second' }

/** How fast an account sends: as its provider usually has it, or at a rate of the person's own. */
export function RateCard({ account, provider }: { account: Account; provider: ProviderDescriptor }) {
  const { queries } = useHost()
  const queryClient = useQueryClient()
  const usual = (account.capabilities ?? provider.capabilities).defaultRate
  const [own, setOwn] = useState(!account.rateIsDefault)
  const [{ count, per }, setRate] = useState<{ count: number | string; per: SendingRate['per'] }>(account.rate ?? usual ?? FIRST_RATE)
  const set = useMutation(
    queries.accounts.setRate.mutationOptions({
      onSuccess(saved) {
        queryClient.setQueryData(queries.accounts.get.queryKey({ input: { id: account.id } }), saved)
        sayDone('How fast this account sends is saved.')
      },
    }),
  )
  const rate = own ? rateFrom(count, per) : null
  const problem = own && rate === null ? 'Write how many texts, as a whole number from 1.' : null
  const inForce = account.rateIsDefault ? null : account.rate
  const isChanged = own ? rate === null || rate.count !== inForce?.count || rate.per !== inForce.per : !account.rateIsDefault

  function submit(event: FormEvent): void {
    event.preventDefault()
    if (problem === null) set.mutate({ id: account.id, rate })
  }

  return (
    <form className="account-card" onSubmit={submit} noValidate aria-labelledby="account-rate-title">
      <h3 id="account-rate-title">How fast it sends</h3>
      <p className="sec">Texts wait here when there are more. Answers to customers go before mailings.</p>
      <Radio.Group
        aria-label="How fast it sends"
        value={own ? 'own' : 'usual'}
        onChange={(choice) => {
          setOwn(choice === 'own')
          set.reset()
        }}
      >
        <div className="rate-choices">
          <Radio
            value="usual"
            label="The provider’s usual"
            description={
              usual === null ? `As fast as ${nameInSentence(account)} takes them.` : `At most ${rateWords(usual)}. ${paceSentence(usual)}`
            }
          />
          <Radio value="own" label="At most" />
        </div>
      </Radio.Group>
      {own ? (
        <div className="rate-own">
          <NumberInput
            aria-label="Texts"
            value={count}
            min={1}
            max={MOST}
            allowDecimal={false}
            allowNegative={false}
            clampBehavior="strict"
            thousandSeparator=","
            error={problem !== null}
            onChange={(next) => setRate({ count: next, per })}
          />
          <span>texts</span>
          <Select
            aria-label="In which time"
            data={RATE_PERIODS.map((period) => ({ value: period, label: `${period === 'hour' ? 'an' : 'a'} ${period}` }))}
            value={per}
            onChange={(next) => {
              const period = RATE_PERIODS.find((each) => each === next)
              if (period !== undefined) setRate({ count, per: period })
            }}
          />
          <span className="rate-pace">{rate === null ? null : paceSentence(rate)}</span>
        </div>
      ) : null}
      {problem === null ? null : <p className="rate-problem">{problem}</p>}
      <CallFailure error={set.error} />
      <div>
        <Button type="submit" disabled={!isChanged || problem !== null} loading={set.isPending}>
          Save the rate
        </Button>
      </div>
    </form>
  )
}

function rateFrom(count: number | string, per: SendingRate['per']): SendingRate | null {
  const texts = typeof count === 'number' ? count : Number.parseInt(count, 10)
  return Number.isInteger(texts) && texts >= 1 && texts <= MOST ? { count: texts, per } : null
}
