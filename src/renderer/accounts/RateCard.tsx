import './accounts.css'
import { Button, NumberInput, Radio, Select } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import type { Account } from '../../shared/contract/accounts.ts'
import { RATE_PERIODS, type ProviderDescriptor, type SendingRate } from '../../shared/providers/descriptor.ts'
import { CallFailure } from '../components/Failure.tsx'
import { sayDone } from '../components/toasts.ts'
import { useHost } from '../host/HostProvider.tsx'
import { useFormatTag, useWords } from '../language/words.ts'
import { paceSentence, rateWords } from '../settings/sending-words.ts'
import { nameInSentence } from './form.ts'

/** Most texts of a rate (the contract's bound). */
const MOST = 1_000_000
/** What a rate of one's own begins with. */
const FIRST_RATE: SendingRate = { count: 10, per: 'second' }

/** How fast an account sends: as its provider usually has it, or at a rate of the person's own. */
export function RateCard({ account, provider }: { account: Account; provider: ProviderDescriptor }) {
  const words = useWords('accounts')
  const sending = useWords('sending')
  const separators = separatorsOf(useFormatTag())
  const { queries } = useHost()
  const queryClient = useQueryClient()
  const usual = (account.capabilities ?? provider.capabilities).defaultRate
  const [own, setOwn] = useState(!account.rateIsDefault)
  const [{ count, per }, setRate] = useState<{ count: number | string; per: SendingRate['per'] }>(account.rate ?? usual ?? FIRST_RATE)
  const set = useMutation(
    queries.accounts.setRate.mutationOptions({
      onSuccess(saved) {
        queryClient.setQueryData(queries.accounts.get.queryKey({ input: { id: account.id } }), saved)
        sayDone(words('rate.saved'))
      },
    }),
  )
  const rate = own ? rateFrom(count, per) : null
  const problem = own && rate === null ? words('rate.problem') : null
  const inForce = account.rateIsDefault ? null : account.rate
  const isChanged = own ? rate === null || rate.count !== inForce?.count || rate.per !== inForce.per : !account.rateIsDefault

  function submit(event: FormEvent): void {
    event.preventDefault()
    if (problem === null) set.mutate({ id: account.id, rate })
  }

  return (
    <form className="account-card" onSubmit={submit} noValidate aria-labelledby="account-rate-title">
      <h3 id="account-rate-title">{words('rate.title')}</h3>
      <p className="sec">{words('rate.intro')}</p>
      <Radio.Group
        aria-label={words('rate.title')}
        value={own ? 'own' : 'usual'}
        onChange={(choice) => {
          setOwn(choice === 'own')
          set.reset()
        }}
      >
        <div className="rate-choices">
          <Radio
            value="usual"
            label={words('rate.usual')}
            description={
              usual === null
                ? words('rate.unlimited', { provider: nameInSentence(words, account) })
                : words('rate.usualIs', { rate: rateWords(sending, usual), pace: paceSentence(sending, usual) })
            }
          />
          <Radio value="own" label={words('rate.own')} />
        </div>
      </Radio.Group>
      {own ? (
        <div className="rate-own">
          <NumberInput
            aria-label={words('rate.texts')}
            value={count}
            min={1}
            max={MOST}
            allowDecimal={false}
            allowNegative={false}
            clampBehavior="strict"
            {...separators}
            error={problem !== null}
            onChange={(next) => setRate({ count: next, per })}
          />
          <span>{words('rate.textsUnit')}</span>
          <Select
            aria-label={words('rate.time')}
            data={RATE_PERIODS.map((period) => ({ value: period, label: words(`rate.periods.${period}`) }))}
            value={per}
            onChange={(next) => {
              const period = RATE_PERIODS.find((each) => each === next)
              if (period !== undefined) setRate({ count, per: period })
            }}
          />
          <span className="rate-pace">{rate === null ? null : paceSentence(sending, rate)}</span>
        </div>
      ) : null}
      {problem === null ? null : <p className="rate-problem">{problem}</p>}
      <CallFailure error={set.error} />
      <div>
        <Button type="submit" disabled={!isChanged || problem !== null} loading={set.isPending}>
          {words('rate.save')}
        </Button>
      </div>
    </form>
  )
}

/** The signs between the digits of a number. @param tag of the language */
function separatorsOf(tag: string): { thousandSeparator: string; decimalSeparator: string } {
  const parts = new Intl.NumberFormat(tag).formatToParts(1_234_567.8)
  const sign = (type: 'group' | 'decimal') => parts.find((part) => part.type === type)?.value ?? ''
  return { thousandSeparator: sign('group'), decimalSeparator: sign('decimal') }
}

function rateFrom(count: number | string, per: SendingRate['per']): SendingRate | null {
  const texts = typeof count === 'number' ? count : Number.parseInt(count, 10)
  return Number.isInteger(texts) && texts >= 1 && texts <= MOST ? { count: texts, per } : null
}
