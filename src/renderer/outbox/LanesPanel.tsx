import './lanes.css'
import { ActionIcon, Button, Menu } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { OutboxLane } from '../../shared/contract/outbox.ts'
import { PAUSED_BY_PERSON } from '../accounts/useAccounts.ts'
import { goTo } from '../app/routes.ts'
import { EmptyState } from '../components/EmptyState.tsx'
import { Icon } from '../components/Icon.tsx'
import { sayFailed } from '../components/toasts.ts'
import { useHost } from '../host/HostProvider.tsx'
import { useWords } from '../language/words.ts'
import { laneCounts, laneCountsDownTo, laneWords } from './lane-words.ts'
import { MoveWaiting } from './MoveWaiting.tsx'
import { RatePopover } from './RatePopover.tsx'
import { lastCountdown, useClock } from './useClock.ts'
import { useOutboxSpeech } from './useOutboxSpeech.ts'

/** The accounts, each with its queue: what it is doing, how fast, and stopping it or letting it go. */
export function LanesPanel({
  lanes,
  network,
  chosen,
  onChoose,
}: {
  lanes: readonly OutboxLane[]
  network: 'online' | 'offline'
  /** The account whose texts alone are shown. */
  chosen: string | undefined
  onChoose: (accountId: string) => void
}) {
  const words = useWords('lanes')
  const now = useClock(lastCountdown(lanes, laneCountsDownTo))
  return (
    <section className="lanes" aria-label={words('title')}>
      <h2 className="lanes-title">{words('title')}</h2>
      {lanes.length === 0 ? (
        <EmptyState
          title={words('none.title')}
          actions={<Button onClick={() => goTo('settings', 'accounts', 'new')}>{words('none.add')}</Button>}
        >
          {words('none.text')}
        </EmptyState>
      ) : (
        <ul>
          {lanes.map((lane) => (
            <LaneCard
              key={lane.accountId}
              lane={lane}
              others={lanes.filter((other) => other.accountId !== lane.accountId)}
              network={network}
              now={now}
              chosen={lane.accountId === chosen}
              onChoose={() => onChoose(lane.accountId)}
            />
          ))}
        </ul>
      )}
    </section>
  )
}

function LaneCard({
  lane,
  others,
  network,
  now,
  chosen,
  onChoose,
}: {
  lane: OutboxLane
  others: readonly OutboxLane[]
  network: 'online' | 'offline'
  now: number
  chosen: boolean
  onChoose: () => void
}) {
  const { queries } = useHost()
  const words = useWords('lanes')
  const speech = useOutboxSpeech()
  const [moving, setMoving] = useState(false)
  const pause = useMutation(queries.accounts.pause.mutationOptions({ onError: sayFailed }))
  const resume = useMutation(queries.accounts.resume.mutationOptions({ onError: sayFailed }))
  const state = laneWords({ ...speech, lanes: words }, lane, network, now)
  const paused = lane.status === 'paused'
  const until = lane.rest?.until ?? lane.pause?.at ?? null
  return (
    <li className="lane" data-chosen={chosen || undefined}>
      <div className="lane-head">
        <h3 className="lane-name" title={lane.accountName}>
          <bdi>{lane.accountName}</bdi>
        </h3>
        <Button
          size="xs"
          loading={pause.isPending || resume.isPending}
          leftSection={<Icon name={paused ? 'play' : 'pause'} size={13} />}
          aria-label={words(paused ? 'resumeOf' : 'pauseOf', { account: lane.accountName })}
          onClick={() => (paused ? resume : pause).mutate({ id: lane.accountId })}
        >
          {words(paused ? 'resume' : 'pause')}
        </Button>
        <Menu withInitialFocusPlaceholder={false}>
          <Menu.Target>
            <ActionIcon size={26} aria-label={words('more', { account: lane.accountName })}>
              <Icon name="more" size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={onChoose}>{words(chosen ? 'showAll' : 'showOnly')}</Menu.Item>
            <Menu.Item disabled={others.length === 0 || lane.waiting + lane.scheduled + lane.held === 0} onClick={() => setMoving(true)}>
              {words('move.open')}
            </Menu.Item>
            <Menu.Divider />
            <Menu.Item onClick={() => goTo('settings', 'accounts', lane.accountId)}>{words('settings')}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
      <p className="lane-facts">
        {lane.providerName === lane.accountName ? null : (
          <>
            <bdi>{lane.providerName}</bdi> ·{' '}
          </>
        )}
        <RatePopover lane={lane} />
      </p>
      <p
        className="lane-state num"
        data-tone={paused && lane.pause?.code === PAUSED_BY_PERSON ? 'plain' : state.tone}
        title={until === null ? undefined : speech.times.exact(until)}
      >
        {state.words}
      </p>
      <p className="lane-counts num">{laneCounts(words, lane)}</p>
      <MoveWaiting opened={moving} from={lane} others={others} onClose={() => setMoving(false)} />
    </li>
  )
}
