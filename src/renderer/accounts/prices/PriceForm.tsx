import { Button, Select, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { MAX_PRICE_MICROS, MICROS, type Price } from '../../../shared/prices/price.ts'
import { readMoney } from '../../../shared/prices/read-money.ts'
import { CallFailure } from '../../components/Failure.tsx'
import { useHost } from '../../host/HostProvider.tsx'
import { countryOptions as countries, rankCountries } from '../../settings/countries.ts'
import { focusWhenShown } from '../focusWhenShown.ts'
import { currencyOptions } from './currencies.ts'
import { priceCountry } from './words.ts'

/** What stands for all countries without a price of their own. */
const REST = 'rest'

const countryOptions = [
  { value: REST, label: priceCountry(null) },
  ...countries('en').map(({ value }) => ({ value, label: priceCountry(value) })),
]
const currencies = currencyOptions()

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
  const [country, setCountry] = useState<string>((price === null ? suggested : price.country) ?? REST)
  const [amount, setAmount] = useState(price === null ? '' : String(price.micros / MICROS))
  const [currency, setCurrency] = useState(price?.currency ?? usual)
  const [tried, setTried] = useState(false)
  const set = useMutation(queries.prices.set.mutationOptions({ onSuccess: onDone }))
  const money = readMoney(amount)
  const problem = money === null ? `Write what one part costs, such as 0.35, at most ${MAX_PRICE_MICROS / MICROS}.` : null

  function submit(event: FormEvent): void {
    event.preventDefault()
    setTried(true)
    if (money === null) return
    set.mutate({ accountId, country: country === REST ? null : country, micros: money.micros, currency: money.currency ?? currency })
  }

  return (
    <form className="price-form" onSubmit={submit} noValidate aria-label="Price of a part">
      <div className="price-fields">
        <Select
          label="Country"
          data={countryOptions}
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
          nothingFoundMessage="No country has this name or code."
          onChange={(code) => setCountry(code ?? REST)}
        />
        <TextInput
          ref={focusWhenShown}
          label="A part costs"
          inputMode="decimal"
          autoComplete="off"
          value={amount}
          error={tried ? problem : undefined}
          onChange={(event) => setAmount(event.currentTarget.value)}
        />
        <Select
          label="Currency"
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
          Save the price
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </form>
  )
}
