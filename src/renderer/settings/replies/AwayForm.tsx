import { Button, Checkbox, Select, Switch, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent, type ReactNode } from 'react'
import { MAX_TEXT_UNITS } from '../../../shared/contract/primitives.ts'
import type { AwayMessage, OpenSpan } from '../../../shared/contract/replies.ts'
import { newAwayMessage } from '../../../shared/replies/defaults.ts'
import { CallFailure } from '../../components/Failure.tsx'
import { sayDone } from '../../components/toasts.ts'
import { zoneName } from '../../components/zones.ts'
import { useHost } from '../../host/HostProvider.tsx'
import { useFormatTag, useWords } from '../../language/words.ts'
import { weekdayName } from '../sending-words.ts'
import { TextLength } from './TextLength.tsx'

/** Whose clock it is, beside what goes by it. */
const asZone = (text: ReactNode) => <span className="sec">{text}</span>

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7]
const EVERY_HOURS = [1, 4, 12, 24, 72, 168]
const FIRST_HOURS = { from: '08:00', until: '17:00' }

/** The away message of one account, kept when it is saved. */
export function AwayForm({ kept, name, onDone }: { kept: AwayMessage; name: string; onDone: () => void }) {
  const words = useWords('replies')
  const { queries } = useHost()
  const queryClient = useQueryClient()
  // Who opens this wants it on.
  const [away, setAway] = useState<AwayMessage>({ ...kept, on: kept.on || kept.text === '' })
  const [tried, setTried] = useState(false)
  const save = useMutation(
    queries.replies.setAway.mutationOptions({
      onSuccess(answer) {
        queryClient.setQueryData(queries.replies.away.queryKey(), answer)
        sayDone(away.on ? words('away.isOn', { account: name }) : words('away.isOff', { account: name }))
        onDone()
      },
    }),
  )
  const missing = away.on && away.text.trim() === '' ? words('away.missing') : null
  const change = (part: Partial<AwayMessage>): void => setAway({ ...away, ...part })

  function submit(event: FormEvent): void {
    event.preventDefault()
    setTried(true)
    if (missing === null && !save.isPending) save.mutate(away)
  }

  return (
    <form className="away-form" onSubmit={submit} noValidate aria-label={words('away.form', { account: name })}>
      <Switch label={words('away.on')} checked={away.on} onChange={(event) => change({ on: event.currentTarget.checked })} />
      <Textarea
        label={words('away.text')}
        placeholder={words('away.example')}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={MAX_TEXT_UNITS}
        value={away.text}
        error={tried ? missing : null}
        onChange={(event) => change({ text: event.currentTarget.value })}
      />
      <TextLength text={away.text} />
      <Checkbox
        label={words('away.anyTime')}
        checked={away.hours === null}
        onChange={(event) => change({ hours: event.currentTarget.checked ? null : newAwayMessage(away.accountId, away.zone).hours })}
      />
      {away.hours === null ? null : <Hours hours={away.hours} zone={away.zone} onChange={(hours) => change({ hours })} />}
      <Select
        className="away-every"
        label={words('away.every')}
        data={[...new Set([...EVERY_HOURS, away.everyHours])]
          .sort((a, b) => a - b)
          .map((hours) => ({
            value: String(hours),
            label: hours % 24 === 0 ? words('away.everyDays', { days: hours / 24 }) : words('away.everyHours', { hours }),
          }))}
        value={String(away.everyHours)}
        allowDeselect={false}
        onChange={(hours) => change({ everyHours: Number(hours ?? away.everyHours) })}
      />
      <CallFailure error={save.error} />
      <div className="account-form-actions">
        <Button type="submit" loading={save.isPending}>
          {words('away.save')}
        </Button>
        <Button variant="subtle" onClick={onDone}>
          {words('away.cancel')}
        </Button>
      </div>
    </form>
  )
}

/** A line for each weekday: open or not, and from when until when. */
function Hours({ hours, zone, onChange }: { hours: readonly OpenSpan[]; zone: string; onChange: (hours: OpenSpan[]) => void }) {
  const words = useWords('replies')
  const tag = useFormatTag()
  const spanOf = (day: number): OpenSpan | undefined => hours.find((span) => span.day === day)
  const set = (day: number, span: Omit<OpenSpan, 'day'> | null): void => {
    const others = hours.filter((each) => each.day !== day)
    onChange(span === null ? others : [...others, { ...span, day }].sort((a, b) => a.day - b.day))
  }
  return (
    <fieldset className="away-hours">
      <legend>{words.rich('away.hours', { zone: asZone, city: zoneName(zone) })}</legend>
      {WEEKDAYS.map((day) => {
        const span = spanOf(day)
        const name = weekdayName(day, 'long', tag)
        return (
          <div key={day} className="away-day">
            <Checkbox
              label={name}
              checked={span !== undefined}
              onChange={(event) => set(day, event.currentTarget.checked ? (spanOf(day - 1) ?? FIRST_HOURS) : null)}
            />
            {span === undefined ? (
              <span className="sec">{words('away.closed')}</span>
            ) : (
              <span className="quiet-times">
                <TextInput
                  className="quiet-clock"
                  type="time"
                  aria-label={words('away.from', { day: name })}
                  value={span.from}
                  onChange={(event) => setClock(event.currentTarget.value, (from) => set(day, { from, until: span.until }))}
                />
                <span aria-hidden="true">{words('away.to')}</span>
                <TextInput
                  className="quiet-clock"
                  type="time"
                  aria-label={words('away.until', { day: name })}
                  value={span.until}
                  onChange={(event) => setClock(event.currentTarget.value, (until) => set(day, { from: span.from, until }))}
                />
              </span>
            )}
          </div>
        )
      })}
    </fieldset>
  )
}

/** A field that is emptied while one types keeps the time it had. */
function setClock(typed: string, keep: (clock: string) => void): void {
  const clock = typed.slice(0, 5)
  if (clock !== '') keep(clock)
}
