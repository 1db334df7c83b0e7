import { messageWords } from '../components/message-text.ts'
import { ActionIcon, Button, Checkbox, Menu } from '@mantine/core'
import { memo, type ReactNode } from 'react'
import type { OutboxMessage, OutboxView } from '../../shared/contract/outbox.ts'
import { goTo } from '../app/routes.ts'
import { Icon } from '../components/Icon.tsx'
import { displayName, formatNumber } from '../components/names.ts'
import { asUnseen } from '../language/asUnseen.tsx'
import { useWords } from '../language/words.ts'
import { actionHint } from './action-words.ts'
import { oneLine, rowTitle, rowWords, type OutboxSpeech } from './message-words.ts'
import { isStaleCode, rowActions, type Action } from './views.ts'

/** Height of a row in pixels; rows of a virtual list are all alike. */
export const ROW_HEIGHT = 60

/** What a row can ask its list for. */
export interface RowHandlers {
  onToggle: (id: string) => void
  onAct: (action: Action, message: OutboxMessage) => void
  onInspect: (id: string) => void
}

const asName = (text: ReactNode) => <bdi>{text}</bdi>
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
  speech,
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
  speech: OutboxSpeech
  busy: boolean
  handlers: RowHandlers
}) {
  const messages = useWords('messages')
  const name = displayName(message.recipientName, message.to)
  const { words } = speech
  const through = { account: message.accountName, name: asName, unseen: asUnseen }
  const state = rowWords(speech, view, message, { now, accountPaused })
  const stop = reachable ? 0 : -1
  return (
    <div className="outbox-row" data-chosen={chosen || undefined}>
      <Checkbox
        className="outbox-check"
        size="xs"
        aria-label={words('row.select', { name })}
        checked={chosen}
        tabIndex={stop}
        onChange={() => handlers.onToggle(message.id)}
      />
      <button
        type="button"
        className="outbox-open"
        data-index={index}
        tabIndex={stop}
        title={rowTitle(speech.times, state)}
        onClick={() => handlers.onInspect(message.id)}
      >
        <span className="outbox-who">
          <bdi className="outbox-name">{name}</bdi>
          {message.recipientName === null ? null : <span className="outbox-number num">{formatNumber(message.to)}</span>}
          <span className="outbox-account">
            <span aria-hidden="true">· </span>
            {message.failedOverFrom === null
              ? words.rich('row.through', through)
              : words.rich('row.throughInstead', { ...through, other: message.failedOverFrom })}
          </span>
        </span>
        <span className="outbox-text" dir="auto">
          {oneLine(messageWords(messages, message) ?? '') || <i>{words('row.empty')}</i>}
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
  const words = useWords('outbox')
  const actionWords = useWords('outboxActions')
  const { main, more } = rowActions(view, message, now)
  const settles = view === 'unconfirmed'
  return (
    <div className="outbox-steps">
      {view === 'failed' && isStaleCode(message, now) ? (
        <Button size="xs" tabIndex={stop} aria-label={words('row.callAgainOf', { name })} onClick={() => goTo('voice-code', message.to)}>
          {words('row.callAgain')}
        </Button>
      ) : main === null ? null : (
        <Button
          size="xs"
          tabIndex={stop}
          disabled={busy}
          aria-label={words('row.step', { action: actionWords(`labels.${main}`), name })}
          onClick={() => handlers.onAct(main, message)}
        >
          {actionWords(`labels.${main}`)}
        </Button>
      )}
      <Menu withInitialFocusPlaceholder={false}>
        <Menu.Target>
          {settles ? (
            <Button
              size="xs"
              tabIndex={stop}
              disabled={busy}
              aria-label={words('row.settleOf', { name })}
              rightSection={<Icon name="chevronDown" size={13} />}
            >
              {words('row.settle')}
            </Button>
          ) : (
            <ActionIcon size={26} tabIndex={stop} aria-label={words('row.more', { name })}>
              <Icon name="more" size={16} />
            </ActionIcon>
          )}
        </Menu.Target>
        <Menu.Dropdown>
          {more.map((action) => (
            <Menu.Item key={action} disabled={busy} onClick={() => handlers.onAct(action, message)}>
              {actionWords(`labels.${action}`)}
              <Hint>{settles ? actionHint(actionWords, action) : null}</Hint>
            </Menu.Item>
          ))}
          {more.length === 0 ? null : <Menu.Divider />}
          <Menu.Item onClick={() => handlers.onInspect(message.id)}>{words('row.whatHappened')}</Menu.Item>
          <Menu.Item onClick={() => goTo('inbox', message.conversationId, message.id)}>{words('row.conversation')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  )
}

function Hint({ children }: { children: string | null }) {
  return children === null ? null : <span className="outbox-hint">{children}</span>
}
