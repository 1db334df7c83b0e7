import { Button, Checkbox, Select, Switch, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { MAX_TEXT_UNITS } from '../../../shared/contract/primitives.ts'
import type { AwayMessage, OpenSpan } from '../../../shared/contract/replies.ts'
import { newAwayMessage } from '../../../shared/replies/defaults.ts'
import { CallFailure } from '../../components/Failure.tsx'
import { plural } from '../../components/times.ts'
import { sayDone } from '../../components/toasts.ts'
import { useHost } from '../../host/HostProvider.tsx'
import { weekdayName } from '../sending-words.ts'
import { zoneHint } from './reply-words.ts'
import { TextLength } from './TextLength.tsx'

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7]
const EVERY_HOURS = [1, 4, 12, 24, 72, 168]
const FIRST_HOURS = { from: '08:00', until: '17:00' }

/** The away message of one account, kept when it is saved. */
export function AwayForm({ kept, name, onDone }: { kept: AwayMessage; name: string; onDone: () => void }) {
  const { queries } = useHost()
  const queryClient = useQueryClient()
  // Who opens this wants it on.
  const [away, setAway] = useState<AwayMessage>({ ...kept, on: kept.on || kept.text === '' })
  const [tried, setTried] = useState(false)
  const save = useMutation(
    queries.replies.setAway.mutationOptions({
      onSuccess(answer) {
        queryClient.setQueryData(queries.replies.away.queryKey(), answer)
        sayDone(away.on ? `The away message of ${name} is on.` : `The away message of ${name} is off.`)
        onDone()
      },
    }),
  )
  const missing = away.on && away.text.trim() === '' ? 'Write what they get.' : null
  const change = (part: Partial<AwayMessage>): void => setAway({ ...away, ...part })

  function submit(event: FormEvent): void {
    event.preventDefault()
    setTried(true)
    if (missing === null && !save.isPending) save.mutate(away)
  }

  return (
    <form className="away-form" onSubmit={submit} noValidate aria-label={`Away message of ${name}`}>
      <Switch label="Answer while we are away" checked={away.on} onChange={(event) => change({ on: event.currentTarget.checked })} />
      <Textarea
        label="Text"
        placeholder="Thanks for your text. We are back on weekdays from 8, and answer then."
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
        label="At any time, not only outside opening hours"
        checked={away.hours === null}
        onChange={(event) => change({ hours: event.currentTarget.checked ? null : newAwayMessage(away.accountId, away.zone).hours })}
      />
      {away.hours === null ? null : <Hours hours={away.hours} zone={away.zone} onChange={(hours) => change({ hours })} />}
      <Select
        className="away-every"
        label="To one person at most once within"
        data={[...new Set([...EVERY_HOURS, away.everyHours])]
          .sort((a, b) => a - b)
          .map((hours) => ({
            value: String(hours),
            label: hours % 24 === 0 ? plural(hours / 24, 'day', 'days') : plural(hours, 'hour', 'hours'),
          }))}
        value={String(away.everyHours)}
        allowDeselect={false}
        onChange={(hours) => change({ everyHours: Number(hours ?? away.everyHours) })}
      />
      <CallFailure error={save.error} />
      <div className="account-form-actions">
        <Button type="submit" loading={save.isPending}>
          Save
        </Button>
        <Button variant="subtle" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  )
}

/** A line for each weekday: open or not, and from when until when. */
function Hours({ hours, zone, onChange }: { hours: readonly OpenSpan[]; zone: string; onChange: (hours: OpenSpan[]) => void }) {
  const spanOf = (day: number): OpenSpan | undefined => hours.find((span) => span.day === day)
  const set = (day: number, span: Omit<OpenSpan, 'day'> | null): void => {
    const others = hours.filter((each) => each.day !== day)
    onChange(span === null ? others : [...others, { ...span, day }].sort((a, b) => a.day - b.day))
  }
  return (
    <fieldset className="away-hours">
      <legend>
        Opening hours <span className="sec">{zoneHint(zone)}</span>
      </legend>
      {WEEKDAYS.map((day) => {
        const span = spanOf(day)
        const name = weekdayName(day, 'long')
        return (
          <div key={day} className="away-day">
            <Checkbox
              label={name}
              checked={span !== undefined}
              onChange={(event) => set(day, event.currentTarget.checked ? (spanOf(day - 1) ?? FIRST_HOURS) : null)}
            />
            {span === undefined ? (
              <span className="sec">closed</span>
            ) : (
              <span className="quiet-times">
                <TextInput
                  className="quiet-clock"
                  type="time"
                  aria-label={`${name}, open from`}
                  value={span.from}
                  onChange={(event) => setClock(event.currentTarget.value, (from) => set(day, { from, until: span.until }))}
                />
                <span aria-hidden="true">to</span>
                <TextInput
                  className="quiet-clock"
                  type="time"
                  aria-label={`${name}, open until`}
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
