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

const WHEN = [
  { value: 'always', label: 'Always' },
  { value: 'away', label: 'Only when SMS Desk is not in front' },
  { value: 'never', label: 'Never' },
] as const satisfies readonly { value: NotificationSettings['when']; label: string }[]

const SHOWS = [
  { value: 'text', label: 'Who and what' },
  { value: 'who', label: 'Only who' },
] as const satisfies readonly { value: NotificationSettings['shows']; label: string }[]

/** Hours that are quiet when somebody switches them on. */
const NIGHT = { from: '18:00', until: '08:00' }

/** When and how somebody at this computer is told of texts and calls that come in. */
export function NotificationsSection({ settings, shell }: { settings: NotificationSettings; shell: DeskStatus['shell'] }) {
  const set = useSetSettings()
  const inBrowser = shell !== 'electron'
  const { permission, ask } = usePermission()

  function change(part: Partial<NotificationSettings>): void {
    set.mutate({ notifications: { ...settings, ...part } })
  }

  return (
    <Section
      title="Notifications"
      intro="How this computer tells you of texts and missed calls. What is unread is counted in any case."
      actions={<ShowMeOne settings={settings} inBrowser={inBrowser} permission={permission} />}
    >
      {inBrowser ? <BrowserPermission permission={permission} onAsk={ask} /> : null}
      <Rows>
        <Row title="Show notifications" hint="Nothing is shown for the conversation that is open in front of you.">
          <Select
            aria-label="Show notifications"
            data={[...WHEN]}
            value={settings.when}
            onChange={(when) => {
              if (when !== null) change({ when })
            }}
          />
        </Row>
        <Row
          title="What they show"
          hint={
            settings.shows === 'who' ? 'Texts stay in the window, where nobody passing by reads them.' : 'The beginning of the text, too.'
          }
        >
          <SegmentedControl aria-label="What they show" data={[...SHOWS]} value={settings.shows} onChange={(shows) => change({ shows })} />
        </Row>
      </Rows>
      {settings.when === 'never' ? null : <QuietRows settings={settings} onChange={change} />}
    </Section>
  )
}

function QuietRows({ settings, onChange }: { settings: NotificationSettings; onChange: (part: Partial<NotificationSettings>) => void }) {
  const times = useTimes()
  const now = useNow()
  const quiet = quietWords(times, settings, now)
  const { quietHours } = settings
  // Switched off and on again, they are what they were.
  const [last, setLast] = useState(quietHours ?? NIGHT)
  if (quietHours !== null && quietHours !== last) setLast(quietHours)
  return (
    <Rows label="Quiet">
      <Row
        title="Quiet for now"
        hint={quiet === null ? 'No notifications for a while; they come back by themselves.' : `Quiet until ${quiet}.`}
      >
        {quiet === null ? (
          <div className="quiet-now">
            <Button size="xs" onClick={() => onChange({ quietUntil: inAnHour(Date.now()) })}>
              For an hour
            </Button>
            <Button size="xs" onClick={() => onChange({ quietUntil: nextMorning(Date.now()) })}>
              Until 08:00
            </Button>
          </div>
        ) : (
          <Button size="xs" onClick={() => onChange({ quietUntil: null })}>
            End it now
          </Button>
        )}
      </Row>
      <Row title="Quiet every day" hint="By the clock of this computer.">
        <Switch
          aria-label="Quiet every day"
          checked={quietHours !== null}
          onChange={(event) => onChange({ quietHours: event.currentTarget.checked ? last : null })}
        />
      </Row>
      {quietHours === null ? null : (
        <Row title="From and until" hint={quietHours.from === quietHours.until ? 'The same time twice is no quiet at all.' : undefined}>
          <div className="quiet-times">
            <ClockField label="Quiet from" value={quietHours.from} onChange={(from) => onChange({ quietHours: { ...quietHours, from } })} />
            <span aria-hidden="true">to</span>
            <ClockField
              label="Quiet until"
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

const DENIED =
  'This browser does not let SMS Desk show notifications. To allow them, press the sign left of the address above, and there “Notifications”. Until then they show in this window only.'

function BrowserPermission({ permission, onAsk }: { permission: Permission; onAsk: () => void }) {
  switch (permission) {
    case 'denied':
      return (
        <Notice tone="warn" icon="warning">
          {DENIED}
        </Notice>
      )
    case 'missing':
      return <Notice icon="info">This browser has no notifications. They show in this window only; its title counts what is unread.</Notice>
    default:
      return (
        <Rows label="This browser">
          <Row
            title="Notifications of this browser"
            hint={
              permission === 'granted'
                ? 'They show while SMS Desk is open in a tab, also behind other windows.'
                : 'Allowed, they show while SMS Desk is behind other windows. The browser asks you once more.'
            }
          >
            {permission === 'granted' ? (
              <Chip tone="ok">Allowed</Chip>
            ) : (
              <Button variant="filled" onClick={onAsk}>
                Allow notifications
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
  const goBack = (): void => goTo('settings', 'notifications')

  function show(): void {
    const outlet = !inBrowser ? shellOutlet(client) : permission === 'granted' ? browserOutlet(goBack) : windowOutlet(goBack)
    const arrival = { what: 'text', conversationId: '', messageId: '' } as const
    const note = { kind: 'one', conversationId: '', latest: arrival, texts: 1, calls: 0 } as const
    outlet.show('sample', noteWords(arrivals, note, settings.shows, { who: 'Maja Öberg', text: 'Thank you! See you on Thursday at 9.' }))
  }

  return <Button onClick={show}>Show me one</Button>
}
