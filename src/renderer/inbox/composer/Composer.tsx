import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { MAX_TEXT_UNITS } from '../../../shared/contract/primitives.ts'
import { countSegments } from '../../../shared/segments/index.ts'
import { goTo } from '../../app/routes.ts'
import { EMPTY_DRAFT, useUiState } from '../../app/uiState.tsx'
import { CallFailure } from '../../components/Failure.tsx'
import { COMMAND_KEY } from '../../components/keys.ts'
import { Kbd } from '../../components/Kbd.tsx'
import { Notice } from '../../components/Notice.tsx'
import { TextButton } from '../../components/TextButton.tsx'
import { plural } from '../../components/times.ts'
import { useHost } from '../../host/HostProvider.tsx'
import { AccountPicker } from './AccountPicker.tsx'
import { ComposerText } from './ComposerText.tsx'
import { counterWords, lengthProblem, partsHint } from './hints.ts'
import { useSend } from './useSend.ts'

/**
 * Where a text is written. Shows while typing what it will take on the air and which characters make it dearer.
 * The draft is kept until the host has taken the text, whatever happens in between.
 */
export function Composer({
  draftKey,
  to,
  toWhom,
  answerable = true,
  takesFocus = false,
  usualAccountId,
  onSent,
}: {
  draftKey: string
  to: readonly string[]
  /** For the label of the field. */
  toWhom: string
  /** Names and short codes cannot be answered. */
  answerable?: boolean
  /** Ready to type in as soon as it appears. */
  takesFocus?: boolean
  /** The account this conversation went through last. */
  usualAccountId: string | null
  onSent?: (conversationIds: readonly string[]) => void
}) {
  const { queries } = useHost()
  const accounts = useQuery(queries.accounts.list.queryOptions())
  const providers = useQuery(queries.accounts.providers.queryOptions())
  const settings = useQuery(queries.settings.get.queryOptions())
  const draft = useUiState((state) => state.drafts[draftKey] ?? EMPTY_DRAFT)
  const setDraft = useUiState((state) => state.setDraft)
  const { send, isSending, error, cutOff } = useSend(draftKey, onSent)

  const counted = useMemo(() => countSegments(draft.text), [draft.text])
  const hint = useMemo(() => partsHint(draft.text, counted), [draft.text, counted])

  if (!answerable) {
    return (
      <footer className="composer">
        <Notice icon="info">This sender is a name or a short code. It cannot be answered by text.</Notice>
      </footer>
    )
  }
  if (accounts.data?.length === 0) {
    return (
      <footer className="composer">
        <Notice
          icon="info"
          action={
            <Button size="xs" onClick={() => goTo('settings', 'accounts')}>
              Add an account
            </Button>
          }
        >
          There is no account to send through yet.
        </Notice>
      </footer>
    )
  }

  const wanted = [draft.accountId, usualAccountId, settings.data?.defaultAccountId]
  const account =
    wanted.map((id) => accounts.data?.find((each) => each.id === id)).find((found) => found !== undefined) ?? accounts.data?.[0]
  const provider = providers.data?.find(({ id }) => id === account?.provider)
  const tooLong = lengthProblem(
    draft.text,
    Math.min(provider?.capabilities.maxTextUnits ?? MAX_TEXT_UNITS, MAX_TEXT_UNITS),
    provider?.name ?? 'The desk',
  )
  const blank = draft.text.trim() === ''
  const canSend = !blank && tooLong === null && account !== undefined && to.length > 0 && !isSending

  function sendNow(): void {
    if (canSend) send({ accountId: account.id, to, text: draft.text })
  }

  return (
    <footer className="composer">
      <div className="composer-column">
        {tooLong === null ? null : (
          <Notice tone="bad" icon="warning" urgent>
            {tooLong}
          </Notice>
        )}
        {hint === null || tooLong !== null ? null : (
          <Notice tone="warn">
            <bdi>{hint.characters}</bdi> {hint.verb} this <b>{`${plural(hint.parts, 'part', 'parts')} instead of ${hint.partsWithout}`}</b>.{' '}
            {hint.replaced === null ? null : (
              <TextButton onClick={() => setDraft(draftKey, { text: hint.replaced ?? draft.text })}>Replace them</TextButton>
            )}
          </Notice>
        )}
        {cutOff ? (
          <Notice tone="warn" icon="info" urgent>
            The desk stopped before it answered. Your text goes out as soon as it is back, and never twice.
          </Notice>
        ) : null}
        <CallFailure error={error} />
        <div className="composer-box" data-bad={tooLong !== null || undefined}>
          <ComposerText
            value={draft.text}
            counted={counted}
            label={`Text to ${toWhom}`}
            takesFocus={takesFocus}
            onChange={(text) => setDraft(draftKey, { text })}
            onSend={sendNow}
          />
          <div className="composer-bar">
            {account?.status === 'paused' ? (
              <span className="composer-aside" data-tone="warn">
                Waits until {account.name} is resumed
              </span>
            ) : blank ? (
              <span className="composer-aside">Enter starts a new line</span>
            ) : null}
            <span className="grow" />
            {blank ? null : (
              <span
                className="num composer-count"
                title={`${plural(counted.units, 'unit', 'units')} in ${plural(counted.segments, 'part', 'parts')}, ${counted.encoding}`}
              >
                {counterWords(counted)}
              </span>
            )}
            {account === undefined ? null : (
              <AccountPicker accounts={accounts.data ?? []} chosen={account} onChoose={(accountId) => setDraft(draftKey, { accountId })} />
            )}
            <Button
              variant="filled"
              disabled={!canSend && !isSending}
              loading={isSending}
              aria-keyshortcuts="Control+Enter"
              rightSection={<Kbd keys={`${COMMAND_KEY} ↵`} />}
              onClick={sendNow}
            >
              {to.length > 1 ? `Send to ${to.length}` : 'Send'}
            </Button>
          </div>
        </div>
      </div>
    </footer>
  )
}
