import { Switch, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { QuietHours } from '../../shared/contract/desk.ts'
import { useFormatTag, useWords } from '../language/words.ts'
import { Row, Rows } from './Section.tsx'
import { NIGHT, quietHoursSentence, weekdayName } from './sending-words.ts'
import { useSetSettings } from './useSetSettings.ts'

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7]
/** One day at least is left for texts to go out on (the contract's bound). */
const MOST_DAYS = 6

/** When texts are kept back, by the recipient's clock. What the fields mean stands beneath them as a sentence. */
export function QuietHoursCard({ quietHours }: { quietHours: QuietHours | null }) {
  const words = useWords('sending')
  const tag = useFormatTag()
  const set = useSetSettings()
  // Switched off and on again, they are what they were.
  const [last, setLast] = useState(quietHours ?? NIGHT)
  if (quietHours !== null && quietHours !== last) setLast(quietHours)

  function change(part: Partial<QuietHours>): void {
    if (quietHours !== null) set.mutate({ quietHours: { ...quietHours, ...part } })
  }

  return (
    <Rows label={words('quiet.title')}>
      <Row title={words('quiet.title')} hint={quietHours === null ? words('quiet.hint') : undefined}>
        <Switch
          aria-label={words('quiet.title')}
          checked={quietHours !== null}
          disabled={set.isPending}
          onChange={(event) => set.mutate({ quietHours: event.currentTarget.checked ? last : null })}
        />
      </Row>
      {quietHours === null ? null : (
        <>
          <Row title={words('quiet.everyDay')} hint={words('quiet.everyDayHint')}>
            <div className="quiet-times">
              <ClockField label={words('quiet.from')} value={quietHours.from} onChange={(from) => change({ from })} />
              <span aria-hidden="true">{words('quiet.to')}</span>
              <ClockField label={words('quiet.until')} value={quietHours.until} onChange={(until) => change({ until })} />
            </div>
          </Row>
          <Row title={words('quiet.wholeDays')}>
            <fieldset className="quiet-days" aria-label={words('quiet.wholeDays')}>
              {WEEKDAYS.map((day) => {
                const isQuiet = quietHours.days.includes(day)
                return (
                  <button
                    key={day}
                    type="button"
                    className="quiet-day"
                    aria-pressed={isQuiet}
                    title={weekdayName(day, 'long', tag)}
                    disabled={!isQuiet && quietHours.days.length >= MOST_DAYS}
                    onClick={() => change({ days: isQuiet ? quietHours.days.filter((each) => each !== day) : [...quietHours.days, day] })}
                  >
                    {weekdayName(day, 'short', tag)}
                  </button>
                )
              })}
            </fieldset>
          </Row>
          <Row title={words('quiet.answers')} hint={words('quiet.answersHint')}>
            <Switch
              aria-label={words('quiet.answers')}
              checked={quietHours.exemptReplies}
              onChange={(event) => change({ exemptReplies: event.currentTarget.checked })}
            />
          </Row>
          <p className="settings-sentence" aria-live="polite">
            {quietHoursSentence(words, tag, quietHours)}
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
