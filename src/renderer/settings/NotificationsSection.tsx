import { Button, SegmentedControl, Select, Switch, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { DeskStatus } from '../../shared/contract/desk.ts'
import type { NotificationSettings } from '../../shared/contract/notifications.ts'
import { Chip } from '../components/Chip.tsx'
import { Notice } from '../components/Notice.tsx'
import { useNow } from '../components/useNow.ts'
import { goTo } from '../app/routes.ts'
import { useHost } from '../host/HostProvider.tsx'
import { useTimes } from '../language/times.ts'
import { useWords } from '../language/words.ts'
import { noteWords } from '../notifications/note-words.ts'
import { browserOutlet, shellOutlet } from '../notifications/outlets.ts'
import { usePermission, type Permission } from '../notifications/permission.ts'
import { inAnHour, nextMorning, quietWords } from '../notifications/quiet.ts'
import { windowOutlet } from '../notifications/window-outlet.ts'
import { Row, Rows, Section } from './Section.tsx'
import { useSetSettings } from './useSetSettings.ts'

const WHEN = ['always', 'away', 'never'] as const satisfies readonly NotificationSettings['when'][]
const SHOWS = ['text', 'who'] as const satisfies readonly NotificationSettings['shows'][]

/** Hours that are quiet when somebody switches them on. */
const NIGHT = { from: '18:00', until: '08:00' }

/** When and how somebody at this computer is told of texts and calls that come in. */
export function NotificationsSection({ settings, shell }: { settings: NotificationSettings; shell: DeskStatus['shell'] }) {
  const set = useSetSettings()
  const words = useWords('notificationSettings')
  const inBrowser = shell !== 'electron'
  const { permission, ask } = usePermission()

  function change(part: Partial<NotificationSettings>): void {
    set.mutate({ notifications: { ...settings, ...part } })
  }

  return (
    <Section
      title={words('title')}
      intro={words('intro')}
      actions={<ShowMeOne settings={settings} inBrowser={inBrowser} permission={permission} />}
    >
      {inBrowser ? <BrowserPermission permission={permission} onAsk={ask} /> : null}
      <Rows>
        <Row title={words('show')} hint={words('showHint')}>
          <Select
            aria-label={words('show')}
            data={WHEN.map((when) => ({ value: when, label: words(`when.${when}`) }))}
            value={settings.when}
            onChange={(when) => {
              if (when !== null) change({ when })
            }}
          />
        </Row>
        <Row title={words('what')} hint={words(`whatHint.${settings.shows}`)}>
          <SegmentedControl
            aria-label={words('what')}
            data={SHOWS.map((shows) => ({ value: shows, label: words(`shows.${shows}`) }))}
            value={settings.shows}
            onChange={(shows) => change({ shows })}
          />
        </Row>
      </Rows>
      {settings.when === 'never' ? null : <QuietRows settings={settings} onChange={change} />}
    </Section>
  )
}

function QuietRows({ settings, onChange }: { settings: NotificationSettings; onChange: (part: Partial<NotificationSettings>) => void }) {
  const times = useTimes()
  const now = useNow()
  const words = useWords('notificationSettings')
  const quiet = quietWords(times, settings, now)
  const { quietHours } = settings
  // Switched off and on again, they are what they were.
  const [last, setLast] = useState(quietHours ?? NIGHT)
  if (quietHours !== null && quietHours !== last) setLast(quietHours)
  return (
    <Rows label={words('quiet.label')}>
      <Row title={words('quiet.now')} hint={quiet === null ? words('quiet.off') : words('quiet.until', { moment: quiet })}>
        {quiet === null ? (
          <div className="quiet-now">
            <Button size="xs" onClick={() => onChange({ quietUntil: inAnHour(Date.now()) })}>
              {words('quiet.hour')}
            </Button>
            <Button size="xs" onClick={() => onChange({ quietUntil: nextMorning(Date.now()) })}>
              {words('quiet.morning', { time: times.clock(nextMorning(now)) })}
            </Button>
          </div>
        ) : (
          <Button size="xs" onClick={() => onChange({ quietUntil: null })}>
            {words('quiet.end')}
          </Button>
        )}
      </Row>
      <Row title={words('quiet.daily')} hint={words('quiet.dailyHint')}>
        <Switch
          aria-label={words('quiet.daily')}
          checked={quietHours !== null}
          onChange={(event) => onChange({ quietHours: event.currentTarget.checked ? last : null })}
        />
      </Row>
      {quietHours === null ? null : (
        <Row title={words('quiet.times')} hint={quietHours.from === quietHours.until ? words('quiet.same') : undefined}>
          <div className="quiet-times">
            <ClockField
              label={words('quiet.fromLabel')}
              value={quietHours.from}
              onChange={(from) => onChange({ quietHours: { ...quietHours, from } })}
            />
            <span aria-hidden="true">{words('quiet.to')}</span>
            <ClockField
              label={words('quiet.untilLabel')}
              value={quietHours.until}
              onChange={(until) => onChange({ quietHours: { ...quietHours, until } })}
            />
          </div>
        </Row>
      )}
    </Rows>
  )
}

function ClockField({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  const [typed, setTyped] = useState(value)
  const [shown, setShown] = useState(value)
  if (shown !== value) {
    setShown(value)
    setTyped(value)
  }
  return (
    <TextInput
      className="quiet-clock"
      type="time"
      aria-label={label}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => {
        if (typed === '') setTyped(value)
        else if (typed !== value) onChange(typed)
      }}
    />
  )
}

function BrowserPermission({ permission, onAsk }: { permission: Permission; onAsk: () => void }) {
  const words = useWords('notificationSettings')
  switch (permission) {
    case 'denied':
      return (
        <Notice tone="warn" icon="warning">
          {words('browser.denied')}
        </Notice>
      )
    case 'missing':
      return <Notice icon="info">{words('browser.missing')}</Notice>
    default:
      return (
        <Rows label={words('browser.label')}>
          <Row title={words('browser.title')} hint={permission === 'granted' ? words('browser.granted') : words('browser.ask')}>
            {permission === 'granted' ? (
              <Chip tone="ok">{words('browser.allowed')}</Chip>
            ) : (
              <Button variant="filled" onClick={onAsk}>
                {words('browser.allow')}
              </Button>
            )}
          </Row>
        </Rows>
      )
  }
}

/** Somebody who does not exist says how a notification looks. */
function ShowMeOne({ settings, inBrowser, permission }: { settings: NotificationSettings; inBrowser: boolean; permission: Permission }) {
  const { client } = useHost()
  const arrivals = useWords('arrivals')
  const words = useWords('notificationSettings')
  const goBack = (): void => goTo('settings', 'notifications')

  function show(): void {
    const outlet = !inBrowser ? shellOutlet(client) : permission === 'granted' ? browserOutlet(goBack) : windowOutlet(goBack)
    const arrival = { what: 'text', conversationId: '', messageId: '' } as const
    const note = { kind: 'one', conversationId: '', latest: arrival, texts: 1, calls: 0 } as const
    const facts = { who: words('sample.who'), text: words('sample.text') }
    outlet.show('sample', noteWords(arrivals, note, settings.shows, facts))
  }

  return <Button onClick={show}>{words('sample.button')}</Button>
}
