import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useId, useMemo, useRef } from 'react'
import type { Message } from '../../../shared/contract/messages.ts'
import { countSegments } from '../../../shared/segments/index.ts'
import { useProviders } from '../../accounts/useAccounts.ts'
import { EMPTY_DRAFT, useUiState, type AskedSend } from '../../app/uiState.tsx'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { CallFailure } from '../../components/Failure.tsx'
import { keeperOf } from '../../components/keeper.ts'
import { COMMAND_KEY } from '../../components/keys.ts'
import { Kbd } from '../../components/Kbd.tsx'
import { Notice } from '../../components/Notice.tsx'
import { useSecondsLeft } from '../../components/useNowPast.ts'
import { useHost } from '../../host/HostProvider.tsx'
import { useHostSentences } from '../../language/useHostSentences.ts'
import { useWords } from '../../language/words.ts'
import { OptedOutNotice } from '../../opt-outs/OptedOutNotice.tsx'
import { useOptedOut } from '../../opt-outs/useOptedOut.ts'
import { carrierName } from '../../settings/sandbox-words.ts'
import { useKeptDraft } from '../DraftKeeping.tsx'
import type { Usual } from './account-choice.ts'
import { AccountPicker } from './AccountPicker.tsx'
import { useTakeBack, type Sent } from '../useTakeBack.ts'
import { AccountWarning, NothingToWrite, QuietHoursSuggestion, TakenBackNote } from './ComposerNotes.tsx'
import { ComposerText } from './ComposerText.tsx'
import { EmojiPicker } from './emoji/EmojiPicker.tsx'
import { editField, rewriteField } from './field-edit.ts'
import { counterWords, countTitle, lengthProblem, partsHint, partsNote } from './hints.ts'
import { OffendersNote } from './OffendersNote.tsx'
import { StepMark } from './OffenderSteps.tsx'
import { SendLater } from './SendLater.tsx'
import { FieldMarks } from './templates/FieldMarks.tsx'
import { FillingNotes } from './templates/FillingNotes.tsx'
import { TemplateList } from './templates/TemplateList.tsx'
import { TemplateMenu } from './templates/TemplateMenu.tsx'
import { useMerging } from './templates/useMerging.ts'
import { UndoLine } from './UndoLine.tsx'
import { useAccountChoice } from './useAccountChoice.ts'
import { useOneByOne } from './useOneByOne.ts'
import { usePrice } from './usePrice.ts'
import { AT_ONCE, useSend, type Wish } from './useSend.ts'

