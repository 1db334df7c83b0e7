import { messageWords } from '../components/message-text.ts'
import { ActionIcon, Button, Checkbox, Menu } from '@mantine/core'
import { memo } from 'react'
import type { OutboxMessage, OutboxView } from '../../shared/contract/outbox.ts'
import { goTo } from '../app/routes.ts'
import { Icon } from '../components/Icon.tsx'
import { displayName, formatNumber } from '../components/names.ts'
import { useTimes } from '../language/times.ts'
import { useWords } from '../language/words.ts'
import { ACTION_HINTS, ACTION_LABELS } from './action-words.ts'
import { oneLine, rowTitle, rowWords } from './message-words.ts'
import { isStaleCode, rowActions, type Action } from './views.ts'

/** Height of a row in pixels; rows of a virtual list are all alike. */
export const ROW_HEIGHT = 60

/** What a row can ask its list for. */
export interface RowHandlers {
  onToggle: (id: string) => void
  onAct: (action: Action, message: OutboxMessage) => void
  onInspect: (id: string) => void
}

/**
 * A text of the Outbox: to whom, how it begins, where it stands, and what can be done. The row that Tab reaches is
 * `reachable`; its box, its buttons and itself are stops, those of other rows are not.
 */
export const OutboxRow = memo(function OutboxRow({
  view,
  message,
  index,
  chosen,
  reachable,
  accountPaused,
  now,
  busy,
  handlers,
}: {
  view: OutboxView
  message: OutboxMessage
  index: number
  chosen: boolean
  reachable: boolean
  accountPaused: boolean
  now: number
  busy: boolean
  handlers: RowHandlers
}) {
  const words = useWords('messages')
  const times = useTimes()
  const name = displayName(message.recipientName, message.to)
  const state = rowWords(view, message, { now, accountPaused, times })
  const stop = reachable ? 0 : -1
  return (
    <div className="outbox-row" data-chosen={chosen || undefined}>
      <Checkbox
        className="outbox-check"
        size="xs"
        aria-label={`Select the text to ${name}`}
        checked={chosen}
        tabIndex={stop}
        onChange={() => handlers.onToggle(message.id)}
      />
      <button
        type="button"
        className="outbox-open"
        data-index={index}
        tabIndex={stop}
        title={rowTitle(state)}
        onClick={() => handlers.onInspect(message.id)}
      >
        <span className="outbox-who">
          <bdi className="outbox-name">{name}</bdi>
          {message.recipientName === null ? null : <span className="outbox-number num">{formatNumber(message.to)}</span>}
          <span className="outbox-account">
            <span aria-hidden="true">· </span>
            <span className="visually-hidden">through </span>
            <bdi>{message.accountName}</bdi>
            {message.failedOverFrom === null ? null : (
              <>
                {' '}
                instead of <bdi>{message.failedOverFrom}</bdi>
              </>
            )}
          </span>
        </span>
        <span className="outbox-text" dir="auto">
          {oneLine(messageWords(words, message) ?? '') || <i>Empty text</i>}
        </span>
        <span className="outbox-state num" data-tone={state.tone}>
          {state.words}
        </span>
        <span className="outbox-detail num">{state.detail}</span>
      </button>
      <RowSteps view={view} message={message} name={name} now={now} stop={stop} busy={busy} handlers={handlers} />
    </div>
  )
})

function RowSteps({
  view,
  message,
  name,
  now,
  stop,
  busy,
  handlers,
}: {
  view: OutboxView
  message: OutboxMessage
  name: string
  now: number
  stop: 0 | -1
  busy: boolean
  handlers: RowHandlers
}) {
  const { main, more } = rowActions(view, message, now)
  const settles = view === 'unconfirmed'
  return (
    <div className="outbox-steps">
      {view === 'failed' && isStaleCode(message, now) ? (
        <Button size="xs" tabIndex={stop} aria-label={`Call again: ${name}`} onClick={() => goTo('voice-code', message.to)}>
          Call again…
        </Button>
      ) : main === null ? null : (
        <Button
          size="xs"
          tabIndex={stop}
          disabled={busy}
          aria-label={`${ACTION_LABELS[main]}: text to ${name}`}
          onClick={() => handlers.onAct(main, message)}
        >
          {ACTION_LABELS[main]}
        </Button>
      )}
      <Menu withInitialFocusPlaceholder={false}>
        <Menu.Target>
          {settles ? (
            <Button
              size="xs"
              tabIndex={stop}
              disabled={busy}
              aria-label={`Settle the text to ${name}`}
              rightSection={<Icon name="chevronDown" size={13} />}
            >
              Settle
            </Button>
          ) : (
            <ActionIcon size={26} tabIndex={stop} aria-label={`More for the text to ${name}`}>
              <Icon name="more" size={16} />
            </ActionIcon>
          )}
        </Menu.Target>
        <Menu.Dropdown>
          {more.map((action) => (
            <Menu.Item key={action} disabled={busy} onClick={() => handlers.onAct(action, message)}>
              {ACTION_LABELS[action]}
              {settles && ACTION_HINTS[action] !== undefined ? <span className="outbox-hint">{ACTION_HINTS[action]}</span> : null}
            </Menu.Item>
          ))}
          {more.length === 0 ? null : <Menu.Divider />}
          <Menu.Item onClick={() => handlers.onInspect(message.id)}>What happened</Menu.Item>
          <Menu.Item onClick={() => goTo('inbox', message.conversationId, message.id)}>Open the conversation</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  )
}
