import { Switch, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { QuietHours } from '../../shared/contract/desk.ts'
import { Row, Rows } from './Section.tsx'
import { NIGHT, quietHoursSentence, weekdayName } from './sending-words.ts'
import { useSetSettings } from './useSetSettings.ts'

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7]
/** One day at least is left for texts to go out on (the contract's bound). */
const MOST_DAYS = 6

/** When texts are kept back, by the recipient's clock. What the fields mean stands beneath them as a sentence. */
export function QuietHoursCard({ quietHours }: { quietHours: QuietHours | null }) {
  const set = useSetSettings()
  // Switched off and on again, they are what they were.
  const [last, setLast] = useState(quietHours ?? NIGHT)
  if (quietHours !== null && quietHours !== last) setLast(quietHours)

  function change(part: Partial<QuietHours>): void {
    if (quietHours !== null) set.mutate({ quietHours: { ...quietHours, ...part } })
  }

  return (
    <Rows label="Quiet hours">
      <Row
        title="Quiet hours"
        hint={quietHours === null ? 'Keep texts back at night and on days when nobody should be texted.' : undefined}
      >
        <Switch
          aria-label="Quiet hours"
          checked={quietHours !== null}
          disabled={set.isPending}
          onChange={(event) => set.mutate({ quietHours: event.currentTarget.checked ? last : null })}
        />
      </Row>
      {quietHours === null ? null : (
        <>
          <Row title="Every day" hint="By the clock where the recipient is.">
            <div className="quiet-times">
              <ClockField label="Quiet from" value={quietHours.from} onChange={(from) => change({ from })} />
              <span aria-hidden="true">to</span>
              <ClockField label="Quiet until" value={quietHours.until} onChange={(until) => change({ until })} />
            </div>
          </Row>
          <Row title="Quiet all day on">
            <fieldset className="quiet-days" aria-label="Quiet all day on">
              {WEEKDAYS.map((day) => {
                const isQuiet = quietHours.days.includes(day)
                return (
                  <button
                    key={day}
                    type="button"
                    className="quiet-day"
                    aria-pressed={isQuiet}
                    title={weekdayName(day, 'long')}
                    disabled={!isQuiet && quietHours.days.length >= MOST_DAYS}
                    onClick={() => change({ days: isQuiet ? quietHours.days.filter((each) => each !== day) : [...quietHours.days, day] })}
                  >
                    {weekdayName(day, 'short')}
                  </button>
                )
              })}
            </fieldset>
          </Row>
          <Row title="Answers go out all the same" hint="Within an hour of the customer’s own text.">
            <Switch
              aria-label="Answers go out all the same"
              checked={quietHours.exemptReplies}
              onChange={(event) => change({ exemptReplies: event.currentTarget.checked })}
            />
          </Row>
          <p className="settings-sentence" aria-live="polite">
            {quietHoursSentence(quietHours)}
          </p>
        </>
      )}
    </Rows>
  )
}

/** A time of day, kept when the field is left: while it is being typed it passes through times nobody means. */
function ClockField({ label, value, onChange }: { label: string; value: string; onChange: (clock: string) => void }) {
  const [typed, setTyped] = useState(value)
  const [shown, setShown] = useState(value)
  if (shown !== value) {
    setShown(value)
    setTyped(value)
  }

  function keep(): void {
    const clock = typed.slice(0, 5)
    if (clock === '') setTyped(value)
    else if (clock !== value) onChange(clock)
  }

  return (
    <TextInput
      className="quiet-clock"
      type="time"
      aria-label={label}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep()
      }}
    />
  )
}
