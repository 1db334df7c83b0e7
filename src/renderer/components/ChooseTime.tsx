import './components.css'
import { Button, Checkbox, Modal, Select, TextInput } from '@mantine/core'
import { useMemo, useState, type FormEvent, type ReactNode } from 'react'
import type { WallTime } from '../../shared/contract/messages.ts'
import { instantOf, ownZone, wallTimeOf } from '../../shared/time/wall-time.ts'
import { useTimes } from '../language/times.ts'
import { useWords, type Words } from '../language/words.ts'
import { CallFailure } from './Failure.tsx'
import { keeperProblem, type Keeper } from './keeper.ts'
import { addDays, laterChoices } from './later.ts'
import { Notice } from './Notice.tsx'
import { useNow } from './useNow.ts'
import { theirMoment, wallTimeFrom, zoneChoices, zoneName } from './zones.ts'

/** A later time, and until when the text may go at all, in ms UTC. */
export interface ChosenTime {
  schedule: WallTime
  validUntil: number | null
  /** The provider is to keep it until then. */
  keptByProvider: boolean
}

/** How far ahead a text can be planned, in days. */
const FURTHEST_DAYS = 366

const asMoment = (moment: ReactNode) => <b className="num">{moment}</b>

/**
 * Asks for a date and a time by this computer's clock. `to` is the recipient where there is just one: where their clock
 * shows another time, that is said. `asksLimit` offers a moment after which the text is not to be sent any more,
 * `asksZone` the clock of another place to go by, `keeper` to let the provider keep it until then.
 */
export function ChooseTime({
  opened,
  title,
  to = null,
  asksLimit = false,
  asksZone = false,
  keeper = null,
  busy = false,
  error = null,
  onChoose,
  onCancel,
  children,
}: {
  opened: boolean
  title: string
  to?: string | null
  asksLimit?: boolean
  asksZone?: boolean
  keeper?: Keeper | null
  busy?: boolean
  error?: unknown
  onChoose: (chosen: ChosenTime) => void
  onCancel: () => void
  children?: ReactNode
}) {
  return (
    <Modal opened={opened} onClose={onCancel} title={title} size={440}>
      <TimeForm
        to={to}
        asksLimit={asksLimit}
        asksZone={asksZone}
        keeper={keeper}
        busy={busy}
        error={error}
        onChoose={onChoose}
        onCancel={onCancel}
      >
        {children}
      </TimeForm>
    </Modal>
  )
}

