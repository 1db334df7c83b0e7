import { Button, Modal, Radio, Select } from '@mantine/core'
import { useMemo, useState, type ReactNode } from 'react'
import type { Account } from '../../../shared/contract/accounts.ts'
import { moneyWords, type Price } from '../../../shared/prices/price.ts'
import { CallFailure } from '../../components/Failure.tsx'
import { FileDrop } from '../../components/FileDrop.tsx'
import { Loading } from '../../components/Loading.tsx'
import { Notice } from '../../components/Notice.tsx'
import { sayDone } from '../../components/toasts.ts'
import { useHost } from '../../host/HostProvider.tsx'
import { RejectedRows, type RejectedRow } from '../../import/RejectedRows.tsx'
import { useListFile } from '../../import/useListFile.ts'
import { useFormatTag, useWords } from '../../language/words.ts'
import { currencyOptions } from './currencies.ts'
import { priceCountry } from './words.ts'

/** What a list would bring. */
interface Found {
  rows: number
  prices: Price[]
  repeated: number
  rejected: number
  rejects: RejectedRow[]
}

type Mode = 'replace' | 'merge'

/** How a list is read and what becomes of the prices that are set. */
interface Reading {
  currency: string
  mode: Mode
}

const asName = (text: ReactNode) => <b className="people-text">{text}</b>

/** Takes the prices of a provider's list: what would be kept first, then, with a click, all of it. */
export function ImportPrices({
  account,
  currency: usual,
  hasPrices,
  onClose,
}: {
  account: Pick<Account, 'id' | 'name'>
  /** What the list is likely in, where it does not say. */
  currency: string
  /** There are prices that could be replaced. */
  hasPrices: boolean
  onClose: () => void
}) {
  const { client } = useHost()
  const words = useWords('prices')
  const tag = useFormatTag()
  const currencies = useMemo(() => currencyOptions(tag), [tag])
  const [currency, setCurrency] = useState(usual)
  const [mode, setMode] = useState<Mode>('replace')
  const list = useListFile<Found, Reading>({
    importFile: (reading, how) => client.prices.importFile({ accountId: account.id, ...reading, ...how }),
    onApplied({ prices }) {
      sayDone(words('file.done', { count: prices.length, account: account.name }))
      onClose()
    },
  })
  const { looked } = list

  function close(): void {
    list.discard()
    onClose()
  }

  return (
    <Modal opened onClose={close} title={words('file.title')} size={560}>
      <div className="prices-import">
        {looked !== undefined ? (
          <>
            <p>{words.rich('file.rows', { fileName: looked.fileName, count: looked.prices.length, name: asName })}</p>
            <PricesFound prices={looked.prices} />
            {looked.repeated === 0 ? null : <p className="sec">{words('file.repeated', { count: looked.repeated })}</p>}
            <RejectedRows title={words('file.rejected', { count: looked.rejected })} total={looked.rejected} rows={looked.rejects} />
            <Select
              label={words('file.currency')}
              data={currencies}
              value={currency}
              searchable
              allowDeselect={false}
              onChange={(code) => {
                if (code === null) return
                setCurrency(code)
                list.lookAgain({ currency: code, mode })
              }}
            />
            {hasPrices ? (
              <Radio.Group label={words('file.mode')} value={mode} onChange={(next) => setMode(next === 'merge' ? 'merge' : 'replace')}>
                <div className="rate-choices">
                  <Radio value="replace" label={words('file.replace')} />
                  <Radio value="merge" label={words('file.merge')} />
                </div>
              </Radio.Group>
            ) : null}
          </>
        ) : list.isReading ? (
          <Loading>{words('file.reading')}</Loading>
        ) : (
          <FileDrop
            title={words('file.drop')}
            hint={words('file.dropHint')}
            label={words('file.input')}
            accept=".csv,.tsv,.txt,.xlsx,text/csv,text/plain"
            onFile={(file) => list.take(file, { currency, mode })}
          />
        )}
        {list.problem === null ? null : (
          <Notice tone="bad" icon="warning" urgent>
            {list.problem}
          </Notice>
        )}
        <CallFailure error={list.error} />
        <div className="confirm-actions">
          <Button onClick={close}>{words('file.cancel')}</Button>
          {looked === undefined ? null : (
            <Button
              variant="filled"
              disabled={looked.prices.length === 0}
              loading={list.isApplying}
              onClick={() => list.apply({ currency, mode })}
            >
              {words('file.confirm')}
            </Button>
          )}
        </div>
      </div>
    </Modal>
  )
}

function PricesFound({ prices }: { prices: readonly Price[] }) {
  const words = useWords('prices')
  const tag = useFormatTag()
  if (prices.length === 0) return null
  return (
    // Reachable by keyboard, since it scrolls.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="prices-scroller" tabIndex={0}>
      <table className="prices">
        <caption className="visually-hidden">{words('file.found')}</caption>
        <tbody>
          {prices.map(({ country, micros, currency }) => (
            <tr key={country ?? ''}>
              <th scope="row">{priceCountry(words, tag, country)}</th>
              <td className="num">{moneyWords(micros, currency, tag)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
