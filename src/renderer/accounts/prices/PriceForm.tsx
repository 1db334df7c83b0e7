import { Button, Select, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useMemo, useState, type FormEvent } from 'react'
import { MAX_PRICE_MICROS, MICROS, type Price } from '../../../shared/prices/price.ts'
import { readMoney } from '../../../shared/prices/read-money.ts'
import { CallFailure } from '../../components/Failure.tsx'
import { useHost } from '../../host/HostProvider.tsx'
import { useFormatTag, useWords } from '../../language/words.ts'
import { countryOptions, rankCountries } from '../../settings/countries.ts'
import { focusWhenShown } from '../focusWhenShown.ts'
import { currencyOptions } from './currencies.ts'
import { priceCountry } from './words.ts'

/** What stands for all countries without a price of their own. */
const REST = 'rest'

/** A price as the field for it says it: nothing between thousands. @param tag by which numbers are written */
function amountWords(price: number, tag: string): string {
  return new Intl.NumberFormat(tag, { useGrouping: false, maximumFractionDigits: 6 }).format(price)
}

/** Shown where what was written is no price. */
const EXAMPLE = 0.35

/** Sets the price of one country. */
export function PriceForm({
  accountId,
  price,
  country: suggested,
  currency: usual,
  onDone,
  onCancel,
}: {
  accountId: string
  /** The price to change; null for a new one. */
  price: Price | null
  /** The country a new price is suggested for; null for the rest. */
  country: string | null
  currency: string
  onDone: () => void
  onCancel: () => void
}) {
  const { queries } = useHost()
  const words = useWords('prices')
  const tag = useFormatTag()
  const countries = useMemo(() => [{ value: REST, label: priceCountry(words, tag, null) }, ...countryOptions(tag)], [words, tag])
  const currencies = useMemo(() => currencyOptions(tag), [tag])
  const [country, setCountry] = useState<string>((price === null ? suggested : price.country) ?? REST)
  const [amount, setAmount] = useState(price === null ? '' : amountWords(price.micros / MICROS, tag))
  const [currency, setCurrency] = useState(price?.currency ?? usual)
  const [tried, setTried] = useState(false)
  const set = useMutation(queries.prices.set.mutationOptions({ onSuccess: onDone }))
  const money = readMoney(amount)
  const problem = money === null ? words('form.problem', { example: amountWords(EXAMPLE, tag), most: MAX_PRICE_MICROS / MICROS }) : null

  function submit(event: FormEvent): void {
    event.preventDefault()
    setTried(true)
    if (money === null) return
    set.mutate({ accountId, country: country === REST ? null : country, micros: money.micros, currency: money.currency ?? currency })
  }

  return (
    <form className="price-form" onSubmit={submit} noValidate aria-label={words('form.label')}>
      <div className="price-fields">
        <Select
          label={words('form.country')}
          data={countries}
          value={country}
          disabled={price !== null}
          searchable
          allowDeselect={false}
          selectFirstOptionOnChange
          filter={({ options, search }) =>
            rankCountries(
              options.filter((option) => 'value' in option),
              search,
            )
          }
          nothingFoundMessage={words('form.noCountry')}
          onChange={(code) => setCountry(code ?? REST)}
        />
        <TextInput
          ref={focusWhenShown}
          label={words('form.amount')}
          inputMode="decimal"
          autoComplete="off"
          value={amount}
          error={tried ? problem : undefined}
          onChange={(event) => setAmount(event.currentTarget.value)}
        />
        <Select
          label={words('form.currency')}
          data={currencies}
          value={currency}
          searchable
          allowDeselect={false}
          selectFirstOptionOnChange
          onChange={(code) => setCurrency(code ?? usual)}
        />
      </div>
      <CallFailure error={set.error} />
      <div className="prices-add">
        <Button type="submit" variant="filled" loading={set.isPending}>
          {words('form.save')}
        </Button>
        <Button onClick={onCancel}>{words('form.cancel')}</Button>
      </div>
    </form>
  )
}
