import { Button, Modal, Radio, Select } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useMemo, useState, type ReactNode } from 'react'
import type { Account } from '../../../shared/contract/accounts.ts'
import { moneyWords, type Price } from '../../../shared/prices/price.ts'
import { CallFailure } from '../../components/Failure.tsx'
import { FileDrop } from '../../components/FileDrop.tsx'
import { Loading } from '../../components/Loading.tsx'
import { Notice } from '../../components/Notice.tsx'
import { sayDone } from '../../components/toasts.ts'
import { useHost } from '../../host/HostProvider.tsx'
import { problemWords } from '../../import/words.ts'
import { useHostSentences } from '../../language/useHostSentences.ts'
import { useFormatTag, useWords } from '../../language/words.ts'
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

const asName = (text: ReactNode) => <b className="people-text">{text}</b>
const asRow = (text: ReactNode) => <span className="num">{text}</span>
const asValue = (text: ReactNode) => <bdi className="people-text">{text}</bdi>

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
      sayDone(words('file.done', { count: prices.length, account: account.name }))
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
    <Modal opened onClose={close} title={words('file.title')} size={560}>
      <div className="prices-import">
        {looked !== undefined ? (
          <>
            <p>{words.rich('file.rows', { fileName: looked.fileName, count: looked.prices.length, name: asName })}</p>
            <Found prices={looked.prices} />
            {looked.repeated === 0 ? null : <p className="sec">{words('file.repeated', { count: looked.repeated })}</p>}
            <Rejected look={looked} />
            <Select
              label={words('file.currency')}
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
              <Radio.Group label={words('file.mode')} value={mode} onChange={(next) => setMode(next === 'merge' ? 'merge' : 'replace')}>
                <div className="rate-choices">
                  <Radio value="replace" label={words('file.replace')} />
                  <Radio value="merge" label={words('file.merge')} />
                </div>
              </Radio.Group>
            ) : null}
          </>
        ) : look.isPending ? (
          <Loading>{words('file.reading')}</Loading>
        ) : (
          <FileDrop
            title={words('file.drop')}
            hint={words('file.dropHint')}
            label={words('file.input')}
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
          <Button onClick={close}>{words('file.cancel')}</Button>
          {looked === undefined ? null : (
            <Button variant="filled" disabled={looked.prices.length === 0} loading={apply.isPending} onClick={() => apply.mutate(looked)}>
              {words('file.confirm')}
            </Button>
          )}
        </div>
      </div>
    </Modal>
  )
}

function Found({ prices }: { prices: readonly Price[] }) {
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

function Rejected({ look: { rejected, rejects } }: { look: Look }) {
  const words = useWords('prices')
  const optOuts = useWords('optOuts')
  const say = useHostSentences()
  if (rejected === 0) return null
  return (
    <section aria-label={optOuts('file.rejects')}>
      <h3 className="prices-rejected">{words('file.rejected', { count: rejected })}</h3>
      {/* Reachable by keyboard, since it scrolls. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <ul className="prices-scroller" tabIndex={0} aria-label={optOuts('file.rejectsList')}>
        {rejects.slice(0, SHOWN).map(({ row, value, reason }) => (
          <li key={row}>
            {value === ''
              ? optOuts.rich('file.rejectEmpty', { number: String(row), reason: say(reason), row: asRow })
              : optOuts.rich('file.reject', { number: String(row), text: value, reason: say(reason), row: asRow, value: asValue })}
          </li>
        ))}
        {rejected > SHOWN ? <li>{optOuts('file.more', { count: rejected - SHOWN })}</li> : null}
      </ul>
    </section>
  )
}
