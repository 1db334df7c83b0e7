import './export.css'
import { Button, Modal, Select, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { ownZone } from '../../shared/time/wall-time.ts'
import { useAccounts } from '../accounts/useAccounts.ts'
import { useUiState, type Exporting } from '../app/uiState.tsx'
import { CallFailure } from '../components/Failure.tsx'
import { sayDone } from '../components/toasts.ts'
import { download } from '../contacts/download.ts'
import { fileNameOfDay } from '../contacts/export-file.ts'
import { useHost } from '../host/HostProvider.tsx'
import { useWords } from '../language/words.ts'
import { collectFile } from './collect.ts'
import { ALL_DAYS, isTurnedRound, timeOf, type Days } from './range.ts'

/** Saves texts as a CSV file: of one conversation or of all, of some days, of one account. Nothing while nobody asked. */
export function ExportDialog() {
  const exporting = useUiState((state) => state.exporting)
  const setExporting = useUiState((state) => state.setExporting)
  return exporting === null ? null : <ExportForm of={exporting} onClose={() => setExporting(null)} />
}

function ExportForm({ of, onClose }: { of: Exporting; onClose: () => void }) {
  const { client } = useHost()
  const words = useWords('exporting')
  const accounts = useAccounts()
  const [days, setDays] = useState<Days>(ALL_DAYS)
  const [accountId, setAccountId] = useState<string | null>(null)
  const [soFar, setSoFar] = useState(0)
  const stop = useRef<AbortController | null>(null)
  // Whoever closes the dialog, or leaves the screen, does not wait for the file.
  useEffect(() => () => stop.current?.abort(), [])

  const save = useMutation({
    async mutationFn() {
      const controller = new AbortController()
      stop.current = controller
      setSoFar(0)
      const selection = {
        ...timeOf(days),
        ...(of.conversationId === null ? {} : { conversationId: of.conversationId }),
        ...(accountId === null ? {} : { accountId }),
        zone: ownZone(),
      }
      const { parts, rows } = await collectFile((input) => client.exports.csv({ ...selection, ...input }), setSoFar, controller.signal)
      const name = of.who === null ? words('fileName') : words('fileNameWith', { who: of.who })
      if (rows > 0) download(fileNameOfDay(name, 'csv', new Date()), parts, 'text/csv;charset=utf-8')
      return rows
    },
    onSuccess(rows) {
      if (rows === 0) return
      sayDone(words('done', { count: rows }))
      onClose()
    },
  })
  const turned = isTurnedRound(days)
  const failed = save.error !== null && save.error.name !== 'AbortError'

  function submit(event: FormEvent): void {
    event.preventDefault()
    if (!turned) save.mutate()
  }

  return (
    <Modal opened onClose={onClose} title={of.who === null ? words('title') : words('titleWith', { who: of.who })} size={460}>
      <form className="export-form" onSubmit={submit}>
        <p className="sec">{words('text')}</p>
        {(accounts.data?.length ?? 0) > 1 ? (
          <Select
            label={words('account')}
            placeholder={words('allAccounts')}
            clearable
            data={(accounts.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            value={accountId}
            disabled={save.isPending}
            onChange={setAccountId}
          />
        ) : null}
        <DayFields days={days} disabled={save.isPending} onChange={setDays} />
        <div className="export-state" aria-live="polite">
          {save.isPending ? words('soFar', { count: soFar }) : null}
          {save.data === 0 && !save.isPending ? words('nothing') : null}
        </div>
        {failed ? <CallFailure error={save.error} /> : null}
        <div className="export-actions">
          {save.isPending ? (
            <Button onClick={() => stop.current?.abort()}>{words('cancel')}</Button>
          ) : (
            <Button type="submit" variant="filled" disabled={turned}>
              {words('save')}
            </Button>
          )}
        </div>
      </form>
    </Modal>
  )
}

/** From which day and until which, both whole; empty for all. */
export function DayFields({ days, disabled = false, onChange }: { days: Days; disabled?: boolean; onChange: (days: Days) => void }) {
  const words = useWords('exporting')
  return (
    <div className="export-days">
      <TextInput
        type="date"
        label={words('days.from')}
        value={days.from}
        disabled={disabled}
        onChange={(event) => onChange({ ...days, from: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={words('days.until')}
        value={days.until}
        disabled={disabled}
        error={isTurnedRound(days) ? words('days.turned') : undefined}
        onChange={(event) => onChange({ ...days, until: event.currentTarget.value })}
      />
    </div>
  )
}
