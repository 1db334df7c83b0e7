import '../accounts.css'
import './prices.css'
import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Account } from '../../../shared/contract/accounts.ts'
import { moneyWords, type Price } from '../../../shared/prices/price.ts'
import { LoadFailure } from '../../components/Failure.tsx'
import { sayDone, sayFailed } from '../../components/toasts.ts'
import { useHost } from '../../host/HostProvider.tsx'
import { useFormatTag, useWords } from '../../language/words.ts'
import { ChangeOrRemove } from '../ChangeOrRemove.tsx'
import { likelyCurrency } from './currencies.ts'
import { ImportPrices } from './ImportPrices.tsx'
import { PriceForm } from './PriceForm.tsx'
import { priceCountry } from './words.ts'

/** What one part costs through an account: a table by country, and that of the rest. */
export function PricesCard({ account }: { account: Pick<Account, 'id' | 'name'> }) {
  const { queries } = useHost()
  const words = useWords('prices')
  const tag = useFormatTag()
  const settings = useQuery(queries.settings.get.queryOptions())
  const kept = useQuery(queries.prices.list.queryOptions({ input: { accountId: account.id } }))
  const [editing, setEditing] = useState<Price | 'new' | null>(null)
  const [importing, setImporting] = useState(false)
  const remove = useMutation(queries.prices.remove.mutationOptions({ onError: sayFailed }))
  if (kept.isError) return <LoadFailure error={kept.error} onRetry={() => void kept.refetch()} />
  if (kept.data === undefined || settings.data === undefined) return null
  const { prices } = kept.data
  const { defaultCountry } = settings.data
  const nameOf = (country: string | null): string => priceCountry(words, tag, country)
  const currency = prices[0]?.currency ?? likelyCurrency(defaultCountry)

  return (
    <section className="account-card" aria-labelledby="account-prices-title">
      <h3 id="account-prices-title">{words('title')}</h3>
      <p className="sec">
        {prices.length === 0 ? words('introNone') : prices.some(({ country }) => country === null) ? words('intro') : words('introSome')}
      </p>
      {prices.length === 0 ? null : (
        // Reachable by keyboard, since it scrolls.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div className="prices-scroller" tabIndex={0}>
          <table className="prices">
            <caption className="visually-hidden">{words('table.label')}</caption>
            <thead>
              <tr>
                <th scope="col">{words('table.country')}</th>
                <th scope="col">{words('table.part')}</th>
                <th scope="col">
                  <span className="visually-hidden">{words('table.steps')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {prices.map((price) => (
                <tr key={price.country ?? ''}>
                  <th scope="row">{nameOf(price.country)}</th>
                  <td className="num">{moneyWords(price.micros, price.currency, tag)}</td>
                  <td className="prices-steps">
                    <ChangeOrRemove
                      changeLabel={words('changeOf', { country: nameOf(price.country) })}
                      removeLabel={words('removeOf', { country: nameOf(price.country) })}
                      isRemoving={remove.isPending}
                      onChange={() => setEditing(price)}
                      onRemove={() => {
                        setEditing(null)
                        remove.mutate({ accountId: account.id, country: price.country })
                      }}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {editing === null ? (
        <div className="prices-add">
          <Button onClick={() => setEditing('new')}>{words('add')}</Button>
          <Button variant="subtle" onClick={() => setImporting(true)}>
            {words('import')}
          </Button>
        </div>
      ) : (
        <PriceForm
          key={editing === 'new' ? 'new' : (editing.country ?? 'rest')}
          accountId={account.id}
          price={editing === 'new' ? null : editing}
          country={prices.some(({ country }) => country === defaultCountry) ? null : defaultCountry}
          currency={currency}
          onDone={() => {
            setEditing(null)
            sayDone(words('form.saved'))
          }}
          onCancel={() => setEditing(null)}
        />
      )}
      {importing ? (
        <ImportPrices account={account} currency={currency} hasPrices={prices.length > 0} onClose={() => setImporting(false)} />
      ) : null}
    </section>
  )
}