/** What was sent last from here and can still be taken back, until an instant in ms UTC. */
export interface Undoable extends Sent {
  until: number
}

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
  usual,
  undoable = null,
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
  /** The account this conversation goes through; null for a new one. */
  usual: Usual | null
  undoable?: Undoable | null
  onSent?: (messages: readonly Message[], wish: AskedSend) => void
}) {
  const { queries } = useHost()
  const words = useWords('composer')
  const say = useHostSentences()
  const settings = useQuery(queries.settings.get.queryOptions())
  const providers = useProviders()
  const draft = useUiState((state) => state.drafts[draftKey] ?? EMPTY_DRAFT)
  const setDraft = useUiState((state) => state.setDraft)
  const field = useRef<HTMLTextAreaElement>(null)
  const { send, isSending, error, cutOff, duplicate, sendAgain, dontSend } = useSend(draftKey, (messages, wish) => {
    focusField()
    onSent?.(messages, wish)
  })
  const takeBack = useTakeBack()
  const optedOut = useOptedOut(answerable ? to : [])
  const optedOutId = useId()
  const undoSeconds = useSecondsLeft(undoable?.until ?? 0)
  const { filling, picker } = useMerging({
    draftKey,
    text: draft.text,
    to: answerable ? to : [],
    field,
    onText: (text) => setDraft(draftKey, { text }),
  })
  const fillingId = useId()

  const counted = useMemo(() => countSegments(draft.text), [draft.text])
  const countedOut = useMemo(() => countSegments(filling.goesOut), [filling.goesOut])
  const hint = useMemo(() => partsHint(draft.text, counted), [draft.text, counted])
  useKeptDraft(draftKey)
  const onlyRecipient = draft.recipients.length === 1 ? draft.recipients[0] : undefined
  const { accounts, account, note, warning } = useAccountChoice({
    chosenId: draft.accountId,
    usual,
    conversationId: onlyRecipient?.conversationId ?? null,
    to,
    toWhom,
  })
  const price = usePrice(account, to)
  const oneByOne = useOneByOne(field, draft.text, rewrite)

  if (!answerable || accounts?.length === 0) return <NothingToWrite answerable={answerable} />

  const rules = account?.capabilities?.text ?? null
  const carrier = account === undefined ? undefined : carrierName(account, providers.data ?? [])
  const tooLong = lengthProblem(words, say, filling.goesOut, rules, carrier ?? words('theDesk'))
  const unsure = partsNote(words, say, countedOut, rules, account?.providerName ?? '')
  const blank = draft.text.trim() === ''
  const priced = price.ofParts(countedOut.segments)
  const canSend =
    !blank && tooLong === null && account !== undefined && to.length > 0 && optedOut.length === 0 && filling.ready && !isSending

  function sendDraft(when: Pick<Wish, 'schedule' | 'validUntil' | 'keptByProvider'>): void {
    const [gap] = filling.problems
    // Whatever is missing is written next.
    if (gap !== undefined) field.current?.setSelectionRange(gap.start, gap.end)
    if (canSend) send({ accountId: account.id, to, text: draft.text, texts: filling.texts, templateIds: filling.templateIds, ...when })
  }

  /** Writing goes on where it was, also after a click on Send: the button has nothing to send any more and would drop the focus. */
  function focusField(): void {
    const focused = document.activeElement
    if (focused === document.body || field.current?.closest('.composer')?.contains(focused) === true) field.current?.focus()
  }

  /** As one step that Ctrl+Z takes back. */
  function rewrite(text: string): void {
    if (field.current === null || !rewriteField(field.current, text)) setDraft(draftKey, { text })
  }

  function insert(text: string): void {
    const at = field.current
    if (at !== null) editField(at, { start: at.selectionStart, end: at.selectionEnd, insert: text })
  }

  function undo(): void {
    if (undoable === null || takeBack.isPending) return
    takeBack.mutate(undoable, { onSuccess: focusField })
  }
  const canUndo = undoable !== null && undoSeconds > 0
  const inTheWay = optedOut.length > 0 ? optedOutId : filling.problems.length > 0 ? fillingId : undefined

  return (
    <footer className="composer">
      <div className="composer-column">
        {tooLong === null ? null : (
          <Notice tone="bad" icon="warning" urgent>
            {tooLong}
          </Notice>
        )}
        {tooLong === null && unsure !== null ? <Notice icon="info">{unsure}</Notice> : null}
        {tooLong !== null && oneByOne.stepping === null ? null : (
          <OffendersNote
            text={draft.text}
            counted={counted}
            hint={hint}
            extra={hint === null ? null : price.extra(hint.parts - hint.partsWithout)}
            oneByOne={oneByOne}
            onRewrite={rewrite}
          />
        )}
        {note === null ? null : <Notice icon="info">{note}</Notice>}
        {warning === null ? null : (
          <AccountWarning
            warning={warning}
            usual={accounts?.some(({ id }) => id === usual?.id) === true ? usual : null}
            onKeep={() => setDraft(draftKey, { accountId: null })}
          />
        )}
        <TakenBackNote draftKey={draftKey} />
        {to.length > 1 && settings.data !== undefined ? <QuietHoursSuggestion settings={settings.data} /> : null}
        {cutOff ? (
          <Notice tone="warn" icon="info" urgent>
            {words('cutOff')}
          </Notice>
        ) : null}
        <CallFailure error={error} />
        <FillingNotes id={fillingId} filling={filling} field={field} />
        {optedOut.length === 0 ? null : <OptedOutNotice id={optedOutId} optOuts={optedOut} among={to.length} />}
        <div className="composer-box" data-bad={tooLong !== null || undefined}>
          <TemplateList picker={picker} />
          <ComposerText
            field={field}
            draftKey={draftKey}
            value={draft.text}
            counted={counted}
            label={words('label', { name: toWhom })}
            describedBy={inTheWay}
            takesFocus={takesFocus}
            picker={picker}
            marks={
              <>
                <FieldMarks text={draft.text} problems={filling.problems} />
                <StepMark text={draft.text} place={oneByOne.stepping?.place ?? null} />
              </>
            }
            onChange={(text) => setDraft(draftKey, { text })}
            onSend={() => sendDraft(AT_ONCE)}
            onUndo={canUndo ? undo : null}
          />
          <div className="composer-bar">
            <EmojiPicker onPick={insert} onClosed={() => field.current?.focus()} />
            <TemplateMenu picker={picker} text={draft.text} />
            {canUndo ? <UndoLine seconds={undoSeconds} busy={takeBack.isPending} onUndo={undo} /> : null}
            {account?.status === 'paused' ? (
              <span className="composer-aside" data-tone="warn">
                {words('waitsForAccount', { account: account.name })}
              </span>
            ) : blank && !canUndo ? (
              <span className="composer-aside">{words('newLine')}</span>
            ) : null}
            <span className="grow" />
            {blank ? null : (
              <span
                className="num composer-count"
                title={[countTitle(words, say, countedOut, rules), priced.missing].filter((line) => line !== null).join('\n')}
              >
                {counterWords(words, countedOut)}
                {priced.words === null ? null : ` · ${priced.words}`}
              </span>
            )}
            {account === undefined ? null : (
              <AccountPicker accounts={accounts ?? []} chosen={account} onChoose={(accountId) => setDraft(draftKey, { accountId })} />
            )}
            <span className="composer-send">
              <Button
                variant="filled"
                disabled={!canSend && !isSending}
                loading={isSending}
                aria-keyshortcuts="Control+Enter"
                aria-describedby={inTheWay}
                rightSection={<Kbd keys={`${COMMAND_KEY} ↵`} />}
                onClick={() => sendDraft(AT_ONCE)}
              >
                {to.length > 1 ? words('sendTo', { count: to.length }) : words('send')}
              </Button>
              <SendLater
                disabled={!canSend}
                to={to.length === 1 ? (to[0] ?? null) : null}
                keeper={keeperOf(account, carrier)}
                onChoose={sendDraft}
              />
            </span>
          </div>
        </div>
      </div>
      <output className="visually-hidden">{canUndo ? words('undo.said') : ''}</output>
      <ConfirmDialog
        opened={duplicate !== null}
        title={words('duplicate.title')}
        confirmLabel={words('duplicate.again')}
        cancelLabel={words('duplicate.leave')}
        onConfirm={sendAgain}
        onCancel={dontSend}
      >
        <p>{duplicate === null ? null : say(duplicate)}</p>
        <blockquote className="quoted-text people-text">{to.length > 1 ? draft.text : filling.goesOut}</blockquote>
      </ConfirmDialog>
    </footer>
  )
}