function TimeForm({
  to,
  asksLimit,
  asksZone,
  keeper,
  busy,
  error,
  onChoose,
  onCancel,
  children,
}: {
  to: string | null
  asksLimit: boolean
  asksZone: boolean
  keeper: Keeper | null
  busy: boolean
  error: unknown
  onChoose: (chosen: ChosenTime) => void
  onCancel: () => void
  children: ReactNode
}) {
  const now = useNow()
  const words = useWords('chooseTime')
  const controls = useWords('controls')
  const times = useTimes()
  const [choices] = useState(() => laterChoices(words, Date.now()))
  const [{ date, time }, setWhen] = useState(() => fieldsOf(choices[0]?.wall))
  const [limit, setLimit] = useState(fieldsOf(undefined))
  const [tried, setTried] = useState(false)
  const [zone, setZone] = useState(ownZone)
  const [wantsKeeper, setWantsKeeper] = useState(false)
  const zones = useMemo(() => (asksZone ? zoneChoices(words) : []), [asksZone, words])
  const today = wallTimeOf(now, zone).local.slice(0, 10)
  const schedule = wallTimeFrom(date, time, zone)
  const at = schedule === null ? null : instantOf(schedule)
  const problem = at === null ? words('missing') : at <= now ? words('passed') : null
  const limitWall = wallTimeFrom(limit.date, limit.time)
  const limitAt = limitWall === null ? null : instantOf(limitWall)
  const limitProblem = problemOfLimit(words, limit, limitAt, at)
  const keeperTrouble = keeper === null || at === null ? null : keeperProblem(words, keeper, at, now)
  const keptByProvider = keeper !== null && keeperTrouble === null && wantsKeeper
  const there = to === null || at === null || problem !== null ? null : theirMoment(times, to, at, now)

  function submit(event: FormEvent): void {
    event.preventDefault()
    setTried(true)
    if (schedule === null || problem !== null || limitProblem !== null) return
    onChoose({ schedule, validUntil: keptByProvider ? null : limitAt, keptByProvider })
  }

  return (
    <form className="choose-time" onSubmit={submit} noValidate>
      {children}
      <fieldset className="choose-quick" aria-label={words('usual')}>
        {choices.map((choice) => {
          const fields = fieldsOf(choice.wall)
          return (
            <button
              key={choice.label}
              type="button"
              className="choose-quick-time"
              aria-pressed={fields.date === date && fields.time === time}
              onClick={() => setWhen(fields)}
            >
              {choice.label} <span className="num">{times.clock(choice.at)}</span>
            </button>
          )
        })}
      </fieldset>
      <div className="choose-pair">
        <TextInput
          type="date"
          label={words('date')}
          value={date}
          min={today}
          max={addDays(today, FURTHEST_DAYS)}
          error={tried && date === ''}
          data-autofocus
          onChange={(event) => setWhen({ date: event.currentTarget.value, time })}
        />
        <TextInput
          type="time"
          label={words('time')}
          value={time}
          error={tried && time === ''}
          onChange={(event) => setWhen({ date, time: event.currentTarget.value })}
        />
      </div>
      {asksZone ? (
        <Select
          label={words('zone')}
          data={zones}
          value={zone}
          searchable
          limit={60}
          nothingFoundMessage={words('noZone')}
          onChange={(chosen) => setZone(chosen ?? ownZone())}
        />
      ) : null}
      <p className="choose-zone">
        {zone === ownZone()
          ? words('byThisClock', { zone: zoneName(zone) })
          : at === null
            ? words('byClockIn', { zone: zoneName(zone) })
            : words('byClockInHere', { zone: zoneName(zone), moment: times.moment(at, now) })}
        {there === null ? null : <> {words.rich('there', { place: there.place, time: there.words, moment: asMoment })}</>}
      </p>
      {keeper === null ? null : (
        <Checkbox
          label={words('keeper.label', { name: keeper.name })}
          description={keeperTrouble ?? words('keeper.hint')}
          checked={keptByProvider}
          disabled={keeperTrouble !== null}
          onChange={(event) => setWantsKeeper(event.currentTarget.checked)}
        />
      )}
      {asksLimit && !keptByProvider ? (
        <fieldset className="choose-limit">
          <legend>{words('limit.title')}</legend>
          <p>{words('limit.hint')}</p>
          <div className="choose-pair">
            <TextInput
              type="date"
              aria-label={words('limit.date')}
              value={limit.date}
              min={today}
              onChange={(event) => setLimit(withDate(limit, event.currentTarget.value))}
            />
            <TextInput
              type="time"
              aria-label={words('limit.time')}
              value={limit.time}
              onChange={(event) => setLimit({ ...limit, time: event.currentTarget.value })}
            />
          </div>
        </fieldset>
      ) : null}
      {(problem !== null && (tried || at !== null)) || (limitProblem !== null && (tried || limitAt !== null)) ? (
        <Notice tone="bad" icon="warning" urgent>
          {problem ?? limitProblem}
        </Notice>
      ) : null}
      <CallFailure error={error} />
      <div className="confirm-actions">
        <Button onClick={onCancel}>{controls('cancel')}</Button>
        <Button type="submit" variant="filled" loading={busy}>
          {at === null || problem !== null ? words('sendLater') : words('sendOn', { when: times.on(at, now) })}
        </Button>
      </div>
    </form>
  )
}

/** What a date and a time field hold. */
interface Fields {
  /** `YYYY-MM-DD`, or empty. */
  date: string
  /** `HH:MM`, or empty. */
  time: string
}

function fieldsOf(wall: WallTime | undefined): Fields {
  const [date = '', time = ''] = wall?.local.split('T') ?? []
  return { date, time }
}

/** A date alone means the end of that day; without a date a time means nothing. */
function withDate(limit: Fields, date: string): Fields {
  if (date === '') return { date, time: '' }
  return { date, time: limit.time === '' ? '23:59' : limit.time }
}

/** Why the end of validity makes no sense; null when it does, or there is none. Instants in ms UTC. */
function problemOfLimit(words: Words<'chooseTime'>, limit: Fields, limitAt: number | null, at: number | null): string | null {
  if (limit.date === '' && limit.time === '') return null
  if (limitAt === null) return words('limit.missing')
  return at !== null && limitAt <= at ? words('limit.tooEarly') : null
}
