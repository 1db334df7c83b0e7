import { Button, Modal, Radio, Select } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Account } from '../../../shared/contract/accounts.ts'
import { moneyWords, type Price } from '../../../shared/prices/price.ts'
import { CallFailure } from '../../components/Failure.tsx'
import { FileDrop } from '../../components/FileDrop.tsx'
import { Loading } from '../../components/Loading.tsx'
import { Notice } from '../../components/Notice.tsx'
import { plural } from '../../components/times.ts'
import { sayDone } from '../../components/toasts.ts'
import { useHost } from '../../host/HostProvider.tsx'
import { problemWords } from '../../import/words.ts'
import { useWords } from '../../language/words.ts'
import { refusalBeforeSending, sendFile } from '../../import/upload.ts'
import { currencyOptions } from './currencies.ts'
import { priceCountry } from './words.ts'

/** What a list would bring. */
interface Look {
  fileId: string
  fileName: string
  rows: number
  prices: Price[]
  repeated: number
  rejected: number
  rejects: { row: number; reason: string; value: string }[]
}

type Mode = 'replace' | 'merge'

/** Refused rows that are shown. */
const SHOWN = 50

const currencies = currencyOptions()

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
  const [tooLarge, setTooLarge] = useState<string | null>(null)
  const [currency, setCurrency] = useState(usual)
  const [mode, setMode] = useState<Mode>('replace')
  const input = { accountId: account.id, mode }
  const look = useMutation({
    async mutationFn({ of, inCurrency }: { of: File | Look; inCurrency: string }): Promise<Look> {
      const { fileId, fileName } = 'fileId' in of ? of : { fileId: await sendFile(client.imports, of), fileName: of.name }
      try {
        return {
          ...(await client.prices.importFile({ ...input, currency: inCurrency, fileId, dryRun: true })),
          fileId,
          fileName,
        }
      } catch (error) {
        await client.imports.discardFile({ fileId }).catch(() => undefined)
        throw error
      }
    },
  })
  const importing = useWords('importing')
  const apply = useMutation({
    mutationFn: ({ fileId }: Look) => client.prices.importFile({ ...input, currency, fileId, dryRun: false }),
    onSuccess({ prices }) {
      sayDone(`${plural(prices.length, 'price is', 'prices are')} set for ${account.name}.`)
      onClose()
    },
  })
  const looked = look.data

  function take(file: File | undefined): void {
    if (file === undefined) return
    const refused = refusalBeforeSending(file)
    setTooLarge(refused === null ? null : problemWords(importing, refused))
    if (refused === null) look.mutate({ of: file, inCurrency: currency })
  }

  function close(): void {
    if (looked !== undefined) client.imports.discardFile({ fileId: looked.fileId }).catch(() => undefined)
    onClose()
  }

  return (
    <Modal opened onClose={close} title="Import a price list" size={560}>
      <div className="prices-import">
        {looked !== undefined ? (
          <>
            <p>
              <b className="people-text">{looked.fileName}</b> has prices for {plural(looked.prices.length, 'country', 'countries')}.
              Nothing is changed yet.
            </p>
            <Found prices={looked.prices} />
            {looked.repeated === 0 ? null : (
              <p className="sec">
                {plural(looked.repeated, 'row is', 'rows are')} about a country that has one already, such as other networks: the highest
                price counts.
              </p>
            )}
            <Rejected look={looked} />
            <Select
              label="Currency of rows that name none"
              data={currencies}
              value={currency}
              searchable
              allowDeselect={false}
              onChange={(code) => {
                if (code === null) return
                setCurrency(code)
                look.mutate({ of: looked, inCurrency: code })
              }}
            />
            {hasPrices ? (
              <Radio.Group
                label="Prices that are set now"
                value={mode}
                onChange={(next) => setMode(next === 'merge' ? 'merge' : 'replace')}
              >
                <div className="rate-choices">
                  <Radio value="replace" label="Replace them all" />
                  <Radio value="merge" label="Keep those that this list does not have" />
                </div>
              </Radio.Group>
            ) : null}
          </>
        ) : look.isPending ? (
          <Loading>Reading the list…</Loading>
        ) : (
          <FileDrop
            title="Drop your provider’s price list here"
            hint="A CSV file or an Excel workbook with countries, or calling codes, and prices. You see what would be set first."
            label="Price list"
            accept=".csv,.tsv,.txt,.xlsx,text/csv,text/plain"
            onFile={take}
          />
        )}
        {tooLarge === null ? null : (
          <Notice tone="bad" icon="warning" urgent>
            {tooLarge}
          </Notice>
        )}
        <CallFailure error={look.error ?? apply.error} />
        <div className="confirm-actions">
          <Button onClick={close}>Cancel</Button>
          {looked === undefined ? null : (
            <Button variant="filled" disabled={looked.prices.length === 0} loading={apply.isPending} onClick={() => apply.mutate(looked)}>
              Set these prices
            </Button>
          )}
        </div>
      </div>
    </Modal>
  )
}

function Found({ prices }: { prices: readonly Price[] }) {
  if (prices.length === 0) return null
  return (
    // Reachable by keyboard, since it scrolls.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="prices-scroller" tabIndex={0}>
      <table className="prices">
        <caption className="visually-hidden">Prices in this list</caption>
        <tbody>
          {prices.map(({ country, micros, currency }) => (
            <tr key={country ?? ''}>
              <th scope="row">{priceCountry(country)}</th>
              <td className="num">{moneyWords(micros, currency)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Rejected({ look: { rejected, rejects } }: { look: Look }) {
  if (rejected === 0) return null
  return (
    <section aria-label="Rows that cannot be read">
      <h3 className="prices-rejected">{plural(rejected, 'row', 'rows')} cannot be read</h3>
      {/* Reachable by keyboard, since it scrolls. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <ul className="prices-scroller" tabIndex={0} aria-label="Rows that cannot be read, with the reason">
        {rejects.slice(0, SHOWN).map(({ row, value, reason }) => (
          <li key={row}>
            <span className="num">Row {row}</span> {value === '' ? null : <bdi className="people-text">“{value}”</bdi>} {reason}
          </li>
        ))}
        {rejected > SHOWN ? <li>and {plural(rejected - SHOWN, 'more row', 'more rows')}</li> : null}
      </ul>
    </section>
  )
}
